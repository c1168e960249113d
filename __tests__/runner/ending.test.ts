import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createEnding, type EndingProcess, type Run } from '../../src/runner/ending.ts'

interface FakeProcess extends EndingProcess {
  /** What happened up to the exit, in order. */
  readonly seen: readonly unknown[]
  note(what: unknown): void
  /** Lets what was written arrive. */
  arrive(): void
  /** The same, and what was closed be gone. */
  flush(): Promise<void>
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
  const arrive = (): void => {
    for (const done of written.splice(0)) done()
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
    },
    ...changes,
    seen,
    note,
    arrive,
    async flush() {
      arrive()
      for (let turn = 0; turn < 5; turn += 1) await settled()
    },
    emit: (event, error) => listeners.get(event)?.(error),
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
    await process.flush()
    expect(process.seen).toEqual(['write ""', `exit ${exitCode}`])
  })

  it('needs no run', async () => {
    const process = createProcess()
    createEnding(process, false).end(0)
    await process.flush()
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

  it.each(['uncaughtException', 'unhandledRejection'])('%s', async (event) => {
    const process = createProcess()
    createEnding(process, true).follow(createRun(process))
    process.emit(event, boom)
    await process.flush()
    expect(process).toMatchObject({ exitCode: 4, seen: [boom, 'write ""', 'exit 4'] })
  })

  it('of the run', async () => {
    const process = createProcess()
    createEnding(process, true).follow(createRun(process, Promise.reject(boom)))
    await settled()
    await process.flush()
    expect(process).toMatchObject({ exitCode: 4, seen: [boom, 'write ""', 'exit 4'] })
  })

  it('that nothing is left to wait for, and there is no verdict', async () => {
    const process = createProcess()
    createEnding(process, true).follow(createRun(process))
    process.emit('beforeExit', 0)
    await process.flush()
    expect(process.seen).toEqual([new Error('the check ended without a verdict'), 'write ""', 'exit 4'])
  })
})

describe('Node ends by itself', () => {
  /** What is open at each look, the last for ever. */
  const opening = (...looks: string[][]): Partial<EndingProcess> => ({
    getActiveResourcesInfo: () => (looks.length > 1 ? looks.shift() : looks[0]) ?? [],
  })

  it.each([
    ['where nothing is open', opening([])],
    ['where the standard streams alone are', opening(['PipeWrap', 'TTYWrap'])],
    ['where what was closed is gone soon', opening(['TCPSocketWrap', 'PipeWrap'], ['TCPSocketWrap'], ['PipeWrap'])],
  ])('%s', async (_where, changes) => {
    const process = createProcess(changes)
    createEnding(process, true).follow(createRun(process, Promise.resolve(0)))
    await settled()
    await process.flush()
    process.emit('beforeExit', 0)
    expect(process).toMatchObject({ exitCode: 0, seen: ['write ""'] })
  })

  it('but not for long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const process = createProcess(opening([]))
    createEnding(process, true).end(2)
    await process.flush()
    vi.advanceTimersByTime(999)
    expect(process.seen).toEqual(['write ""'])
    vi.advanceTimersByTime(1)
    expect(process.seen).toEqual(['write ""', 'exit 2'])
  })
})

it('a verdict that comes after a fault is none', async () => {
  const process = createProcess()
  const { promise, resolve } = Promise.withResolvers<number>()
  createEnding(process, true).follow(createRun(process, promise))
  process.emit('uncaughtException', 'boom')
  resolve(0)
  await settled()
  expect(process).toMatchObject({ exitCode: 4, seen: ['boom', 'write ""'] })
  await process.flush()
  expect(process.seen).toEqual(['boom', 'write ""', 'exit 4'])
})

it('what is under way when a fault is told is cut off at once', () => {
  const process = createProcess()
  createEnding(process, true).follow(createRun(process))
  process.emit('uncaughtException', 'boom')
  process.arrive()
  expect(process.seen).toEqual(['boom', 'write ""', 'exit 4'])
})

describe('a look-up that hangs', () => {
  const hanging = { getActiveResourcesInfo: () => ['TCPSocketWrap', 'GetAddrInfoReqWrap'] }
  const endOf = async (changes: Partial<EndingProcess>): Promise<readonly unknown[]> => {
    const process = createProcess(changes)
    createEnding(process, true).end(1)
    await process.flush()
    return process.seen
  }

  it('is not waited for', async () => {
    expect(await endOf(hanging)).toEqual(['write ""', ['execve', '/bin/sh', ['sh', '-c', 'exit 1'], {}], 'exit 1'])
  })

  it('is waited for on Windows', async () => {
    expect(await endOf({ ...hanging, platform: 'win32' })).toEqual(['write ""', 'exit 1'])
  })

  it('is waited for by a Node that can do no other', async () => {
    const { execve, ...older } = createProcess(hanging)
    createEnding(older, true).end(1)
    await older.flush()
    expect([execve, older.seen]).toEqual([expect.any(Function), ['write ""', 'exit 1']])
  })

  it('is not there most of the time', async () => {
    expect(await endOf({})).toEqual(['write ""', 'exit 1'])
  })
})
