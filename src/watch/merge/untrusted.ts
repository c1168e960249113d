import type { JsonObject } from '../../base/json.ts'
import { dateTimeOf } from '../../base/utc.ts'

/** Makes plain text of any, cut to so many characters. */
export type Sanitize = (text: string, maxLength?: number) => string

/** What is longer than a name: a message, the steps of a remedy. */
export const LONG_TEXT = 2_000

/** @returns a text of an object, sanitized; empty where it is none */
export function textIn(object: JsonObject, name: string, sanitize: Sanitize, maxLength?: number): string {
  const value = object[name]
  return typeof value === 'string' ? sanitize(value, maxLength) : ''
}

/** @returns the texts of a list, sanitized; those of other kinds are left out */
export function textsIn(object: JsonObject, name: string, sanitize: Sanitize, maxLength?: number): readonly string[] {
  const texts = listOf(object[name]) ?? []
  return texts.flatMap((text) => (typeof text === 'string' ? sanitize(text, maxLength) : []))
}

/** @returns ISO 8601 UTC; null where a value is no date */
export function dateOf(value: unknown): string | null {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? null : dateTimeOf(ms)
}

/** @returns a whole number that is not negative; 0 where a value is none */
export function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0
}

/** So many items of a list are looked at: more are in no report. */
const MAX_ITEMS = 100_000

export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS) : undefined
}

/** @returns the value, where it is one of these words */
export function oneOf<const Word extends string>(value: unknown, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === value)
}
