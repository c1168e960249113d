/** @returns the source of a pattern that finds a text as it stands. `RegExp.escape` is not to be had in Node 22. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
