import { describeDaysLeft } from '../verdict/notes.ts'
import type { Presentation, ShownToken } from './report.ts'
import { table } from './table.ts'
import { markdownText, mermaidText, plainText } from './untrusted.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** An account may have ten tokens by default. */
const MAX_TOKENS = 20

/** What a bar can carry. */
const MAX_NAME_LENGTH = 40

/** How far a token that never expires reaches at least. */
const NEVER_DAYS = 90

/** On a longer time line, a token that expires soon could not be seen. */
const MAX_DAYS = 366

/**
 * The account's live tokens: a Mermaid gantt for those who look (GitHub renders it), a table for those who read.
 * @returns Markdown blocks, none where there is nothing to show
 */
export function drawTimeline(presentation: Presentation): readonly string[] {
  const tokens = presentation.tokens.slice(0, MAX_TOKENS)
  const left = presentation.tokens.length - tokens.length
  if (tokens.length === 0) return []
  return [
    ...drawGantt({ ...presentation, tokens }),
    tokenTable({ ...presentation, tokens }),
    ...(left === 0 ? [] : [`… and ${left} more, none of which expires earlier.`]),
  ]
}

interface Bar {
  readonly label: string
  readonly tag: string
  readonly days: number
}

/**
 * Bars that all begin today, so that a token's can be held against those of the thresholds. Nothing in it is newer than
 * Mermaid 10: GitHub Enterprise Server draws with older versions than github.com.
 */
function drawGantt(presentation: Presentation): readonly string[] {
  const { nowMs } = presentation
  const thresholds = listThresholds(presentation)
  const tokens = listTokens(presentation, thresholds)
  if (tokens.length === 0) return []
  const lastDay = Math.max(...[...tokens, ...thresholds].map(({ days }) => days))
  const dayAfter = (days: number): string => dayOf(nowMs + Math.max(1, days) * DAY_MS)
  const line = ({ label, tag, days }: Bar): string => `    ${label} : ${tag}${dayOf(nowMs)}, ${dayAfter(days)}`
  return [
    [
      '```mermaid',
      'gantt',
      `    title From today, ${dayOf(nowMs)}`,
      '    dateFormat YYYY-MM-DD',
      ...(lastDay > 60
        ? ['    axisFormat %b %Y', '    tickInterval 1month']
        : ['    axisFormat %d %b', '    tickInterval 1week']),
      '    todayMarker off',
      '    section Tokens',
      ...tokens.map(line),
      ...(thresholds.length === 0 ? [] : ['    section Thresholds', ...thresholds.map(line)]),
      '```',
    ].join('\n'),
  ]
}

function listThresholds({ expiryFailDays, expiryWarnDays }: Presentation): readonly Bar[] {
  return Object.entries({ 'expiry-fail-days': expiryFailDays ?? 0, 'expiry-warn-days': expiryWarnDays })
    .filter(([, days]) => days > 0)
    .map(([input, days]) => ({ label: `${input}, ${days} days`, tag: 'done, ', days: Math.min(days, MAX_DAYS) }))
}

function listTokens(presentation: Presentation, thresholds: readonly Bar[]): readonly Bar[] {
  const { tokens, nowMs } = presentation
  const dated = tokens.flatMap(({ expiresAt }) => (typeof expiresAt === 'number' ? [(expiresAt - nowMs) / DAY_MS] : []))
  // What never expires reaches visibly beyond the rest.
  const furthest = Math.min(MAX_DAYS, Math.max(NEVER_DAYS, ...dated, ...thresholds.map(({ days }) => days)) * 1.1)
  return tokens
    .filter(({ expiresAt }) => expiresAt !== 'unreadable')
    .map((token) => ({
      label: labelOf(token, nowMs),
      tag: TAGS[urgencyOf(token, presentation)],
      days: typeof token.expiresAt === 'number' ? Math.min((token.expiresAt - nowMs) / DAY_MS, furthest) : furthest,
    }))
}

/** The quotation mark comes first, so that no name begins with one of Mermaid's own words (`section`, `click`). */
function labelOf({ name, expiresAt }: ShownToken, nowMs: number): string {
  const shown = plainText(mermaidText(name), (text) => text, MAX_NAME_LENGTH)
  const left = typeof expiresAt === 'number' ? describeDaysLeft(wholeDays(expiresAt - nowMs)) : 'never expires'
  return `“${shown}”, ${left}`
}

type Urgency = 'refuses' | 'warns' | 'none'

/** Red, edged in red, plain. */
const TAGS: Readonly<Record<Urgency, string>> = { refuses: 'crit, ', warns: 'active, crit, ', none: '' }
const ICONS: Readonly<Record<Urgency, string>> = { refuses: '🔴 ', warns: '🟠 ', none: '' }

function urgencyOf({ expiresAt }: ShownToken, { nowMs, expiryWarnDays, expiryFailDays }: Presentation): Urgency {
  const isWithin = (days: number): boolean => typeof expiresAt === 'number' && expiresAt - nowMs <= days * DAY_MS
  if (expiryFailDays !== undefined && isWithin(expiryFailDays)) return 'refuses'
  return isWithin(expiryWarnDays) ? 'warns' : 'none'
}

function tokenTable(presentation: Presentation): string {
  const { tokens, nowMs, report } = presentation
  const day = (time: ShownToken['expiresAt'] | undefined): string =>
    typeof time === 'number' ? dayOf(time) : (time ?? '')
  return table(
    ['Token', 'Created', 'Last used', 'Expires', 'Days left'],
    tokens.map((token) => [
      nameCell(token.name, report.expiry.tokenName),
      day(token.createdAt),
      day(token.lastAccessedAt),
      day(token.expiresAt),
      typeof token.expiresAt === 'number'
        ? `${ICONS[urgencyOf(token, presentation)]}${wholeDays(token.expiresAt - nowMs)}`
        : '',
    ]),
  )
}

/** The token that the verdict speaks of is in bold type. */
function nameCell(name: string, spokenOf: string): string {
  if (name === '') return '(unnamed)'
  return name === spokenOf ? `**${markdownText(name)}**` : markdownText(name)
}

function wholeDays(ms: number): number {
  return Math.floor(ms / DAY_MS)
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
