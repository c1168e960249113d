import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
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

/**
 * Starts a server and waits until it prints that it is ready. Throws where it ends before that.
 * @param env what is added to the environment
 */
export async function startInForeground(
  program: Program,
  args: string[],
  ready: RegExp,
  env: Record<string, string> = {},
): Promise<Foreground> {
  const child = spawn(pathOf(program), args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
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
): Promise<Foreground & { port: number }> {
  const { ports, ...started } = await startOnFreePorts(['only'], ({ only }) => start(only))
  return { ...started, port: ports.only }
}

/** The same for a server that listens on several ports. */
export async function startOnFreePorts<Name extends string>(
  names: readonly Name[],
  start: (ports: Record<Name, number>) => Promise<Foreground>,
  attempts = 5,
): Promise<Foreground & { ports: Record<Name, number> }> {
  const ports = await freePorts(names)
  try {
    return { ...(await start(ports)), ports }
  } catch (error) {
    if (attempts <= 1 || !/Address already in use/i.test(String(error))) throw error
    return startOnFreePorts(names, start, attempts - 1)
  }
}

/** Settles once something listens on a port: some programs say that they are ready a moment too early. */
export async function isListenedTo(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
  } catch {
    await setTimeout(10)
    await isListenedTo(port)
  } finally {
    socket.destroy()
  }
}

/** A port of 127.0.0.1 on which nothing listens. */
export async function freePort(): Promise<number> {
  return (await freePorts(['only'])).only
}

/** Different ones, since all are taken before the first is given back. */
async function freePorts<Name extends string>(names: readonly Name[]): Promise<Record<Name, number>> {
  const servers = names.map(() => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server, index) => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return [names[index], address.port]
  })
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return Object.fromEntries(ports)
}
