import type { Program } from '../inputs/row.ts'
import { createEnding, type Run } from './ending.ts'
import { openRunner } from './open.ts'
import { isGitHub } from './opening-process.ts'
import type { Runner } from './runner.ts'
import { failToLoad, type StartingProcess } from './start-part.ts'

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
