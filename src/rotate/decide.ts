import { DAY_MS } from '../base/clock.ts'
import type { ListedToken } from '../verdict/listed-token.ts'
import { isDue, outlives } from './due.ts'
import type { Elder } from './elders.ts'
import {
  BEING_WRITTEN_MS,
  FAIL_BEFORE_END_MS,
  IDLE_MS,
  OVERDUE_MS,
  QUEUED_MS,
  TOLERANCE_MS,
  WARN_BEFORE_END_MS,
} from './periods.ts'
import type { End, Head, Standing, Superseded, Uncertain } from './place.ts'
import type { Plan } from './plan.ts'

/** What to do next. Each step but the last ones is one deed, after which a run looks again. */
export type Step =
  /** A successor that no place holds and nobody has used: revoke it, and go on without it. */
  | { readonly kind: 'drop'; readonly token: ListedToken }
  /** Make a new token, prove it and write it. */
  | { readonly kind: 'create' }
  /** Write this token to every other place again. */
  | { readonly kind: 'heal' }
  /** Revoke an elder that nobody needs any more. */
  | { readonly kind: 'revoke'; readonly token: ListedToken }
  | LastStep

type LastStep =
  /** The store may still be about to hand out the successor. */
  | { readonly kind: 'wait'; readonly successor: ListedToken; readonly end: 'far' | 'near' }
  /** The store should have handed out the successor, or this token ends before it may. */
  | {
      readonly kind: 'shadowed'
      readonly successor: ListedToken
      readonly mayBeStored: boolean
      readonly isEnding: boolean
    }
  | { readonly kind: 'uncertain'; readonly problem: Uncertain['problem'] }
  /** The new token would not outlive this one. */
  | { readonly kind: 'too-short' }
  /** Nothing is left to do. */
  | { readonly kind: 'rest' }

/** What this run has done already. */
export interface Done {
  /** Whether it has itself written every other place. */
  readonly healed: boolean
}

/** Decides from where a run stands what it does next. */
export function decide(standing: Standing, plan: Plan, done: Done, nowMs: number): Step {
  switch (standing.kind) {
    case 'uncertain':
      return { kind: 'uncertain', problem: standing.problem }
    case 'superseded':
      return decideSuperseded(standing, nowMs)
    case 'head':
      return decideHead(standing, plan, done, nowMs)
  }
}

function decideSuperseded({ successors, endsMs }: Superseded, nowMs: number): Step {
  const [youngest] = successors
  const { token: successor } = youngest
  const end = describeEnd(endsMs, nowMs)
  const isBeingWritten = youngest.ageMs < BEING_WRITTEN_MS + TOLERANCE_MS
  // One by one: where another one may be stored, that one stays.
  const unwritten = successors.find(
    ({ token, mayBeStored, wasUsed }) => !mayBeStored && !wasUsed && token.id !== undefined,
  )
  if (!isBeingWritten && unwritten !== undefined) return { kind: 'drop', token: unwritten.token }
  if (end === 'now') return { kind: 'shadowed', successor, mayBeStored: youngest.mayBeStored, isEnding: true }
  if (isBeingWritten || youngest.ageMs < QUEUED_MS) return { kind: 'wait', successor, end }
  return { kind: 'shadowed', successor, mayBeStored: youngest.mayBeStored, isEnding: false }
}

function describeEnd(endsMs: End | undefined, nowMs: number): 'far' | 'near' | 'now' {
  if (endsMs === undefined || endsMs === 'never') return 'far'
  if (endsMs - nowMs <= FAIL_BEFORE_END_MS) return 'now'
  return endsMs - nowMs <= WARN_BEFORE_END_MS ? 'near' : 'far'
}

function decideHead(head: Head, plan: Plan, done: Done, nowMs: number): Step {
  // A run that is due writes no place before its request: a crash after it would look as if the new one were written.
  if (isDue(head, plan, nowMs)) return outlives(head, plan, nowMs) ? { kind: 'create' } : { kind: 'too-short' }
  if (!done.healed && mayHeal(head) && needsHealing(head, plan, nowMs)) return { kind: 'heal' }
  const elder = head.elders.find((one) => mayRevoke(one, head, plan, done))
  return elder === undefined ? { kind: 'rest' } : { kind: 'revoke', token: elder.token }
}

/** This token came out of the store, so it may be written again: doubt about its entry forbids revoking, never this. */
export function mayHeal({ entry, hasFamily, otherPlaces, hasStalePlace }: Head): boolean {
  if (otherPlaces === 0) return false
  switch (entry.by) {
    case 'family':
      return true
    case 'token-name':
      return entry.candidates.length === 1 && (hasFamily || hasStalePlace)
    case 'only':
      return false
  }
}

/** Stamps alone prove nothing: a slower run may have put the old one there. */
export function needsHealing(
  { appearedMs, elders, hasStalePlace }: Head,
  { overlapDays }: Plan,
  nowMs: number,
): boolean {
  const isOverlapping = appearedMs === undefined || nowMs - appearedMs < overlapDays * DAY_MS
  return isOverlapping || elders.length > 0 || hasStalePlace
}

/** What has to hold before an elder may be revoked: then it is certainly not this token, and nobody needs it. */
export const CONDITIONS: Readonly<Record<string, (elder: Elder, head: Head, plan: Plan, done: Done) => boolean>> = {
  'it is asked for': (_, __, { revoke }) => revoke === 'later',
  'it is certain which entry this token is': (_, { entry }) => entry.candidates.length === 1,
  'every other place was written by this run': (_, { otherPlaces }, __, { healed }) => otherPlaces === 0 || healed,
  'it is older than all that name the newest fingerprint': ({ isOlderThanNewest }) => isOlderThanNewest,
  'the overlap is over': ({ overlapMs = 0 }, _, { overlapDays }) => overlapMs >= overlapDays * DAY_MS + TOLERANCE_MS,
  'the store has handed out this token': ({ isStoreProven }) => isStoreProven,
  'this token was used after it': ({ isSucceeded }) => isSucceeded,
  'nobody has used it for a day': ({ idleMs = 0 }) => idleMs >= IDLE_MS + TOLERANCE_MS,
  'it can be named to Jira': ({ token }) => token.id !== undefined,
}

/**
 * Whether all conditions hold under which an elder may be revoked. What is not known counts as what forbids it.
 * @param head this token, which has to be the newest
 * @param done what this run has done itself: what an earlier one did proves nothing
 */
export function mayRevoke(elder: Elder, head: Head, plan: Plan, done: Done): boolean {
  return Object.values(CONDITIONS).every((holds) => holds(elder, head, plan, done))
}

/** Elders that should be gone for long, and are not. */
export function overdueElders({ elders }: Head, { revoke, overlapDays }: Plan): readonly ListedToken[] {
  if (revoke === 'never') return []
  return elders.filter(({ overlapMs = 0 }) => overlapMs >= overlapDays * DAY_MS + OVERDUE_MS).map(({ token }) => token)
}
