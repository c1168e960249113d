import { goodToken } from '../healthy.ts'
import { oldNode } from '../old-node.ts'
import { certificateScenarios } from './certificates.ts'
import { type Scenario, scenario, withInputs, withJira } from './scenario.ts'

const url = 'https://jira.example.com'
const asks: Scenario['asks'] = []

const badUrl = (jiraUrl: string, secrets: string[] = []) =>
  withInputs({ 'jira-url': jiraUrl, token: goodToken }, { secrets })
const badToken = (token: string, inputs: Record<string, string> = {}, secrets: string[] = []) =>
  withJira({}, { ...inputs, token }, { secrets })
const badInput = (inputs: Record<string, string>) => withJira({}, inputs)

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const urls: Scenario[] = [
  scenario('url-missing', {
    title: 'Neither jira-url nor JIRA_DOMAIN is set',
    mentions: ['jira-url', 'JIRA_DOMAIN'],
    setUp: withInputs({ token: goodToken }),
  }),
  scenario('url-invalid', {
    title: 'jira-url has no scheme',
    mentions: ['https://jira.example.com'],
    setUp: badUrl('jira.example.com'),
  }),
  scenario('url-scheme', {
    title: 'jira-url is neither http nor https',
    reason: 'url-invalid',
    mentions: ['https://jira.example.com'],
    setUp: badUrl('ftp://jira.example.com'),
  }),
  scenario('url-page', {
    title: 'jira-url is a page of an issue',
    reason: 'url-invalid',
    mentions: [/https:\/\/jira\.example\.com\/jira(?!\/browse)/],
    setUp: badUrl('https://jira.example.com/jira/browse/OPS-1'),
  }),
  ...(
    [
      ['rest', 'the address of a REST resource', '/rest/api/2/myself'],
      ['project', 'the page of a project', '/projects/OPS/summary'],
      ['login', 'the login page', '/login.jsp'],
      ['plugin', 'a page of an app', '/plugins/servlet/mobile'],
      ['issues', 'a list of issues', '/issues/OPS-1'],
      ['service-desk', 'a portal for customers', '/servicedesk/customer/portals'],
      ['dashboard', 'a dashboard', '/secure/Dashboard.jspa'],
    ] as const
  ).map(([name, what, path]) =>
    scenario(`url-${name}`, {
      title: `jira-url is ${what}`,
      reason: 'url-invalid',
      mentions: [/https:\/\/example\.com\/jira(?!\/)/],
      setUp: badUrl(`https://example.com/jira${path}`),
    }),
  ),
  scenario('url-query', {
    title: 'jira-url was copied from the address bar',
    reason: 'url-invalid',
    mentions: [/https:\/\/jira\.example\.com(?!\/secure)/],
    setUp: badUrl('https://jira.example.com/secure/Dashboard.jspa?selectPageId=10000#top'),
  }),
  scenario('url-fragment', {
    title: 'jira-url has a fragment',
    reason: 'url-invalid',
    mentions: [/https:\/\/example\.com\/jira(?!#)/],
    setUp: badUrl('https://example.com/jira#top'),
  }),
  ...(
    [
      ['credentials', 'a password, which no text shows', 'svc-ci:hunter2-secret@'],
      ['credentials-domain', 'a domain, a user and a password', 'CORP\\svc-ci:hunter2-secret@'],
      ['credentials-slash', 'a domain, a user and a password, with a slash', 'CORP/svc-ci:hunter2-secret@'],
      ['credentials-encoded', 'a password, percent-encoded', 'CORP%5Csvc-ci%3Ahunter2-secret%40'],
    ] as const
  ).map(([name, what, login]) =>
    scenario(`url-${name}`, {
      title: `jira-url holds ${what}`,
      reason: 'url-invalid',
      mentions: ['https://jira.example.com', 'login'],
      setUp: badUrl(`https://${login}jira.example.com`, ['hunter2-secret', 'hunter2']),
    }),
  ),
  scenario('url-insecure', {
    title: 'Plain http to another machine',
    mentions: ['allow-http', 'https://jira.example.com'],
    setUp: badUrl('http://jira.example.com'),
  }),
  scenario('url-localhost', {
    title: 'Plain http to a name under localhost, which not every resolver takes for this machine',
    reason: 'url-insecure',
    mentions: ['allow-http'],
    setUp: badUrl('http://jira.localhost:8080'),
  }),
]

const missing: Scenario[] = [
  scenario('token-missing', {
    title: 'The secret is empty',
    asks,
    mentions: ['JIRA_PAT', 'octo-org/octo-repo'],
    setUp: badToken(''),
  }),
  scenario('token-missing-fork', {
    title: 'The secret is withheld from a pull request of a fork',
    reason: 'token-missing',
    asks,
    mentions: [/fork/, 'github.event.pull_request.head.repo.full_name'],
    setUp: withJira(
      {},
      { token: '' },
      {
        env: { GITHUB_EVENT_NAME: 'pull_request' },
        event: {
          pull_request: {
            head: { repo: { fork: true, full_name: 'somebody/octo-repo' } },
            base: { repo: { fork: false, full_name: 'octo-org/octo-repo' } },
          },
        },
      },
    ),
  }),
  scenario('token-missing-dependabot', {
    title: 'The secret is withheld from Dependabot',
    reason: 'token-missing',
    asks,
    mentions: ['Dependabot'],
    setUp: withJira({}, { token: '' }, { env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' } }),
  }),
]

const address = base64(`jane@example.com:${goodToken}`)

const malformed: Scenario[] = [
  scenario('token-malformed', {
    title: 'The token was pasted with "Bearer " before it',
    asks,
    mentions: ['Bearer'],
    setUp: badToken(`Bearer ${goodToken}`),
  }),
  ...['***', '${{ secrets.JIRA_PAT }}', '$JIRA_PAT', '<your token>', 'secrets.JIRA_PAT'].map((placeholder, index) =>
    scenario(`token-placeholder-${index + 1}`, {
      title: `A placeholder instead of the token: ${placeholder}`,
      reason: 'token-malformed',
      asks,
      setUp: badToken(placeholder),
    }),
  ),
  ...(
    [
      ['with-line-break', 'A line break in the middle', `${goodToken.slice(0, 20)}\n${goodToken.slice(20)}`, 'line'],
      ['with-white-space', 'White space in the middle', `${goodToken.slice(0, 20)} ${goodToken.slice(20)}`, 'white'],
      ['not-ascii', 'A letter that no token has', `${goodToken}é`, 'ASCII'],
      ['quoted', 'Quotation marks around the token', `"${goodToken}"`, 'quotation'],
      ['labelled', '"token: " before the token', `token: ${goodToken}`, 'token'],
      ['basic', 'The header of Basic authentication', `Basic ${base64(`svc-ci:${goodToken}`)}`, 'username'],
      ['with-address', 'Base64 of an e-mail address and the token', address, 'e-mail address'],
      ['cookie', 'The cookie of a session', 'JSESSIONID=0123456789ABCDEF0123456789ABCDEF', 'cookie'],
      ['oauth1', 'Parameters of OAuth 1.0a', 'oauth_token=0123456789abcdef', 'OAuth 1.0a'],
      ['url', 'The address of Jira', 'https://jira.example.com', 'jira-url'],
      ['of-github', 'A token of GitHub', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'GitHub'],
      ['of-gitlab', 'A token of GitLab', 'glpat-aBcDeFgHiJkLmNoPqRsT', 'GitLab'],
      ['of-slack', 'A token of Slack', 'xoxb-123456789012-aBcDeFgHiJkL', 'Slack'],
      ['of-npm', 'A token of npm', 'npm_aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789', 'npm'],
      ['of-aws', 'A key of AWS', 'AKIAIOSFODNN7EXAMPLE', 'AWS'],
      ['of-bitbucket', 'A token of Bitbucket', `BBDC-${goodToken}`, 'Bitbucket'],
    ] as const
  ).map(([name, title, token, mention]) =>
    scenario(`token-${name}`, {
      title,
      reason: 'token-malformed',
      asks,
      names: mention === 'Bitbucket' ? ['bitbucket'] : [],
      mentions: [mention],
      setUp: badToken(token, {}, token.length > 40 ? [] : [token]),
    }),
  ),
  ...(
    [
      ['masked', 'The masked form of a password', '***', 'masked'],
      ['with-line-break', 'A password with a line break', 'hunter2\nhunter2', 'line break'],
      ['basic', 'The header of Basic authentication, beside username', `Basic ${base64('svc-ci:hunter2')}`, 'username'],
      ['with-address', 'Base64 of an e-mail address and the token, beside username', address, 'e-mail address'],
    ] as const
  ).map(([name, title, token, mention]) =>
    scenario(`password-${name}`, {
      title,
      reason: 'token-malformed',
      asks,
      mentions: [mention],
      setUp: badToken(token, { username: 'svc-ci' }, token === '***' ? [] : ['hunter2']),
    }),
  ),
]

const others: Scenario[] = [
  scenario('input-invalid', {
    title: 'timeout-seconds is not a number',
    asks,
    mentions: ['timeout-seconds', '600'],
    setUp: badInput({ 'timeout-seconds': 'soon' }),
  }),
  ...(
    [
      ['timeout-with-unit', 'timeout-seconds has a unit', { 'timeout-seconds': '60s' }, ['timeout-seconds', '60']],
      ['boolean-of-yaml-1.1', 'check-expiry is a boolean of old', { 'check-expiry': 'no' }, ['check-expiry', 'false']],
      ['fail-on-invalid', 'fail-on has a word that there is not', { 'fail-on': 'refused, never' }, ['fail-on', 'none']],
      ['fail-on-misspelt', 'fail-on has a misspelt word', { 'fail-on': 'refused, unkown' }, ['fail-on', 'unknown']],
      ['fail-on-success', 'fail-on wants success to fail', { 'fail-on': 'usable' }, ['fail-on', 'success']],
      [
        'fail-on-internal',
        'fail-on would let a fault of the check pass',
        { 'fail-on': '!internal-error' },
        ['fail-on'],
      ],
      ['projects-invalid', 'A project key with a slash in it', { projects: 'OPS, OPS/1' }, ['projects']],
      ['projects-issue', 'The key of an issue, not of a project', { projects: 'OPS-1' }, ['projects', 'OPS']],
      ['projects-empty', 'A list of nothing but separators', { projects: ', ,' }, ['projects', 'separators']],
      ['username-with-password', 'A password beside the user name', { username: 'svc-ci:hunter2' }, ['username']],
      [
        'expiry-gate-without-expiry',
        'A gate for an expiry that is not read',
        { 'expiry-fail-days': '7', 'check-expiry': 'false' },
        ['expiry-fail-days', 'check-expiry'],
      ],
      [
        'expiry-gate-of-password',
        'A gate for an expiry that a password does not have',
        { 'expiry-fail-days': '7', username: 'svc-ci' },
        ['expiry-fail-days', 'username'],
      ],
      ['headers-forbidden', 'headers set what is not theirs', { headers: 'Authorization: Bearer x' }, ['headers']],
      ['headers-folded', 'A header goes on in a second line', { headers: 'X-Gateway: a\n b' }, ['headers', 'line']],
      ['headers-empty', 'The secret of a header is empty', { headers: 'X-Gateway:' }, ['headers', 'value']],
    ] as const
  ).map(([name, title, inputs, mentions]) =>
    scenario(name, { title, reason: 'input-invalid', asks, mentions: [...mentions], setUp: badInput(inputs) }),
  ),
  scenario('proxy-invalid', {
    title: 'A SOCKS proxy, which cannot be used',
    reason: 'input-invalid',
    asks,
    mentions: ['https_proxy', 'SOCKS', 'no_proxy'],
    setUp: withInputs({ 'jira-url': url, token: goodToken }, { env: { https_proxy: 'socks5://127.0.0.1:1080' } }),
  }),
  scenario('proxy-password-unencoded', {
    title: 'The password of the proxy has a slash in it that is not encoded',
    reason: 'input-invalid',
    asks,
    mentions: ['HTTPS_PROXY', '%2F'],
    setUp: withInputs(
      { 'jira-url': url, token: goodToken },
      {
        env: { HTTPS_PROXY: 'http://svc-ci:hun/ter2-secret@127.0.0.1:3128' },
        secrets: ['hun/ter2-secret', 'ter2-secret'],
      },
    ),
  }),
  scenario('node-unsupported', {
    title: 'An older Node than the one that is wanted',
    asks,
    mentions: ['18.20.8', '22.15'],
    setUp: withJira({}, {}, { nodeArgs: oldNode('18.20.8') }),
  }),
  scenario('tls-verification-off', {
    title: 'NODE_TLS_REJECT_UNAUTHORIZED=0 stands in the environment',
    asks,
    mentions: ['NODE_TLS_REJECT_UNAUTHORIZED'],
    setUp: withJira({}, {}, { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } }),
  }),
]

export const configuration: Scenario[] = [...urls, ...missing, ...malformed, ...others, ...certificateScenarios]
