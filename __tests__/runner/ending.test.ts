import { describe, expect, it } from 'vitest'
import { createEnding, type EndingProcess, type Run } from '../../src/runner/ending.ts'

/** Takes the place of what comes after an exit. */
const exited = new Error('The process has ended.')

interface FakeProcess extends EndingProcess {
  /** What happened up to the exit, in order. */
  readonly seen: readonly unknown[]
  note(what: unknown): void
  /** Lets what was written arrive. */
  flush(): void
  /** Lets something happen that Node tells its listeners of. */
  emit(event: string, error?: unknown): void
}

function createProcess(changes: Partial<EndingProcess> = {}): FakeProcess {
  const listeners = new Map<string, (error: unknown) => void>()
  const written: (() => void)[] = []
  const seen: unknown[] = []
  let hasEnded = false
  const note = (what: unknown): void => {
    if (!hasEnded) seen.push(what)
  }
  const untilExit = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      if (error !== exited) throw error
    }
  }
  return {
    platform: 'linux',
    stdout: { write: (text, done) => note(`write ${JSON.stringify(text)}`) ?? written.push(done) },
    on: (event, listener) => listeners.set(event, listener),
    getActiveResourcesInfo: () => ['TCPSocketWrap'],
    execve: (...args) => note(['execve', ...args]),
    exit(exitCode) {
      note(`exit ${exitCode}`)
      hasEnded = true
      throw exited
    },
    ...changes,
    seen,
    note,
    flush: () => untilExit(() => written.splice(0).forEach((done) => void done())),
    emit: (event, error) => untilExit(() => listeners.get(event)?.(error)),
  }
}

const never = new Promise<never>(() => {})

/** A run that ends so, and notes in the process what it was told of a crash. */
const createRun = (process: FakeProcess, start: Promise<number> = never): Run => ({
  start: () => start,
  tellCrash(error) {
    process.note(error)
    return 4
  },
})

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe.each([
  ['on GitHub', true, 1],
  ['on a command line, where 1 would say that the token is refused', false, 3],
] as const)('%s', (_where, isGitHub, red) => {
  it('the process is red from the beginning', () => {
    const process = createProcess()
    createEnding(process, isGitHub)
    expect(process).toMatchObject({ exitCode: red, seen: [] })
  })

  it('a fault while it ends is red, and told no more', async () => {
    const process = createProcess()
    createEnding(process, isGitHub).follow(createRun(process, Promise.resolve(0)))
    await settled()
    process.emit('uncaughtException', new Error('boom'))
    expect(process.seen).toEqual(['write ""', `exit ${red}`])
  })

  it('so is one while a fault is told', () => {
    const process = createProcess()
    const tellCrash = (): number => {
      process.emit('unhandledRejection', new Error('another'))
      return 0
    }
    createEnding(process, isGitHub).follow({ start: () => never, tellCrash })
    process.emit('uncaughtException', new Error('boom'))
    expect(process.seen).toEqual([`exit ${red}`])
  })
})

describe('an ending', () => {
  it.each([0, 1, 2])('has the exit code that the run says, once everything is written: %i', async (exitCode) => {
    const process = createProcess()
    createEnding(process, true).follow(createRun(process, Promise.resolve(exitCode)))
    expect(process.exitCode).toBe(1)
    await settled()
    expect(process).toMatchObject({ exitCode, seen: ['write ""'] })
    process.flush()
    expect(process.seen).toEqual(['write ""', `exit ${exitCode}`])
  })

  it('needs no run', () => {
    const process = createProcess()
    createEnding(process, false).end(0)
    process.flush()
    expect(process).toMatchObject({ exitCode: 0, seen: ['write ""', 'exit 0'] })
  })

  it('that a fault comes into is no other', () => {
    const process = createProcess()
    const { end, follow } = createEnding(process, false)
    follow(createRun(process))
    end(0)
    process.emit('uncaughtException', new Error('boom'))
    expect(process.seen).toEqual(['write ""', 'exit 3'])
  })
})

describe('a fault is told, and gives the exit code', () => {
  const boom = new Error('boom')

  it.each(['uncaughtException', 'unhandledRejection'])('%s', (event) => {
    const process = createProcess()
    createEnding(process, true).follow(createRun(process))
    process.emit(event, boom)
    process.flush()
    expect(process).toMatchObject({ exitCode: 4, seen: [boom, 'write ""', 'exit 4'] })
  })

  it('of the run', async () => {
    const process = createProcess()
    createEnding(process, true).follow(createRun(process, Promise.reject(boom)))
    await settled()
    process.flush()
    expect(process).toMatchObject({ exitCode: 4, seen: [boom, 'write ""', 'exit 4'] })
  })

  it('that nothing is left to wait for, and there is no verdict', () => {
    const process = createProcess()
    createEnding(process, true).follow(createRun(process))
    process.emit('beforeExit', 0)
    process.flush()
    expect(process.seen).toEqual([new Error('the check ended without a verdict'), 'write ""', 'exit 4'])
  })
})

describe('a look-up that hangs', () => {
  const hanging = { getActiveResourcesInfo: () => ['TCPSocketWrap', 'GetAddrInfoReqWrap'] }
  const endOf = (changes: Partial<EndingProcess>): readonly unknown[] => {
    const process = createProcess(changes)
    createEnding(process, true).end(1)
    process.flush()
    return process.seen
  }

  it('is not waited for', () => {
    expect(endOf(hanging)).toEqual(['write ""', ['execve', '/bin/sh', ['sh', '-c', 'exit 1'], {}], 'exit 1'])
  })

  it('is waited for on Windows', () => {
    expect(endOf({ ...hanging, platform: 'win32' })).toEqual(['write ""', 'exit 1'])
  })

  it('is waited for by a Node that can do no other', () => {
    const { execve, ...older } = createProcess(hanging)
    createEnding(older, true).end(1)
    older.flush()
    expect([execve, older.seen]).toEqual([expect.any(Function), ['write ""', 'exit 1']])
  })

  it('is not there most of the time', () => {
    expect(endOf({})).toEqual(['write ""', 'exit 1'])
  })
})
