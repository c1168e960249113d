import { writeSync } from 'node:fs'

/** What is to be done, from the inputs to the verdict. */
export interface Run {
  /**
   * Does it, and tells what came of it.
   * @returns the exit code; rejects only for a bug of ours, which `tellCrash` then tells
   */
  start(): Promise<number>
  /**
   * Tells that the run broke, and where, with everything masked.
   * @returns the exit code; may itself throw
   */
  tellCrash(error: unknown): number
}

/** What an ending needs of Node's process. */
export interface EndingProcess {
  exitCode?: number | string | null | undefined
  readonly platform: string
  readonly stdout: { write(text: string, done: () => void): unknown }
  on(event: 'uncaughtException' | 'unhandledRejection' | 'beforeExit', listener: (error: unknown) => void): unknown
  getActiveResourcesInfo(): readonly string[]
  execve?(file: string, args: readonly string[], environment: Record<string, string>): unknown
  exit(exitCode: number): unknown
}

/** How the process ends. */
export interface Ending {
  /** Ends the process once everything is written, whatever is still open. */
  end(exitCode: number): void
  /** Starts a run and ends as it says; whatever breaks meanwhile is told, and ends red. */
  follow(run: Run): void
}

/** What Node calls the standard streams where they are no files. Nothing is waited for there. */
const STANDARD_STREAMS = new Set(['PipeWrap', 'TTYWrap'])

/** So many turns of the event loop it takes at most until what was closed is gone. */
const TURNS_TO_CLOSE = 3

/** How long Node may take to end by itself, should something be open that it does not tell of. */
const MAX_END_MS = 1000

/** From here on the process ends red, however it ends, until a verdict that passes has been told. */
export function createEnding(process: EndingProcess, isGitHub: boolean): Ending {
  // Of a bug of ours. On the command line, 1 would mean that the token is refused.
  const internalErrorExitCode = isGitHub ? 1 : 3
  process.exitCode = internalErrorExitCode
  let isEnding = false

  /** @param turnsLeft while so many turns of the event loop, what is open may still close */
  function finish(exitCode: number, turnsLeft: number): void {
    isEnding = true
    process.exitCode = exitCode
    process.stdout.write('', () => leave(exitCode, turnsLeft))
  }

  /** Node ends by itself as soon as nothing is open any more. */
  function leave(exitCode: number, turnsLeft: number): void {
    const open = process.getActiveResourcesInfo().filter((resource) => !STANDARD_STREAMS.has(resource))
    if (open.includes('GetAddrInfoReqWrap')) {
      // A look-up that hangs in the operating system would hold up even exit(), for many seconds; a new program image
      // does not wait for it. Not to be had on Windows.
      if (process.platform !== 'win32') process.execve?.('/bin/sh', ['sh', '-c', `exit ${exitCode}`], {})
      process.exit(exitCode)
    } else if (open.length === 0) setTimeout(() => process.exit(exitCode), MAX_END_MS).unref()
    else if (turnsLeft > 0) setImmediate(() => leave(exitCode, turnsLeft - 1))
    // In exit() Node waits for its other threads, and that for ever where one of them waits for a garbage collection, which
    // the main thread would have to make: https://github.com/nodejs/node/issues/54918. So it is the last resort.
    else process.exit(exitCode)
  }

  /** @returns the exit code, which is not 0 */
  function tellCrashOrLastWord(run: Run, error: unknown): number {
    try {
      return run.tellCrash(error)
    } catch {
      const command = isGitHub ? '::error title=The check itself failed::' : ''
      writeSync(1, `${command}jira-pat-check ran into a fault of its own and proved nothing.\n`)
      return internalErrorExitCode
    }
  }

  const end = (exitCode: number): void => finish(exitCode, TURNS_TO_CLOSE)

  return {
    end,
    follow(run) {
      const crash = (error: unknown): void => {
        // Where even the ending breaks, nothing more can be told.
        if (isEnding) process.exit(internalErrorExitCode)
        else {
          isEnding = true
          // What is under way is cut off, lest it come to a verdict after all.
          finish(tellCrashOrLastWord(run, error), 0)
        }
      }
      process.on('uncaughtException', crash)
      process.on('unhandledRejection', crash)
      // Nothing is left to wait for and no verdict was told: some promise never settled.
      process.on('beforeExit', () => {
        if (!isEnding) crash(new Error('the check ended without a verdict'))
      })
      run.start().then((exitCode) => {
        if (!isEnding) end(exitCode)
      }, crash)
    },
  }
}
