import { decodePercent } from '../base/percent.ts'
import type { Answer } from '../wire/answer.ts'
import type { Identity } from './identity.ts'
import { foldName, isAnonymous } from './user.ts'

type Headers = Answer['headers']

/**
 * What Seraph, Atlassian's login layer, says of the login: `denied` (a CAPTCHA), `failed`, `out` (nobody is logged in),
 * or nothing against it. Its values are read in order: a later `OK` makes good what came before, but for a denial.
 */
export function readLoginReason(headers: Headers): 'denied' | 'failed' | 'out' | undefined {
  const words = (headers.get('x-seraph-loginreason') ?? '').toUpperCase().split(/[^A-Z_]+/)
  if (words.includes('AUTHENTICATION_DENIED')) return 'denied'
  const afterOk = words.slice(words.lastIndexOf('OK') + 1)
  if (afterOk.includes('AUTHENTICATED_FAILED')) return 'failed'
  return afterOk.includes('OUT') ? 'out' : undefined
}

/**
 * What in an answer speaks against its being the server's own, to this request: a login that failed, nobody's name, an
 * answer out of a cache.
 * @param answer of which nothing is believed yet
 * @returns words that follow “it proves no user:”, or undefined
 */
export function contradictionOf(answer: Pick<Answer, 'headers' | 'durationMs'>): string | undefined {
  const { headers } = answer
  const login = readLoginReason(headers)
  if (login !== undefined) return 'its header X-Seraph-LoginReason says that nobody is logged in'
  if (namesIn(headers.get('x-ausername')).flatMap(readingsOf).some(isAnonymous))
    return 'its header X-AUSERNAME says that nobody is logged in'
  // With a CAPTCHA in it this has a reason of its own; whatever else it says, the login was denied.
  if (headers.has('x-authentication-denied-reason'))
    return 'its header X-Authentication-Denied-Reason says that the login was denied'
  return describeCache(answer)
}

/**
 * Whether an answer came out of a cache: it is older than the request, or says so itself.
 * Source: https://www.rfc-editor.org/rfc/rfc9111#section-5.1
 */
export function describeCache({ headers, durationMs }: Pick<Answer, 'headers' | 'durationMs'>): string | undefined {
  const oldestPossible = Math.ceil(durationMs / 1000) + 1
  const age = headers
    .get('age')
    ?.match(/\d+/g)
    ?.find((seconds) => Number(seconds) > oldestPossible)
  if (age !== undefined) return `it comes out of a cache, where it has been for ${age.slice(0, 12)} s (its header Age)`
  // A whole word, also between underscores; `RefreshHit` was asked for again at the server.
  const hit = CACHE_HEADERS.find((name) => {
    const told = headers.get(name.toLowerCase())
    return told !== undefined && /(?<![a-z])hit(?![a-z])/i.test(told)
  })
  return hit === undefined ? undefined : `it comes out of a cache (its header ${hit} says HIT)`
}

/**
 * In these a cache says whether it had the answer: `X-Cache-Lookup` is about the question alone. nginx and Cloudflare have
 * names of their own, and nginx sends no `Age`. Sources: https://www.rfc-editor.org/rfc/rfc9211,
 * https://developers.cloudflare.com/cache/concepts/cache-responses/
 */
const CACHE_HEADERS = ['X-Cache', 'X-Cache-Status', 'X-Proxy-Cache', 'CF-Cache-Status', 'Cache-Status']

/**
 * Whether the headers name somebody else than the body does.
 * @returns words that follow “it proves no user:”, or undefined
 */
export function otherUserOf(headers: Headers, identity: Identity): string | undefined {
  const { name, key, accountId, emailAddress } = identity
  const accountIds = namesIn(headers.get('x-aaccountid'))
  if (accountId !== '' && accountIds.some((id) => !fits(id, [accountId]))) {
    return 'its header X-AACCOUNTID names another user than its body'
  }
  const own = [name, key, emailAddress].filter(Boolean)
  const header = headers.get('x-ausername') ?? ''
  // On Cloud the body may have nothing that the header could be compared with.
  if (own.length === 0 || header.trim() === '') return undefined
  const all = [...own, accountId].filter(Boolean)
  if (fits(header, all) || namesIn(header).every((part) => fits(part, all) || isUnspeakable(part, name)))
    return undefined
  return 'its header X-AUSERNAME names another user than its body'
}

/** A header that was sent several times has been joined by commas. */
function namesIn(header: string | undefined): readonly string[] {
  return (header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

/** A header holds Latin-1 alone: what stands for the rest of a name in it is a question mark, or nothing that is known. */
function isUnspeakable(header: string, name: string): boolean {
  return /[^\0-\xff]/.test(name) && !isAnonymous(header) && readingsOf(header).some((text) => /[?\uFFFD]/.test(text))
}

function fits(header: string, names: readonly string[]): boolean {
  const known = names.map(foldName)
  return readingsOf(header).some((text) => !isAnonymous(text) && known.includes(foldName(text.trim())))
}

/** A name as it stands, its bytes read as UTF-8, and each of the two decoded as a part of a URL and of a form. */
function readingsOf(header: string): readonly string[] {
  const utf8 = Buffer.from(header, 'latin1').toString()
  return [header, utf8].flatMap((text) => [
    text,
    decodePercent(text) ?? text,
    decodePercent(text.replaceAll('+', ' ')) ?? text,
  ])
}
