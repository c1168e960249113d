import {
  identity,
  jiraHeaders,
  loginPage,
  loginRedirect,
  movedTo,
  nginxNotFound,
  oauth2ProxyRedirect,
  ssoPage,
  ssoRedirect,
  welcomePage,
} from '../answers.ts'
import type { Reply } from '../reply.ts'
import { routes } from '../routes.ts'
import { type Scenario, scenario, withJira } from './scenario.ts'

const asks: Scenario['asks'] = ['identity']
const answering = (myself: Reply) => withJira({ respond: routes({ myself }) })

export const notJira: Scenario[] = [
  scenario('sso-login', {
    title: 'A redirect to the login of a single sign-on',
    asks,
    statusCode: '302',
    mentions: ['https://login.example.com'],
    setUp: answering(ssoRedirect),
  }),
  scenario('sso-login-oauth2-proxy', {
    title: 'A redirect by oauth2-proxy',
    reason: 'sso-login',
    asks,
    setUp: answering(oauth2ProxyRedirect),
  }),
  scenario('sso-login-jira', {
    title: "A relative redirect to Jira's own login page",
    reason: 'sso-login',
    asks,
    setUp: answering(loginRedirect('/rest/api/2/myself')),
  }),
  scenario('sso-login-page', {
    title: 'The page of a single sign-on, with 200',
    reason: 'sso-login',
    asks,
    statusCode: '200',
    setUp: answering(ssoPage),
  }),
  scenario('jira-login-page', {
    title: "Jira's own login page, with 200",
    reason: 'sso-login',
    asks,
    setUp: answering(loginPage),
  }),
  scenario('redirected', {
    title: 'The base URL has moved',
    asks,
    statusCode: '301',
    mentions: ['https://issues.example.com/jira'],
    setUp: answering(movedTo('https://issues.example.com/jira/rest/api/2/myself?from=old')),
  }),
  scenario('redirected-relative', {
    title: 'A relative redirect, to the context path',
    reason: 'redirected',
    asks,
    mentions: ['/jira'],
    setUp: answering(movedTo('/jira/rest/api/2/myself')),
  }),
  scenario('not-found', {
    title: 'The context path is missing or wrong',
    asks,
    statusCode: '404',
    setUp: withJira({ respond: () => nginxNotFound }),
  }),
  scenario('html-page', {
    title: 'The page of some other server',
    asks,
    statusCode: '200',
    setUp: answering(welcomePage),
  }),
  scenario('empty-response', {
    title: '200 and nothing in it',
    asks,
    statusCode: '200',
    setUp: answering({ headers: jiraHeaders }),
  }),
  scenario('no-content', {
    title: '204, which has nothing in it by its nature',
    reason: 'empty-response',
    asks,
    statusCode: '204',
    setUp: answering({ status: 204, headers: jiraHeaders }),
  }),
  scenario('invalid-json', {
    title: 'Neither HTML nor JSON',
    asks,
    statusCode: '200',
    setUp: answering({ headers: { 'Content-Type': 'application/json' }, body: '{"name": "svc-ci"' }),
  }),
  scenario('no-identity', {
    title: 'JSON that names no user',
    asks,
    statusCode: '200',
    setUp: answering(identity({ name: '', key: undefined })),
  }),
  scenario('anonymous', {
    title: 'An answer to nobody',
    reason: 'no-identity',
    asks,
    setUp: answering({ headers: { ...jiraHeaders, 'X-AUSERNAME': 'anonymous' }, body: { name: 'anonymous' } }),
  }),
  scenario('identity-is-a-list', {
    title: 'JSON of another shape',
    reason: 'no-identity',
    asks,
    setUp: answering({ headers: jiraHeaders, body: [{ name: 'svc-ci' }] }),
  }),
  scenario('unexpected-status', {
    title: 'A status that makes no sense here',
    asks,
    statusCode: '418',
    setUp: answering({ status: 418, headers: jiraHeaders }),
  }),
]
