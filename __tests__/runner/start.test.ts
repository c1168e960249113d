import { describe, expect, it } from 'vitest'
import { MissingPart } from '../../src/base/part.ts'
import type { Run } from '../../src/runner/ending.ts'
import { startProgram } from '../../src/runner/start.ts'
import { type StartingProcess, startPart } from '../../src/runner/start-part.ts'

/** A process with this command line, and how it ends. */
function processOf(...args: string[]) {
  const printed = { stdout: '', stderr: '' }
  const ended = Promise.withResolvers<number>()
  const process: StartingProcess = {
    argv: ['node', 'index.js', ...args],
    env: {},
    platform: 'linux',
    get stdin(): never {
      throw new Error('Nobody asked for this.')
    },
    stdout: {
      isTTY: false,
      write(text: string, done?: () => void) {
        printed.stdout += text
        done?.()
      },
    },
    stderr: { write: (text) => (printed.stderr += text) },
    on: () => undefined,
    getActiveResourcesInfo: () => ['TCPSocketWrap'],
    exit(exitCode) {
      ended.resolve(exitCode)
      return undefined as never
    },
  }
  return { process, printed, exitCode: ended.promise }
}

const run: Run = { start: async () => 7, tellCrash: () => 4 }
const notAsked = (): never => {
  throw new Error('Nobody asked for a run.')
}

describe('a program', () => {
  it('is red until it says otherwise, and ends as its run does', async () => {
    const { process, exitCode } = processOf('--retries', '0')
    startProgram(process, 'check', (runner) => {
      expect(runner.readInput('retries')).toBe('0')
      return run
    })
    expect(process.exitCode).toBe(3)
    expect(await exitCode).toBe(7)
  })

  it('makes no run where the command line asks for none', async () => {
    const { process, printed, exitCode } = processOf('--frob')
    startProgram(process, 'check', notAsked)
    expect(await exitCode).toBe(2)
    expect(printed.stderr).toBe('jira-pat-check: there is no flag --frob; --help lists them\n')
  })

  const missing = new MissingPart('part.js cannot be loaded (ERR_MODULE_NOT_FOUND): copy the whole of dist/')
  const words = `jira-pat-check could not start: ${missing.message}\n`

  it('of which a part is missing says so, and is red', async () => {
    const { process, printed, exitCode } = processOf()
    startPart(process, Promise.reject(missing))
    expect(process.exitCode).toBe(3)
    expect(await exitCode).toBe(3)
    expect(printed.stderr).toBe(words)
  })

  it('of which a part is missing in a step of GitHub is an error there', async () => {
    const { process, printed, exitCode } = processOf()
    const env = { GITHUB_ACTIONS: 'true', 'INPUT_CHECK-EXPIRY': 'true' }
    const onGitHub = Object.assign(process, { env })
    startPart(onGitHub, Promise.reject(missing))
    expect(onGitHub.exitCode).toBe(1)
    expect(await exitCode).toBe(1)
    expect(printed).toEqual({ stdout: `::error title=The check itself failed::${words}`, stderr: '' })
  })

  it('of which the command line is missing does so too', async () => {
    const { process, printed, exitCode } = processOf()
    // In the place of the loading, which no test can make fail.
    Object.defineProperty(process.stdout, 'isTTY', {
      get() {
        throw missing
      },
    })
    startProgram(process, 'check', notAsked)
    expect(await exitCode).toBe(3)
    expect(printed.stderr).toBe(words)
  })

  it('of which a part breaks is red, and does not quote what nobody knows', async () => {
    const { process, printed, exitCode } = processOf()
    startPart(process, Promise.reject(new Error('anything, a secret too')))
    expect(await exitCode).toBe(3)
    expect(printed.stderr).toBe('jira-pat-check could not start: a fault of its own\n')
  })

  it('of which a part is there leaves its ending to that', async () => {
    const { process, printed } = processOf()
    const part = Promise.resolve('the part')
    startPart(process, part)
    await part
    expect(process.exitCode).toBe(3)
    expect(printed).toEqual({ stdout: '', stderr: '' })
  })
})
