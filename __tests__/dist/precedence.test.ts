import { describe, expect, it } from 'vitest'
import {
  bearerRejected,
  captcha,
  identity,
  jiraHeaders,
  loginPage,
  permissions,
  serverError,
  tokens,
  tomcatRateLimited,
} from '../support/answers.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { startJira } from '../support/jira.ts'
import { play, playAgainst } from '../support/play.ts'
import type { Reply } from '../support/reply.ts'
import { routes } from '../support/routes.ts'
import { withInputs } from '../support/scenarios/scenario.ts'

const failedLogin = { ...jiraHeaders, 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' }
const { body: someIdentity } = identity()

const answers: [what: string, reply: Reply, reason: string][] = [
  ['a 403 for a CAPTCHA that says AUTHENTICATED_FAILED too', captcha, 'captcha-required'],
  ['a 403 that says AUTHENTICATED_FAILED', { status: 403, headers: failedLogin }, 'access-denied'],
  ['a 404 that says AUTHENTICATED_FAILED', { status: 404, headers: failedLogin }, 'token-rejected'],
  ['a 429 that says AUTHENTICATED_FAILED', { status: 429, headers: failedLogin }, 'token-rejected'],
  ['a 500 that says AUTHENTICATED_FAILED', { status: 500, headers: failedLogin }, 'token-rejected'],
  [
    'a 302 that says AUTHENTICATED_FAILED',
    { status: 302, headers: { ...failedLogin, Location: '/' } },
    'token-rejected',
  ],
  ['an identity that says AUTHENTICATED_FAILED', { ...identity(), headers: failedLogin }, 'token-rejected'],
  ['a 404 with a login page', { ...loginPage, status: 404 }, 'not-found'],
  ['a 500 with a Location', { ...serverError, headers: { ...jiraHeaders, Location: '/login.jsp' } }, 'server-error'],
  ['a 302 with an identity', { ...identity(), status: 302, headers: { Location: '/elsewhere' } }, 'redirected'],
  ['a 302 without a Location', { status: 302, headers: jiraHeaders }, 'redirected'],
  ['a 407 without any proxy', { status: 407, headers: { 'Proxy-Authenticate': 'Basic' } }, 'proxy-unauthorized'],
  [
    'an identity called text/html',
    { headers: { 'Content-Type': 'text/html' }, body: JSON.stringify(someIdentity) },
    'authenticated',
  ],
  ['HTML called JSON', { ...loginPage, headers: { ...jiraHeaders, 'Content-Type': 'application/json' } }, 'sso-login'],
  ['a 401 whose body does not end', { ...bearerRejected, unfinished: true }, 'token-rejected'],
  ['a 401 whose body is too large', { ...bearerRejected, body: ' '.repeat(2 ** 21) }, 'token-rejected'],
  [
    'a login reason of several words',
    { ...identity(), headers: { 'X-Seraph-LoginReason': 'OUT, OK' } },
    'authenticated',
  ],
]

const headerCases: [spelling: string, respell: (name: string) => string][] = [
  ['in lower case', (name) => name.toLowerCase()],
  ['in upper case', (name) => name.toUpperCase()],
]

describe('of answers', () => {
  it.concurrent.for(answers)('%s', async ([, reply, reason]) => {
    const inputs = { retries: '0', 'timeout-seconds': '5' }
    const { result } = await playAgainst({ respond: routes({ myself: reply }) }, inputs)
    expect(result.outputs).toMatchObject({ reason })
    expect(result.exitCode).toBe(reason === 'authenticated' ? 0 : 1)
  })

  it.concurrent.for(headerCases)('headers count %s', async ([, respell]) => {
    const headers = Object.fromEntries(
      Object.entries(captcha.headers ?? {}).map(([name, value]) => [respell(name), value]),
    )
    const { result } = await playAgainst({ respond: routes({ myself: { ...captcha, headers } }) })
    expect(result.outputs).toMatchObject({ reason: 'captcha-required' })
  })
})

describe('of gates', () => {
  const expiringSoon = tokens([{ name: 'ci', daysLeft: 1 }])
  const inactive = identity({ active: false })
  const all = { 'expected-user': 'svc-deploy', projects: 'HR, OPS', permissions: 'ADMINISTER', 'expiry-fail-days': '7' }
  const { 'expected-user': _user, ...withoutUser } = all

  it.concurrent.for([
    ['an inactive user first', { myself: inactive, tokens: expiringSoon }, all, 'user-inactive'],
    ['then the wrong user', { tokens: expiringSoon }, all, 'wrong-user'],
    ['then an invisible project', { tokens: expiringSoon }, withoutUser, 'project-not-visible'],
    ['then a missing permission', { tokens: expiringSoon }, { ...withoutUser, projects: 'OPS' }, 'permission-missing'],
    ['then the expiry', { tokens: expiringSoon }, { projects: 'OPS', 'expiry-fail-days': '7' }, 'token-expiring'],
  ] as const)('%s', async ([, table, inputs, reason]) => {
    const { result } = await playAgainst({ respond: routes(table) }, inputs)
    expect(result.outputs).toMatchObject({ result: 'refused', category: 'gate', reason })
  })

  it.concurrent('the report holds them all', async () => {
    const { result } = await playAgainst({ respond: routes({ tokens: expiringSoon }) }, withoutUser)
    expect(result.report?.gates.filter((gate) => gate.holds === false).length).toBeGreaterThan(1)
    expect(result.report?.missingPermissions).toEqual(['HR:ADMINISTER', 'OPS:ADMINISTER'])
  })

  it.concurrent('a proven refusal wins over a later fault', async () => {
    const { result } = await playAgainst(
      { respond: routes({ permissions: tomcatRateLimited(17) }) },
      { 'expected-user': 'svc-deploy', projects: 'OPS', retries: '0' },
    )
    expect(result.outputs).toMatchObject({ reason: 'wrong-user', stage: 'authentication' })
  })

  it.concurrent('a permission missing in one project wins over a fault in the next', async () => {
    const respond = routes({
      permissions: ({ path }) =>
        path.includes('projectKey=OPS') ? permissions({ without: ['BROWSE_PROJECTS'] }) : serverError,
    })
    const { result } = await playAgainst({ respond }, { projects: 'OPS, WEB', retries: '0' })
    expect(result.outputs).toMatchObject({
      reason: 'permission-missing',
      'missing-permissions': '["OPS:BROWSE_PROJECTS"]',
    })
  })

  it.concurrent('nothing is asked after a refusal of the token', async () => {
    const { setting } = await playAgainst({}, { token: badToken, projects: 'OPS, WEB' })
    expect(setting.jira?.requests.filter(({ path }) => path.includes('mypermissions'))).toEqual([])
  })
})

describe('of the configuration: URL, token, other inputs, certificates, environment', () => {
  const wrongUrl = { 'jira-url': 'jira.example.com' }
  const wrongToken = { token: '***' }
  const wrongInput = { retries: 'many' }
  const wrongCertificate = { 'ca-certificate': './missing.pem' }
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  const right = { 'jira-url': 'https://jira.example.com', token: goodToken }

  it.concurrent.for([
    ['jira-url-invalid', { ...wrongUrl, ...wrongToken, ...wrongInput, ...wrongCertificate }],
    ['token-malformed', { ...right, ...wrongToken, ...wrongInput, ...wrongCertificate }],
    ['input-invalid', { ...right, ...wrongInput, ...wrongCertificate }],
    ['certificate-invalid', { ...right, ...wrongCertificate }],
    ['tls-verification-off', right],
  ] as const)('%s', async ([reason, inputs]) => {
    const { result } = await play({ setUp: withInputs(inputs, { env }) })
    expect(result.outputs).toMatchObject({ reason, stage: 'inputs' })
  })

  it.concurrent('an allow-http that cannot be read goes before an http that is not allowed', async () => {
    const inputs = { 'jira-url': 'http://jira.example.com', token: goodToken, 'allow-http': 'perhaps' }
    const { result } = await play({ setUp: withInputs(inputs) })
    expect(result.outputs).toMatchObject({ reason: 'input-invalid' })
    expect(result.outputs['message']).toContain('allow-http')
  })

  it.concurrent('an http that is not allowed goes before a missing token', async () => {
    const { result } = await play({ setUp: withInputs({ 'jira-url': 'http://jira.example.com' }) })
    expect(result.outputs).toMatchObject({ reason: 'jira-url-insecure' })
  })
})

describe('of inputs over the environment', () => {
  it.concurrent('the environment serves where there is no input', async () => {
    const { setting, result } = await play({
      setUp: async () => {
        const jira = await startJira()
        return { env: { JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken }, jira, close: jira.close }
      },
    })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    expect(setting.jira?.requests).toHaveLength(2)
  })

  it.concurrent('an input wins', async () => {
    const env = { JIRA_DOMAIN: 'https://nowhere.example.com', JIRA_PAT: badToken }
    const { result } = await playAgainst({}, {}, { env })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
  })

  it.concurrent('a blank input counts as not given', async () => {
    const { result } = await playAgainst(
      {},
      { token: '  ', retries: ' ', 'expected-user': '\n' },
      { env: { JIRA_PAT: goodToken } },
    )
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
  })
})
