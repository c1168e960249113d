import {
  basicRejected,
  bearerRejected,
  bearerRejectedEnvelope,
  cloudRejected,
  failedLoginWithoutBody,
  nginxUnauthorized,
  serverInfo,
} from '../answers.ts'
import { badToken } from '../healthy.ts'
import type { Reply } from '../reply.ts'
import { routes } from '../routes.ts'
import { type Scenario, scenario, withJira } from './scenario.ts'

const asks: Scenario['asks'] = ['identity']
const statusCode = '401'
const answering = (myself: Reply, inputs: Record<string, string> = {}) =>
  withJira({ respond: routes({ myself }) }, inputs)

export const unauthorized: Scenario[] = [
  scenario('token-rejected', {
    title: 'Jira does not accept the token: expired, revoked, mistyped, …',
    asks,
    statusCode,
    mentions: [/expired/, /revoked/],
    setUp: withJira({}, { token: badToken }),
  }),
  scenario('token-rejected-envelope', {
    title: 'The same in the other form that Jira has for it',
    reason: 'token-rejected',
    asks,
    statusCode,
    setUp: answering(bearerRejectedEnvelope),
  }),
  scenario('token-rejected-cut', {
    title: 'A 401 is a 401, even when its body is cut',
    reason: 'token-rejected',
    asks,
    statusCode,
    setUp: answering({ ...bearerRejected, cutAfterBytes: 20 }),
  }),
  scenario('token-rejected-with-200', {
    title: '200 and nothing in it, but for the header that says AUTHENTICATED_FAILED',
    reason: 'token-rejected',
    asks,
    statusCode: '200',
    setUp: answering(failedLoginWithoutBody),
  }),
  scenario('cloud-token-rejected', {
    title: 'Jira Cloud does not accept the API token',
    reason: 'basic-rejected',
    asks,
    statusCode,
    setUp: answering(cloudRejected, { username: 'svc-ci@example.com' }),
  }),
  scenario('basic-rejected', {
    title: 'Jira does not accept user name and token',
    asks,
    statusCode,
    setUp: withJira({}, { username: 'svc-ci', token: badToken }),
  }),
  scenario('basic-rejected-with-200', {
    title: 'User name and token failed, and the answer is 200',
    reason: 'basic-rejected',
    asks,
    statusCode: '200',
    setUp: answering(failedLoginWithoutBody, { username: 'svc-ci' }),
  }),
  scenario('pat-unsupported', {
    title: 'A Jira before 8.14 knows no personal access tokens',
    asks,
    statusCode,
    mentions: ['8.13.0', '8.14'],
    setUp: withJira({ respond: routes({ myself: bearerRejected, serverInfo: serverInfo('8.13.0') }) }),
  }),
  scenario('old-enough', {
    title: 'A Jira 8.14 knows them, so that the token is to blame',
    reason: 'token-rejected',
    asks,
    statusCode,
    setUp: withJira({ respond: routes({ myself: bearerRejected, serverInfo: serverInfo('8.14.0') }) }),
  }),
  scenario('version-9-token-rejected', {
    title: 'A Jira 9.12 tells everybody its release, and does not accept the token',
    reason: 'token-rejected',
    asks,
    statusCode,
    setUp: withJira({ version: '9.12.15' }, { token: badToken }),
  }),
  scenario('version-8-too-old', {
    title: 'A Jira 8.13 itself: whoever sends a token is nobody to it',
    reason: 'pat-unsupported',
    asks,
    statusCode,
    mentions: ['8.13.27', '8.14'],
    setUp: withJira({ version: '8.13.27' }),
  }),
  scenario('edge-unauthorized', {
    title: 'A reverse proxy before Jira wants a login of its own',
    asks,
    statusCode,
    setUp: withJira({ respond: () => nginxUnauthorized }),
  }),
  scenario('basic-rejected-page', {
    title: 'A 401 page that mentions AUTHENTICATED_FAILED in reply to a Bearer',
    reason: 'token-rejected',
    asks,
    statusCode,
    setUp: answering(basicRejected),
  }),
]
