import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFinding } from '../../src/catalogue/finding.ts'
import { someToken } from '../inputs/source.ts'
import { reading, soundList } from '../watch/list/reading.ts'
import { hostileText } from './hostile-text.ts'
import { withSeed } from './reproducible.ts'

/** What no word of ours holds. */
const CANARY = 'qzxj7'

const word = fc.stringMatching(/^[a-z]{0,3}$/).map((letters) => `${CANARY}${letters}`)

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('secret', 'owner', 'used-by', 'jira-url', 'headers', 'client-key') },
  { weight: 6, arbitrary: fc.constantFrom('projects', 'retries', 'check-expiry', 'token-name', 'expected-user') },
  { weight: 1, arbitrary: word },
)
const value = fc.oneof(
  word,
  fc.tuple(word, hostileText).map((parts) => parts.join('')),
  fc.tuple(word, word).map(([a, b]) => `[${a}, ${b}]`),
  fc.tuple(word, word).map(([a, b]) => `{${a}: ${b}}`),
  word.map((text) => `"${text}"`),
  word.map((text) => `https://${text}.example.com`),
  fc.tuple(word, word).map(([name, variable]) => `"${name}: $${variable}"`),
  fc.constantFrom('true', 'yes', '2', '', '~', '|', '&a', '*a', '!a b'),
)
const pairs = fc.array(fc.tuple(key, value), { maxLength: 6 })
const list = fc
  .tuple(fc.constantFrom('tokens:', `${CANARY}:`, 'tokens: [', 'defaults:', ''), fc.array(pairs, { maxLength: 4 }))
  .map(([head, entries]) => {
    const lines = entries.flatMap((entry) =>
      entry.map(([name, text], index) => `${index === 0 ? '  - ' : '    '}${name}: ${text}`),
    )
    return [head, ...lines, `# ${CANARY}`].join('\n')
  })

describe(withSeed('a list of tokens'), () => {
  it('is never quoted where it is unsound', () => {
    let unsound = 0
    fc.assert(
      fc.property(list, (text) => {
        const read = reading(text)
        if (!isFinding(read.list)) return
        unsound += 1
        expect(read.list.reason).toBe('input-invalid')
        expect(JSON.stringify(read)).not.toContain(CANARY)
      }),
    )
    expect(unsound).toBeGreaterThan(10)
  })

  it('is a list or a finding with words, whatever is given', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const read = reading(`${text}\n`)
        expect(isFinding(read.list) ? read.list.facts : read.list.entries.length).toBeTruthy()
      }),
    )
  })

  it('never shows a token that was pasted into it, and has it masked', () => {
    const cut = fc.nat({ max: 400 })
    const base = `name: release\ndefaults:\n  jira-url: https://jira.example.com\ntokens:\n  - secret: A\n    owner: jane\n`
    fc.assert(
      fc.property(cut, fc.constantFrom(' ', '\n', '"', "'", ':', '-', '=', '@', '#', '\t', '{', ','), (place, sign) => {
        const read = reading(`${base.slice(0, place)}${sign}${someToken}${sign}${base.slice(place)}`)
        expect(read.masked).toContain(someToken)
        expect(read.list).toMatchObject({ reason: 'input-invalid' })
        expect(JSON.stringify([read.list, read.identity])).not.toContain(someToken)
      }),
    )
  })

  it('that is sound is read alike as YAML and as JSON', () => {
    const name = fc.stringMatching(/^[A-Z]{1,6}$/)
    const entry = fc.record({ owner: fc.stringMatching(/^[a-z][a-z ]{0,9}$/), retries: fc.nat({ max: 10 }) })
    fc.assert(
      fc.property(fc.dictionary(name, entry, { minKeys: 1, maxKeys: 5 }), (entries) => {
        const tokens = Object.entries(entries).map(([secret, rest]) => ({ secret, ...rest, 'jira-url': 'https://a' }))
        const yaml = tokens.map(
          (token) =>
            `- ${Object.entries(token)
              .map((pair) => pair.join(': '))
              .join('\n  ')}`,
        )
        const plain = (text: string) => soundList(text).entries.map(({ line: _, ...rest }) => rest)
        expect(plain(`tokens:\n${yaml.join('\n')}`)).toEqual(plain(JSON.stringify({ tokens })))
      }),
    )
  })
})
