import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { readInputs } from '../../src/inputs/read-inputs.ts'
import { table } from '../../src/inputs/table.ts'
import { certificates } from '../support/certificates.ts'
import { type GivenSource, someToken, soundInputs, sourceOf } from './source.ts'

const read = (given: GivenSource) => readInputs(sourceOf(given))
const readSound = (inputs: Record<string, string> = {}, environment: Record<string, string> = {}) =>
  read({ inputs: { ...soundInputs, ...inputs }, environment })

const allFail = new Set(['refused', 'unknown', 'misconfigured'])

describe('where there is just a URL and a token', () => {
  it('all else has its default', () => {
    expect(readSound()).toEqual({
      inputs: {
        jiraUrl: 'https://jira.example.com',
        credentials: { scheme: 'Bearer', token: someToken },
        expectedUsers: [],
        projects: [],
        permissions: [],
        checkExpiry: true,
        tokenName: '',
        expiryWarnDays: 14,
        expiryFailDays: undefined,
        timeoutMs: 30_000,
        retries: 2,
        tls: { extraCa: [] },
        proxy: undefined,
      },
      settings: { failOn: allFail, jobSummary: true },
      jiraUrl: 'https://jira.example.com',
    })
  })

  it('a blank input counts as not given', () => {
    const names = Object.keys(table).filter((name) => !(name in soundInputs))
    expect(readSound(Object.fromEntries(names.map((name) => [name, ' \n'])))).toEqual(readSound())
  })
})

it('asks for every input of the table, and for no other', () => {
  const asked = new Set<string>()
  const source = sourceOf({ inputs: soundInputs })
  const readInput = (name: string): string => {
    asked.add(name)
    return source.readInput(name)
  }
  readInputs({ ...source, readInput })
  expect([...asked].toSorted()).toEqual(Object.keys(table).toSorted())
})

describe('where everything is given', () => {
  it('everything is read', async () => {
    const { root, client } = await certificates()
    const { inputs, settings } = readSound(
      {
        'jira-url': ' https://example.com/jira// ',
        token: ` ${someToken}\n`,
        username: ' svc-ci@example.com ',
        'expected-user': 'svc-ci, jäne@example.com',
        projects: 'OPS web_2',
        permissions: 'CREATE_ISSUES,com.example.app:key-1',
        'check-expiry': 'false',
        'token-name': ' nightly ci ',
        'expiry-warn-days': '0',
        'expiry-fail-days': '36500',
        'fail-on': 'refused',
        'timeout-seconds': '600',
        retries: '0',
        'ca-certificate': root.cert,
        'client-certificate': client.cert,
        'client-key': client.key,
        'job-summary': 'false',
      },
      { HTTPS_PROXY: 'proxy.example.com:3128' },
    )
    expect(inputs).toEqual({
      jiraUrl: 'https://example.com/jira',
      credentials: { scheme: 'Basic', username: 'svc-ci@example.com', token: someToken },
      expectedUsers: ['svc-ci', 'jäne@example.com'],
      projects: ['OPS', 'web_2'],
      permissions: ['CREATE_ISSUES', 'com.example.app:key-1'],
      checkExpiry: false,
      tokenName: 'nightly ci',
      expiryWarnDays: 0,
      expiryFailDays: 36_500,
      timeoutMs: 600_000,
      retries: 0,
      tls: { extraCa: [root.cert.trim()], client: { certificate: client.cert.trim(), key: client.key.trim() } },
      proxy: { variable: 'HTTPS_PROXY', protocol: 'http:', hostname: 'proxy.example.com', port: 3128 },
    })
    expect(settings).toEqual({ failOn: new Set(['refused']), jobSummary: false })
  })

  it.each([
    ['timeout-seconds', '1', 'timeoutMs', 1000],
    ['retries', '10', 'retries', 10],
    ['expiry-fail-days', '0', 'expiryFailDays', 0],
    ['expiry-warn-days', '36500', 'expiryWarnDays', 36_500],
  ])('the bounds are within: %s %s', (name, value, property, number) => {
    expect(readSound({ [name]: value }).inputs).toHaveProperty(property, number)
  })
})

