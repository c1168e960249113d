import {
  bitbucketPathNotFound,
  confluenceAnonymous,
  confluenceBasicDisabled,
  confluenceCaptcha,
  confluenceCloudIdentity,
  confluenceCloudRefusal,
  confluenceIdentity,
  confluenceNotFound,
  confluenceRateLimited,
  confluenceRejected,
  confluenceTokens,
  confluenceUnavailable,
  confluenceUnlicensed,
  movedTo,
  nginxBadGateway,
  nginxForbidden,
  nginxUnauthorized,
  restNotFound,
  ssoRedirect,
  status,
  welcomePage,
} from '../answers.ts'
import { badBitbucketToken } from '../healthy/bitbucket.ts'
import { badToken, goodToken } from '../healthy.ts'
import type { JiraOptions } from '../jira.ts'
import type { Reply } from '../reply.ts'
import { type Answers, routes } from '../routes.ts'
import { type Plan, type Scenario, type Setting, scenario, withInputs, withJira } from './scenario.ts'

const product = 'confluence'
const reason = 'authenticated'
const asks: Scenario['asks'] = ['identity']

const withConfluence = (
  options: JiraOptions = {},
  inputs: Record<string, string> = {},
  more: Omit<Setting, 'inputs'> = {},
) => withJira({ product, ...options }, inputs, more)

const answering = (currentUser: Answers, inputs: Record<string, string> = {}) =>
  withConfluence({ respond: routes({ currentUser }) }, inputs)

const withTokens = (tokens: Answers, inputs: Record<string, string> = {}) =>
  withConfluence({ respond: routes({ tokens }) }, inputs)

/** These pass after a while; one attempt is enough to tell them apart. */
const once = (currentUser: Reply, statusAnswer: Reply = nginxBadGateway) =>
  withConfluence({ respond: routes({ currentUser, status: statusAnswer }) }, { retries: '0' })

const withoutHeaders = (reply: Reply): Reply => ({ ...reply, headers: {} })

const inConfluence = (name: string, plan: Omit<Plan, 'reason'> & { reason?: Scenario['reason'] }): Scenario =>
  scenario(name, { reason: name as Scenario['reason'], ...plan, product: plan.product ?? product })

