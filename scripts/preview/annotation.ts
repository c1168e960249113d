import type { ActionResult } from '../../__tests__/support/runner.ts'
import { escapeHtml } from './page.ts'

type Annotation = ActionResult['annotations'][number]

/** GitHub's own signs for an error and for anything less. */
const SIGNS = {
  error:
    'M2.343 13.657A8 8 0 1 1 13.658 2.343 8 8 0 0 1 2.343 13.657ZM6.03 4.97a.751.751 0 0 0-1.042.018.751.751 0 0 0-.018 1.042L6.94 8 4.97 9.97a.749.749 0 0 0 .326 1.275.749.749 0 0 0 .734-.215L8 9.06l1.97 1.97a.749.749 0 0 0 1.275-.326.749.749 0 0 0-.215-.734L9.06 8l1.97-1.97a.749.749 0 0 0-.326-1.275.749.749 0 0 0-.734.215L8 6.94Z',
  other:
    'M6.457 1.047c.659-1.234 2.427-1.234 3.086 0l6.082 11.378A1.75 1.75 0 0 1 14.082 15H1.918a1.75 1.75 0 0 1-1.543-2.575ZM8 5a.75.75 0 0 0-.75.75v2.5a.75.75 0 0 0 1.5 0v-2.5A.75.75 0 0 0 8 5Zm1 6a1 1 0 1 0-2 0 1 1 0 0 0 2 0Z',
}

/** An annotation as GitHub shows it above the job summaries of a run: the job, the title, the message. */
export function renderAnnotation({ level, title, message }: Annotation, job: string): string {
  const sign = level === 'error' ? SIGNS.error : SIGNS.other
  return [
    `<div class="annotation ${escapeHtml(level)}">`,
    `<svg width="16" height="16" viewBox="0 0 16 16"><path d="${sign}"/></svg>`,
    `<div><small>${escapeHtml(job)}</small>\n<b>${escapeHtml(title)}</b>\n${escapeHtml(message)}</div></div>`,
  ].join('')
}
