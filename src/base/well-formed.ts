/** Puts U+FFFD in the place of each half of a character. `String.prototype.toWellFormed` is not to be had in Node 18. */
export function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
}
