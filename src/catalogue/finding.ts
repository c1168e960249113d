import type { catalogue } from './catalogue.ts'
import type { CommonFacts, Facts } from './facts.ts'
import type { ProductWords } from './product-words.ts'
import type { Reason } from './reasons.ts'
import type { FactsIn, Needs } from './template.ts'

/** What was found, before it is put into words. The facts are raw: some are the server's own text. */
export type Finding = { readonly [R in Reason]: FindingOf<R> }[Reason]

/** A finding of one reason, with just the facts that its words name. */
export interface FindingOf<R extends Reason> {
  readonly kind: 'finding'
  readonly reason: R
  readonly facts: FactsOf<R>
  /** As far as they are known yet; see {@link addCommonFacts}. */
  readonly common: CommonFacts
  /** HTTP status of the answer that decided; null where none did. */
  readonly statusCode: number | null
}

/** The facts that the words of a reason name, but for those that any finding may come with, the product's and the status. */
export type FactsOf<R extends Reason> = FactsIn<WordsOf<R>, keyof CommonFacts | keyof ProductWords | 'status'>

type WordsOf<R extends Reason> =
  | (typeof catalogue)[R]['title' | 'message']
  | CauseOf<(typeof catalogue)[R]>
  | (typeof catalogue)[R]['remedy'][number]

type CauseOf<E> = E extends { readonly cause: infer Cause extends string } ? Cause : never

type StatusCodeOf<R extends Reason> =
  Needs<WordsOf<R>, 'status'> extends true ? [statusCode: number] : [statusCode?: number | null]

/**
 * Makes a finding.
 * @param facts just those that the words of the reason name; see {@link FactsOf}
 * @param statusCode of the answer that decided, which has to be given where the words name it
 */
export function finding<R extends Reason>(
  reason: R,
  facts: FactsOf<R>,
  ...[statusCode = null]: StatusCodeOf<R>
): FindingOf<R> {
  return { kind: 'finding', reason, facts, common: {}, statusCode }
}

/** Adds facts that any finding may come with. */
export function addCommonFacts<F extends Finding>(found: F, common: CommonFacts): F {
  return { ...found, common: { ...found.common, ...common } }
}

/** All that the words of a finding may name. */
export function factsOf({ facts, common, statusCode }: Finding): Facts {
  return { status: statusCode?.toString(), ...common, ...facts }
}

export function isFinding(value: unknown): value is Finding {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'finding'
}
