import { describe, expect, it } from 'vitest'
import { inputsOf } from '../../../src/inputs/program.ts'
import { DEFAULTS_KEYS, ENTRY_KEYS } from '../../../src/watch/list/keys.ts'
import { reading, soundEntry, soundList, unsoundList } from './reading.ts'

const WHOLE = `name: release
defaults:
  jira-url: https://jira.example.com
  expiry-warn-days: 21
  owner: "@octo-org/platform"
tokens:
  - secret: JIRA_PAT_CI
    token-name: ci
    owner: "@octocat"
    used-by: build, release
  - secret: JIRA_PAT_PARTNER
    jira-url: https://partner.example.com/jira
    expected-user: svc-partner
    projects: [OPS, WEB]
    permissions: CREATE_ISSUES
    check-expiry: false
`

describe('a sound list', () => {
  it('has an entry for each token, with the defaults for what it does not say', () => {
    expect(soundList(WHOLE)).toEqual({
      name: 'release',
      entries: [
        {
          secret: 'JIRA_PAT_CI',
          owner: '@octocat',
          usedBy: 'build, release',
          line: 7,
          texts: new Map([
            ['jira-url', 'https://jira.example.com'],
            ['expiry-warn-days', '21'],
            ['token-name', 'ci'],
          ]),
          own: new Set(['token-name']),
          variables: [],
        },
        {
          secret: 'JIRA_PAT_PARTNER',
          owner: '@octo-org/platform',
          usedBy: '',
          line: 11,
          texts: new Map([
            ['jira-url', 'https://partner.example.com/jira'],
            ['expiry-warn-days', '21'],
            ['expected-user', 'svc-partner'],
            ['projects', 'OPS\nWEB'],
            ['permissions', 'CREATE_ISSUES'],
            ['check-expiry', 'false'],
          ]),
          own: new Set(['jira-url', 'expected-user', 'projects', 'permissions', 'check-expiry']),
          variables: [],
        },
      ],
    })
  })

  it('is the same as JSON, with CRLF, and behind a byte order mark', () => {
    const list = soundList(WHOLE)
    expect(soundList(WHOLE.replaceAll('\n', '\r\n'))).toEqual(list)
    expect(soundList(`\uFEFF${WHOLE}`)).toEqual(list)
    const [ci, partner] = list.entries
    const json = {
      tokens: [
        { secret: 'JIRA_PAT_CI', 'jira-url': 'https://jira.example.com', 'expiry-warn-days': 21, projects: ['A', 'B'] },
      ],
    }
    for (const indent of [undefined, 2, '\t'])
      expect(soundList(JSON.stringify(json, null, indent)).entries).toMatchObject([
        { secret: ci?.secret, texts: new Map([...(ci?.texts ?? [])].slice(0, 2).concat([['projects', 'A\nB']])) },
      ])
    expect(partner?.secret).toBe('JIRA_PAT_PARTNER')
  })

  it.each([
    ['a number', 'token-name: 2024', 'token-name', '2024'],
    ['a number as YAML does not read it back', 'token-name: 1.10', 'token-name', '1.10'],
    ['a word that YAML 1.1 took for a boolean', 'projects: [NO, ON]', 'projects', 'NO\nON'],
    ['a boolean in quotation marks', 'check-expiry: "false"', 'check-expiry', 'false'],
    ['a text with a line break', 'projects: |\n     OPS\n     WEB', 'projects', 'OPS\nWEB'],
    ['a certificate', 'ca-certificate: |\n     -----BEGIN A-----\n     b', 'ca-certificate', '-----BEGIN A-----\nb'],
  ])('takes %s as it is written', (_, line, name, text) => {
    const entry = soundEntry(`tokens:\n - secret: A\n   jira-url: https://jira.example.com\n   ${line}`)
    expect(Object.fromEntries(entry.texts)[name]).toBe(text)
  })

  it('may name those who use a token one by one', () => {
    const list = 'defaults: {jira-url: https://jira.example.com}\ntokens: [{secret: A, used-by: [build, release]}]'
    expect(soundEntry(list).usedBy).toBe('build, release')
  })

  it('counts a blank value as not given', () => {
    const entry = soundEntry(
      'defaults: {jira-url: https://jira.example.com, owner: jane}\ntokens: [{secret: A, jira-url: "", owner: " "}]',
    )
    expect(entry.texts.get('jira-url')).toBe('https://jira.example.com')
    expect(entry).toMatchObject({ owner: 'jane', own: new Set() })
  })

  it('leaves to the entry what the check judges', () => {
    expect(soundEntry('tokens:\n - secret: A\n   jira-url: http://jira\n   retries: 99').texts.get('retries')).toBe(
      '99',
    )
  })

  it('may have a thousand tokens', () => {
    const entries = Array.from({ length: 1_000 }, (_, index) => `  - secret: JIRA_PAT_${index}\n    owner: "@octocat"`)
    const list = soundList(`defaults:\n  jira-url: https://jira.example.com\ntokens:\n${entries.join('\n')}`)
    expect(list.entries.length).toBe(1_000)
    expect(list.entries.at(-1)).toMatchObject({ secret: 'JIRA_PAT_999', line: 2_002 })
  })
})

