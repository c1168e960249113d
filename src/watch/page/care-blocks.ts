import { markdownText } from '../../report/sanitize.ts'
import { table } from '../../report/table.ts'
import type { WatchedToken } from '../watched-token.ts'
import type { Care } from './care.ts'
import { cell } from './cell.ts'
import type { PageContext } from './context.ts'
import { foldAway, takeWhatFits } from './fit.ts'
import { KIND_ICONS } from './sign.ts'
import { listWho } from './who.ts'
import { countMoreTokens, countTokens, shortUrl } from './words.ts'

/** So many blocks are read without a click, and so many tokens of one. */
const OPEN_BLOCKS = 20
const OPEN_ROWS = 25

/** So many tokens of one block are named at all. */
const MAX_ROWS = 250

/**
 * What needs care, a block for each thing that there is to say.
 * @returns Markdown blocks of no more than so many bytes; what is left out is counted
 */
export function drawCare(cares: readonly Care[], context: PageContext, maxBytes: number): readonly string[] {
  const { shown, left } = takeWhatFits(
    cares.map((care) => drawOne(care, context)),
    maxBytes,
  )
  const folded = shown.slice(OPEN_BLOCKS)
  const missing = cares.slice(shown.length).reduce((sum, { tokens }) => sum + tokens.length, 0)
  return [
    ...shown.slice(0, OPEN_BLOCKS),
    ...(folded.length === 0 ? [] : foldAway(`${folded.length} more that need care`, folded)),
    ...(left === 0
      ? []
      : [
          `**${countMoreTokens(missing)} ${missing === 1 ? 'needs' : 'need'} care, for which there is no room here; the whole report has them.**`,
        ]),
  ]
}

function drawOne({ kind, title, message, steps, reason, server, tokens }: Care, context: PageContext): string {
  const [only] = tokens
  const whose = tokens.length === 1 && only !== undefined ? cell(only.secret) : countTokens(tokens.length)
  const place = server === '' ? '' : ` · ${markdownText(shortUrl(server))}`
  const list = steps.map((step, index) => `${index + 1}. ${markdownText(step)}`)
  return [
    `#### ${KIND_ICONS[kind]} ${whose}: ${markdownText(title)}${place}`,
    ...(message === '' ? [] : [markdownText(message)]),
    ...(list.length === 0 ? [] : [list.join('\n')]),
    ...drawCareList(tokens, context.nowMs),
    ...(reason === 'authenticated' ? [] : [`[About \`${reason}\`](${context.documentationOf(reason)})`]),
  ].join('\n\n')
}

/** @returns who has to act and by when, a row for each token */
export function drawCareList(tokens: readonly WatchedToken[], nowMs: number): readonly string[] {
  const who = listWho(tokens.slice(0, MAX_ROWS), nowMs)
  const rows = who.rows.map(({ secret, isAsked, values: [day = '', ...others] }) => [
    `${cell(secret)}${isAsked ? '' : ' (not asked)'}`,
    `**${cell(day)}**`,
    ...others.map(cell),
  ])
  const draw = (some: readonly (readonly string[])[]): string => table(['Token', ...who.names], some)
  const folded = rows.slice(OPEN_ROWS)
  return [
    draw(rows.slice(0, OPEN_ROWS)),
    ...(folded.length === 0 ? [] : foldAway(countMoreTokens(folded.length), [draw(folded)])),
    ...(tokens.length > rows.length ? [`… and ${countMoreTokens(tokens.length - rows.length)}.`] : []),
  ]
}
