import { DAY_MS } from '../base/clock.ts'
import { dayOf } from '../base/utc.ts'
import { mermaidText, plainText } from '../report/sanitize.ts'
import { dueMs } from './due.ts'
import type { End } from './place.ts'
import type { Told } from './told.ts'

/** What a bar can carry. */
const MAX_NAME_LENGTH = 40

/** How far a token that never expires, or ends far away, reaches on the picture. */
const MAX_DAYS = 366

/**
 * The lives of two tokens, the old one and the new one, as a Mermaid gantt. Only what every Mermaid since version 10
 * draws, and labels in light and dark.
 * @returns Markdown blocks; none where no token was made
 */
export function drawLives({ rotated, task, redactor }: Told): readonly string[] {
  const made = task?.deeds.made
  if (task === undefined || rotated?.standing?.kind !== 'head' || made?.fate !== 'alive') return []
  const { standing } = rotated
  const nowMs = task.clock.now()
  const bar = (name: string, fromMs: number | undefined, endsMs: End | undefined): string => {
    const startMs = Math.max(fromMs ?? nowMs, nowMs - MAX_DAYS * DAY_MS)
    const endMs = Math.min(typeof endsMs === 'number' ? endsMs : Number.MAX_VALUE, nowMs + MAX_DAYS * DAY_MS)
    const label = plainText(mermaidText(name), redactor.redactLong, MAX_NAME_LENGTH)
    return `    “${label}”, ${endInWords(endsMs)} : ${dayOf(startMs)}, ${dayOf(Math.max(endMs, startMs + DAY_MS))}`
  }
  const mark = (label: string, atMs: number): string => `    ${label} : milestone, ${dayOf(atMs)}, 0d`
  const { isOwnRevoked } = task.deeds
  const { overlapDays, revoke } = task.inputs
  const nextMs = dueMs(
    { endsMs: made.endsMs ?? 'never', token: { ...standing.token, createdAt: made.createdMs } },
    task.inputs,
  )
  const revokedMs = nowMs + overlapDays * DAY_MS
  const isToGo = revoke === 'later' && !isOwnRevoked && (standing.endsMs === 'never' || revokedMs < standing.endsMs)
  const marks = [
    mark('today', nowMs),
    ...(isToGo ? [mark('the old one may go', revokedMs)] : []),
    ...(nextMs === undefined ? [] : [mark('the next one is made', nextMs)]),
  ]
  const oldEndsMs = isOwnRevoked ? nowMs : standing.endsMs
  return [
    [
      '```mermaid',
      'gantt',
      // For whoever has it read aloud: https://mermaid.js.org/config/accessibility.html
      '    accTitle: The lives of the old token and of the new one',
      `    accDescr: Bars for the old token (${endInWords(oldEndsMs)}) and for the new one (${endInWords(made.endsMs)}).`,
      `    title Two tokens, today, ${dayOf(nowMs)}`,
      '    dateFormat YYYY-MM-DD',
      '    axisFormat %b %Y',
      '    tickInterval 1month',
      '    todayMarker off',
      '    section The old one',
      bar(standing.token.name, standing.token.createdAt, oldEndsMs),
      '    section The new one',
      bar(made.name, made.createdMs ?? nowMs, made.endsMs),
      '    section What comes',
      ...marks,
      '```',
    ].join('\n'),
  ]
}

function endInWords(endsMs: End | undefined): string {
  return typeof endsMs === 'number' ? `until ${dayOf(endsMs)}` : 'never expires'
}
