import type { Finding } from '../../catalogue/finding.ts'
import { invalidInput } from '../../inputs/invalid.ts'

/** A position in the list, as an editor counts: from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Why a list cannot be used. No word of it is taken from the list, which may hold a secret by mistake. */
export interface Flaw {
  readonly kind: 'flaw'
  /** Undefined where it is of the whole; the line alone where no more is to be told. */
  readonly at: Position | { readonly line: number } | undefined
  /** Follows the name of the place: `has a key that no entry takes`. */
  readonly problem: string
  /** Follows “it accepts”. */
  readonly accepts: string
  /** What was probably meant: one of our own words. */
  readonly meant?: string | undefined
}

const LIST = 'YAML or JSON that has, below “tokens:”, a “- secret: NAME” for each token'

export function flaw(at: Flaw['at'], problem: string, accepts: string = LIST, meant?: string): Flaw {
  return { kind: 'flaw', at, problem, accepts, meant }
}

export function isFlaw(value: unknown): value is Flaw {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'flaw'
}

/**
 * @param path of the list, as it may be shown; empty where the list was given as a text
 * @returns the finding `input-invalid` that says where and why
 */
export function findingOf({ at, problem, accepts, meant }: Flaw, path: string): Finding {
  const line = at === undefined ? '' : `line ${at.line}${'column' in at ? `, column ${at.column}` : ''}`
  const place = [line, path].filter(Boolean).join(' of ') || 'the text'
  return invalidInput('tokens', `is no list that can be used: ${place} ${problem}`, accepts, meant)
}
