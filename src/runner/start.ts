import { errorCodeOf } from '../base/error-code.ts'
import type { Program } from '../inputs/row.ts'
import { createEnding, type EndingProcess, type Run } from './ending.ts'
import { isGitHub, openRunner } from './open.ts'
import type { OpeningProcess } from './opening-process.ts'
import type { Runner } from './runner.ts'

/** What starting needs of Node's process. */
export type StartingProcess = EndingProcess & OpeningProcess

/**
 * Starts a program: from here on the process ends red, however it ends, until a verdict that passes has been told.
 * @param createRun makes the run for whoever started the process
 */
export function startProgram(process: StartingProcess, program: Program, createRun: (runner: Runner) => Run): void {
  const { end, follow } = createEnding(process, isGitHub(process))
  openRunner(process, program).then(
    (opened) => (typeof opened === 'number' ? end(opened) : follow(createRun(opened))),
    (error: unknown) => failToLoad(process, error),
  )
}

/** Loads another part of the program, which sees to its own ending. */
export function startPart(process: StartingProcess, part: Promise<unknown>): void {
  createEnding(process, isGitHub(process))
  part.catch((error: unknown) => failToLoad(process, error))
}

/** A copy of one file is not the program. */
function failToLoad(process: StartingProcess, error: unknown): void {
  process.stderr.write(
    `jira-pat-check: a part of it cannot be loaded (${errorCodeOf(error)}): copy the whole of dist/\n`,
  )
  createEnding(process, isGitHub(process)).end(3)
}