describe('an input wins over its environment variable', () => {
  const environment = { JIRA_DOMAIN: 'https://other.example.com', JIRA_PAT: 'other-token' }

  it('the environment serves where there is no input', () => {
    expect(read({ environment })).toMatchObject({
      inputs: { jiraUrl: 'https://other.example.com', credentials: { token: 'other-token' } },
    })
    expect(read({ environment, inputs: { 'jira-url': ' ', token: '\n' } })).toEqual(read({ environment }))
  })

  it('the input wins', () => {
    expect(read({ environment, inputs: soundInputs })).toEqual(readSound())
  })
})

describe('permissions', () => {
  it.each([
    ['none of either', {}, []],
    ['a project alone asks for BROWSE_PROJECTS', { projects: 'OPS' }, ['BROWSE_PROJECTS']],
    ['what is asked for counts', { projects: 'OPS', permissions: 'CREATE_ISSUES' }, ['CREATE_ISSUES']],
    ['without a project they are global', { permissions: 'ADMINISTER' }, ['ADMINISTER']],
  ])('%s', (_, inputs, permissions) => {
    expect(readSound(inputs).inputs).toMatchObject({ permissions })
  })
})

describe('the expiry', () => {
  it('is not read with username', () => {
    expect(readSound({ username: 'svc-ci', 'check-expiry': 'true' }).inputs).toMatchObject({ checkExpiry: false })
  })
})

describe('fail-on', () => {
  it.each([
    ['refused, unknown, misconfigured', ['refused', 'unknown', 'misconfigured']],
    ['misconfigured\nrefused', ['refused', 'misconfigured']],
    ['Refused UNKNOWN', ['refused', 'unknown']],
    ['none', []],
    ['None', []],
  ])('%j', (value, failOn) => {
    const { settings, inputs } = readSound({ 'fail-on': value })
    expect(settings.failOn).toEqual(new Set(failOn))
    expect(inputs).not.toHaveProperty('reason')
  })

  const noResult = 'has a word that is no result'
  const mixed = 'combines none with something else'

  it.each([
    ['usable', noResult],
    ['failure', noResult],
    ['refused, never', noResult],
    ['refused; unknown', noResult],
    ['none, refused', mixed],
    ['refused, none', mixed],
  ])('cannot be %j: everything fails then', (value, problem) => {
    const { settings, inputs } = readSound({ 'fail-on': value })
    expect(inputs).toEqual(
      finding('input-invalid', {
        input: 'fail-on',
        problem,
        accepts: 'any of refused, unknown, misconfigured, or none alone',
      }),
    )
    expect(settings.failOn).toEqual(allFail)
  })

  it('may say the same often, but not have ever so many words', () => {
    expect(readSound({ 'fail-on': 'refused refused' }).settings.failOn).toEqual(new Set(['refused']))
    const words = Array.from({ length: 11 }, (_, index) => `word-${index}`).join(' ')
    expect(readSound({ 'fail-on': words }).inputs).toHaveProperty(
      'facts.problem',
      'has 11 items, which is more than 10',
    )
  })

  it('counts also where another input cannot be read', () => {
    const { settings } = readSound({ 'fail-on': 'none', 'job-summary': 'false', retries: 'many' })
    expect(settings).toEqual({ failOn: new Set(), jobSummary: false })
  })
})

