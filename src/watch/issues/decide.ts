import type { Issue } from '../../github/issue.ts'
import type { MarkedBody, Said } from './marker.ts'
import type { Seen } from './subject.ts'

/** An issue with our marker. */
export interface OurIssue {
  readonly issue: Issue
  readonly marked: MarkedBody
}

/** All issues of one subject. */
export interface Found {
  /** The lowest number first: that one counts. */
  readonly open: readonly OurIssue[]
  /** Those of 90 days, the one that was closed last first. */
  readonly closed: readonly OurIssue[]
  /** What the newest comment of ours in the first open one told. */
  readonly said: Said | undefined
}

/** One thing to do to one issue. */
export type Step =
  | { readonly kind: 'create' }
  /** Tells the state that `said` names, unless that was done already, and brings the issue up to date. */
  | { readonly kind: 'change'; readonly of: OurIssue; readonly said: Said; readonly isTold: boolean }
  /** The same, and closes it. */
  | { readonly kind: 'close'; readonly of: OurIssue; readonly said: Said; readonly isTold: boolean }
  /** Brings the text up to date in silence, where it is not. */
  | { readonly kind: 'refresh'; readonly of: OurIssue }
  /** What a person silenced is well meanwhile: what fails after that is a new matter. */
  | { readonly kind: 'mark-well'; readonly of: OurIssue }
  /** Another one counts. */
  | { readonly kind: 'drop'; readonly of: OurIssue; readonly winner: number }

/** A server issue that is older tells the owners. */
const SERVER_GRACE_MS = 12 * 60 * 60 * 1000

/**
 * What to do to the issues of a subject.
 * @param seen how it stands tonight
 * @param nowMs milliseconds since the epoch
 */
export function decide(seen: Seen, { open, closed, said }: Found, nowMs: number): readonly Step[] {
  if (seen === 'unseen') return []
  const [first, ...others] = open
  const drops = others.map((of): Step => ({ kind: 'drop', of, winner: first?.issue.number ?? 0 }))
  if (typeof seen === 'string') {
    const silenced = closed.filter(({ issue, marked }) => isSilenced(issue) && marked.marker.state !== 'well')
    const marks = silenced.map((of): Step => ({ kind: 'mark-well', of }))
    // Open and well already: somebody opened it again, and has a reason.
    if (first === undefined || first.marked.marker.state === 'well') return [...drops, ...marks]
    return [{ kind: 'close', of: first, ...telling('well', first, said) }, ...drops, ...marks]
  }
  if (first === undefined) return isSilent(seen.state, closed[0]) ? [] : [{ kind: 'create' }]
  const state = stateFor(seen.state, first, nowMs)
  const told = telling(state, first, said)
  const { marker } = first.marked
  // What is to be told yet has a number that is higher.
  const isSame = marker.state === state && marker.n === told.said.n
  return [isSame ? { kind: 'refresh', of: first } : { kind: 'change', of: first, ...told }, ...drops]
}

/**
 * Whether a state was told already, and in which comment. The marker says what was told when the issue was written
 * last; a comment that is newer is of a run that ended between the two.
 */
function telling(state: string, { marked: { marker } }: OurIssue, said: Said | undefined) {
  const isNewer = said !== undefined && said.n >= marker.n
  const told = isNewer ? said : marker
  if (told.state === state) return { said: { state, n: told.n }, isTold: true }
  return { said: { state, n: Math.max(said?.n ?? 0, marker.n) + 1 }, isTold: false }
}

/** A server is `down` at first, and `down-told` from then on that its owners were. */
function stateFor(state: string, { issue, marked }: OurIssue, nowMs: number): string {
  if (state !== 'down') return state
  return marked.marker.state === 'down-told' || nowMs - issue.createdAtMs > SERVER_GRACE_MS ? 'down-told' : 'down'
}

/** Watch closes as completed, so it was a person who said that this is not planned. */
function isSilenced({ stateReason }: Issue): boolean {
  return stateReason === 'not_planned'
}

function isSilent(state: string, newest: OurIssue | undefined): boolean {
  if (newest === undefined || !isSilenced(newest.issue)) return false
  const silenced = newest.marked.marker.state
  return state === (silenced === 'down-told' ? 'down' : silenced)
}
