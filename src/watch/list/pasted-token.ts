import type { Value } from './document.ts'

/** PEM blocks, with line breaks as they are, written out or commented; and one in base64 as a whole. */
const PEM =
  /-----BEGIN [A-Z0-9 ]{1,40}-----[A-Za-z0-9+/=\s#\\]*-----END [A-Z0-9 ]{1,40}-----|\bLS0tLS1CRUdJTi[A-Za-z0-9+/=]*/g

/** Of Bitbucket, and of Atlassian Cloud: letters enough that it is no word about such tokens. */
const MARKED = /(?:BBDC-|ATATT)[\w+/=.-]{10,}/g

/** What Jira and Confluence make: 33 bytes in base64. */
const RUN = /[A-Za-z0-9+/]+/g

/** A token in a list, which is to hold none. */
export interface PastedToken {
  readonly token: string
  readonly line: number
}

/**
 * Looks for tokens in the text as it is, comments and keys included: what looks like one has to be found before
 * anything is said about the rest.
 */
export function findPastedTokens(text: string): readonly PastedToken[] {
  return withoutEscapes(text.replace(PEM, blankOut))
    .split(/\r\n|[\r\n]/)
    .flatMap((line, index) => tokensIn(line).map((token) => ({ token, line: index + 1 })))
}

/** The same in what was parsed: a text may be folded over lines, or spelled with escapes. */
export function findTokensInValue(value: Value): readonly PastedToken[] {
  switch (value.kind) {
    case 'text':
      return tokensIn(value.text.replace(PEM, '')).map((token) => ({ token, line: value.at.line }))
    case 'sequence':
      return value.items.flatMap(findTokensInValue)
    default:
      return value.pairs.flatMap(({ key, at, value: inside }) => [
        ...tokensIn(key).map((token) => ({ token, line: at.line })),
        ...findTokensInValue(inside),
      ])
  }
}

export function holdsToken(text: string): boolean {
  return tokensIn(text).length > 0
}

function tokensIn(text: string): readonly string[] {
  const runs = (text.match(RUN) ?? []).filter(
    (run) => run.length === 44 && /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run),
  )
  const marked = text.match(MARKED) ?? []
  // A Bitbucket token is such a run behind its mark.
  return [...marked, ...runs.filter((run) => !marked.some((token) => token.includes(run)))]
}

/** JSON may spell a slash `\/`, and ends a line by `\n`, whose letter is no part of what follows. */
function withoutEscapes(text: string): string {
  return text.replace(/\\([/nrt"])/g, (_, sign: string) => (sign === '/' ? '/' : ' '))
}

/** Keeps the lines, so that they can be counted. */
function blankOut(block: string): string {
  return block.replace(/[^\r\n]+/g, ' ')
}
