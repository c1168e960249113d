import * as answers from '../answers.ts'
import type { Reply } from '../reply.ts'
import { routes } from '../routes.ts'
import { type Scenario, scenario, withJira } from './scenario.ts'

const asks: Scenario['asks'] = ['identity']
const statusCode = '403'
const answering = (myself: Reply, inputs: Record<string, string> = {}) =>
  withJira({ respond: routes({ myself }) }, inputs)

const edges: [name: string, product: string | undefined, reply: Reply][] = [
  ['cloudflare', 'Cloudflare', answers.cloudflareForbidden],
  ['akamai', 'Akamai', answers.akamaiForbidden],
  ['aws', 'AWS', answers.awsForbidden],
  ['f5', 'F5', answers.f5Forbidden],
  ['imperva', 'Imperva', answers.impervaForbidden],
  ['zscaler', 'Zscaler', answers.zscalerForbidden],
  ['azure', 'Azure', answers.azureForbidden],
  ['squid', 'Squid', answers.squidForbidden],
  ['netscaler', 'NetScaler', answers.netscalerForbidden],
  ['nginx', 'nginx', answers.nginxForbidden],
  ['apache', 'Apache', answers.apacheForbidden],
  ['nobody', undefined, answers.bareForbidden],
]

export const forbidden: Scenario[] = [
  scenario('captcha-required', {
    title: 'Too many failed logins: Jira wants a CAPTCHA first',
    asks,
    statusCode,
    mentions: ['CAPTCHA'],
    setUp: answering(answers.captcha, { username: 'svc-ci' }),
  }),
  scenario('captcha-by-seraph', {
    title: 'The same, where only X-Seraph-LoginReason tells',
    reason: 'captcha-required',
    asks,
    statusCode,
    setUp: answering(answers.captchaBySeraph, { username: 'svc-ci' }),
  }),
  scenario('basic-auth-disabled', {
    title: 'Jira has Basic authentication switched off',
    asks,
    statusCode,
    setUp: answering(answers.basicAuthDisabled, { username: 'svc-ci' }),
  }),
  scenario('cloud-needs-basic', {
    title: 'Jira Cloud takes no Bearer: it wants user name and API token',
    asks,
    statusCode,
    mentions: ['username'],
    setUp: answering(answers.cloudBearerForbidden),
  }),
  scenario('access-denied', {
    title: 'Jira knows the user and lets them do nothing: no licence',
    asks,
    statusCode,
    setUp: answering(answers.unlicensed),
  }),
  scenario('edge-forbidden', {
    title: 'Something in front of Jira blocks this runner',
    asks,
    statusCode,
    setUp: withJira({ respond: () => answers.nginxForbidden }),
  }),
  ...edges.map(([name, product, reply]) =>
    scenario(`edge-forbidden-${name}`, {
      title: `Blocked by ${product ?? 'something that does not give its name'}`,
      reason: 'edge-forbidden',
      asks,
      statusCode,
      mentions: product === undefined ? [] : [product],
      setUp: withJira({ respond: () => reply }),
    }),
  ),
]
