import { type Finding, finding } from '../../catalogue/finding.ts'
import type { Redactor } from '../../report/redact.ts'
import { verdictWithoutEvidence } from '../../verdict/judge.ts'
import type { Entry } from '../entry.ts'
import type { UnaskedBecause, WatchedToken } from '../watched-token.ts'
import { describeToken } from './describe-token.ts'
import { readEntry } from './read-entry.ts'

/**
 * Of a token about which nobody was asked, so that nothing is known.
 * @param found why; unless told otherwise, whatever was to find it out broke
 */
export function unfinished(
  entry: Entry,
  redactor: Redactor,
  nowMs: number,
  unaskedBecause: UnaskedBecause | null = null,
  found: Finding = finding('internal-error', { detail: undefined }),
): WatchedToken {
  const { product, baseUrl } = readEntry(entry)
  const verdict = verdictWithoutEvidence(found, product, baseUrl)
  const described = { asked: false, unaskedBecause, tokenName: '', requests: 0, durationMs: 0, nowMs }
  return describeToken(entry, verdict, redactor, described)
}
