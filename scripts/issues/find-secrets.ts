/** What looks like a secret in a text, and what to call it. */
export interface FoundSecret {
  /** In words, as `a token of Jira or Confluence`. */
  readonly kind: string
  readonly secret: string
}

/**
 * What marks a secret, with the part of the match that is it in the group `secret`, or else all of it. All of them are
 * linear: whoever writes an issue writes what they search.
 */
const MARKS: readonly (readonly [kind: string, pattern: RegExp, isMeant?: (secret: string) => boolean])[] = [
  ['a private key', /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g],
  // https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html
  ['a token of Bitbucket', /\bBBDC-[\w+/=-]{20,}/g],
  ['an API token of Atlassian', /\bAT(?:ATT3|CTT3|BB)[\w+/=-]{20,}/g],
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  ['a token of GitHub', /\b(?:gh[pousr]_|github_pat_)\w{20,}/g],
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  ['a token of GitLab', /\bgl(?:pat|ptt|dt|rt|cbt|oas)-[\w-]{20,}/g],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{30,}/g],
  ['a token of Slack', /\bxox[a-z]-[\w-]{20,}/g],
  ['a key of AWS', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['a JSON Web Token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g],
  // In a header, in what curl takes, or in a report that somebody has typed.
  ['a token behind “Bearer”', /\bBearer\s{1,3}(?<secret>[\w.~+/-]{20,}=*)/gi, (secret) => /\d/.test(secret)],
  ['a password behind “Basic”', /\bBasic\s{1,3}(?<secret>[A-Za-z0-9+/]{8,}={0,2})/gi, isPair],
  ['a password in an address', /\bhttps?:\/\/[^\s:/@]{1,100}:(?<secret>[^\s:/@]{3,100})@/gi],
  ['the cookie of a session', /\b(?:JSESSIONID|BITBUCKETSESSIONID|crowd\.token_key)=(?<secret>[\w.-]{16,})/g],
]

/** What stands in for a secret: it says so itself, or is taken out, or is an expression. */
const PLACEHOLDER =
  /^(?:\W|x{3,}|\.{3}|your|my|some|example|redacted|removed|token|secret|password|user|hunter2)|\*{3}|…/i

/** Runs of base64, among which those of Jira and Confluence are known by what they decode to. */
const RUN = /[A-Za-z0-9+/]{40,}={0,2}/g

/** @returns each secret once, the longest first, so that whoever replaces them leaves no rest */
export function findSecrets(text: string): readonly FoundSecret[] {
  const marked = MARKS.flatMap(([kind, pattern, isMeant = () => true]) =>
    Array.from(text.matchAll(pattern), (match) => ({ kind, secret: match.groups?.['secret'] ?? match[0] })).filter(
      ({ secret }) => isMeant(secret) && (secret.startsWith('-----') || !PLACEHOLDER.test(secret)),
    ),
  )
  const tokens = Array.from(text.matchAll(RUN), ([run]) => run)
    .filter(isToken)
    .map((secret) => ({ kind: 'a token of Jira or Confluence', secret }))
  const found = [...tokens, ...marked]
  return found
    .filter(({ secret }, index) => found.findIndex((other) => other.secret === secret) === index)
    .toSorted((a, b) => b.secret.length - a.secret.length)
}

/** @returns the text without these secrets, each replaced by what it looked like */
export function removeSecrets(text: string, found: readonly FoundSecret[]): string {
  return found.reduce((rest, { kind, secret }) => rest.replaceAll(secret, `[removed: ${kind}]`), removeKeys(text))
}

/** A private key is found by its first line; what follows it is the secret. */
function removeKeys(text: string): string {
  return text.replaceAll(
    /(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)[^-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
    '$1',
  )
}

/** A user name, a colon and a password: “Basic authentication” is none. */
function isPair(run: string): boolean {
  return /^[^:\p{Cc}\uFFFD]+:[^\p{Cc}\uFFFD]+$/u.test(Buffer.from(run, 'base64').toString())
}

/** Digits, a colon and random bytes: the stand-in Jira's own says that it is none. */
function isToken(run: string): boolean {
  const decoded = Buffer.from(run, 'base64').toString('latin1')
  return /^\d{9,15}:./s.test(decoded) && !decoded.includes('a stand-in')
}
