import { describe, expect, it } from 'vitest'
import { type Reason, reasonTable } from '../../src/catalogue/reasons.ts'
import { FAIL_ON_ALL, readFailOn, readWatchFailOn } from '../../src/inputs/fail-on.ts'
import { createFieldReader } from '../../src/inputs/fields.ts'
import { isReason } from '../support/reasons.ts'
import { sourceOf } from './source.ts'

const reasons = Object.keys(reasonTable).filter(isReason)
const failures = reasons.filter((reason) => reason !== 'authenticated')

function read(value: string) {
  const fields = createFieldReader('check', sourceOf({ inputs: { 'fail-on': value } }))
  const failOn = readFailOn(fields)
  return { failOn, failing: reasons.filter((reason) => failOn.fails(reason)), found: fields.firstFinding }
}

const reasonsOf = (property: 'result' | 'category', value: string): Reason[] =>
  reasons.filter((reason) => reasonTable[reason][property] === value || reason === 'internal-error')

const without = (all: readonly Reason[], excused: readonly Reason[]): Reason[] =>
  all.filter((reason) => !excused.includes(reason) || reason === 'internal-error')

describe('what fails the step', () => {
  it.each<[value: string, failing: Reason[]]>([
    ['', failures],
    ['refused, unknown, misconfigured', failures],
    ['none', ['internal-error']],
    ['None', ['internal-error']],
    ['refused', reasonsOf('result', 'refused')],
    ['Refused', reasonsOf('result', 'refused')],
    ['unknown', reasonsOf('result', 'unknown')],
    ['connection', reasonsOf('category', 'connection')],
    ['not-jira', reasonsOf('category', 'not-jira')],
    ['not-confluence', reasonsOf('category', 'not-jira')],
    ['not-bitbucket', reasonsOf('category', 'not-jira')],
    ['token-rejected', ['token-rejected', 'internal-error']],
    ['token-rejected timeout\nTOKEN-REJECTED', ['token-rejected', 'timeout', 'internal-error']],
    ['internal', ['internal-error']],
    ['internal-error', ['internal-error']],

    ['refused, unknown, misconfigured, !unavailable', without(failures, reasonsOf('category', 'unavailable'))],
    ['!unavailable', without(failures, reasonsOf('category', 'unavailable'))],
    ['!not-confluence', without(failures, reasonsOf('category', 'not-jira'))],
    ['!rate-limited', without(failures, ['rate-limited'])],
    ['!unknown', without(failures, reasonsOf('result', 'unknown'))],
    ['!refused !unknown !misconfigured', ['internal-error']],

    // The narrowest word decides, wherever it stands.
    ['!unavailable, unknown', without(reasonsOf('result', 'unknown'), reasonsOf('category', 'unavailable'))],
    [
      '!unavailable, rate-limited, unknown',
      without(
        reasonsOf('result', 'unknown'),
        reasonsOf('category', 'unavailable').filter((reason) => reason !== 'rate-limited'),
      ),
    ],
    ['!unknown, connection', reasonsOf('category', 'connection')],
    ['connection, !timeout', without(reasonsOf('category', 'connection'), ['timeout'])],
    // Of two alike the one with the exclamation mark wins.
    ['refused, !refused', ['internal-error']],
    ['!timeout, timeout', ['internal-error']],
    ['unavailable, !unavailable, gate', without(reasonsOf('category', 'gate'), [])],
  ])('%j', (value, failing) => {
    const result = read(value)
    expect(result.found).toBeUndefined()
    expect(result.failing.toSorted()).toEqual(failing.toSorted())
  })

  it('is never success, and always a fault of the check itself', () => {
    for (const value of ['', 'none', 'refused', '!unknown', '!timeout', 'internal', 'never']) {
      const { failOn } = read(value)
      expect(failOn.fails('authenticated')).toBe(false)
      expect(failOn.fails('internal-error')).toBe(true)
    }
    expect(FAIL_ON_ALL.fails('authenticated')).toBe(false)
    expect(reasons.filter(FAIL_ON_ALL.fails)).toEqual(failures)
  })
})

it.each([
  ['', true, true],
  ['none', false, false],
  ['expiring', true, false],
  ['!expiring', false, true],
  ['refused', false, false],
  ['sometimes', true, true],
])(
  'a watch that is to fail on %j fails where a token expires: %s, where nobody knows: %s',
  (value, expiring, unknown) => {
    const failOn = readWatchFailOn(createFieldReader('watch', sourceOf({ inputs: { 'fail-on': value } })))
    expect([failOn.failsExpiry('expiring'), failOn.failsExpiry('expiry-unknown')]).toEqual([expiring, unknown])
  },
)

describe('what cannot be read fails', () => {
  const unknown = (number: number): string => `has a word that it does not know (number ${number})`

  it.each<[value: string, problem: string, meant?: string]>([
    ['failure', unknown(1)],
    ['refused, never', unknown(2)],
    ['refusd', unknown(1), 'refused'],
    ['!refusd', unknown(1), '!refused'],
    ['refused, unkown', unknown(2), 'unknown'],
    ['conection', unknown(1), 'connection'],
    ['token-rejectd', unknown(1), 'token-rejected'],
    ['jira-starting', unknown(1)],
    ['nome', unknown(1), 'none'],
    ['usabel', unknown(1)],
    ['refused!', unknown(1), 'refused'],
    ['!', unknown(1)],
    ['!!refused', unknown(1), '!refused'],
    ['refused; unknown', unknown(1), 'refused'],
    ['constructor', unknown(1)],
    ['none, refused', 'combines none with something else'],
    ['refused, none', 'combines none with something else'],
    ['!none', 'combines none with something else'],
    ['usable', 'holds “usable”, and success never fails'],
    ['refused, ok', 'holds “ok”, and success never fails'],
    ['authenticated', 'holds “authenticated”, and success never fails'],
    ['!usable', 'holds “!usable”, and success never fails'],
    ['!internal-error', 'holds “!internal-error”, and a fault of the check itself always fails'],
    ['refused, !internal', 'holds “!internal”, and a fault of the check itself always fails'],
    [',', 'holds nothing but separators'],
    [Array.from({ length: 201 }, (_, index) => `word-${index}`).join(' '), 'has 201 items, which is more than 200'],
  ])('%j %s', (value, problem, meant) => {
    const { found, failing } = read(value)
    expect(found).toMatchObject({
      reason: 'input-invalid',
      facts: { input: '<fail-on>', problem, meant: meant === undefined ? [] : [meant] },
    })
    expect(failing).toEqual(failures)
  })

  it('says what it accepts', () => {
    expect(read('never').found?.facts).toHaveProperty('accepts', expect.stringMatching(/results.*categories.*reasons/))
  })

  it('quotes nothing that it does not know: it may be a misplaced secret', () => {
    expect(JSON.stringify(read('hunter2').found)).not.toContain('hunter2')
  })
})