/** What is different in Confluence, and what has to speak of it. */
export const confluence: Scenario[] = [
  inConfluence('authenticated', {
    title: 'The token is good: Confluence says whose it is',
    asks: ['identity', 'tokens'],
    statusCode: '200',
    outputs: {
      username: 'svc-ci',
      'user-key': '2c9d8a7b6c5d4e3f2a1b0c9d8e7f6a5b',
      'display-name': 'CI Service',
      email: '',
      'expiry-status': 'ok',
      'token-name': 'ci',
      'token-days-left': '80',
    },
    setUp: withConfluence(),
  }),
  inConfluence('context-path', {
    title: 'Confluence lives below /confluence',
    reason,
    setUp: withConfluence({ contextPath: '/confluence' }),
  }),
  inConfluence('stripped-headers', {
    title: 'An edge takes the headers off, and the body alone shows that it is Confluence’s',
    reason,
    setUp: withConfluence({
      respond: routes({
        currentUser: withoutHeaders(confluenceIdentity()),
        tokens: withoutHeaders(confluenceTokens([{ name: 'ci', daysLeft: 80 }])),
      }),
    }),
  }),
  inConfluence('cloud', {
    title: 'Confluence Cloud: an account id, no user name',
    reason,
    asks,
    outputs: { 'account-id': '712020:00000000-0000-4000-8000-000000000001', username: '', 'user-key': '' },
    setUp: answering(confluenceCloudIdentity, { username: 'svc-ci@example.com' }),
  }),
  inConfluence('spaces', {
    title: 'All spaces are seen, that of the user too',
    reason,
    asks: ['identity', 'space OPS', 'space ~svc-ci', 'tokens'],
    setUp: withConfluence({}, { spaces: 'OPS, ~svc-ci', 'expected-user': 'svc-ci' }),
  }),
  inConfluence('space-not-visible', {
    title: 'A space that does not exist, or that the user may not see',
    asks: ['identity', 'space OPS', 'space HR', 'tokens'],
    mentions: ['HR'],
    setUp: withConfluence({}, { spaces: 'OPS, HR' }),
  }),
  inConfluence('wrong-user', {
    title: 'The token belongs to somebody else',
    setUp: withConfluence({}, { 'expected-user': 'svc-deploy' }),
  }),

  inConfluence('expiring', {
    title: 'The token expires within expiry-warn-days',
    reason,
    warnings: 1,
    outputs: { 'expiry-status': 'expiring', 'token-days-left': '5' },
    setUp: withTokens(confluenceTokens([{ name: 'ci', daysLeft: 5 }])),
  }),
  inConfluence('token-expiring', {
    title: 'The token expires within expiry-fail-days',
    setUp: withTokens(confluenceTokens([{ name: 'ci', daysLeft: 2 }]), { 'expiry-fail-days': '7' }),
  }),
  inConfluence('ambiguous', {
    title: 'Several live tokens, one of which expires soon',
    reason,
    warnings: 1,
    outputs: { 'expiry-status': 'ambiguous', 'token-name': 'ci' },
    setUp: withTokens(
      confluenceTokens([
        { name: 'ci', daysLeft: 4 },
        { name: 'deploy', daysLeft: 200 },
      ]),
    ),
  }),
  inConfluence('ambiguous-far', {
    title: 'Several live tokens, none of which expires soon',
    reason,
    outputs: { 'expiry-status': 'ambiguous' },
    setUp: withTokens(
      confluenceTokens([
        { name: 'ci', daysLeft: 40 },
        { name: 'deploy', daysLeft: 200 },
      ]),
    ),
  }),
  inConfluence('token-list-missing', {
    title: 'This Confluence has no token list, though token-name asks for it',
    reason,
    warnings: 1,
    outputs: { 'expiry-status': 'unknown' },
    setUp: withTokens(confluenceNotFound, { 'token-name': 'ci' }),
  }),
  inConfluence('expiry-unknown', {
    title: 'The list of tokens is refused, and expiry-fail-days asks for it',
    setUp: withTokens(confluenceRejected, { 'expiry-fail-days': '7' }),
  }),

  inConfluence('token-rejected', {
    title: 'Confluence does not accept the token: 401, where anonymous access is off',
    asks,
    statusCode: '401',
    setUp: withConfluence({}, { token: badToken }),
  }),
  inConfluence('token-rejected-anonymous', {
    title: 'Confluence does not accept the token: 200 as to nobody, where anonymous access is on',
    reason: 'token-rejected',
    asks,
    statusCode: '200',
    mentions: [/answered as to an anonymous user/, /HTTP 200/],
    setUp: answering(confluenceAnonymous, { token: badToken }),
  }),
  inConfluence('token-rejected-anonymous-named', {
    title: 'The same where a header says that nobody is logged in',
    reason: 'token-rejected',
    asks,
    statusCode: '200',
    setUp: answering({ ...confluenceAnonymous, headers: { 'X-AUSERNAME': 'anonymous' } }, { token: badToken }),
  }),
  inConfluence('token-rejected-anonymous-stripped', {
    title: 'The same where an edge has taken the headers off',
    reason: 'token-rejected',
    asks,
    statusCode: '200',
    setUp: answering(withoutHeaders(confluenceAnonymous), { token: badToken }),
  }),
  inConfluence('anonymous-stranger', {
    title: 'An anonymous user whom nothing shows to be of Confluence',
    reason: 'no-identity',
    asks,
    setUp: answering({ body: { type: 'anonymous', displayName: 'Anonymous' } }),
  }),
  inConfluence('anonymous-cached', {
    title: 'An anonymous user out of a cache, which says nothing of the token',
    reason: 'no-identity',
    asks,
    mentions: [/cache/],
    setUp: answering({ ...confluenceAnonymous, headers: { ...confluenceAnonymous.headers, Age: '600' } }),
  }),
  inConfluence('no-identity', {
    title: 'A user of another type than a known one',
    asks,
    setUp: answering(confluenceIdentity({ type: 'unknown' })),
  }),
  inConfluence('half-a-user', {
    title: 'A user name alone, with nothing that shows that it is from Confluence',
    reason: 'no-identity',
    asks,
    setUp: answering({ body: { type: 'known', username: 'svc-ci', displayName: 'CI Service' } }),
  }),
  inConfluence('other-user', {
    title: 'The header names somebody else',
    reason: 'no-identity',
    asks,
    mentions: [/X-AUSERNAME/],
    setUp: answering({ ...confluenceIdentity(), headers: { 'X-AUSERNAME': 'jdoe' } }),
  }),
  inConfluence('echo', {
    title: 'The name is the token itself',
    reason: 'no-identity',
    asks,
    setUp: answering({ body: { ...(confluenceIdentity().body as object), displayName: goodToken } }),
  }),
  inConfluence('access-denied', {
    title: 'The user may not use Confluence',
    asks,
    statusCode: '403',
    setUp: answering(confluenceUnlicensed),
  }),
  inConfluence('captcha-required', {
    title: 'Too many failed logins: Confluence wants a CAPTCHA, and says so with 401',
    asks,
    statusCode: '401',
    setUp: answering(confluenceCaptcha, { username: 'svc-ci' }),
  }),
  inConfluence('basic-auth-disabled', {
    title: 'No user name with a password is taken',
    asks,
    setUp: answering(confluenceBasicDisabled, { username: 'svc-ci' }),
  }),
  inConfluence('cloud-needs-basic', {
    title: 'Confluence Cloud refuses Bearer',
    asks,
    statusCode: '403',
    setUp: answering(confluenceCloudRefusal),
  }),
  inConfluence('basic-rejected', {
    title: 'Confluence Cloud gives a wrong token and an account without access one answer',
    asks,
    statusCode: '403',
    mentions: [/access/],
    setUp: answering(confluenceCloudRefusal, { username: 'svc-ci@example.com' }),
  }),
  inConfluence('edge-unauthorized', {
    title: 'Something in front wants a login of its own',
    asks,
    setUp: answering(nginxUnauthorized),
  }),
  inConfluence('edge-forbidden', { title: 'Something in front blocks the request', setUp: answering(nginxForbidden) }),

  inConfluence('starting', {
    title: 'Confluence is starting up',
    asks,
    setUp: once(confluenceUnavailable, status('STARTING')),
  }),
  inConfluence('maintenance', {
    title: 'Confluence is in maintenance',
    asks,
    setUp: once(confluenceUnavailable, status('MAINTENANCE')),
  }),
  inConfluence('rate-limited', {
    title: 'Too many requests',
    asks,
    statusCode: '429',
    setUp: once(confluenceRateLimited(17)),
  }),
  inConfluence('gateway-error', { title: 'The gateway gets no answer', asks, setUp: once(nginxBadGateway) }),
  inConfluence('server-error', {
    title: 'An error of the server itself',
    asks,
    setUp: once({ ...confluenceUnavailable, status: 500 }),
  }),

  inConfluence('sso-login', { title: 'A single sign-on in front', asks, setUp: answering(ssoRedirect) }),
  inConfluence('redirected', {
    title: 'It has moved to Confluence Cloud',
    asks,
    mentions: ['https://example.atlassian.net/wiki'],
    setUp: answering(movedTo('https://example.atlassian.net/wiki/rest/api/user/current')),
  }),
  inConfluence('not-found', {
    title: 'There is no Confluence at this address',
    asks,
    setUp: withConfluence({ contextPath: '/confluence', respond: routes({ currentUser: { status: 404 } }) }),
  }),
  inConfluence('front-page', {
    title: 'A page that leads to several servers stands at the root',
    reason: 'html-page',
    asks,
    mentions: [/Set confluence-url to http:\/\/127\.0\.0\.1:\d+\/wiki/],
    setUp: answering({
      headers: { 'Content-Type': 'text/html' },
      body: '<!DOCTYPE html><html><head><title>Tools</title></head><body><a href="/jira">Issues</a> <a href="/wiki">Wiki</a></body></html>',
    }),
  }),
  inConfluence('html-page', { title: 'Another site answers', asks, setUp: answering(welcomePage) }),
  inConfluence('empty-response', { title: 'The answer is empty', asks, setUp: answering({}) }),
  inConfluence('invalid-json', { title: 'Neither HTML nor JSON', asks, setUp: answering({ body: 'moin' }) }),
  inConfluence('unexpected-status', { title: 'A status of nobody’s', asks, setUp: answering({ status: 418 }) }),
  inConfluence('jira-answers', {
    title: 'It is Jira that answers at this address',
    reason: 'not-found',
    asks,
    names: ['jira'],
    mentions: [/^.*It is Jira that answered.*jira-url/],
    setUp: answering(restNotFound('http://jira.example.com/rest/api/user/current', '10.3.6')),
  }),
  inConfluence('bitbucket-answers', {
    title: 'It is Bitbucket that answers at this address',
    reason: 'not-found',
    asks,
    names: ['bitbucket'],
    mentions: [/It is Bitbucket that answered.*bitbucket-url/],
    setUp: answering(bitbucketPathNotFound),
  }),

  inConfluence('url-invalid', {
    title: 'The address of a page was pasted',
    mentions: ['https://confluence.example.com/confluence'],
    setUp: withInputs({
      'confluence-url': 'https://confluence.example.com/confluence/display/OPS/Home',
      token: goodToken,
    }),
  }),
  inConfluence('url-insecure', {
    title: 'The token would go unencrypted',
    setUp: withInputs({ 'confluence-url': 'http://confluence.example.com', token: goodToken }),
  }),
  inConfluence('token-missing', {
    title: 'There is no token',
    mentions: ['CONFLUENCE_PAT'],
    setUp: withInputs({ 'confluence-url': 'https://confluence.example.com' }, { env: { JIRA_PAT: goodToken } }),
  }),
  inConfluence('token-malformed', {
    title: 'The token is one of Bitbucket',
    names: ['bitbucket'],
    setUp: withInputs({ 'confluence-url': 'https://confluence.example.com', token: badBitbucketToken }),
  }),
  inConfluence('input-invalid', {
    title: 'Permissions, which no request tells',
    mentions: [/permissions is nothing that Confluence can be asked for/],
    setUp: withInputs({
      'confluence-url': 'https://confluence.example.com',
      token: goodToken,
      permissions: 'BROWSE_PROJECTS',
    }),
  }),
  inConfluence('two-urls', {
    title: 'The address of a Jira is given beside it',
    reason: 'input-invalid',
    product: 'jira',
    names: ['confluence'],
    setUp: withInputs({
      'confluence-url': 'https://confluence.example.com',
      'jira-url': 'https://jira.example.com',
      token: goodToken,
    }),
  }),
  inConfluence('connection-refused', {
    title: 'Nothing listens',
    setUp: withInputs({ 'confluence-url': 'http://127.0.0.1:1', token: goodToken, retries: '0' }),
  }),
  inConfluence('from-environment', {
    title: 'Address and token come from the environment',
    reason,
    asks: ['identity', 'tokens'],
    setUp: async () => {
      const { inputs = {}, ...setting } = await withConfluence()()
      return { ...setting, env: { CONFLUENCE_DOMAIN: inputs['confluence-url'] ?? '', CONFLUENCE_PAT: goodToken } }
    },
  }),
]
