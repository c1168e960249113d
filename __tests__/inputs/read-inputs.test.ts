import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { invalidInput } from '../../src/inputs/invalid.ts'
import { inputsOf } from '../../src/inputs/program.ts'
import { type InputName, table } from '../../src/inputs/table.ts'
import { certificates } from '../support/certificates.ts'
import { isReason } from '../support/reasons.ts'
import { type GivenSource, readAll, someToken, soundInputs, sourceOf } from './source.ts'

const read = (given: GivenSource) => readAll(sourceOf(given))
const readSound = (inputs: Record<string, string> = {}, environment: Record<string, string> = {}) =>
  read({ inputs: { ...soundInputs, ...inputs }, environment })

const invalid = (input: InputName, problem: string, accepts: string, meant?: string) =>
  invalidInput(input, problem, accepts, meant)

describe('where there is just a URL and a token', () => {
  it('all else has its default', () => {
    expect(readSound()).toEqual({
      inputs: {
        baseUrl: 'https://jira.example.com',
        credentials: { scheme: 'Bearer', token: someToken },
        sources: { url: 'the input jira-url', token: 'the input token' },
        headers: new Map(),
        expectedUsers: [],
        projects: [],
        spaces: [],
        repositories: [],
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
      settings: { failOn: { fails: expect.any(Function) }, jobSummary: true },
      baseUrl: 'https://jira.example.com',
    })
  })

  it('a blank input counts as not given', () => {
    const names = Object.keys(table).filter((name) => !(name in soundInputs))
    const blank = readSound(Object.fromEntries(names.map((name) => [name, ' \n'])))
    expect(blank.inputs).toEqual(readSound().inputs)
    expect(blank.settings.jobSummary).toBe(true)
    expect(blank.settings.failOn.fails('timeout')).toBe(true)
  })
})

it('asks for every input of the check, and for no other', () => {
  const asked = new Set<string>()
  const source = sourceOf({ inputs: soundInputs })
  const readInput = (name: string): string => {
    asked.add(name)
    return source.readInput(name)
  }
  readAll({ ...source, readInput })
  expect([...asked].toSorted()).toEqual([...inputsOf('check').keys()].toSorted())
})

describe('where everything is given', () => {
  it('everything is read', async () => {
    const { root, client } = await certificates()
    const { inputs, settings } = readSound(
      {
        'jira-url': ' https://example.com/jira// ',
        token: ` ${someToken}\n`,
        headers: `X-Gateway: ${someToken}\nX-Team: ci`,
        'expected-user': 'svc-ci, jäne@example.com',
        projects: 'OPS web_2',
        permissions: 'CREATE_ISSUES,com.example.app:key-1',
        'check-expiry': 'TRUE',
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
      baseUrl: 'https://example.com/jira',
      credentials: { scheme: 'Bearer', token: someToken },
      sources: { url: 'the input jira-url', token: 'the input token' },
      headers: new Map([
        ['x-gateway', someToken],
        ['x-team', 'ci'],
      ]),
      expectedUsers: ['svc-ci', 'jäne@example.com'],
      projects: ['OPS', 'web_2'],
      spaces: [],
      repositories: [],
      permissions: ['CREATE_ISSUES', 'com.example.app:key-1'],
      checkExpiry: true,
      tokenName: 'nightly ci',
      expiryWarnDays: 0,
      expiryFailDays: 36_500,
      timeoutMs: 600_000,
      retries: 0,
      tls: { extraCa: [root.cert.trim()], client: { certificate: client.cert.trim(), key: client.key.trim() } },
      proxy: { variable: 'HTTPS_PROXY', protocol: 'http:', hostname: 'proxy.example.com', port: 3128 },
    })
    expect(settings.jobSummary).toBe(false)
    expect(['token-rejected', 'timeout', 'url-missing'].filter(isReason).map(settings.failOn.fails)).toEqual([
      ...[true, false, false],
    ])
  })

  it('a user name goes with it as Basic', () => {
    expect(readSound({ username: ' svc-ci@example.com ', token: 'pass wörd' }).inputs).toMatchObject({
      credentials: { scheme: 'Basic', username: 'svc-ci@example.com', token: 'pass wörd' },
      checkExpiry: false,
    })
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
      inputs: {
        baseUrl: 'https://other.example.com',
        credentials: { token: 'other-token' },
        sources: { url: 'JIRA_DOMAIN', token: 'JIRA_PAT' },
      },
    })
    expect(read({ environment, inputs: { 'jira-url': ' ', token: '\n' } }).inputs).toEqual(read({ environment }).inputs)
  })

  it('the input wins', () => {
    expect(read({ environment, inputs: soundInputs }).inputs).toEqual(readSound().inputs)
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
  const days = 'a whole number of days from 0 to 36500'

  it('cannot be a gate where it is not read', () => {
    expect(readSound({ 'expiry-fail-days': '7', username: 'svc-ci' }).inputs).toEqual(
      invalid(
        'expiry-fail-days',
        'can never hold with <username>, with which no expiry is read',
        `${days}, and only without <username>`,
      ),
    )
    expect(readSound({ 'expiry-fail-days': '0', 'check-expiry': 'false' }).inputs).toEqual(
      invalid(
        'expiry-fail-days',
        'can never hold while <check-expiry> is false',
        `${days}, and only with <check-expiry> true`,
      ),
    )
  })

  it('may go unread without a gate', () => {
    expect(readSound({ 'check-expiry': 'false' }).inputs).toMatchObject({ checkExpiry: false })
    expect(readSound({ username: 'svc-ci', 'check-expiry': 'false' }).inputs).toMatchObject({ checkExpiry: false })
  })

  it('is not read with username', () => {
    expect(readSound({ username: 'svc-ci', 'check-expiry': 'true' }).inputs).toMatchObject({ checkExpiry: false })
  })
})

describe('fail-on', () => {
  it('counts also where another input cannot be read', () => {
    const { settings } = readSound({ 'fail-on': 'none', 'job-summary': 'false', retries: 'many' })
    expect(settings.jobSummary).toBe(false)
    expect(settings.failOn.fails('input-invalid')).toBe(false)
  })

  it('fails where it cannot be read itself', () => {
    const { settings, inputs } = readSound({ 'fail-on': 'never' })
    expect(inputs).toMatchObject({ reason: 'input-invalid', facts: { input: '<fail-on>' } })
    expect(settings.failOn.fails('input-invalid')).toBe(true)
  })
})

describe('what an input accepts', () => {
  const projectKeys = 'project keys: letters, digits and “_”, starting with a letter'
  const permissionKeys = 'permission keys: letters, digits and the signs “_”, “.”, “:” and “-”'
  const userName = 'the user name alone; the password goes into <token>'

  it.each([
    ['projects', '2OPS', 'has an item that cannot be right (number 1)', projectKeys],
    ['projects', 'OPS-1', 'has an item that cannot be right (number 1)', projectKeys, 'OPS'],
    ['projects', '_OPS', 'has an item that cannot be right (number 1)', projectKeys],
    ['projects', 'ÖPS', 'has an item that cannot be right (number 1)', projectKeys],
    ['projects', 'OPS&projectKey=WEB', 'has an item that cannot be right (number 1)', projectKeys],
    ['permissions', 'CREATE/ISSUES', 'has an item that cannot be right (number 1)', permissionKeys],
    ['permissions', 'CREATE+', 'has an item that cannot be right (number 1)', permissionKeys],
    ['expected-user', 'svc\u0000ci', 'has an item that cannot be right (number 1)', userNames()],
    ['username', 'svc-ci:hunter2', 'has a colon or a control character', userName],
    ['username', 'svc\nci', 'has a colon or a control character', userName],
    ['username', 'svc\u0085ci', 'has a colon or a control character', userName],
    ['check-expiry', 'yes', 'is neither true nor false', 'true or false', 'true'],
    ['allow-http', 'yes', 'is neither true nor false', 'true or false', 'true'],
    ['job-summary', 'yes', 'is neither true nor false', 'true or false', 'true'],
    ...numbers('expiry-warn-days', 'a whole number of days from 0 to 36500', ['-1', '36501', 'soon']),
    ...numbers('expiry-fail-days', 'a whole number of days from 0 to 36500', ['-1', '36501', '1.5']),
    ...numbers('timeout-seconds', 'a whole number of seconds from 1 to 600', ['0', '601', 'many']),
    ...numbers('retries', 'a whole number from 0 to 10', ['-1', '11', 'many']),
  ] satisfies [InputName, string, string, string, string?][])(
    '%s: not %j',
    (...[input, value, problem, accepts, meant]) => {
      expect(readSound({ [input]: value }).inputs).toEqual(invalid(input, problem, accepts, meant))
    },
  )

  function userNames(): string {
    return 'user names, keys, e-mail addresses or account ids'
  }

  function numbers(input: InputName, accepts: string, values: string[]): [InputName, string, string, string][] {
    return values.map((value) => [input, value, `is not ${accepts}`, accepts])
  }

  const many = (count: number): string => Array.from({ length: count }, (_, index) => `K${index}`).join(',')

  it.each([
    ['projects', 500],
    ['permissions', 100],
    ['expected-user', 100],
  ] as const)('%s: at most %d', (input, count) => {
    expect(readSound({ [input]: many(count) }).inputs).not.toHaveProperty('reason')
    expect(readSound({ [input]: many(count + 1) }).inputs).toEqual(
      invalid(input, `has ${count + 1} items, which is more than ${count}`, `up to ${count} items`),
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
      baseUrl: 'http://jira.example.com/jira',
    })
  })

  it.each([
    ['http://jira.example.com', 'https://jira.example.com'],
    ['http://jira.example.com/jira/', 'https://jira.example.com/jira'],
    // With a port nobody can tell the right one for https.
    ['http://jira.example.com:8080', undefined],
  ])('is refused with what was probably meant: %s', (baseUrl, correction) => {
    expect(readSound({ 'jira-url': baseUrl }).inputs).toEqual(finding('url-insecure', { correction }))
  })

  it.each(['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:8080'])(
    'is taken for loopback: %s',
    (baseUrl) => {
      expect(readSound({ 'jira-url': baseUrl }).inputs).toMatchObject({ baseUrl })
    },
  )
})

