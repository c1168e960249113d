/** What is said of a list that cannot be used, word for word, and where one begins to be unsound. */
import { describe, expect, it } from 'vitest'
import { invalidInput } from '../../../src/inputs/invalid.ts'
import { createEntrySource } from '../../../src/watch/list/entry-source.ts'
import { missingVariable } from '../../../src/watch/list/missing-variable.ts'
import { sourceOf } from '../../inputs/source.ts'
import { reading, soundEntry, soundList, unsoundList } from './reading.ts'

const ENTRY = 'tokens:\n - secret: A\n   jira-url: https://jira.example.com\n'

/** As Jira makes them. */
const TOKEN = 'MjcxODI4MTgyODQ1OmEgc3RhbmQtaW4gPj4+Pz8/Pj4+'

const NAMES =
  'the name of a secret: letters, digits and “_”, with no digit first, and not beginning with GITHUB_, ACTIONS_, RUNNER_, INPUT_ or NODE_'
const ONE_TOKEN = 'for each token a “- secret: NAME”, and below “secret” its other keys'
const TOKENS = 'a list “tokens:” with a “- secret: NAME” for each token'

describe('what is taken in place of', () => {
  it.each([
    ['a text', 'release', 'YAML or JSON that has, below “tokens:”, a “- secret: NAME” for each token'],
    ['no tokens', 'name: a', TOKENS],
    ['keys', 'tokens:\n A: b', TOKENS],
    ['an empty list', 'tokens: []', TOKENS],
    ['a name alone', 'tokens:\n - A', ONE_TOKEN],
    ['a token without a secret', 'tokens:\n - owner: a', ONE_TOKEN],
    ['a secret for the second time', `${ENTRY} - secret: a\n   jira-url: https://a`, 'each secret once'],
    ['a name that none can have', 'tokens:\n - secret: 1A', NAMES],
    ['a name of the runner’s', 'tokens:\n - secret: NODE_A', NAMES],
    [
      'half a mention',
      `${ENTRY}   owner: "@octo cat"`,
      '“@octocat”, “@org/team”, or plain words without “@” at the beginning',
    ],
    ['a long owner', `${ENTRY}   owner: ${'a'.repeat(301)}`, 'up to 300 characters'],
    ['a long name', `name: ${'a'.repeat(101)}`, 'up to 100 characters'],
    ['lines', `${ENTRY}   owner: "a\\nb"`, 'one line of text'],
    ['a list', `${ENTRY}   owner: [a]`, 'a text'],
    ['keys of a value', `${ENTRY}   used-by: {a: b}`, 'a text or a list of texts'],
    ['nothing', `${ENTRY}   owner:`, 'a value for it, or else no such key'],
    ['a list of booleans', `${ENTRY}   check-expiry: [true]`, 'true or false'],
    ['no boolean', `${ENTRY}   check-expiry: perhaps`, 'true or false'],
    ['a list of numbers', `${ENTRY}   retries: [2]`, 'a whole number, in digits alone'],
    ['no number', `${ENTRY}   retries: two`, 'a whole number, in digits alone'],
    [
      'a header with its value',
      `${ENTRY}   headers: "X-A: b"`,
      'lines “Name: $VARIABLE”: the value comes from an environment variable of the step, and never from the list',
    ],
    [
      'a private key',
      `${ENTRY}   client-key: "-----BEGIN PRIVATE KEY-----"`,
      'the path of a PEM file, or $VARIABLE: an environment variable of the step that holds the key or its path',
    ],
    [
      'a token',
      `${ENTRY}   owner: ${TOKEN}`,
      'names of secrets alone: revoke that token, since whoever can read the list has seen it, and store the new one as a secret',
    ],
    ['a text without an end', `# ${'a'.repeat(1_048_576)}`, 'a list of tokens, or its parts in files of their own'],
  ])('%s', (_, text, accepts) => {
    expect(unsoundList(text).accepts).toBe(accepts)
  })
})

