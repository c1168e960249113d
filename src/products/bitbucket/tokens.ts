import { DAY_MS } from '../../base/clock.ts'
import { isObject, type JsonObject, textOf } from '../../base/json.ts'
import { isFinding } from '../../catalogue/finding.ts'
import type { Identity } from '../../verdict/identity.ts'
import type { ListedToken } from '../../verdict/listed-token.ts'
import type { Product } from '../../verdict/product.ts'
import { type Question, wrongShape } from '../../verdict/question.ts'

const PAGE_LIMIT = 100

/** A list with more pages than this is not from Bitbucket. */
const MAX_PAGES = 10

/** The resource that lists a user's own tokens. */
export function tokensPathOf({ slug = '' }: Identity): string {
  return `/rest/access-tokens/latest/users/${encodeURIComponent(slug)}`
}

/** Asks for the user's own tokens, one page after the other, and finds the one that was sent by its number. */
export const listTokens: Product['listTokens'] = async (ask, identity, token) => {
  const entries: JsonObject[] = []
  let start = 0
  for (let page = 1; ; page += 1) {
    const answer = await ask(askPage(identity, start, page === MAX_PAGES))
    if (isFinding(answer)) return answer
    entries.push(...answer.entries)
    if (answer.nextStart === undefined) return readEntries(entries, tokenNumberOf(token))
    start = answer.nextStart
  }
}

interface Page {
  readonly entries: readonly JsonObject[]
  /** Undefined where this is the last one. */
  readonly nextStart: number | undefined
}

function askPage(identity: Identity, start: number, hasToBeLast: boolean): Question<Page> {
  return {
    path: `${tokensPathOf(identity)}?limit=${PAGE_LIMIT}&start=${start}`,
    what: 'the expiry',
    stage: 'expiry',
    read(diagnosis) {
      if (isFinding(diagnosis)) return diagnosis
      const page = parsePage(diagnosis.json, start)
      return page === undefined || (hasToBeLast && page.nextStart !== undefined) ? wrongShape(diagnosis) : page
    },
  }
}

/** @returns the page, or undefined where the JSON is none that begins there */
export function parsePage(json: unknown, start: number): Page | undefined {
  if (!isObject(json)) return undefined
  const { values, isLastPage, nextPageStart } = json
  if (!Array.isArray(values) || !values.every(isEntry) || typeof isLastPage !== 'boolean') return undefined
  if (isLastPage) return { entries: values, nextStart: undefined }
  const isOnward = typeof nextPageStart === 'number' && Number.isSafeInteger(nextPageStart) && nextPageStart > start
  return isOnward ? { entries: values, nextStart: nextPageStart } : undefined
}

/** Without a date a token never expires, so that a stranger's JSON must not be taken for one. */
function isEntry(value: unknown): value is JsonObject {
  return isObject(value) && textOf(value, 'id') !== '' && textOf(value, 'name') !== ''
}

const NUMBER = /^\d{12}$/

/** The number in a token: behind its mark it is the base64 of twelve digits, a colon and what is secret. */
export function tokenNumberOf(token: string): string | undefined {
  const [, encoded = ''] = /^BBDC-([A-Za-z0-9+/_-]+={0,2})$/.exec(token) ?? []
  return /^(\d{12}):/.exec(Buffer.from(encoded, 'base64').toString('latin1'))?.[1]
}

/**
 * Whether the numbers of the list are those in the tokens is not known, though both have twelve digits: the entry with
 * the number of the token that was sent is that one; where all have such numbers and none has this, none is the one.
 */
export function readEntries(entries: readonly JsonObject[], ownNumber: string | undefined): readonly ListedToken[] {
  const numbers = entries.map((entry) => textOf(entry, 'id'))
  const areNumbered = ownNumber !== undefined && numbers.every((number) => NUMBER.test(number))
  return entries.map((entry, index) => {
    const createdAt = dateOf(entry['createdDate'])
    const isOwn = ownNumber !== undefined && numbers[index] === ownNumber
    return {
      name: textOf(entry, 'name'),
      expiresAt: expiryOf(entry, createdAt),
      lastAccessedAt: dateOf(entry['lastAuthenticated']),
      createdAt,
      ...((isOwn || areNumbered) && { isOwn }),
    }
  })
}

/** By its date, or by so many days from its creation on. A name for a date that is not known here makes it unreadable. */
function expiryOf(entry: JsonObject, createdAt: number | undefined): ListedToken['expiresAt'] {
  const { expiryDate, expiryDays } = entry
  if (expiryDate !== undefined && expiryDate !== null) return dateOf(expiryDate) ?? 'unreadable'
  if (expiryDays !== undefined && expiryDays !== null) {
    const isCount = typeof expiryDays === 'number' && Number.isFinite(expiryDays) && expiryDays > 0
    return isCount && createdAt !== undefined ? (dateOf(createdAt + expiryDays * DAY_MS) ?? 'unreadable') : 'unreadable'
  }
  const isOther = Object.keys(entry).some((key) => /expir/i.test(key) && key !== 'expiryDate' && key !== 'expiryDays')
  return isOther ? 'unreadable' : 'never'
}

/** @returns milliseconds since the epoch, where a Date can hold them */
function dateOf(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 && value <= 8.64e15 ? value : undefined
}
