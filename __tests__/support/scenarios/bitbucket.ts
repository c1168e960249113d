import {
  answeredTo,
  bitbucketCaptcha,
  bitbucketRateLimited,
  bitbucketRejected,
  bitbucketStatus,
  bitbucketToken,
  bitbucketUnavailable,
  bitbucketUnlicensed,
  bitbucketUser,
  byBitbucket,
  confluenceNotFound,
  movedTo,
  nginxBadGateway,
  nginxForbidden,
  nginxUnauthorized,
  notPermitted,
  page,
  properties,
  propertiesForNobody,
  restNotFound,
  ssoRedirect,
  tomcatNotFound,
  welcomePage,
} from '../answers.ts'
import { badBitbucketToken, goodBitbucketToken, tokenNumber } from '../healthy/bitbucket.ts'
import type { JiraOptions } from '../jira.ts'
import type { Reply } from '../reply.ts'
import { type Answers, routes } from '../routes.ts'
import { type Plan, type Scenario, type Setting, scenario, withInputs, withJira } from './scenario.ts'

const product = 'bitbucket'
const reason = 'authenticated'
const proof: Scenario['asks'] = ['identity', 'user']
const asks: Scenario['asks'] = ['identity']

const withBitbucket = (
  options: JiraOptions = {},
  inputs: Record<string, string> = {},
  more: Omit<Setting, 'inputs'> = {},
) => withJira({ product, ...options }, inputs, more)

/** Made anew for each run: answers that follow one another begin with the first again. */
const answering =
  (answers: Parameters<typeof routes>[0], inputs: Record<string, string> = {}): Scenario['setUp'] =>
  () =>
    withBitbucket({ respond: routes(answers) }, inputs)()

const withTokens = (accessTokens: Answers, inputs: Record<string, string> = {}) => answering({ accessTokens }, inputs)

/** These pass after a while; one attempt is enough to tell them apart. */
const once = (answer: Reply, status: Reply = nginxBadGateway) =>
  answering({ properties: answer, status }, { retries: '0' })

const withHeaders = (headers: Record<string, string>, reply: Reply): Reply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
})

const inBitbucket = (name: string, plan: Omit<Plan, 'reason'> & { reason?: Scenario['reason'] }): Scenario =>
  scenario(name, { reason: name as Scenario['reason'], ...plan, product: plan.product ?? product })

const own = (more: object = {}) => bitbucketToken({ id: tokenNumber, name: 'ci', ...more })
const other = (more: object = {}) => bitbucketToken({ id: '161803398874', name: 'deploy', ...more })