describe('where a list begins to be unsound', () => {
  it('is behind the longest words that it may have', () => {
    expect(soundEntry(`${ENTRY}   owner: ${'a'.repeat(300)}`).owner).toHaveLength(300)
    expect(soundList(`name: ${'a'.repeat(100)}\n${ENTRY}`).name).toHaveLength(100)
    expect(soundEntry(ENTRY.replace('A', 'A'.repeat(200))).secret).toHaveLength(200)
    const rest = 1_048_576 - ENTRY.length - 2
    expect(soundEntry(`${ENTRY}#${'a'.repeat(rest)}`).secret).toBe('A')
  })

  it('is behind nothing that is left out', () => {
    expect(soundEntry(ENTRY)).toMatchObject({ owner: '', usedBy: '' })
    expect(soundEntry(`${ENTRY}   check-expiry: ""\n   retries: ""`).texts.size).toBe(1)
  })

  it.each(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'])('is behind no boolean: %s', (word) => {
    expect(soundEntry(`${ENTRY}   check-expiry: ${word}`).texts.get('check-expiry')).toBe(word)
  })

  it.each([
    ['yes', ['true']],
    ['Y', ['true']],
    ['on', ['true']],
    ['1', ['true']],
    ['no', ['false']],
    ['n', ['false']],
    ['OFF', ['false']],
    ['0', ['false']],
    ['treu', ['true']],
    ['xtrue', ['true']],
    ['falsex', ['false']],
    ['perhaps', []],
  ])('is behind what is a boolean elsewhere: %s', (word, meant) => {
    expect(unsoundList(`${ENTRY}   check-expiry: ${word}`)).toMatchObject({
      problem: 'line 4, column 18 has a value that is neither true nor false',
      meant,
    })
  })

  it.each([
    ...[
      '30s',
      '30 s',
      '30 sec',
      '30secs',
      '30 second',
      '30  seconds',
      '30d',
      '30 day',
      '30 DAYS',
      '30 time',
      '30 times',
    ],
  ])('is behind the unit of a number: %s', (words) => {
    expect(unsoundList(`${ENTRY}   retries: ${words}`).meant).toEqual(['30'])
  })

  it.each(['x30 days', '30 daysx', '123456 s', '3.0', '-3', '30 hours'])('is behind what is no number: %s', (words) => {
    expect(unsoundList(`${ENTRY}   retries: ${words}`).meant).toEqual([])
  })

  it.each(['@octocat', '@jane_corp', '@octo-org/build.team_1', 'Jane @octocat', 'Jane Doe'])(
    'is not an owner called %s',
    (owner) => {
      expect(soundEntry(`${ENTRY}   owner: "${owner}"`).owner).toBe(owner)
    },
  )

  it.each(['@', '@-x', '@octo cat', '@octo, @hubot', '@octo-org/build team', '@octo-org/'])(
    'is an owner called %s',
    (owner) => {
      expect(unsoundList(`${ENTRY}   owner: "${owner}"`).problem).toMatch(/neither a user nor a team/)
    },
  )

  it('is a name of the runner’s at its beginning alone', () => {
    expect(soundEntry(ENTRY.replace('A', 'MY_NODE_TOKEN')).secret).toBe('MY_NODE_TOKEN')
  })

  it.each([
    ['null', '~', 'line 1, column 1 is empty'],
    ['a sign of another encoding at its beginning', '\uFFFD', 'line 1 has a character that is not UTF-8'],
    ['a key without a value in braces', 'tokens: [{secret}]', 'line 1, column 11 has a key without a value'],
    [
      'an anchor at a key',
      '? &b tokens\n: a',
      'line 1, column 6 has an anchor or an alias (& or *), where a list says everything itself',
    ],
    ['what follows a bracket', '{}}', 'line 1, column 3 has something that cannot stand there'],
    ['a key without an end', `${'a'.repeat(1_025)}: b`, 'line 1, column 1 has a key of more than 1024 characters'],
    ['the first of two flaws', 'name: !a b\nowner: "\\q"', 'line 1, column 7 has a tag (!), which no list needs'],
  ])('is %s', (_, text, problem) => {
    expect(unsoundList(text).problem).toBe(problem)
  })

  it('is no byte order mark, which is part of a text but for its beginning', () => {
    expect(soundList(`name: a\uFEFFb\n${ENTRY}`).name).toBe('a\uFEFFb')
  })
})

describe('a key was perhaps meant to be', () => {
  it.each([
    ['defaults', 'default: {}', 'defaults'],
    ['tokens', 'entries: []', 'tokens'],
    ['secret', 'tokens:\n - token: A', 'secret'],
  ])('%s', (_, text, meant) => {
    expect(unsoundList(text).meant).toEqual([meant])
  })

  it('none that cannot stand there', () => {
    expect(unsoundList('defaults:\n  name: a').meant).toEqual([])
    expect(unsoundList('defaults:\n  user: a').meant).toEqual([])
  })
})

