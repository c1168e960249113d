import type { Reason } from './catalogue.ts'
import type { Facts } from './entry.ts'

/** What was found, before it is put into words. The facts are raw: some are the server's own text. */
export interface Finding {
  readonly kind: 'finding'
  readonly reason: Reason
  readonly facts: Facts
  /** HTTP status of the answer that decided; null where none did. */
  readonly statusCode: number | null
}

/** Makes a finding. */
export function finding(reason: Reason, facts: Facts = {}, statusCode: number | null = null): Finding {
  return { kind: 'finding', reason, facts, statusCode }
}

export function isFinding(value: object | undefined): value is Finding {
  return value !== undefined && 'kind' in value && value.kind === 'finding'
}
