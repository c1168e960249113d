import type { Finding } from '../catalogue/finding.ts'
import { formatAnnotation } from '../report/annotation.ts'
import { createRedactor } from '../report/redact.ts'
import type { Runner } from '../runner/runner.ts'
import { problemOf } from './night.ts'

/** Tells that Node is too old, by nothing that it does not have yet. @returns the exit code */
export function tellTooOld(found: Finding, runner: Runner, nowMs: number): number {
  const words = { redactor: createRedactor([]), nameOf: runner.nameOf, nowMs }
  const { title, message, steps } = problemOf(found, words)
  return runner.publish({
    outputs: [
      ['result', 'misconfigured'],
      ['needs-care', ''],
      ['checked', '0'],
    ],
    annotations: [{ level: 'error', title, text: formatAnnotation(message, steps, null, '') }],
    summary: undefined,
    terminal: () => [title, message, ...steps],
    failing: 'misconfigured',
  })
}