describe('the keys of an entry', () => {
  it('are the inputs of the check, but for what is no matter of one token', () => {
    const others = ['token', 'fail-on', 'job-summary']
    const inputs = [...inputsOf('check').keys()].filter((name) => !others.includes(name))
    expect(ENTRY_KEYS).toEqual(['secret', 'owner', 'used-by', ...inputs])
    expect(ENTRY_KEYS.filter((key) => !DEFAULTS_KEYS.includes(key))).toEqual(['secret', 'expected-user', 'token-name'])
  })
})

const ENTRY = 'tokens:\n - secret: A\n   jira-url: https://jira.example.com\n'

describe('an unsound list says where, and what was perhaps meant', () => {
  it.each([
    ['nothing', '', 'the text is empty', []],
    ['comments alone', '# tokens', 'the text is empty', []],
    ['a text', 'release', 'line 1, column 1 is not “tokens:” with a list below it', []],
    ['a list without a key', '- secret: A', 'line 1, column 1 is not “tokens:” with a list below it', []],
    ['no tokens', 'name: a', 'line 1, column 1 begins a list without “tokens:”', []],
    ['an empty list', 'tokens: []', 'line 1, column 9 has no token below “tokens:”', []],
    ['nothing below it', 'tokens:', 'line 1, column 8 has no token below “tokens:”', []],
    ['keys below it', 'tokens:\n A: b', 'line 2, column 2 has keys where “- ” has to begin each token', []],
    ['a text below it', 'tokens: A', 'line 1, column 9 has a text where a list of tokens belongs', []],
    ['a name alone', 'tokens:\n - A', 'line 2, column 4 has a token without keys', []],
    ['no secret', 'tokens:\n - owner: a', 'line 2, column 4 has a token without “secret:”', []],
    [
      'no address',
      'tokens:\n - secret: A',
      'line 2, column 4 has a token without an address, and “defaults” has none',
      [],
    ],
    ['a mistyped key', 'toknes: []', 'line 1, column 1 has a key that a list does not take', ['tokens']],
    [
      'one of an entry',
      `${ENTRY}   jira_url: a`,
      'line 4, column 4 has a key that a token does not take',
      ['jira-url'],
    ],
    ['another word', 'tokens:\n - token: A', 'line 2, column 4 has a key that a token does not take', ['secret']],
    ['no word of ours', `${ENTRY}   zzzzzz: a`, 'line 4, column 4 has a key that a token does not take', []],
    [
      'one of the run',
      `${ENTRY}   fail-on: none`,
      'line 4, column 4 has a key that a token does not take: it is a matter of the whole run',
      [],
    ],
    [
      'one of an entry in the defaults',
      'defaults:\n  token-name: a',
      'line 2, column 3 has a key that “defaults” does not take: it is a matter of each token',
      [],
    ],
    ['defaults without keys', `defaults: a\n${ENTRY}`, 'line 1, column 11 has no keys below “defaults:”', []],
    [
      'a key twice',
      `${ENTRY}   jira-url: https://a`,
      'line 4, column 4 has a key for the second time: the first is in line 3',
      [],
    ],
    [
      'a secret twice',
      `${ENTRY} - secret: a\n   jira-url: https://a`,
      'line 4, column 4 has a secret for the second time: the first is in the entry of line 2',
      [],
    ],
    ['no value', `${ENTRY}   owner:`, 'line 4, column 10 has a key without a value', []],
    ['null', `${ENTRY}   owner: ~`, 'line 4, column 11 has a key without a value', []],
    [
      'a boolean of YAML 1.1',
      `${ENTRY}   check-expiry: no`,
      'line 4, column 18 has a value that is neither true nor false',
      ['false'],
    ],
    [
      'a mistyped boolean',
      `${ENTRY}   check-expiry: flase`,
      'line 4, column 18 has a value that is neither true nor false',
      ['false'],
    ],
    ['a number in words', `${ENTRY}   retries: two`, 'line 4, column 13 has a value that is no whole number', []],
    ['a unit', `${ENTRY}   retries: 2 times`, 'line 4, column 13 has a value that is no whole number', ['2']],
    ['a list', `${ENTRY}   retries: [2]`, 'line 4, column 13 has a list where a value of one piece belongs', []],
    [
      'keys in a value',
      `${ENTRY}   owner: {a: b}`,
      'line 4, column 11 has keys of their own where a value of one piece belongs',
      [],
    ],
    [
      'a list in a list',
      `${ENTRY}   projects: [[A]]`,
      'line 4, column 15 has a list where a value of one piece belongs',
      [],
    ],
    [
      'lines',
      `${ENTRY}   owner: |\n     a\n     b`,
      'line 4, column 11 has a line break or a control character in a value of one line',
      [],
    ],
    [
      'an escape sequence',
      `${ENTRY}   owner: "\\e[1m"`,
      'line 4, column 11 has a line break or a control character in a value of one line',
      [],
    ],
    [
      'half a mention',
      `${ENTRY}   owner: "@octo cat"`,
      'line 4, column 11 has an owner who is neither a user nor a team, though “@” comes first',
      [],
    ],
    [
      'a long owner',
      `${ENTRY}   owner: ${'a'.repeat(301)}`,
      'line 4, column 11 has a text of more than 300 characters',
      [],
    ],
    ['a long name', `name: ${'a'.repeat(101)}`, 'line 1, column 7 has a name of more than 100 characters', []],
  ])('%s', (_, text, problem, meant) => {
    expect(unsoundList(text)).toMatchObject({ problem, meant })
  })

  it('and what it takes', () => {
    expect(unsoundList(`${ENTRY}   zzzzzz: a`).accepts).toBe(ENTRY_KEYS.join(', '))
    expect(unsoundList('defaults:\n  zzzzzz: a').accepts).toBe(DEFAULTS_KEYS.join(', '))
  })
})

