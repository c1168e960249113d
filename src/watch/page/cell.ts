import { markdownText, plainText } from '../../report/sanitize.ts'

/** What is longer makes a table that nobody can read. */
const MAX_LENGTH = 80

/** @returns a text as the inert cell of a Markdown table, cut with a mark where it is long */
export function cell(text: string): string {
  return markdownText(plainText(text, (line) => line, MAX_LENGTH))
}
