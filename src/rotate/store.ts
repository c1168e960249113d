import type { Bound } from './bound.ts'
import type { SeenStore, Stamp } from './sighting.ts'

/** Where the token is kept: secrets on GitHub, or whatever a command writes to. */
export interface Store {
  /** What its places are called for people, the one first that this workflow reads; a command has one. */
  readonly places: readonly [string, ...string[]]
  readonly kind: SeenStore['kind']
  /** Looks at every place, without changing anything. */
  see(bound: Bound): Promise<StoreSight | StoreTrouble>
  /** Proves the right to write every place, before anything is made that would have to be written. */
  rehearse(bound: Bound): Promise<StoreTrouble | undefined>
  /** Reads what is needed to write a place, so that nothing comes between a proof and the writing. */
  prepare(at: number, bound: Bound): Promise<StoreTrouble | undefined>
  /** Writes a place that has been prepared, again after what says nothing, but not beyond the bound. */
  write(at: number, token: string, bound: Bound): Promise<Writing>
  /** When a place was written last; undefined where that cannot be told. */
  stampOf(at: number, bound: Bound): Promise<Stamp | undefined>
}

export interface StoreSight {
  readonly kind: 'sight'
  readonly seen: SeenStore
  /** How far its clock is ahead of ours, in milliseconds; undefined where it does not say. */
  readonly offsetMs: number | undefined
}

/** Why a place cannot be looked at or written. */
export interface StoreTrouble {
  readonly kind: 'trouble'
  readonly at: number
  readonly why: /** The first place is not where the list says, though there could be one. */
    | 'own-missing'
    /** For certain: nothing was written. */
    | 'refused'
    /** No answer, or one that says nothing. */
    | 'unanswered'
  /** What it answered, in words that follow “GitHub”: `answered HTTP 403`. */
  readonly detail: string
  /** The permission that is most likely missing. */
  readonly permission?: string | undefined
  /** Where the repository has moved to. */
  readonly newPlace?: string | undefined
}

/** What came of writing a place. */
export type Writing = { readonly kind: 'written' } | StoreTrouble

export function isTrouble(value: { readonly kind: string } | undefined): value is StoreTrouble {
  return value?.kind === 'trouble'
}
