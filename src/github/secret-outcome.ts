import type { Phase } from '../wire/answer.ts'
import type { GitHubOutcome } from './outcome.ts'

/** What came of a request about a secret, as far as it is certain. */
export type SecretOutcome<T> =
  | { readonly kind: 'done'; readonly value: T; readonly serverMs: number | undefined }
  /** GitHub has not done it, for certain. */
  | {
      readonly kind: 'refused'
      readonly statusCode: number
      readonly serverMs: number | undefined
      /** Where the repository is now: the address in GitHub's own words. */
      readonly movedTo: string | undefined
    }
  /** Neither: too much was asked for, and so long is to be waited. */
  | {
      readonly kind: 'limited'
      readonly statusCode: number
      readonly serverMs: number | undefined
      readonly waitMs: number
    }
  /** GitHub has not got it, for certain. */
  | Unsent
  /** Nobody knows: no answer, or one that says nothing. Of what reads: it is not known what there is. */
  | {
      readonly kind: 'in-doubt'
      /** Undefined where there was no answer. */
      readonly statusCode: number | undefined
      /** Of the error, where there was none. */
      readonly code: string | undefined
      readonly serverMs: number | undefined
    }

export interface Unsent {
  readonly kind: 'not-sent'
  /** Of the error; `NO_KEY` where nobody can have the public key. */
  readonly code: string
  readonly phase?: Phase
  /** What the proxy answered in place of opening the way. */
  readonly proxyStatusCode?: number | undefined
}

/** With these GitHub says that it has not done it; others may come from somebody on the way, afterwards. */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 402, 403, 404, 405, 409, 410, 422])

/** A repository that was renamed: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects */
const MOVES: ReadonlySet<number> = new Set([301, 307, 308])

/**
 * @param successes the statuses with which it is done
 * @param read what its JSON says; undefined where it cannot be read
 */
export function judgeOutcome<T extends object>(
  outcome: GitHubOutcome,
  successes: readonly number[],
  read: (json: unknown) => T | undefined,
): SecretOutcome<T> {
  if (outcome.kind === 'no-answer') {
    const { code, phase, proxyStatusCode, mayHaveActed } = outcome
    if (!mayHaveActed) return { kind: 'not-sent', code, phase, proxyStatusCode }
    return { kind: 'in-doubt', statusCode: undefined, code, serverMs: undefined }
  }
  const { statusCode, headers, json, serverMs, limitedMs } = outcome
  const value = successes.includes(statusCode) ? read(json) : undefined
  if (value !== undefined) return { kind: 'done', value, serverMs }
  if (limitedMs !== undefined) return { kind: 'limited', statusCode, serverMs, waitMs: limitedMs }
  if (MOVES.has(statusCode)) return { kind: 'refused', statusCode, serverMs, movedTo: headers.get('location') }
  if (REFUSALS.has(statusCode)) return { kind: 'refused', statusCode, serverMs, movedTo: undefined }
  return { kind: 'in-doubt', statusCode, code: undefined, serverMs }
}
