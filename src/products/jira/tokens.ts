import { isObject, type JsonObject, textOf } from '../../base/json.ts'
import { isFinding } from '../../catalogue/finding.ts'
import type { ListedToken } from '../../verdict/listed-token.ts'
import type { Product } from '../../verdict/product.ts'
import { wrongShape } from '../../verdict/question.ts'

/** The resource that lists the asking user's own personal access tokens. */
export const TOKENS_PATH = '/rest/pat/latest/tokens'

/** The page in Jira on which users manage their own tokens. */
export function tokenPageOf(baseUrl: string): string {
  return `${baseUrl}/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens`
}

/** An account may have ten by default; a longer list than this is not from Jira. */
const MAX_TOKENS = 1000

/** Asks for the account's own tokens. */
export const listTokens: Product['listTokens'] = (ask) =>
  ask({
    path: TOKENS_PATH,
    what: 'the expiry',
    stage: 'expiry',
    read: (diagnosis) => (isFinding(diagnosis) ? diagnosis : (parseTokens(diagnosis.json) ?? wrongShape(diagnosis))),
  })

/** @returns the tokens, or undefined where the JSON is no such list */
export function parseTokens(json: unknown): readonly ListedToken[] | undefined {
  if (!Array.isArray(json) || json.length > MAX_TOKENS || !json.every(isEntry)) return undefined
  return json.map((token) => ({
    ...idOf(token),
    name: textOf(token, 'name'),
    expiresAt: namesOtherDate(token) ? 'unreadable' : parseExpiry(token['expiringAt']),
    lastAccessedAt: parseDate(token['lastAccessedAt']),
    createdAt: parseDate(token['createdAt']),
  }))
}

/**
 * Whether a value is a token as Jira lists it. Without a date a token never expires, so that a stranger's JSON must not be
 * taken for one.
 */
function isEntry(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    textOf(value, 'name') !== '' &&
    ['id', 'createdAt', 'expiringAt'].some((key) => Object.hasOwn(value, key))
  )
}

/** @returns the id of a token, where there is one that can be used */
export function idOf({ id }: JsonObject): Pick<ListedToken, 'id'> {
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? { id } : {}
}

/** Whether the date has a name that is not known here, in place of the one that is. */
function namesOtherDate(token: JsonObject): boolean {
  return !Object.hasOwn(token, 'expiringAt') && Object.keys(token).some((key) => /expir/i.test(key))
}

function parseExpiry(value: unknown): ListedToken['expiresAt'] {
  if (value === null || value === undefined) return 'never'
  const expiresAt = parseDate(value)
  if (expiresAt === undefined) return 'unreadable'
  // Jira stores “never” as the last day of the year 9999.
  return new Date(expiresAt).getUTCFullYear() >= 9999 ? 'never' : expiresAt
}

const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * @param value ISO 8601 as Jira writes it (`2026-12-03T22:35:14.728+00:00`, or an offset without its colon); a time
 *   without an offset counts as UTC
 * @returns milliseconds since the epoch, or undefined
 */
export function parseDate(value: unknown): number | undefined {
  const [, day = '', time = '00:00', offset = 'Z'] = (typeof value === 'string' && ISO_DATE.exec(value)) || []
  const ms = Date.parse(`${day}T${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`)
  // Node takes 30 February for 2 March.
  const dayExists = new Date(day).getUTCDate() === Number(day.slice(-2))
  return Number.isNaN(ms) || !dayExists ? undefined : ms
}
