import { certificates } from '../certificates.ts'
import { goodToken } from '../healthy.ts'
import { type Scenario, scenario, withInputs, withJira } from './scenario.ts'

const url = 'https://jira.example.com'
const asks: Scenario['asks'] = []

const badUrl = (baseUrl: string) => withInputs({ 'jira-url': baseUrl, token: goodToken })
const badToken = (token: string) => withJira({}, { token })

export const configuration: Scenario[] = [
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
  scenario('jira-url-page', {
    title: 'jira-url is a page of an issue',
    reason: 'url-invalid',
    mentions: [/https:\/\/jira\.example\.com\/jira(?!\/browse)/],
    setUp: badUrl('https://jira.example.com/jira/browse/OPS-1'),
  }),
  scenario('jira-url-query', {
    title: 'jira-url was copied from the address bar',
    reason: 'url-invalid',
    mentions: [/https:\/\/jira\.example\.com(?!\/secure)/],
    setUp: badUrl('https://jira.example.com/secure/Dashboard.jspa?selectPageId=10000#top'),
  }),
  scenario('jira-url-scheme', {
    title: 'jira-url is neither http nor https',
    reason: 'url-invalid',
    mentions: ['https://jira.example.com'],
    setUp: badUrl('ftp://jira.example.com'),
  }),
  scenario('jira-url-credentials', {
    title: 'jira-url holds a password, which no text shows',
    reason: 'url-invalid',
    mentions: ['https://jira.example.com'],
    setUp: withInputs(
      { 'jira-url': 'https://svc-ci:hunter2-secret@jira.example.com', token: goodToken },
      { secrets: ['hunter2-secret'] },
    ),
  }),
  scenario('url-insecure', {
    title: 'Plain http to another machine',
    mentions: ['allow-http'],
    setUp: badUrl('http://jira.example.com'),
  }),
  scenario('token-missing', {
    title: 'The secret is empty',
    asks,
    mentions: ['JIRA_PAT'],
    setUp: withJira({}, { token: '' }),
  }),
  scenario('token-missing-fork', {
    title: 'The secret is withheld from a pull request of a fork',
    reason: 'token-missing',
    asks,
    mentions: [/fork/],
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
  scenario('token-malformed', {
    title: 'The token was pasted with "Bearer " before it',
    asks,
    mentions: ['Bearer'],
    setUp: badToken(`Bearer ${goodToken}`),
  }),
  scenario('token-with-line-break', {
    title: 'A line break in the middle of the token',
    reason: 'token-malformed',
    asks,
    setUp: badToken(`${goodToken.slice(0, 20)}\n${goodToken.slice(20)}`),
  }),
  scenario('token-quoted', {
    title: 'Quotation marks around the token',
    reason: 'token-malformed',
    asks,
    setUp: badToken(`"${goodToken}"`),
  }),
  scenario('token-not-ascii', {
    title: 'The token holds a letter that no token has',
    reason: 'token-malformed',
    asks,
    setUp: badToken(`${goodToken}é`),
  }),
  ...['***', '${{ secrets.JIRA_PAT }}', '$JIRA_PAT', '<your token>'].map((placeholder, index) =>
    scenario(`token-placeholder-${index + 1}`, {
      title: `A placeholder instead of the token: ${placeholder}`,
      reason: 'token-malformed',
      asks,
      setUp: badToken(placeholder),
    }),
  ),
  scenario('input-invalid', {
    title: 'timeout-seconds is not a number',
    asks,
    mentions: ['timeout-seconds', '600'],
    setUp: withJira({}, { 'timeout-seconds': 'soon' }),
  }),
  scenario('fail-on-invalid', {
    title: 'fail-on names a result that there is not',
    reason: 'input-invalid',
    asks,
    mentions: ['fail-on', 'misconfigured'],
    setUp: withJira({}, { 'fail-on': 'refused, never' }),
  }),
  scenario('projects-invalid', {
    title: 'A project key with a slash in it',
    reason: 'input-invalid',
    asks,
    mentions: ['projects'],
    setUp: withJira({}, { projects: 'OPS, OPS/1' }),
  }),
  scenario('proxy-invalid', {
    title: 'A SOCKS proxy, which cannot be used',
    reason: 'input-invalid',
    asks,
    mentions: ['https_proxy'],
    setUp: withInputs({ 'jira-url': url, token: goodToken }, { env: { https_proxy: 'socks5://127.0.0.1:1080' } }),
  }),
  scenario('certificate-invalid', {
    title: 'ca-certificate is a file that is not there',
    asks,
    mentions: ['ca-certificate'],
    setUp: withJira({}, { 'ca-certificate': './certificates/missing.pem' }),
  }),
  scenario('certificate-not-pem', {
    title: 'ca-certificate is a file, and no certificate',
    reason: 'certificate-invalid',
    asks,
    mentions: ['ca-certificate', 'PEM'],
    setUp: withJira({}, { 'ca-certificate': 'event.json' }),
  }),
  scenario('client-key-missing', {
    title: 'A client certificate without its key',
    reason: 'certificate-invalid',
    asks,
    mentions: ['client-key'],
    setUp: async () => withJira({}, { 'client-certificate': (await certificates()).client.cert })(),
  }),
  scenario('client-key-mismatch', {
    title: 'The client key belongs to another certificate',
    reason: 'certificate-invalid',
    asks,
    mentions: ['client-key'],
    setUp: async () => {
      const { client, server } = await certificates()
      return withJira({}, { 'client-certificate': client.cert, 'client-key': server.key })()
    },
  }),
  scenario('client-certificate-expired', {
    title: 'The client certificate has expired',
    reason: 'certificate-invalid',
    asks,
    mentions: ['client-certificate', /expired/],
    setUp: async () => {
      const { expiredClient } = await certificates()
      return withJira({}, { 'client-certificate': expiredClient.cert, 'client-key': expiredClient.key })()
    },
  }),
  scenario('tls-verification-off', {
    title: 'NODE_TLS_REJECT_UNAUTHORIZED=0 stands in the environment',
    asks,
    mentions: ['NODE_TLS_REJECT_UNAUTHORIZED'],
    setUp: withJira({}, {}, { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } }),
  }),
]