describe('variables', () => {
  const entry = (lines: string) => soundEntry(`${ENTRY}   ${lines}`)

  it.each([
    ['blanks before the colon', 'headers: "A : $B"', ['B']],
    ['blanks around lines, and blank ones', 'headers: "A: $B\\n\\n  C: $D \\n"', ['B', 'D']],
    ['a sign of theirs elsewhere', 'token-name: $B', []],
    ['a path that is as long as a key', `client-key: certs.d/${'a'.repeat(100)}`, []],
    ['a name that is as long as a key', `client-key: ${'a'.repeat(100)}.pem`, []],
  ])('are named with %s', (_, lines, variables) => {
    expect(entry(lines).variables).toEqual(variables)
  })

  it('stand for what they hold in headers and keys alone', () => {
    const environment = { A: 'token', B: 'value', 'erts/key.pem': 'evil' }
    const inputs = (lines: string) => createEntrySource(entry(lines), sourceOf({ environment }))
    expect(inputs('client-key: $B').readInput('client-key')).toBe('value')
    expect(inputs('client-key: certs/key.pem').readInput('client-key')).toBe('certs/key.pem')
    expect(inputs('token-name: $B').readInput('token-name')).toBe('$B')
    expect(inputs('token-name: $B').readInput('token')).toBe('token')
    expect(inputs('token-name: $B').standsAlone).toBe(true)
    expect(inputs('token-name: $B').readEvent()?.name).toBe('push')
  })

  it('that are missing are told, the first of them', () => {
    const headers = entry('headers: "A: $OK\\nB: $NONE\\nC: $NEITHER"')
    expect(missingVariable(headers, { OK: 'x', NONE: ' ' }, new Set())).toEqual(
      invalidInput(
        'headers',
        'names the environment variable NONE (entry of line 2), which is missing or blank in this step',
        'the names of variables that the step has, each in a line of its own under env',
        undefined,
      ),
    )
    expect(missingVariable(headers, { OK: 'x', NONE: 'x', NEITHER: 'x' }, new Set())).toBeUndefined()
  })

  it.each(['NODE_TOKEN', '-NODES_TOKEN', 'NODES_TOKEN-', '1NODES_TOKEN'])(
    'that look alike are not told where they are none of a step: %s',
    (name) => {
      const secret = soundEntry(ENTRY.replace('A', 'NODES_TOKEN'))
      const source = createEntrySource(secret, sourceOf({ environment: { [name]: 'x' } }))
      expect(source.missingToken?.()).toMatchObject({ facts: { alike: [] } })
    },
  )
})

describe('a token in a list', () => {
  it('given in the place of its path is masked, and told as such', () => {
    expect(reading(` ${TOKEN} `)).toEqual({
      list: invalidInput('tokens', 'has what looks like a token itself', 'the path of a list of tokens, or the list'),
      identity: { path: '', name: '', own: '' },
      masked: [TOKEN],
    })
  })

  const slashed = `Ab1/${'x'.repeat(40)}`

  it.each([
    ['whose slash JSON spells', `{"tokens": ["${slashed.replace('/', '\\/')}`, slashed],
    ['behind a line break that JSON spells', `{"tokens": ["a\\n${TOKEN}`, TOKEN],
    ['behind a quotation mark that JSON spells', `{"tokens": ["\\"${TOKEN}`, TOKEN],
  ])('is found %s, though nothing else of it can be read', (_, text, token) => {
    const { list, masked } = reading(`${text}\n`)
    expect(masked).toEqual([token])
    expect(list).toMatchObject({ reason: 'input-invalid', facts: { input: '<tokens>' } })
  })

  it('is found in a key, however that is spelled', () => {
    const { list, masked } = reading(
      `name: a\n"\\u${'M'.charCodeAt(0).toString(16).padStart(4, '0')}${TOKEN.slice(1)}": x\n`,
    )
    expect(masked).toEqual([TOKEN])
    expect(list).toMatchObject({
      facts: { problem: expect.stringContaining('line 2 has what looks like a token itself') },
    })
  })

  it.each(['', 'x'])('is none in a key that is base64 as a whole: “%s” before it', (before) => {
    expect(reading(`# LS0tLS1CRUdJTi${before}${TOKEN}\n${ENTRY}`).masked).toEqual([])
  })

  it('is none where a key stands between its halves', () => {
    const pem = '-----BEGIN CERTIFICATE-----MIIB-----END CERTIFICATE-----'
    expect(reading(`# ${TOKEN.slice(0, 22)}${pem}${TOKEN.slice(22)}\n${ENTRY}`).masked).toEqual([])
  })
})

it('a path is taken without the blanks around it', () => {
  expect(reading(' lists/a.yml ', { 'lists/a.yml': ENTRY }).identity.path).toBe('lists/a.yml')
})
