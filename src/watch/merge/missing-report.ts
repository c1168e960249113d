import type { Redactor } from '../../report/redact.ts'
import type { Entry } from '../entry.ts'
import { unfinished } from '../sweep/unfinished.ts'
import type { WatchedToken } from '../watched-token.ts'

/** Of a token that stands in no report: nobody knows anything about it, and that is said as loudly as a failure. */
export function missingReport(entry: Entry, redactor: Redactor, nowMs: number): WatchedToken {
  const steps = [
    'Look for the job that had this secret to check (only): it failed before it could, was left out, or did not hand its report on.',
    'Mend what its log says, and run the whole again.',
  ]
  return {
    ...unfinished(entry, redactor, nowMs, 'no-report'),
    title: 'Its job left no report',
    message: 'Nothing is known about this token: it stands in the list, and its job left no report.',
    steps,
    remedy: steps.join(' '),
  }
}
