import { CONTROL_CHARACTER } from '../base/unicode.ts'
import type { Finding } from '../catalogue/finding.ts'
import { finding } from '../catalogue/finding.ts'
import type { ProductWords } from '../catalogue/product-words.ts'
import { findForeignSystem } from './foreign-token.ts'
import { findPlaceholder, NEVER_MEANT } from './placeholder.ts'
import type { ProductInputs } from './product-inputs.ts'

/** What is wrong with a token, and what is to be stored instead: an object of “Store”. */
interface Flaw {
  readonly problem: string
  readonly wanted: string | ((words: ProductWords) => string)
}

/** A token of the product that is asked, and where to get one. */
function tokenOf({ aToken, product, tokenMenu }: ProductWords): string {
  return `${aToken} of ${product} (${tokenMenu})`
}

/** What is pasted with a token, or in its place; the first that fits gives the words. */
const FLAWS: readonly (Flaw & { readonly pattern: RegExp })[] = [
  {
    pattern:
      /(?:^|[;:\s])(?:JSESSIONID|BITBUCKETSESSIONID|seraph\.rememberme\.cookie|(?:cloud|tenant)\.session\.token|crowd\.token_key)=/i,
    problem: 'is the cookie of a session in a browser (such as JSESSIONID=…), which ends with that session',
    wanted: tokenOf,
  },
  {
    pattern: /^OAuth(?:\s|%20)|(?:^|[?&,\s])oauth_\w+=/i,
    problem: 'holds the parameters of OAuth 1.0a (oauth_…=…), which sign a single request',
    wanted: (words) => `${tokenOf(words)}, or an OAuth 2.0 access token, which is sent as Bearer`,
  },
  {
    pattern: /^(?:Authorization\s*[:=]\s*)?Basic(?:[\s:]|%20|$)/i,
    problem: 'begins with “Basic”: what follows that is a user name and a password in one',
    wanted: (words) => `${tokenOf(words)}; or the password or API token alone, with the user name as <username>`,
  },
  {
    pattern: /^(?:Authorization\s*[:=]|Bearer(?:[\s:]|%20|$))/i,
    problem: 'begins with “Bearer” or “Authorization”, which is put before the token when it is sent',
    wanted: 'what follows that, alone',
  },
  {
    pattern: /^token(?:[\s:=]|%20)/i,
    problem: 'begins with “token”, which is its name and not part of it',
    wanted: 'what follows that, alone',
  },
  { pattern: /^(["'`]).*\1$/s, problem: 'is wrapped in quotation marks', wanted: 'it without them' },
  {
    pattern: /^["'`]|["'`]$/,
    problem: 'begins or ends with a quotation mark',
    wanted: 'it without that, and whole',
  },
  {
    pattern: /[^\s -~\u00A0-\uFFFF]|[\r\n]/,
    problem: 'has a line break or control character inside',
    wanted: 'it again, as one line',
  },
  { pattern: /\s/, problem: 'has white space inside', wanted: 'it again, as one word' },
  {
    pattern: /[^\x20-\x7e]/,
    problem: 'has a character that is not ASCII',
    wanted: ({ product }) =>
      `it again, copied from ${product} as plain text: an editor or a chat may have changed a character`,
  },
  {
    pattern: /^https?:\/\//i,
    problem: 'is the address of a page',
    wanted: ({ product, urlInput }) => `the token, and give the address of ${product} as <${urlInput}>`,
  },
]

/** What no password can be either. */
const FLAWS_OF_PASSWORD: typeof FLAWS = [
  {
    pattern: /^Basic(?:\s|%20)/i,
    problem: 'begins with “Basic”: what follows that is a user name and a password in one',
    wanted: 'the password or API token alone: the user name is given as <username>',
  },
  {
    pattern: CONTROL_CHARACTER,
    problem: 'has a line break or control character inside',
    wanted: 'it again, as one line',
  },
]

/**
 * Judges a token by its form alone, before anything is sent: a line break in a header would make Node quote the
 * token in an error message, and a placeholder would count as a failed login.
 * @param token trimmed
 * @param username given beside it, or empty: then it is sent as Bearer, and else may be a password of nearly any form
 * @returns a finding `token-malformed` that quotes nothing of the token, or undefined where the form is possible
 */
export function judgeToken(
  token: string,
  username: string,
  { words, tokenSystem }: Pick<ProductInputs, 'words' | 'tokenSystem'>,
): Finding | undefined {
  const isBearer = username === ''
  if (isOfDataCenter(token)) return undefined
  const flaw = isBearer
    ? (findPlaceholder(token) ?? FLAWS.find(({ pattern }) => pattern.test(token)) ?? flawOfPair(token, true))
    : ([...NEVER_MEANT, ...FLAWS_OF_PASSWORD].find(({ pattern }) => pattern.test(token)) ?? flawOfPair(token, false))
  const found = flaw ?? (isBearer ? flawOfForeign(token, tokenSystem, words) : undefined)
  if (found === undefined) return undefined
  const { problem, wanted } = found
  return finding('token-malformed', {
    problem,
    wanted: typeof wanted === 'string' ? wanted : wanted(words),
    bearerToken: isBearer ? words.tokenNoun : undefined,
  })
}

/**
 * Whether a token is base64 of twelve digits, a colon and twenty bytes, as Jira and Confluence make them. Nothing looks
 * like that which is pasted in the place of one.
 */
function isOfDataCenter(token: string): boolean {
  return /^[A-Za-z0-9+/]{44}$/.test(token) && /^\d{12}:/.test(Buffer.from(token, 'base64').toString('latin1'))
}

/** Base64 of `mail:token`, as Basic authentication sends it. A token of Jira's decodes to digits before the colon. */
function flawOfPair(token: string, isBearer: boolean): Flaw | undefined {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(token)) return undefined
  const [, mail] = /^([^\s:@]+@[^\s:@]+):./.exec(Buffer.from(token, 'base64').toString()) ?? []
  if (mail === undefined || CONTROL_CHARACTER.test(mail)) return undefined
  return {
    problem: 'is the base64 of an e-mail address and a token, as they are sent together',
    wanted: isBearer
      ? 'the API token alone, with the e-mail address as <username>'
      : 'the API token alone: the e-mail address is given as <username>',
  }
}

function flawOfForeign(token: string, own: string | undefined, words: ProductWords): Flaw | undefined {
  const system = findForeignSystem(token, own)
  if (system === undefined) return undefined
  const problem = `is one of ${system}, as its first letters show, and not of ${words.product}`
  return { problem, wanted: tokenOf }
}
