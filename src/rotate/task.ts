import type { Clock } from '../base/clock.ts'
import type { Stage } from '../catalogue/entry.ts'
import type { Finding } from '../catalogue/finding.ts'
import type { Signals } from '../runner/signals.ts'
import type { Identity } from '../verdict/identity.ts'
import type { ListedToken } from '../verdict/listed-token.ts'
import type { Product } from '../verdict/product.ts'
import type { Bound } from './bound.ts'
import type { RotateInputs } from './inputs.ts'
import type { JiraSide } from './jira-side.ts'
import type { Offsets, SeenStore } from './sighting.ts'
import type { Store } from './store.ts'

/** What a run has to do with. */
export interface Task {
  readonly inputs: RotateInputs
  /** The token that this run was given, and its fingerprint. */
  readonly token: string
  readonly fingerprint: string
  readonly product: Product
  readonly jira: JiraSide
  readonly store: Store
  readonly clock: Clock
  readonly random: () => number
  readonly signals: Signals
  /** Bounds all that comes before a new token is asked for. */
  readonly bound: Bound
  /** What this run has done so far: it stands in the world, whatever comes next. */
  readonly deeds: Deeds
  /** What was seen of the account, for the verdict. */
  readonly evidence: { identity: Identity | null; tokens: readonly ListedToken[] }
}

/** What is known after a look. */
export interface Known {
  readonly identity: Identity
  readonly tokens: readonly ListedToken[]
  /** As listed first in this run. */
  readonly firstTokens: readonly ListedToken[]
  /** As it was at the beginning of this run. */
  readonly seen: SeenStore
  readonly offsets: Offsets
  readonly firstRequestMs: number
  /** How long the token of this run counts as proven. */
  readonly proof: Bound
}

/** What a run has done, for the words at its end, and for the next look. */
export interface Deeds {
  /** The token that was made last. */
  made?: MadeToken
  /** What the first place holds. */
  own: 'this' | 'new' | 'either'
  /** Places that hold the new token for certain. */
  readonly written: Set<number>
  /** Places to which the token of this run was written again. */
  readonly healed: Set<number>
  /** Tokens that are gone, by id, whatever a list that lags behind says. */
  readonly gone: Set<number>
  /** One that was asked to be revoked, and of which it is not known whether it was. */
  toRevoke?: ListedToken
  /** Those of them that this run did not make. */
  readonly revoked: ListedToken[]
  /** Whether the token of this run was revoked. */
  isOwnRevoked: boolean
}

/** A token that this run has made. Dates are by our clock. */
export interface MadeToken {
  readonly name: string
  /** Undefined where nobody knows it any more, or it is revoked. */
  readonly value?: string
  readonly id?: number | undefined
  readonly createdMs?: number | undefined
  readonly endsMs?: number | 'never' | undefined
  /** What became of it. */
  readonly fate: 'alive' | 'revoked' | 'lost' | 'unknown'
}

/** How a run, or a part of it, ends. */
export interface Ended {
  readonly kind: 'ended'
  /** What went wrong; undefined where nothing did. */
  readonly found: Finding | undefined
  readonly stage: Stage
}

export function endWith(found: Finding | undefined, stage: Stage = 'rotation'): Ended {
  return { kind: 'ended', found, stage }
}

export function isEnded(value: object): value is Ended {
  return 'kind' in value && value.kind === 'ended'
}
