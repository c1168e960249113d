import { describe, expect, it } from 'vitest'
import { identity, permissions, serverError, tokens, tomcatRateLimited } from '../support/answers.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { playInProcess, runActionInProcess } from '../support/in-process.ts'
import { startJira } from '../support/jira.ts'
import { routes } from '../support/routes.ts'

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
    const { result } = await playInProcess({ respond: routes(table) }, inputs)
    expect(result.outputs).toMatchObject({ result: 'refused', category: 'gate', reason })
  })

  it.concurrent('the report holds them all', async () => {
    const { result } = await playInProcess({ respond: routes({ tokens: expiringSoon }) }, withoutUser)
    expect(result.report?.gates.filter((gate) => gate.holds === false).length).toBeGreaterThan(1)
    expect(result.report?.missingPermissions).toEqual(['ADMINISTER'])
  })

  it.concurrent('a proven refusal wins over a later fault', async () => {
    const { result } = await playInProcess(
      { respond: routes({ permissions: tomcatRateLimited(17) }) },
      { 'expected-user': 'svc-deploy', projects: 'OPS', retries: '0' },
    )
    expect(result.outputs).toMatchObject({ reason: 'wrong-user', stage: 'authentication' })
  })

  it.concurrent.for([
    ['the next', 'OPS, WEB'],
    ['the one before', 'WEB, OPS'],
  ] as const)('a permission missing in one project wins over a fault in %s', async ([, projects]) => {
    const respond = routes({
      permissions: ({ path }) =>
        path.includes('projectKey=OPS') ? permissions({ without: ['BROWSE_PROJECTS'] }) : serverError,
    })
    const { result } = await playInProcess({ respond }, { projects, retries: '0' })
    expect(result.outputs).toMatchObject({
      reason: 'permission-missing',
      'status-code': '200',
      'missing-permissions': '["OPS:BROWSE_PROJECTS"]',
    })
  })

  it.concurrent('nothing is asked after a refusal of the token', async () => {
    const { setting } = await playInProcess({}, { token: badToken, projects: 'OPS, WEB' })
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
    ['url-invalid', { ...wrongUrl, ...wrongToken, ...wrongInput, ...wrongCertificate }],
    ['token-malformed', { ...right, ...wrongToken, ...wrongInput, ...wrongCertificate }],
    ['input-invalid', { ...right, ...wrongInput, ...wrongCertificate }],
    ['certificate-invalid', { ...right, ...wrongCertificate }],
    ['tls-verification-off', right],
  ] as const)('%s', async ([reason, inputs]) => {
    const { outputs } = await runActionInProcess({ inputs, env })
    expect(outputs).toMatchObject({ reason, stage: 'inputs' })
  })

  it.concurrent('an allow-http that cannot be read goes before an http that is not allowed', async () => {
    const inputs = { 'jira-url': 'http://jira.example.com', token: goodToken, 'allow-http': 'perhaps' }
    const { outputs } = await runActionInProcess({ inputs })
    expect(outputs).toMatchObject({ reason: 'input-invalid' })
    expect(outputs['message']).toContain('allow-http')
  })

  it.concurrent('an http that is not allowed goes before a missing token', async () => {
    const { outputs } = await runActionInProcess({ inputs: { 'jira-url': 'http://jira.example.com' } })
    expect(outputs).toMatchObject({ reason: 'url-insecure' })
  })
})

describe('of inputs over the environment', () => {
  it.concurrent('the environment serves where there is no input', async () => {
    const jira = await startJira()
    const { outputs } = await runActionInProcess({ env: { JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken } })
    await jira.close()
    expect(outputs).toMatchObject({ reason: 'authenticated' })
    expect(jira.requests).toHaveLength(2)
  })

  it.concurrent('an input wins', async () => {
    const env = { JIRA_DOMAIN: 'https://nowhere.example.com', JIRA_PAT: badToken }
    const { result } = await playInProcess({}, {}, { env })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
  })

  it.concurrent('a blank input counts as not given', async () => {
    const { result } = await playInProcess(
      {},
      { token: '  ', retries: ' ', 'expected-user': '\n' },
      { env: { JIRA_PAT: goodToken } },
    )
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
  })
})
