import type { Presentation, ShownToken } from './report.ts'
import { table } from './table.ts'
import { markdownText, mermaidText } from './untrusted.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** How far ahead the time line reaches for a token that never expires. */
const HORIZON_DAYS = 365

/**
 * The account's live tokens: a Mermaid gantt for those who look (GitHub renders it), a table for those who read.
 * @returns Markdown blocks, none where there is nothing to show
 */
export function drawTimeline(presentation: Presentation): readonly string[] {
  const { tokens } = presentation
  if (tokens.length === 0) return []
  return [gantt(presentation), tokenTable(tokens, presentation.nowMs)]
}

function gantt({ tokens, nowMs, expiryWarnDays }: Presentation): string {
  const horizon = Math.max(nowMs + HORIZON_DAYS * DAY_MS, ...tokens.map(({ expiresAt }) => expiresAt ?? 0))
  const bar = ({ name, expiresAt }: ShownToken): string => {
    const end = expiresAt ?? horizon
    const tag = end - nowMs <= expiryWarnDays * DAY_MS ? 'crit, ' : expiresAt === undefined ? 'active, ' : ''
    return `    ${mermaidText(name)} : ${tag}${dayOf(nowMs)}, ${dayOf(Math.max(end, nowMs + DAY_MS))}`
  }
  return [
    '```mermaid',
    'gantt',
    '    dateFormat YYYY-MM-DD',
    '    axisFormat %Y-%m-%d',
    '    todayMarker off',
    '    section Tokens',
    ...tokens.map(bar),
    '    section Thresholds',
    `    warn from here on : milestone, ${dayOf(nowMs + expiryWarnDays * DAY_MS)}, 0d`,
    '```',
  ].join('\n')
}

function tokenTable(tokens: readonly ShownToken[], nowMs: number): string {
  const day = (time: number | undefined): string => (time === undefined ? '' : dayOf(time))
  return table(
    ['Token', 'Created', 'Last used', 'Expires', 'Days left'],
    tokens.map(({ name, createdAt, lastAccessedAt, expiresAt }) => [
      markdownText(name),
      day(createdAt),
      day(lastAccessedAt),
      expiresAt === undefined ? 'never' : dayOf(expiresAt),
      expiresAt === undefined ? '' : String(Math.floor((expiresAt - nowMs) / DAY_MS)),
    ]),
  )
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