/** What is different in Bitbucket, and what has to speak of it. */
export const bitbucket: Scenario[] = [
  inBitbucket('authenticated', {
    title: 'The token is good: a header names its user, and the list of users confirms it',
    asks: [...proof, 'tokens'],
    statusCode: '200',
    outputs: {
      username: 'svc-ci',
      'user-key': '101',
      'display-name': 'CI Service',
      email: 'svc-ci@example.com',
      'expiry-status': 'ok',
      'token-name': 'ci',
      'token-days-left': '80',
      'missing-permissions': '',
    },
    setUp: withBitbucket(),
  }),
  inBitbucket('context-path', {
    title: 'Bitbucket lives below /bitbucket',
    reason,
    setUp: withBitbucket({ contextPath: '/bitbucket' }),
  }),
  inBitbucket('odd-name', {
    title: 'A user name that is percent-encoded in the header',
    reason,
    outputs: { username: 'jürgen@ci' },
    setUp: answering({
      properties: answeredTo('j%C3%BCrgen%40ci', properties),
      users: answeredTo('j%C3%BCrgen%40ci', page([bitbucketUser({ name: 'jürgen@ci' })])),
      accessTokens: answeredTo('j%C3%BCrgen%40ci', page([own({ daysLeft: 80 })])),
    }),
  }),
  inBitbucket('gates', {
    title: 'The right user, projects, repositories and permissions',
    reason,
    asks: [
      ...proof,
      ...['project OPS', 'project ~svc-ci', 'repository OPS/web', 'tokens'],
      ...['PROJECT_READ in Project OPS', 'PROJECT_READ in Project ~svc-ci', 'REPO_WRITE in OPS'],
    ],
    outputs: { 'missing-permissions': '[]' },
    setUp: withBitbucket(
      {},
      {
        'expected-user': 'svc-ci',
        projects: 'OPS, ~svc-ci',
        repositories: 'OPS/web',
        permissions: 'PROJECT_READ, REPO_WRITE',
      },
    ),
  }),
  inBitbucket('project-not-visible', {
    title: 'A project that does not exist, or that the user may not see',
    asks: [...proof, 'project HR', 'tokens'],
    mentions: ['HR'],
    setUp: withBitbucket({}, { projects: 'HR' }),
  }),
  inBitbucket('project-not-permitted', {
    title: 'A project that answers 401, as those do that the user may not see',
    reason: 'project-not-visible',
    statusCode: '401',
    outputs: { 'missing-permissions': '["OPS:PROJECT_ADMIN"]' },
    setUp: withBitbucket(
      { respond: ({ path }) => (path.endsWith('/projects/OPS') ? notPermitted : undefined) },
      { projects: 'OPS', permissions: 'PROJECT_ADMIN' },
    ),
  }),
  inBitbucket('repository-not-visible', {
    title: 'A repository that does not exist, or that the user may not see',
    asks: [...proof, 'repository OPS/web', 'repository OPS/secret', 'REPO_READ in OPS', 'tokens'],
    mentions: ['OPS/secret'],
    outputs: { 'missing-permissions': '["OPS/secret:REPO_READ"]' },
    setUp: withBitbucket({}, { repositories: 'OPS/web, OPS/secret', permissions: 'REPO_READ' }),
  }),
  inBitbucket('permission-missing', {
    title: 'The user lacks a permission in the repository',
    outputs: { 'missing-permissions': '["OPS/web:REPO_ADMIN"]' },
    mentions: ['OPS/web:REPO_ADMIN', /fewer permissions than its user/],
    setUp: withBitbucket({}, { repositories: 'OPS/web', projects: 'OPS', permissions: 'PROJECT_READ, REPO_ADMIN' }),
  }),
  inBitbucket('user-inactive', {
    title: 'The user has been deactivated',
    setUp: answering({ users: page([bitbucketUser({ active: false })]) }),
  }),
  inBitbucket('wrong-user', {
    title: 'The token belongs to somebody else',
    setUp: withBitbucket({}, { 'expected-user': 'svc-deploy' }),
  }),

  inBitbucket('expiry-by-number', {
    title: 'The number in the token tells its entry from the others',
    reason,
    warnings: 1,
    outputs: { 'expiry-status': 'expiring', 'token-days-left': '5', 'token-name': 'ci' },
    setUp: withTokens(page([other({ daysLeft: 200 }), own({ daysLeft: 5 })])),
  }),
  inBitbucket('expiry-by-days', {
    title: 'The token expires so many days after its creation',
    reason,
    outputs: { 'expiry-status': 'ok', 'token-days-left': '79' },
    setUp: withTokens(page([own({ createdDaysAgo: 10, more: { expiryDays: 90 } })])),
  }),
  inBitbucket('expiry-on-page-two', {
    title: 'The entry stands on the second page of the list',
    reason,
    asks: [...proof, 'tokens', 'tokens'],
    outputs: { 'token-name': 'ci', 'token-days-left': '80' },
    setUp: withTokens([
      page([other({ daysLeft: 3 })], { isLastPage: false, nextPageStart: 1 }),
      page([own({ daysLeft: 80 })], { start: 1 }),
    ]),
  }),
  inBitbucket('never', {
    title: 'The token never expires',
    reason,
    outputs: { 'expiry-status': 'never', 'token-name': 'ci' },
    setUp: withTokens(page([own()])),
  }),
  inBitbucket('ambiguous', {
    title: 'One token alone, and its number is not that of the one that was sent',
    reason,
    outputs: { 'expiry-status': 'ambiguous', 'token-name': 'deploy' },
    setUp: withTokens(page([other({ daysLeft: 40 })])),
  }),
  inBitbucket('ambiguous-near', {
    title: 'The same, and it expires soon',
    reason,
    warnings: 1,
    outputs: { 'expiry-status': 'ambiguous' },
    setUp: withTokens(page([other({ daysLeft: 3 })])),
  }),
  inBitbucket('only-one', {
    title: 'One token alone, and the list has numbers of another kind',
    reason,
    outputs: { 'expiry-status': 'ok', 'token-name': 'deploy' },
    setUp: withTokens(page([other({ daysLeft: 40, id: '7' })])),
  }),
  inBitbucket('token-list-refused', {
    title: 'The list of tokens answers 401, which says nothing of the token',
    reason,
    outputs: { 'expiry-status': 'unknown' },
    setUp: withTokens(notPermitted),
  }),
  inBitbucket('expiry-unknown', {
    title: 'The same, and expiry-fail-days asks for it',
    mentions: [/HTTP 401/],
    setUp: withTokens(notPermitted, { 'expiry-fail-days': '7' }),
  }),
  inBitbucket('expiry-unknown-ambiguous', {
    title: 'No entry has the number of the token, and the first expires too soon',
    reason: 'expiry-unknown',
    setUp: withTokens(page([other({ daysLeft: 2 })]), { 'expiry-fail-days': '7' }),
  }),
  inBitbucket('token-expiring', {
    title: 'The token expires within expiry-fail-days',
    setUp: withTokens(page([own({ daysLeft: 2 })]), { 'expiry-fail-days': '7' }),
  }),

  inBitbucket('token-rejected', {
    title: 'Bitbucket does not accept the token: it names nobody, and refuses what is for users',
    asks: ['identity', 'recent'],
    statusCode: '401',
    setUp: withBitbucket({}, { token: badBitbucketToken }),
  }),
  inBitbucket('token-rejected-at-once', {
    title: 'The same where it refuses even what is open to everybody',
    reason: 'token-rejected',
    asks,
    statusCode: '401',
    setUp: answering({ properties: bitbucketRejected }),
  }),
  inBitbucket('basic-rejected', {
    title: 'Bitbucket does not accept user name and password',
    asks,
    setUp: answering({ properties: bitbucketRejected }, { username: 'svc-ci' }),
  }),
  inBitbucket('stripped-name', {
    title: 'The token is accepted, and an edge takes the name off',
    reason: 'no-identity',
    asks: ['identity', 'recent'],
    mentions: [/X-AUSERNAME/, /project or a repository/],
    setUp: answering({ properties: propertiesForNobody }),
  }),
  inBitbucket('no-identity', {
    title: 'The list of users has no entry of that name',
    asks: proof,
    mentions: [/svc-ci/, /nothing confirms it/],
    setUp: answering({ users: page([bitbucketUser({ name: 'svc-ci-old' })]) }),
  }),
  inBitbucket('user-list-refused', {
    title: 'The list of users is refused, which says nothing of the token',
    reason: 'no-identity',
    asks: proof,
    statusCode: '401',
    mentions: [/svc-ci/, /refused/],
    setUp: answering({ users: notPermitted }),
  }),
  inBitbucket('other-number', {
    title: 'The list of users has that name with another number',
    reason: 'no-identity',
    asks: proof,
    mentions: [/X-AUSERID/],
    setUp: answering({ users: page([bitbucketUser({ id: 7 })]) }),
  }),
  inBitbucket('two-users', {
    title: 'The headers name two users',
    reason: 'no-identity',
    asks,
    setUp: answering({ properties: withHeaders({ 'X-AUSERNAME': 'svc-ci, jdoe' }, properties) }),
  }),
  inBitbucket('user-list-of-another', {
    title: 'The list of users was answered to somebody else',
    reason: 'no-identity',
    asks: proof,
    setUp: answering({ users: answeredTo('jdoe', page([bitbucketUser()])) }),
  }),
  inBitbucket('echo', {
    title: 'The name is the token itself',
    reason: 'no-identity',
    setUp: answering({
      properties: answeredTo(goodBitbucketToken, properties),
      users: answeredTo(goodBitbucketToken, page([bitbucketUser({ name: goodBitbucketToken })])),
    }),
  }),
  inBitbucket('cached', {
    title: 'The properties come out of a cache',
    reason: 'no-identity',
    asks,
    mentions: [/cache/],
    setUp: answering({ properties: withHeaders({ Age: '600' }, properties) }),
  }),
  inBitbucket('stranger', {
    title: 'JSON of something else',
    reason: 'no-identity',
    asks,
    setUp: answering({ properties: { headers: { 'X-AUSERNAME': 'svc-ci' }, body: { name: 'node-1', version: {} } } }),
  }),
  inBitbucket('access-denied', {
    title: 'The user may not use Bitbucket',
    asks,
    statusCode: '403',
    setUp: answering({ properties: bitbucketUnlicensed }),
  }),
  inBitbucket('captcha-required', {
    title: 'Too many failed logins: Bitbucket wants a CAPTCHA',
    asks,
    setUp: answering({ properties: bitbucketCaptcha }, { username: 'svc-ci' }),
  }),
  inBitbucket('edge-unauthorized', {
    title: 'Something in front wants a login of its own',
    asks,
    setUp: answering({ properties: nginxUnauthorized }),
  }),
  inBitbucket('edge-forbidden', {
    title: 'Something in front blocks the request',
    asks,
    setUp: answering({ properties: nginxForbidden }),
  }),

  inBitbucket('starting', {
    title: 'Bitbucket is starting up',
    asks,
    setUp: once(bitbucketUnavailable, bitbucketStatus('STARTING')),
  }),
  inBitbucket('first-run', {
    title: 'Bitbucket was never set up, and says so with 200',
    reason: 'starting',
    asks,
    setUp: once(bitbucketUnavailable, bitbucketStatus('FIRST_RUN')),
  }),
  inBitbucket('maintenance', {
    title: 'Bitbucket is in maintenance, and says so with 200',
    asks,
    setUp: once(bitbucketUnavailable, bitbucketStatus('MAINTENANCE')),
  }),
  inBitbucket('rate-limited', {
    title: 'Too many requests',
    asks,
    statusCode: '429',
    setUp: once(bitbucketRateLimited(17)),
  }),
  inBitbucket('gateway-error', { title: 'The gateway gets no answer', asks, setUp: once(nginxBadGateway) }),
  inBitbucket('server-error', {
    title: 'An error of the server itself',
    asks,
    setUp: once({ ...bitbucketUnavailable, status: 500 }, bitbucketStatus('RUNNING')),
  }),

  inBitbucket('sso-login', { title: 'A single sign-on in front', asks, setUp: answering({ properties: ssoRedirect }) }),
  inBitbucket('redirected', {
    title: 'The base URL has moved',
    asks,
    mentions: ['https://git.example.com/bitbucket'],
    setUp: answering({
      properties: movedTo('https://git.example.com/bitbucket/rest/api/latest/application-properties'),
    }),
  }),
  inBitbucket('not-found', {
    title: 'There is no Bitbucket at this address',
    asks,
    setUp: answering({ properties: tomcatNotFound }),
  }),
  inBitbucket('html-page', { title: 'Another site answers', asks, setUp: answering({ properties: welcomePage }) }),
  inBitbucket('empty-response', { title: 'The answer is empty', asks, setUp: answering({ properties: {} }) }),
  inBitbucket('invalid-json', { title: 'No page of users', asks: proof, setUp: answering({ users: byBitbucket([]) }) }),
  inBitbucket('unexpected-status', {
    title: 'A status of nobody’s',
    asks,
    setUp: answering({ properties: { status: 418 } }),
  }),
  inBitbucket('jira-answers', {
    title: 'It is Jira that answers at this address',
    reason: 'not-found',
    asks,
    names: ['jira'],
    mentions: [/It is Jira that answered.*jira-url/],
    setUp: answering({ properties: restNotFound('http://jira.example.com/', '10.3.6') }),
  }),
  inBitbucket('confluence-answers', {
    title: 'It is Confluence that answers at this address',
    reason: 'not-found',
    asks,
    names: ['confluence'],
    mentions: [/It is Confluence that answered.*confluence-url/],
    setUp: answering({ properties: confluenceNotFound }),
  }),

  inBitbucket('url-invalid', {
    title: 'The address of a page was pasted',
    mentions: ['https://bitbucket.example.com/bitbucket'],
    setUp: withInputs({
      'bitbucket-url': 'https://bitbucket.example.com/bitbucket/projects/OPS/repos/web/browse',
      token: goodBitbucketToken,
    }),
  }),
  inBitbucket('url-insecure', {
    title: 'The token would go unencrypted',
    setUp: withInputs({ 'bitbucket-url': 'http://bitbucket.example.com', token: goodBitbucketToken }),
  }),
  inBitbucket('token-missing', {
    title: 'There is no token',
    mentions: ['BITBUCKET_PAT'],
    setUp: withInputs({ 'bitbucket-url': 'https://bitbucket.example.com' }),
  }),
  inBitbucket('token-malformed', {
    title: 'The token is pasted with what is put before it',
    setUp: withInputs({ 'bitbucket-url': 'https://bitbucket.example.com', token: `Bearer ${goodBitbucketToken}` }),
  }),
  inBitbucket('input-invalid', {
    title: 'A permission of repositories, and no repository',
    mentions: [/REPO_WRITE/],
    setUp: withInputs({
      'bitbucket-url': 'https://bitbucket.example.com',
      token: goodBitbucketToken,
      projects: 'OPS',
      permissions: 'REPO_WRITE',
    }),
  }),
  inBitbucket('permission-mistyped', {
    title: 'A permission that there is not',
    reason: 'input-invalid',
    mentions: [/REPO_WRITE/],
    setUp: withInputs({
      'bitbucket-url': 'https://bitbucket.example.com',
      token: goodBitbucketToken,
      repositories: 'OPS/web',
      permissions: 'REPO_WRTE',
    }),
  }),
  inBitbucket('connection-refused', {
    title: 'Nothing listens',
    setUp: withInputs({ 'bitbucket-url': 'http://127.0.0.1:1', token: goodBitbucketToken, retries: '0' }),
  }),
  inBitbucket('from-environment', {
    title: 'Address and token come from the environment',
    reason,
    setUp: async () => {
      const { inputs = {}, ...setting } = await withBitbucket()()
      return { ...setting, env: { BITBUCKET_DOMAIN: inputs['bitbucket-url'] ?? '', BITBUCKET_PAT: goodBitbucketToken } }
    },
  }),
]
