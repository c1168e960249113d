import { DAY_MS } from '../base/clock.ts'
import { dayOf } from '../base/utc.ts'
import { mermaidText, plainText } from './sanitize.ts'

/** What a bar can carry. */
const MAX_NAME_LENGTH = 40

/** A bar, or the mark of a threshold. */
export interface Mark {
  readonly label: string
  /** How many days after today. */
  readonly days: number
  readonly isCritical?: boolean
}

/**
 * A bar from today on for each token, and a mark for each threshold below, as a block of Mermaid, which GitHub renders.
 * Only what every Mermaid since version 10 draws, and labels in light and dark: GitHub Enterprise Server has older
 * versions than github.com.
 */
export function drawGantt(tokens: readonly Mark[], thresholds: readonly Mark[], nowMs: number): string {
  const today = dayOf(nowMs)
  const lastDay = Math.max(...[...tokens, ...thresholds].map(({ days }) => days))
  const dayAfter = (days: number): string => dayOf(nowMs + Math.max(1, days) * DAY_MS)
  const bars = tokens.map(
    ({ label, days, isCritical }) => `    ${label} : ${isCritical ? 'crit, ' : ''}${today}, ${dayAfter(days)}`,
  )
  const milestones = thresholds.map(({ label, days }) => `    ${label} : milestone, ${dayAfter(days)}, 0d`)
  return [
    '```mermaid',
    'gantt',
    // For whoever has it read aloud: https://mermaid.js.org/config/accessibility.html
    '    accTitle: How long the tokens live',
    '    accDescr: A bar for each token, from today to its last day. The table has the same as text.',
    `    title From today, ${today}`,
    '    dateFormat YYYY-MM-DD',
    ...(lastDay > 60
      ? ['    axisFormat %b %Y', '    tickInterval 1month']
      : ['    axisFormat %d %b', '    tickInterval 1week']),
    '    todayMarker off',
    '    section Tokens',
    ...bars,
    ...(milestones.length === 0 ? [] : ['    section Thresholds', ...milestones]),
    '```',
  ].join('\n')
}

/**
 * The label of a bar. The quotation mark comes first, so that no name begins with one of Mermaid's own words (`section`,
 * `click`).
 * @param name has been through {@link plainText}
 * @param left how long it lives, in words of ours
 */
export function labelBar(name: string, left: string): string {
  return `“${plainText(mermaidText(name), (text) => text, MAX_NAME_LENGTH)}”, ${left}`
}
