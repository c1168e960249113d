import { type Reason, reasonTable } from '../../src/catalogue/reasons.ts'

/** Whether a text is a reason of the catalogue. */
export function isReason(text: string): text is Reason {
  return Object.hasOwn(reasonTable, text)
}
