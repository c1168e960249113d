import { table } from '../../report/table.ts'
import type { WatchedToken } from '../watched-token.ts'
import { cell } from './cell.ts'
import { expiryOf } from './expiry.ts'
import { foldAway, takeWhatFits } from './fit.ts'
import { inOrder } from './order.ts'
import { KIND_ICONS, signOf } from './sign.ts'
import { countMoreTokens, shortUrl, userOf } from './words.ts'

/** So many rows are read without a click. */
const OPEN_ROWS = 50

/** No more columns than fit side by side, or days would be broken at their hyphens. */
const HEADER = ['Token', 'State', 'Expires', 'Server, user, token name', 'Owner']

/**
 * All tokens by days left, what is not known first, as Markdown.
 * @returns blocks of no more than so many bytes; what is left out is counted
 */
export function drawTokens(tokens: readonly WatchedToken[], nowMs: number, maxBytes: number): readonly string[] {
  const rows = inOrder(tokens, nowMs).map((token) => rowOf(token, nowMs))
  const { shown, left } = takeWhatFits(
    rows.map((row) => row.join(' | ')),
    maxBytes,
  )
  const open = rows.slice(0, Math.min(OPEN_ROWS, shown.length))
  const folded = rows.slice(open.length, shown.length)
  return [
    table(HEADER, open),
    ...(folded.length === 0 ? [] : foldAway(countMoreTokens(folded.length), [table(HEADER, folded)])),
    ...(left === 0
      ? []
      : [`… and ${countMoreTokens(left)}, for which there is no room here; the whole report has them.`]),
  ]
}

function rowOf(token: WatchedToken, nowMs: number): readonly string[] {
  const { kind, word } = signOf(token)
  const { day, left } = expiryOf(token, nowMs)
  const { tokenName } = token.expiry
  return [
    cell(token.secret),
    `${KIND_ICONS[kind]}&nbsp;${word.replaceAll(' ', '&nbsp;')}`,
    lines(day, left.replaceAll(' ', '&nbsp;')),
    lines(
      cell(shortUrl(token.baseUrl)),
      [cell(userOf(token)), tokenName === '' ? '' : `“${cell(tokenName)}”`].filter(Boolean).join(' · '),
    ),
    cell(token.owner),
  ]
}

/** What stands one below the other in a cell. */
function lines(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('<br>')
}
