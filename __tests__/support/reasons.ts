import { catalogue, type Reason } from '../../src/catalogue/catalogue.ts'

/** Whether a text is a reason of the catalogue. */
export function isReason(text: string): text is Reason {
  return Object.hasOwn(catalogue, text)
}