describe('YAML that is none, or too clever, says so in words of ours', () => {
  it.each([
    ['@ without quotation marks', `${ENTRY}   owner: @octocat`, /^line 4, column 11 .* put it in quotation marks$/],
    ['a colon in a value', `${ENTRY}   headers: A: $B`, /^line 4, column 13 has a colon and a blank in a value/],
    ['a tab', `tokens:\n\t- secret: A`, /^line 2, column 1 begins with a tab/],
    ['a bracket that stays open', '{"tokens": [', /^line 2, column 1 begins after more or fewer blanks.*bracket/],
    ['an open quotation mark', `${ENTRY}   owner: "a`, /^line \d+, column \d+ lacks a sign: a closing quotation mark/],
    ['words that are no key', `${ENTRY}words\nand: a`, /^line 4, column 1 has words that are neither/],
    ['an escape that is none', `${ENTRY}   owner: "\\q"`, /^line 4, column 12 has a backslash/],
    ['an anchor', 'tokens: &a []', /^line 1, column 12 has an anchor or an alias/],
    ['an alias', 'tokens: *a', /^line 1, column 9 has an anchor or an alias/],
    ['an alias that is known', `${ENTRY}   owner: &a b\n   used-by: *a`, /^line 4, column 14 has an anchor/],
    ['an alias in a key', '? *a\n: b', /an anchor or an alias|has a key that is no word/],
    ['a tag', 'tokens: !!seq []', /^line 1, column 15 has a tag/],
    ['a tag of nobody', 'tokens: !a []', /^line 1, column \d+ has a tag/],
    ['a merge', 'tokens:\n - <<: {secret: A}', /^line 2, column 4 merges something/],
    ['a key of many parts', '? [a]\n: b', /^line 1, column 3 has a key that is no word/],
    ['a second document', `${ENTRY}---\n${ENTRY}`, /^line 4, column 1 begins a second document/],
    ['a second document after an end', `${ENTRY}...\n---\n${ENTRY}`, /^line 5, column 1 begins a second document/],
    ['what is nested deeply', '['.repeat(50_000), /is nested too deeply$/],
    ['what follows a bracket', `{}}`, /^line 1, column 3 /],
  ])('%s', (_, text, problem) => {
    expect(unsoundList(text).problem).toMatch(problem)
  })

  it('in bounded time, however many keys there are', () => {
    const keys = Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`)
    expect(unsoundList(keys.join('\n')).problem).toBe('line 1, column 1 has a key that a list does not take')
  })
})

describe('names of secrets and variables', () => {
  const wrong = (name: string) => unsoundList(`tokens:\n - secret: "${name}"\n   jira-url: https://a`)

  it.each(['1A', 'A-B', 'A B', '$A', '${{ secrets.A }}', 'Ä', 'a'.repeat(201), 'secrets.A'])('%s is none', (name) => {
    expect(wrong(name).problem).toBe('line 2, column 12 has a name of a secret that none can have')
  })

  it.each(['GITHUB_TOKEN', 'github_token', 'ACTIONS_RUNTIME_TOKEN', 'Runner_Temp', 'INPUT_TOKENS', 'NODE_OPTIONS'])(
    '%s is the runner’s own',
    (name) => {
      expect(wrong(name).problem).toMatch(/begins with GITHUB_, ACTIONS_, .* go to no server$/)
      for (const line of [`headers: "X-A: $${name}"`, `client-key: $${name}`]) {
        const { problem } = unsoundList(`${ENTRY}   ${line}`)
        expect(problem).toMatch(/^line 4, column \d+ has a name of a variable that begins with GITHUB_/)
      }
    },
  )

  it('GITHUBTOKEN is not', () => {
    expect(soundEntry('tokens:\n - secret: GITHUBTOKEN\n   jira-url: https://a').secret).toBe('GITHUBTOKEN')
  })

  it('a token in its place is not told', () => {
    const token = `ghp_${'a1B2'.repeat(9)}`
    const { problem, accepts } = wrong(token)
    expect(problem).toBe('line 2, column 12 has what looks like a token of GitHub where a name belongs')
    expect(problem + accepts).not.toContain('a1B2')
  })
})

describe('what may be secret is named, and does not stand in the list', () => {
  const inputs = (lines: string) => soundEntry(`${ENTRY}   ${lines}`)

  it.each([
    ['one line', 'headers: "CF-Access-Client-Id: $CF_ID"', ['CF_ID']],
    ['lines', 'headers: |\n     A: $B\n     C:$D', ['B', 'D']],
    ['a list of lines', 'headers: ["A: $B", "C: $B"]', ['B']],
    ['a key', 'client-key: $KEY', ['KEY']],
    ['both', 'headers: "A: $B"\n   client-key: $KEY', ['B', 'KEY']],
    ['the path of a key', 'client-key: certs/key.pem', []],
  ])('%s', (_, lines, variables) => {
    expect(inputs(lines).variables).toEqual(variables)
  })

  it('is named by defaults too', () => {
    const text = 'defaults:\n  headers: "A: $B"\n  jira-url: https://a\ntokens:\n - secret: S\n - secret: T'
    expect(soundList(text).entries.map(({ variables }) => variables)).toEqual([['B'], ['B']])
  })

  it.each([
    ['a value', 'headers: "X-Key: hunter2"'],
    ['a value behind a scheme', 'headers: "X-Key: Bearer $A"'],
    ['braces', 'headers: "X-Key: ${A}"'],
    ['an expression', 'headers: "X-Key: ${{ secrets.A }}"'],
    ['no name', 'headers: $A'],
    ['a second line', 'headers: |\n     X-A: $A\n     X-B: hunter2'],
    ['a line that was folded', 'headers: >\n     X-A: $A\n     X-B: $B'],
  ])('%s in headers is a flaw', (_, lines) => {
    const { problem } = unsoundList(`${ENTRY}   ${lines}`)
    expect(problem).toMatch(/^line 4, column 13 has headers of which number \d is not “Name: \$VARIABLE”$/)
  })

  it.each([
    '|\n     -----BEGIN PRIVATE KEY-----\n     MIIB\n     -----END PRIVATE KEY-----',
    '"-----BEGIN PRIVATE KEY-----\\nMIIB\\n-----END PRIVATE KEY-----"',
    `LS0tLS1CRUdJTi${'aB1'.repeat(40)}`,
  ])('a private key in its place is a flaw', (value) => {
    const { problem } = unsoundList(`${ENTRY}   client-key: ${value}`)
    expect(problem).toBe(
      'line 4, column 16 has a private key itself, which now has to be replaced, where its place belongs',
    )
  })
})

describe('the file', () => {
  const path = '.github/jira-tokens.yml'

  it('is read, and named where it is unsound', () => {
    expect(reading(path, { [path]: ENTRY }).list).toMatchObject({ entries: [{ secret: 'A' }] })
    expect(reading(path, { [path]: 'tokens: []' }).list).toMatchObject({
      reason: 'input-invalid',
      facts: { problem: `is no list that can be used: line 1, column 9 of ${path} has no token below “tokens:”` },
    })
    expect(reading(path, { [path]: '' }).list).toMatchObject({
      facts: { problem: `is no list that can be used: ${path} is empty` },
    })
  })

  it.each([
    ['ENOENT', `names ${path}, which does not exist here`, /a step with actions\/checkout comes before/],
    ['EISDIR', `names ${path}, which is a directory`, /^the path of a file/],
    ['EACCES', `names ${path}, which cannot be read (EACCES)`, /^the path of a file/],
    ['', `names ${path}, which cannot be read`, /^the path of a file/],
  ])('that cannot be read (%s)', async (code, problem, accepts) => {
    const { readList } = await import('../../../src/watch/list/read-list.ts')
    const readFile = () => {
      throw Object.assign(new Error('secret words of the system'), code === '' ? {} : { code })
    }
    const { list, identity } = readList(path, readFile, () => {})
    expect(list).toMatchObject({ facts: { input: '<tokens>', problem, accepts: expect.stringMatching(accepts) } })
    expect(identity).toEqual({ path, name: path, own: path })
  })

  it.each([
    ['UTF-16', Buffer.from('\uFEFFtokens:\n', 'utf16le').toString('utf8'), 'has NUL characters: it may be UTF-16'],
    ['ten megabytes', 'a'.repeat(10_000_000), 'is longer than 1048576 characters'],
  ])('of %s', (_, text, problem) => {
    expect(reading(path, { [path]: text }).list).toMatchObject({
      facts: { problem: `is no list that can be used: ${path} ${problem}` },
    })
  })

  it('of Latin-1', () => {
    const text = Buffer.from('# a\n# J\xFCrgen\n', 'latin1').toString('utf8')
    expect(reading(path, { [path]: text }).list).toMatchObject({
      facts: { problem: `is no list that can be used: line 2 of ${path} has a character that is not UTF-8` },
    })
  })
})

describe('what a list is known by', () => {
  const path = '.github/jira-tokens.yml'

  it.each([
    ['a file', path, ENTRY, { path, name: path, own: path }],
    ['a file with a name', path, `name: release\n${ENTRY}`, { path, name: 'release', own: path }],
    ['a file that is unsound', path, 'name: release\ntokens: [', { path, name: path, own: path }],
  ])('%s', (_, given, text, identity) => {
    expect(reading(given, { [given]: text }).identity).toEqual(identity)
  })

  it.each([
    ['a text', ENTRY, { path: '', name: '', own: '' }],
    ['a text with a name', `name: release\n${ENTRY}`, { path: '', name: 'release', own: 'release' }],
    ['a text that is unsound', 'name: release\ntokens: [\n', { path: '', name: '', own: '' }],
    ['a text of one line', '{tokens: [{secret: A, jira-url: https://a}]}', { path: '', name: '', own: '' }],
  ])('%s', (_, text, identity) => {
    expect(reading(text).identity).toEqual(identity)
  })

  it.each(['./.github/jira-tokens.yml', '.github//jira-tokens.yml', '.github\\jira-tokens.yml'])(
    'the same path however it is spelled: %s',
    (given) => {
      expect(reading(given, { [path]: ENTRY }).identity.path).toBe(path)
    },
  )
})

describe('the address of an entry', () => {
  const textsOf = (entry: string, defaults = 'jira-url: https://jira.example.com'): Record<string, string> =>
    Object.fromEntries(soundEntry(`defaults: { ${defaults} }\ntokens:\n  - secret: A\n${entry}`).texts)

  it('is that of the defaults, where it has none of its own', () => {
    expect(textsOf('')).toEqual({ 'jira-url': 'https://jira.example.com' })
  })

  it.each(['jira-url', 'confluence-url', 'bitbucket-url'])(
    'replaces that of the defaults, whichever product it is of: %s',
    (name) => {
      for (const defaults of ['jira-url: https://a.example.com', 'confluence-url: https://b.example.com']) {
        expect(textsOf(`    ${name}: https://own.example.com`, defaults)).toEqual({ [name]: 'https://own.example.com' })
      }
    },
  )
})

describe('what is taken instead', () => {
  it.each<[problem: RegExp, accepts: string, text: string]>([
    [/without an address/, 'jira-url or confluence-url or bitbucket-url', 'tokens: [{ secret: A }]'],
    [/has no keys below “defaults:”/, 'keys of a token', 'defaults: x\ntokens: [{ secret: A }]'],
    [/NUL/, 'a file in UTF-8', 'tokens:\0'],
    [/UTF-8/, 'a file in UTF-8', 'tokens: \uFFFD'],
  ])('%s: %s', (problem, accepts, text) => {
    const found = unsoundList(text)
    expect(found.problem).toMatch(problem)
    expect(found.accepts).toBe(accepts)
  })
})

describe('a key by another name was perhaps meant to be', () => {
  it.each([
    ['url', 'jira-url'],
    ['base_url', 'jira-url'],
    ['name', 'token-name'],
    ['user', 'expected-user'],
    ['env', 'secret'],
    ['variable', 'secret'],
  ])('%s: %s', (key, meant) => {
    const text = `tokens:\n  - jira-url: https://jira.example.com\n    secret: A\n    ${key}: x`
    const found = unsoundList(meant === 'secret' || meant === 'jira-url' ? text.replace(`${meant}:`, 'owner:') : text)
    expect(found.meant).toEqual([meant])
  })
})
