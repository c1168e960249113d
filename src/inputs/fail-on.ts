import { nearest } from '../base/nearest.ts'
import { categoryFor } from '../catalogue/entry.ts'
import { type Reason, reasonTable } from '../catalogue/reasons.ts'
import type { FieldReader } from './fields.ts'
import { invalidInput } from './invalid.ts'
import { table } from './table.ts'
import { urlRows } from './url-rows.ts'

/** Which reasons fail the step. */
export interface FailOn {
  fails(reason: Reason): boolean
}

/** What of a token's expiry may fail a watch, whatever the check finds. */
export type ExpiryWord = 'expiring' | 'expiry-unknown'

/** The same of a watch, which has words for what of an expiry needs care. */
export interface WatchFailOn extends FailOn {
  /** Whether it fails, beside what the reason does. */
  failsExpiry(word: ExpiryWord): boolean
}

/** What counts where nobody can tell what was meant: all but success fails. */
export const FAIL_ON_ALL: FailOn = { fails: (reason) => reasonTable[reason].result !== 'usable' }

/** Names of one category, by the product that was asked. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.values(urlRows).map(({ product }) => [categoryFor(product, 'not-jira'), 'not-jira']),
)

const WORDS: ReadonlySet<string> = new Set([
  ...Object.entries(reasonTable).flatMap(([reason, { category, result }]) => [reason, category, result]),
  ...SYNONYMS.keys(),
])
const WORDS_OF_SUCCESS: ReadonlySet<string> = new Set(['usable', 'ok', 'authenticated'])
const WORDS_OF_BUGS: ReadonlySet<string> = new Set(['internal', 'internal-error'])

const { default: BY_DEFAULT, accepts: ACCEPTS, programs: PROGRAMS } = table['fail-on']

/** Reads which reasons fail the step; all that can, where the input cannot be read. */
export function readFailOn(fields: FieldReader): FailOn {
  const { fails } = readWords(fields, WORDS, BY_DEFAULT)
  return { fails }
}

/** The same of a watch. */
export function readWatchFailOn(fields: FieldReader): WatchFailOn {
  const known = new Set([...WORDS, 'expiring'])
  return readWords(fields, known, PROGRAMS.watch.default, `expiring, expiry-unknown, ${ACCEPTS}`)
}

function readWords(
  fields: FieldReader,
  known: ReadonlySet<string>,
  byDefault: readonly string[],
  accepts: string = ACCEPTS,
): WatchFailOn {
  const words = fields.list('fail-on').map((word) => word.toLowerCase())
  if (words.length === 1 && words[0] === 'none') return { fails: isBug, failsExpiry: () => false }
  const { problem, meant } = flawOf(words, known) ?? {}
  // An item that is no word at all is rejected already.
  if (problem === undefined) return createFailOn(words, byDefault)
  fields.reject(invalidInput('fail-on', problem, accepts, meant))
  return { ...FAIL_ON_ALL, failsExpiry: () => true }
}

/**
 * The narrowest word decides: the reason, then its category, then its result; of two alike the one with `!` wins.
 * @param words known ones, in small letters; if all have a `!`, they are taken from the default
 */
function createFailOn(words: readonly string[], byDefault: readonly string[]): WatchFailOn {
  const excused = new Set(words.filter((word) => word.startsWith('!')).map((word) => plainWord(word.slice(1))))
  const failing = new Set(words.filter((word) => !word.startsWith('!')).map(plainWord))
  const failingOrDefault: ReadonlySet<string> = failing.size === 0 ? new Set(byDefault) : failing
  return {
    fails(reason) {
      const { category, result } = reasonTable[reason]
      if (isBug(reason)) return true
      const narrowest = [reason, category, result].find((word) => excused.has(word) || failingOrDefault.has(word))
      return narrowest !== undefined && !excused.has(narrowest)
    },
    failsExpiry: (word) => failingOrDefault.has(word) && !excused.has(word),
  }
}

function plainWord(word: string): string {
  return SYNONYMS.get(word) ?? word
}

/** A bug of ours proves nothing, so that it fails whatever was asked for. */
function isBug(reason: Reason): boolean {
  return WORDS_OF_BUGS.has(reason)
}

function flawOf(
  words: readonly string[],
  known: ReadonlySet<string>,
): { problem: string; meant?: string | undefined } | undefined {
  for (const [index, word] of words.entries()) {
    const plain = word.replace(/^!/, '')
    if (plain === 'none') return { problem: 'combines none with something else' }
    if (WORDS_OF_SUCCESS.has(plain)) return { problem: `holds “${word}”, and success never fails` }
    if (word.startsWith('!') && WORDS_OF_BUGS.has(plain)) {
      return { problem: `holds “${word}”, and a fault of the check itself always fails` }
    }
    if (known.has(plain)) continue
    const near = nearest(
      plain,
      [...known, 'none'].filter((other) => !WORDS_OF_SUCCESS.has(other)),
    )
    const meant = near === undefined ? undefined : `${word.startsWith('!') ? '!' : ''}${near}`
    return { problem: `has a word that it does not know (number ${index + 1})`, meant }
  }
  return undefined
}
