import { MissingPart } from '../base/part.ts'
import { createEnding, type EndingProcess } from './ending.ts'
import { isGitHub, type OpeningProcess } from './opening-process.ts'

/** What starting needs of Node's process. */
export type StartingProcess = EndingProcess & OpeningProcess

/** Waits for another part of the program, which sees to its own ending: until then the process ends red, however it ends. */
export function startPart(process: StartingProcess, part: Promise<unknown>): void {
  createEnding(process, isGitHub(process))
  part.catch((error: unknown) => failToLoad(process, error))
}

/** Of any other error nobody knows what is in it. */
export function failToLoad(process: StartingProcess, error: unknown): void {
  const onGitHub = isGitHub(process)
  const why = error instanceof MissingPart ? error.message : 'a fault of its own'
  const text = `jira-pat-check could not start: ${why}\n`
  if (onGitHub) process.stdout.write(`::error title=The check itself failed::${text}`)
  else process.stderr.write(text)
  createEnding(process, onGitHub).end(onGitHub ? 1 : 3)
}
