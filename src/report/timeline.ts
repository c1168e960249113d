import { DAY_MS } from '../base/clock.ts'
import { dayOf } from '../base/utc.ts'
import { isWithinDays, wholeDaysLeft } from '../verdict/expiry.ts'
import { describeDaysLeft } from '../verdict/expiry-words.ts'
import { drawGantt, labelBar, type Mark } from './gantt.ts'
import type { Presentation } from './presentation.ts'
import { markdownText } from './sanitize.ts'
import type { ShownToken } from './shown-tokens.ts'
import { table } from './table.ts'

/** How far a token that never expires reaches at least. */
const NEVER_DAYS = 90

/** On a longer time line, a token that expires soon could not be seen. */
const MAX_DAYS = 366

/**
 * The account's live tokens: a Mermaid gantt for those who look (GitHub renders it), a table for those who read.
 * @returns Markdown blocks, none where there is nothing to show
 */
export function drawTimeline(presentation: Presentation): readonly string[] {
  const { tokens, moreTokens } = presentation
  if (tokens.length === 0) return []
  const thresholds = listThresholds(presentation)
  const marks = listTokens(presentation, thresholds)
  return [
    ...(marks.length === 0 ? [] : [drawGantt(marks, thresholds, presentation.nowMs)]),
    tokenTable(presentation),
    ...(moreTokens === 0 ? [] : [`… and ${moreTokens} more, none of which expires earlier.`]),
  ]
}

function listThresholds({ expiryFailDays, expiryWarnDays }: Presentation): readonly Mark[] {
  return Object.entries({ 'expiry-fail-days': expiryFailDays ?? 0, 'expiry-warn-days': expiryWarnDays })
    .filter(([, days]) => days > 0)
    .map(([input, days]) => ({ label: `${input} ${days}`, days: Math.min(days, MAX_DAYS) }))
}

function listTokens(presentation: Presentation, thresholds: readonly Mark[]): readonly Mark[] {
  const { tokens, nowMs } = presentation
  const dated = tokens.flatMap(({ expiresAt }) => (typeof expiresAt === 'number' ? [(expiresAt - nowMs) / DAY_MS] : []))
  // What never expires reaches visibly beyond the rest.
  const furthest = Math.min(MAX_DAYS, Math.max(NEVER_DAYS, ...dated, ...thresholds.map(({ days }) => days)) * 1.1)
  return tokens
    .filter(({ expiresAt }) => expiresAt !== 'unreadable')
    .map((token) => ({
      label: labelOf(token, nowMs),
      days: typeof token.expiresAt === 'number' ? Math.min((token.expiresAt - nowMs) / DAY_MS, furthest) : furthest,
      isCritical: urgencyOf(token, presentation) !== 'none',
    }))
}

function labelOf({ name, expiresAt }: ShownToken, nowMs: number): string {
  return labelBar(
    name,
    typeof expiresAt === 'number' ? describeDaysLeft(wholeDaysLeft(expiresAt, nowMs)) : 'never expires',
  )
}

type Urgency = 'refuses' | 'warns' | 'none'

/** With a word, for those who do not see the colour. */
const URGENCY_WORDS: Readonly<Record<Urgency, (days: number) => string>> = {
  refuses: (days) => `🔴 ${days}, too soon`,
  warns: (days) => `🟠 ${days}, soon`,
  none: String,
}

function urgencyOf({ expiresAt }: ShownToken, { nowMs, expiryWarnDays, expiryFailDays }: Presentation): Urgency {
  if (typeof expiresAt !== 'number') return 'none'
  if (isWithinDays(expiresAt, expiryFailDays, nowMs)) return 'refuses'
  return isWithinDays(expiresAt, expiryWarnDays, nowMs) ? 'warns' : 'none'
}

function tokenTable(presentation: Presentation): string {
  const { tokens, nowMs, report } = presentation
  const day = (time: ShownToken['expiresAt'] | undefined): string =>
    typeof time === 'number' ? dayOf(time) : (time ?? '')
  return table(
    // What matters comes first: a phone has no room for the rest.
    ['Token', 'Expires', 'Days left', 'Created', 'Last used'],
    tokens.map((token) => [
      nameCell(token.name, report.expiry.tokenName),
      day(token.expiresAt),
      typeof token.expiresAt === 'number'
        ? URGENCY_WORDS[urgencyOf(token, presentation)](wholeDaysLeft(token.expiresAt, nowMs))
        : '',
      day(token.createdAt),
      day(token.lastAccessedAt),
    ]),
  )
}

/** The token that the verdict speaks of is in bold type. */
function nameCell(name: string, spokenOf: string): string {
  if (name === '') return '(unnamed)'
  return name === spokenOf ? `**${markdownText(name)}**` : markdownText(name)
}
