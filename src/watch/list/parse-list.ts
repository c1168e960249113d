import { type Mapping, parseYaml, type Value } from './document.ts'
import { type Flaw, flaw, isFlaw } from './flaw.ts'
import { LIST_KEYS } from './keys.ts'
import { type Defaults, parseDefaults, parseEntry } from './parse-entry.ts'
import { findPastedTokens, findTokensInValue, type PastedToken } from './pasted-token.ts'
import { pick } from './pick.ts'
import { lineOf } from './value-text.ts'
import type { ListEntry, WatchList } from './watch-list.ts'

/** Longest text that is read: some thousands of tokens. */
const MAX_LENGTH = 1_048_576

const MAX_NAME_LENGTH = 100

const TOKENS = 'a list “tokens:” with a “- secret: NAME” for each token'

/**
 * Parses a list of tokens, from its text to typed entries, without a look at the environment.
 * @param text of YAML or JSON
 * @param mask keeps a token out of the log that stands in the text by mistake
 * @returns the list, or the first reason why it cannot be used, in words that quote nothing of it
 */
export function parseList(text: string, mask: (token: string) => void): WatchList | Flaw {
  if (text.length > MAX_LENGTH) {
    return flaw(
      undefined,
      `is longer than ${MAX_LENGTH} characters`,
      'a list of tokens, or its parts in files of their own',
    )
  }
  const pasted = flawOfPasted(findPastedTokens(text), mask)
  if (pasted !== undefined) return pasted
  const encoding = flawOfEncoding(text)
  if (encoding !== undefined) return encoding
  const root = parseYaml(text.replace(/^\uFEFF/, ''))
  if (isFlaw(root)) return root
  return flawOfPasted(findTokensInValue(root), mask) ?? listOf(root)
}

function flawOfPasted(found: readonly PastedToken[], mask: (token: string) => void): Flaw | undefined {
  for (const { token } of found) mask(token)
  const [first] = found
  if (first === undefined) return undefined
  const accepts =
    'names of secrets alone: revoke that token, since whoever can read the list has seen it, and store the new one as a secret'
  return flaw({ line: first.line }, 'has what looks like a token itself', accepts)
}

function flawOfEncoding(text: string): Flaw | undefined {
  // How UTF-16 looks where it is read as UTF-8.
  if (text.includes('\0')) return flaw(undefined, 'has NUL characters: it may be UTF-16', 'a file in UTF-8')
  const before = text.indexOf('\uFFFD')
  if (before < 0) return undefined
  const line = text.slice(0, before).split(/\r\n|[\r\n]/).length
  return flaw({ line }, 'has a character that is not UTF-8', 'a file in UTF-8')
}

function listOf(root: Value): WatchList | Flaw {
  if (root.kind !== 'mapping') {
    return flaw(root.at, root.kind === 'text' && root.isNull ? 'is empty' : 'is not “tokens:” with a list below it')
  }
  const keys = pick(root, LIST_KEYS, 'a list')
  if (isFlaw(keys)) return keys
  const name = nameOf(keys.get('name'))
  if (isFlaw(name)) return name
  const defaults = parseDefaults(keys.get('defaults'))
  if (isFlaw(defaults)) return defaults
  const entries = entriesOf(keys.get('tokens'), root, defaults)
  return isFlaw(entries) ? entries : { name, entries }
}

function nameOf(value: Value | undefined): string | Flaw {
  if (value === undefined) return ''
  const name = lineOf(value)
  if (isFlaw(name) || name.length <= MAX_NAME_LENGTH) return name
  return flaw(value.at, `has a name of more than ${MAX_NAME_LENGTH} characters`, `up to ${MAX_NAME_LENGTH} characters`)
}

function entriesOf(value: Value | undefined, root: Mapping, defaults: Defaults): readonly ListEntry[] | Flaw {
  if (value === undefined) return flaw(root.at, 'begins a list without “tokens:”', TOKENS)
  if (value.kind === 'mapping') return flaw(value.at, 'has keys where “- ” has to begin each token', TOKENS)
  if (value.kind === 'text' && !value.isNull) return flaw(value.at, 'has a text where a list of tokens belongs', TOKENS)
  if (value.kind === 'text' || value.items.length === 0) return flaw(value.at, 'has no token below “tokens:”', TOKENS)
  const entries = new Map<string, ListEntry>()
  for (const item of value.items) {
    const entry = parseEntry(item, defaults)
    if (isFlaw(entry)) return entry
    // GitHub knows no two secrets that differ in their letters' case, and neither has Windows such variables.
    const key = entry.secret.toUpperCase()
    const first = entries.get(key)
    if (first !== undefined) {
      const problem = `has a secret for the second time: the first is in the entry of line ${first.line}`
      return flaw(item.at, problem, 'each secret once')
    }
    entries.set(key, entry)
  }
  return [...entries.values()]
}