describe('what an input accepts', () => {
  const projectKeys = 'project keys: letters, digits and “_”, starting with a letter'
  const permissionKeys = 'permission keys: letters, digits and the signs “_”, “.”, “:” and “-”'
  const userName = 'the user name alone; the password goes into token'

  it.each([
    ['projects', '2OPS', 'has an item that cannot be right (number 1)', projectKeys],
    ['projects', 'OPS-1', 'has an item that cannot be right (number 1)', projectKeys],
    ['projects', '_OPS', 'has an item that cannot be right (number 1)', projectKeys],
    ['projects', 'ÖPS', 'has an item that cannot be right (number 1)', projectKeys],
    ['projects', 'OPS&projectKey=WEB', 'has an item that cannot be right (number 1)', projectKeys],
    ['permissions', 'CREATE/ISSUES', 'has an item that cannot be right (number 1)', permissionKeys],
    ['permissions', 'CREATE+', 'has an item that cannot be right (number 1)', permissionKeys],
    ['expected-user', 'svc\u0000ci', 'has an item that cannot be right (number 1)', userNames()],
    ['username', 'svc-ci:hunter2', 'has a colon or a control character', userName],
    ['username', 'svc\nci', 'has a colon or a control character', userName],
    ['username', 'svc\u0085ci', 'has a colon or a control character', userName],
    ['check-expiry', 'yes', 'is neither true nor false', 'true or false'],
    ['allow-http', 'yes', 'is neither true nor false', 'true or false'],
    ['job-summary', 'yes', 'is neither true nor false', 'true or false'],
    ...numbers('expiry-warn-days', 'a whole number of days from 0 to 36500', ['-1', '36501', 'soon']),
    ...numbers('expiry-fail-days', 'a whole number of days from 0 to 36500', ['-1', '36501', '1.5']),
    ...numbers('timeout-seconds', 'a whole number of seconds from 1 to 600', ['0', '601', '30s']),
    ...numbers('retries', 'a whole number from 0 to 10', ['-1', '11', 'many']),
  ])('%s: not %j', (input, value, problem, accepts) => {
    expect(readSound({ [input]: value }).inputs).toEqual(finding('input-invalid', { input, problem, accepts }))
  })

  function userNames(): string {
    return 'user names, keys, e-mail addresses or account ids'
  }

  function numbers(input: string, accepts: string, values: string[]): [string, string, string, string][] {
    return values.map((value) => [input, value, `is not ${accepts}`, accepts])
  }

  const many = (count: number): string => Array.from({ length: count }, (_, index) => `K${index}`).join(',')

  it.each([
    ['projects', 500],
    ['permissions', 100],
    ['expected-user', 100],
  ])('%s: at most %d', (input, count) => {
    expect(readSound({ [input]: many(count) }).inputs).not.toHaveProperty('reason')
    expect(readSound({ [input]: many(count + 1) }).inputs).toEqual(
      finding('input-invalid', {
        input,
        problem: `has ${count + 1} items, which is more than ${count}`,
        accepts: `up to ${count} items`,
      }),
    )
  })

  it('a job-summary that cannot be read means that there is one', () => {
    expect(readSound({ 'job-summary': 'yes' }).settings.jobSummary).toBe(true)
  })
})

describe('http', () => {
  const insecure = finding('url-insecure', { correction: 'https://jira.example.com/jira' })
  const url = { 'jira-url': 'http://jira.example.com/jira/' }

  it('is refused', () => {
    expect(readSound(url).inputs).toEqual(insecure)
    expect(readSound({ ...url, 'allow-http': 'false' }).inputs).toEqual(insecure)
  })

  it('is taken with allow-http', () => {
    expect(readSound({ ...url, 'allow-http': 'true' }).inputs).toMatchObject({
      jiraUrl: 'http://jira.example.com/jira',
    })
  })

  it.each([
    ['http://jira.example.com', 'https://jira.example.com'],
    ['http://jira.example.com/jira/', 'https://jira.example.com/jira'],
    // With a port nobody can tell the right one for https.
    ['http://jira.example.com:8080', undefined],
  ])('is refused with what was probably meant: %s', (jiraUrl, correction) => {
    expect(readSound({ 'jira-url': jiraUrl }).inputs).toEqual(finding('url-insecure', { correction }))
  })

  it.each(['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:8080'])(
    'is taken for loopback: %s',
    (jiraUrl) => {
      expect(readSound({ 'jira-url': jiraUrl }).inputs).toMatchObject({ jiraUrl })
    },
  )
})

