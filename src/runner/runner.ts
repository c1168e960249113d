import type { Clock } from '../base/clock.ts'
import type { Result } from '../catalogue/entry.ts'
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
  nameOf(input: string, tokenVariable?: string): string
  /** Keeps a secret out of the log from now on. */
  mask(secret: string): void
  /** Writes a line to the log; the line is already sanitized. */
  log(line: string): void
  /**
   * Shows how far a long run has come, in the place of what was shown before; an empty text takes it away. Undefined
   * where nobody looks on.
   */
  readonly progress?: ((text: string) => void) | undefined
  /** Writes a line to the debug log; the line is already sanitized. Undefined where nobody wants to see that log. */
  readonly debug?: ((line: string) => void) | undefined
  /**
   * Tells the verdict on every channel that there is.
   * @returns the exit code; never 0 without proof, unless `fail-on` lets the reason pass
   */
  tell(presentation: Presentation, settings: Settings): number
  /**
   * Tells what another program than the check has to say.
   * @returns the exit code
   */
  publish(publication: Publication): number
  /**
   * Writes a file that somebody asked for; on a command line “-” is its standard output.
   * @param mode of the file; its owner's alone, unless told otherwise
   * @returns why it cannot be written, or undefined where it was
   */
  writeFile(path: string, text: string, mode?: number): string | undefined
}

/** What a program has to tell, once it is over. Every text is plain and sanitized, but for the summary. */
export interface Publication {
  /** Name and value of each. */
  readonly outputs: readonly (readonly [name: string, value: string])[]
  readonly annotations: readonly Annotation[]
  /** Markdown for the job summary, in which everything of others is inert; undefined where none is wanted. */
  readonly summary: string | undefined
  /**
   * What a terminal shows in the place of annotations and summary, line by line.
   * @param columns undefined where the output is no terminal
   */
  terminal(columns: number | undefined, isColoured: boolean): readonly string[]
  /** The result for which it fails; null where it passes. */
  readonly failing: Exclude<Result, 'usable'> | null
}

/** One of the boxes that GitHub shows above a run. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly text: string
}

/** Whether this verdict fails the step. A bug of ours does so whatever `fail-on` says. */
export function fails({ report }: Presentation, { failOn }: Settings): boolean {
  return failOn.fails(report.reason)
}
