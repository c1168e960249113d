import type { InputName } from '../../inputs/table.ts'
import type { Mapping, Value } from './document.ts'
import { type Flaw, flaw, isFlaw } from './flaw.ts'
import { ADDRESSES, DEFAULTS_KEYS, ENTRY_KEYS, LISTED_INPUTS } from './keys.ts'
import { pick } from './pick.ts'
import { flawOfName } from './secret-name.ts'
import { inputTextOf, lineOf } from './value-text.ts'
import { flawOfReference, variablesIn } from './variables.ts'
import type { ListEntry } from './watch-list.ts'

/** What holds for each token that says nothing else. */
export interface Defaults {
  readonly owner: string
  readonly usedBy: string
  readonly texts: ReadonlyMap<InputName, string>
}

const ENTRY = 'for each token a “- secret: NAME”, and below “secret” its other keys'

const OWNER = '“@octocat”, “@org/team”, or plain words without “@” at the beginning'

/** An account, with the underscore of managed users, or a team: https://docs.github.com/rest/teams */
const MENTION = /^@[a-z\d][\w-]{0,99}(?:\/[\w.-]{1,100})?$/i

const MAX_WORDS_LENGTH = 300

/** @returns the defaults of a list; none where it has none */
export function parseDefaults(value: Value | undefined): Defaults | Flaw {
  if (value === undefined) return { owner: '', usedBy: '', texts: new Map() }
  if (value.kind !== 'mapping') return flaw(value.at, 'has no keys below “defaults:”', 'keys of a token')
  const keys = pick(value, DEFAULTS_KEYS, '“defaults”')
  return isFlaw(keys) ? keys : parseShared(keys)
}

/** @returns one entry, with the defaults for what it does not say itself */
export function parseEntry(value: Value, defaults: Defaults): ListEntry | Flaw {
  if (value.kind !== 'mapping') return flaw(value.at, 'has a token without keys', ENTRY)
  const keys = pick(value, ENTRY_KEYS, 'a token')
  if (isFlaw(keys)) return keys
  const secret = parseSecret(keys.get('secret'), value)
  if (isFlaw(secret)) return secret
  const shared = parseShared(keys)
  if (isFlaw(shared)) return shared
  const texts = new Map([...defaults.texts, ...shared.texts])
  // An address of the entry's own replaces that of the defaults, of another product too.
  const hasAddress = ADDRESSES.some((name) => shared.texts.has(name))
  for (const name of ADDRESSES) if (hasAddress && !shared.texts.has(name)) texts.delete(name)
  if (!ADDRESSES.some((name) => texts.has(name))) {
    return flaw(value.at, 'has a token without an address, and “defaults” has none', ADDRESSES.join(' or '))
  }
  return {
    secret,
    owner: shared.owner || defaults.owner,
    usedBy: shared.usedBy || defaults.usedBy,
    line: value.at.line,
    texts,
    own: new Set(shared.texts.keys()),
    variables: [...new Set([...texts].flatMap(([name, text]) => variablesIn(name, text)))],
  }
}

function parseSecret(value: Value | undefined, entry: Mapping): string | Flaw {
  if (value === undefined) return flaw(entry.at, 'has a token without “secret:”', ENTRY)
  const name = lineOf(value)
  return isFlaw(name) ? name : (flawOfName(name, value.at) ?? name)
}

function parseShared(keys: ReadonlyMap<string, Value>): Defaults | Flaw {
  const owner = parseWords(keys.get('owner'), 'text')
  if (isFlaw(owner)) return owner
  const usedBy = parseWords(keys.get('used-by'), 'list')
  if (isFlaw(usedBy)) return usedBy
  const ownerAt = keys.get('owner')?.at
  if (owner.startsWith('@') && !MENTION.test(owner)) {
    return flaw(ownerAt, 'has an owner who is neither a user nor a team, though “@” comes first', OWNER)
  }
  const texts = new Map<InputName, string>()
  for (const [name, row] of LISTED_INPUTS) {
    const value = keys.get(name)
    if (value === undefined) continue
    const text = inputTextOf(value, row)
    if (isFlaw(text)) return text
    const wrong = flawOfReference(name, text, value.at)
    if (wrong !== undefined) return wrong
    if (text !== '') texts.set(name, text)
  }
  return { owner, usedBy, texts }
}

function parseWords(value: Value | undefined, kind: 'text' | 'list'): string | Flaw {
  if (value === undefined) return ''
  const text = inputTextOf(value, { kind })
  if (isFlaw(text)) return text
  const words = text.replaceAll('\n', ', ')
  if (words.length <= MAX_WORDS_LENGTH) return words
  const accepts = `up to ${MAX_WORDS_LENGTH} characters`
  return flaw(value.at, `has a text of more than ${MAX_WORDS_LENGTH} characters`, accepts)
}