describe('where something is wrong', () => {
  it.each([
    ['no URL', { token: someToken }, {}, 'url-missing', {}],
    ['no sound URL', { 'jira-url': 'jira.example.com', token: someToken }, {}, 'url-invalid', {}],
    ['no token', { 'jira-url': 'https://jira.example.com' }, {}, 'token-missing', { repository: 'example/repository' }],
    ['no sound token', { ...soundInputs, token: '***' }, {}, 'token-malformed', {}],
    ['no certificate', { ...soundInputs, 'ca-certificate': './no.pem' }, {}, 'certificate-invalid', {}],
    ['TLS verification off', soundInputs, { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'tls-verification-off', {}],
    ['no sound proxy', soundInputs, { https_proxy: 'socks5://p' }, 'input-invalid', { input: 'https_proxy' }],
  ])('%s', (_, inputs, environment, reason, facts) => {
    expect(read({ inputs, environment }).inputs).toMatchObject({ kind: 'finding', reason, facts, statusCode: null })
  })

  it('a TLS verification that is not off is none of our business', () => {
    for (const value of ['1', '', 'false']) {
      expect(readSound({}, { NODE_TLS_REJECT_UNAUTHORIZED: value }).inputs).toEqual(readSound().inputs)
    }
  })

  it('the event tells why there is no token', () => {
    const source = sourceOf({ inputs: { 'jira-url': 'https://jira.example.com' } })
    const event = { name: 'push', actor: 'dependabot[bot]', repository: 'example/repository', payload: undefined }
    expect(readAll({ ...source, readEvent: () => event }).inputs).toEqual(
      finding('token-missing', {
        problem: 'the input <token> is blank, and so is the environment variable JIRA_PAT',
        withheld: 'Dependabot started this run, and it gets only the Dependabot secrets',
        dependabot: 'Dependabot',
        dependabotCondition: "if: ${{ github.actor != 'dependabot[bot]' }}",
      }),
    )
  })

  it('the clock of the run judges the client certificate', async () => {
    const { client } = await certificates()
    const inputs = { ...soundInputs, 'client-certificate': client.cert, 'client-key': client.key }
    expect(read({ inputs, nowMs: Date.parse('2100-01-01') }).inputs).toMatchObject({ reason: 'certificate-invalid' })
  })

  it('the Jira that was meant is told where it is sound', () => {
    expect(readSound({ token: '***' }).baseUrl).toBe('https://jira.example.com')
    expect(readSound({ 'jira-url': 'jira.example.com' }).baseUrl).toBeNull()
    expect(read({}).baseUrl).toBeNull()
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
    ['input-invalid', { headers: 'X', ...wrongCertificate }],
    ['input-invalid', { 'expiry-fail-days': '7', 'check-expiry': 'false', ...wrongCertificate }],
    ['certificate-invalid', wrongCertificate],
    ['tls-verification-off', {}],
  ])('%s', (reason, inputs) => {
    expect(readSound(inputs, wrongVariable).inputs).toMatchObject({ reason })
  })

  it('an allow-http that cannot be read goes before an http that is not allowed', () => {
    expect(readSound({ ...wrongScheme, 'allow-http': 'perhaps' }).inputs).toMatchObject({
      reason: 'input-invalid',
      facts: { input: '<allow-http>' },
    })
  })
})

describe('variables that look like inputs', () => {
  const environment = { JIRA_CHECK_PROJECT: 'OPS', NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  const outside = (given: GivenSource) => readAll({ ...sourceOf(given), readEvent: () => undefined })

  it('are told outside GitHub, as an input', () => {
    expect(outside({ inputs: soundInputs, environment }).inputs).toMatchObject({
      reason: 'input-invalid',
      facts: { input: 'JIRA_CHECK_PROJECT', meant: ['JIRA_CHECK_PROJECTS'] },
    })
    expect(outside({ inputs: { ...soundInputs, token: '***' }, environment }).inputs).toMatchObject({
      reason: 'token-malformed',
    })
  })

  it('are not read on GitHub', () => {
    expect(read({ inputs: soundInputs, environment }).inputs).toMatchObject({ reason: 'tls-verification-off' })
  })
})

describe('the address of more than one product', () => {
  const accepts = 'an address only where no other one is given: leave one of them out'

  it.each<[InputName, InputName, Record<string, string>]>([
    ['confluence-url', 'jira-url', { 'confluence-url': 'https://confluence.example.com' }],
    ['bitbucket-url', 'jira-url', { 'bitbucket-url': 'https://bitbucket.example.com' }],
    [
      'bitbucket-url',
      'confluence-url',
      { 'jira-url': '', 'confluence-url': 'https://confluence.example.com', 'bitbucket-url': 'https://b.example.com' },
    ],
  ])('is one too many: %s beside %s', (rival, input, given) => {
    expect(readSound(given).inputs).toEqual(
      invalid(rival, `is given beside <${input}>, and a check asks one server`, accepts),
    )
  })
})
