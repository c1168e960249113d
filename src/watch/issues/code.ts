import { wellFormed } from '../../base/well-formed.ts'

const MAX_LENGTH = 1_000

const CUT_MARK = '…'

/**
 * Shows a text of the list or of a server in an issue as code, in which GitHub makes no link, no mention and no
 * reference of anything. An at sign is followed by a zero-width space all the same: nobody is pinged where somebody
 * copies the text out of its code, and by no mail that shows it bare.
 * @param text plain and sanitized, as far as it has been through a report; it may be anything
 */
export function code(text: string): string {
  const characters = Array.from(
    wellFormed(text)
      .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
      .trim(),
  )
  const line =
    characters.length > MAX_LENGTH ? `${characters.slice(0, MAX_LENGTH).join('')}${CUT_MARK}` : characters.join('')
  if (line === '') return '–'
  const longestRun = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longestRun + 1)
  const pad = longestRun > 0 ? ' ' : ''
  return `${fence}${pad}${line.replace(/@\u200B?/g, '@\u200B')}${pad}${fence}`
}
