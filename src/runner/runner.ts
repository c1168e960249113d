import type { Clock } from '../base/clock.ts'
import type { FieldSource } from '../inputs/fields.ts'
import type { Settings } from '../inputs/inputs.ts'
import type { WorkflowEvent } from '../inputs/withheld-secrets.ts'
import type { Presentation } from '../report/presentation.ts'

/** Who started the action: gives the inputs, takes what there is to tell. */
export interface Runner extends Omit<FieldSource, 'environment'> {
  /** Waits for the inputs that are not there at once, but no longer than that. */
  ready?(clock: Clock, timeoutMs: number): Promise<void>
  /** The event that started the workflow; undefined where this is none of GitHub's. */
  readEvent(): WorkflowEvent | undefined
  /** How whoever reads the words calls an input. */
  nameOf(input: string): string
  /** Keeps a secret out of the log from now on. */
  mask(secret: string): void
  /** Writes a line to the log; the line is already sanitized. */
  log(line: string): void
  /** Writes a line to the debug log; the line is already sanitized. Undefined where nobody wants to see that log. */
  readonly debug?: ((line: string) => void) | undefined
  /**
   * Tells the verdict on every channel that there is.
   * @returns the exit code; never 0 without proof, unless `fail-on` lets the reason pass
   */
  tell(presentation: Presentation, settings: Settings): number
}

/** Whether this verdict fails the step. A bug of ours does so whatever `fail-on` says. */
export function fails({ report }: Presentation, { failOn }: Settings): boolean {
  return failOn.fails(report.reason)
}
