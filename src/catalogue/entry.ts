import type { ProductName } from './product-words.ts'

/** What a pipeline may conclude from a run. */
export type Result = 'usable' | 'refused' | 'unknown' | 'misconfigured'

/** Where it went wrong, coarse. */
export type Category =
  | 'ok'
  | 'configuration'
  | 'unauthorized'
  | 'forbidden'
  | 'connection'
  | 'unavailable'
  | 'not-jira'
  | 'gate'
  | 'rotation'
  | 'internal'

/** The same as it is told: named after the product that should have answered. */
export type ToldCategory = Exclude<Category, 'not-jira'> | `not-${ProductName}`

/** @returns the category by the name that it has for a product */
export function categoryFor(product: ProductName, category: Category): ToldCategory {
  return category === 'not-jira' ? `not-${product}` : category
}

/** Which question was being asked. */
export type Stage = 'inputs' | 'authentication' | 'permissions' | 'expiry' | 'rotation'

/**
 * The words for one reason. `title`, `message` and `remedy` are templates: `{name}` is replaced by that fact, and a
 * part in square brackets is left out when a fact in it is not known.
 */
export interface Entry {
  /** When this reason is given: a phrase for the documentation. */
  readonly when: string
  /** The annotation's title: a few words that a person understands. */
  readonly title: string
  /** What happened, in one sentence of plain text. */
  readonly message: string
  /** The likely cause, or what follows from it: a sentence or two after the message. */
  readonly cause?: string
  /** What to do about it, step by step; empty where there is nothing to do. */
  readonly remedy: readonly string[]
}
