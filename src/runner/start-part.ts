import { errorCodeOf } from '../base/error-code.ts'
import { createEnding, type EndingProcess } from './ending.ts'
import { isGitHub, type OpeningProcess } from './opening-process.ts'

/** What starting needs of Node's process. */
export type StartingProcess = EndingProcess & OpeningProcess

/** Waits for another part of the program, which sees to its own ending: until then the process ends red, however it ends. */
export function startPart(process: StartingProcess, part: Promise<unknown>): void {
  createEnding(process, isGitHub(process))
  part.catch((error: unknown) => failToLoad(process, error))
}

/** A copy of one file is not the program. */
export function failToLoad(process: StartingProcess, error: unknown): void {
  const onGitHub = isGitHub(process)
  const text = `jira-pat-check: a part of it cannot be loaded (${errorCodeOf(error)}): copy the whole of dist/\n`
  if (onGitHub) process.stdout.write(`::error title=The check itself failed::${text}`)
  else process.stderr.write(text)
  createEnding(process, onGitHub).end(onGitHub ? 1 : 3)
}