describe('where something is wrong', () => {
  it.each([
    ['no URL', { token: someToken }, {}, 'url-missing', {}],
    ['no sound URL', { 'jira-url': 'jira.example.com', token: someToken }, {}, 'url-invalid', {}],
    ['no token', { 'jira-url': 'https://jira.example.com' }, {}, 'token-missing', { withheld: undefined }],
    ['no sound token', { ...soundInputs, token: '***' }, {}, 'token-malformed', {}],
    ['no certificate', { ...soundInputs, 'ca-certificate': './no.pem' }, {}, 'certificate-invalid', {}],
    ['TLS verification off', soundInputs, { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'tls-verification-off', {}],
    ['no sound proxy', soundInputs, { https_proxy: 'socks5://p' }, 'input-invalid', { input: 'https_proxy' }],
  ])('%s', (_, inputs, environment, reason, facts) => {
    expect(read({ inputs, environment }).inputs).toMatchObject({ kind: 'finding', reason, facts, statusCode: null })
  })

  it('a TLS verification that is not off is none of our business', () => {
    for (const value of ['1', '', 'false']) {
      expect(readSound({}, { NODE_TLS_REJECT_UNAUTHORIZED: value })).toEqual(readSound())
    }
  })

  it('the event tells why there is no token', () => {
    const source = sourceOf({ inputs: { 'jira-url': 'https://jira.example.com' } })
    const event = { name: 'push', actor: 'dependabot[bot]', repository: 'example/repository', payload: undefined }
    expect(readInputs({ ...source, readEvent: () => event }).inputs).toEqual(
      finding('token-missing', {
        withheld: 'Dependabot started this run, and it gets only the Dependabot secrets',
      }),
    )
  })

  it('the clock of the run judges the client certificate', async () => {
    const { client } = await certificates()
    const inputs = { ...soundInputs, 'client-certificate': client.cert, 'client-key': client.key }
    expect(read({ inputs, nowMs: Date.parse('2100-01-01') }).inputs).toMatchObject({ reason: 'certificate-invalid' })
  })

  it('the Jira that was meant is told where it is sound', () => {
    expect(readSound({ token: '***' }).jiraUrl).toBe('https://jira.example.com')
    expect(readSound({ 'jira-url': 'jira.example.com' }).jiraUrl).toBeNull()
    expect(read({}).jiraUrl).toBeNull()
  })
})

describe('the first finding counts: URL, token, other inputs, certificates, environment', () => {
  const wrongUrl = { 'jira-url': 'jira.example.com' }
  const wrongScheme = { 'jira-url': 'http://jira.example.com' }
  const wrongToken = { token: '***' }
  const wrongInput = { retries: 'many' }
  const wrongCertificate = { 'ca-certificate': './no.pem' }
  const wrongVariable = { NODE_TLS_REJECT_UNAUTHORIZED: '0', https_proxy: 'socks5://p', http_proxy: 'socks5://p' }
  const rest = { ...wrongInput, ...wrongCertificate }

  it.each([
    ['url-missing', { 'jira-url': '', token: '', ...rest }],
    ['url-invalid', { ...wrongUrl, ...wrongToken, ...rest }],
    ['url-insecure', { ...wrongScheme, ...wrongToken, ...rest }],
    ['token-missing', { token: '', ...rest }],
    ['token-malformed', { ...wrongToken, ...rest }],
    ['input-invalid', { ...wrongInput, ...wrongCertificate }],
    ['certificate-invalid', wrongCertificate],
    ['tls-verification-off', {}],
  ])('%s', (reason, inputs) => {
    expect(readSound(inputs, wrongVariable).inputs).toMatchObject({ reason })
  })

  it('an allow-http that cannot be read goes before an http that is not allowed', () => {
    expect(readSound({ ...wrongScheme, 'allow-http': 'perhaps' }).inputs).toMatchObject({
      reason: 'input-invalid',
      facts: { input: 'allow-http' },
    })
  })
})
