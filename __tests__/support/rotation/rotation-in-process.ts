import { subscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import type { Clock } from '../../../src/base/clock.ts'
import { startInProcess } from '../in-process.ts'
import type { Start } from '../packaged.ts'
import { machineEnvironment } from '../program.ts'
import type { Printed } from './rotation-run.ts'
import type { WorldClock } from './world-clock.ts'

/** As a process of its own would run it, from `src/` in this one, in the time of the world: one at a time. */
export async function printInProcess(worldClock: WorldClock, start: Start): Promise<Printed> {
  const { clock, stop } = createIdleClock(worldClock)
  try {
    return await startInProcess({ ...start, env: { ...machineEnvironment(), ...start.env } }, clock)
  } finally {
    stop()
  }
}

/** So many looks in a row have to find nothing going on before the time is moved. */
const IDLE_LOOKS = 40

/** Time passes as it does outside, and jumps to the next timer where nothing is left to wait for but that. */
function createIdleClock(worldClock: WorldClock): { clock: Clock; stop: () => void } {
  const startMs = worldClock.now()
  const timers = new Set<{ dueMs: number; callback: () => void }>()
  let [idleLooks, seen] = [0, '']
  const look = (): void => {
    const next = [...timers].toSorted((a, b) => a.dueMs - b.dueMs)[0]
    const going = describeTraffic()
    idleLooks = next === undefined || going !== seen ? 0 : idleLooks + 1
    seen = going
    if (next === undefined) return
    if (idleLooks >= IDLE_LOOKS) worldClock.travelTo(Math.max(worldClock.now(), next.dueMs))
    if (worldClock.now() < next.dueMs) return
    idleLooks = 0
    timers.delete(next)
    next.callback()
  }
  let isOver = false
  const lookOn = (): void => {
    if (isOver) return
    look()
    setImmediate(lookOn)
  }
  lookOn()
  return {
    clock: {
      now: () => worldClock.now(),
      monotonicMs: () => worldClock.now() - startMs,
      after(delayMs, callback) {
        const timer = { dueMs: worldClock.now() + delayMs, callback }
        timers.add(timer)
        return () => timers.delete(timer)
      },
    },
    stop: () => {
      isOver = true
    },
  }
}

const GOING_ON: ReadonlySet<string> = new Set(['ProcessWrap', 'FSReqPromise', 'FSReqCallback', 'TCPConnectWrap'])

const sockets = new Set<Socket>()
subscribe('net.client.socket', (message) => {
  const { socket } = message as { socket: Socket }
  sockets.add(socket)
  socket.once('close', () => sockets.delete(socket))
})

/** The same as long as nothing comes or goes, no file is read and no process runs. */
function describeTraffic(): string {
  if (process.getActiveResourcesInfo().some((name) => GOING_ON.has(name))) return String(performance.now())
  return Array.from(sockets, ({ bytesRead, bytesWritten, readyState }) => [bytesRead, bytesWritten, readyState]).join()
}
