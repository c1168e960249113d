import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Program, pathOf } from './programs.ts'

/** A server of the machine that runs in the foreground, as a child of this process. */
export interface Foreground {
  /** What it said when it was ready. */
  readonly ready: RegExpExecArray
  /** Ends it, by its own handle. */
  stop(): Promise<void>
}

/** Nothing stays behind where a test is broken off. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill()
})

/** Starts a server and waits until it prints that it is ready. Throws where it ends before that. */
export async function startInForeground(program: Program, args: string[], ready: RegExp): Promise<Foreground> {
  const child = spawn(pathOf(program), args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  running.add(child)

  let printed = ''
  const isReady = new Promise<RegExpExecArray>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        printed += text
        const match = ready.exec(printed)
        if (match) resolve(match)
      })
    }
    closed.then(
      ([status]) => reject(new Error(`${program} ended with ${status} before it was ready:\n${printed}`)),
      reject,
    )
  })
  return {
    ready: await isReady,
    async stop() {
      child.kill()
      await closed
      running.delete(child)
    },
  }
}

/** Starts a server on a free port of 127.0.0.1; on another one where somebody else was quicker to take it. */
export async function startOnFreePort(
  start: (port: number) => Promise<Foreground>,
  attempts = 5,
): Promise<Foreground & { port: number }> {
  const port = await freePort()
  try {
    return { ...(await start(port)), port }
  } catch (error) {
    if (attempts <= 1 || !/Address already in use/.test(String(error))) throw error
    return startOnFreePort(start, attempts - 1)
  }
}

/** A port of 127.0.0.1 on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
