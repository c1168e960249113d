import type { ChildProcess } from 'node:child_process'

/** The time of servers and programs that a test has together. */
export interface WorldClock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Moves the date while no program runs. */
  travelTo(ms: number): void
  /** What a program's process needs in its environment. */
  environment(): Record<string, string>
  /** The same for one that has been there for a while. */
  begin(child: ChildProcess): void
  /** Has a process with `clock-preload.mjs` take part, until it ends. @returns to leave before */
  join(child: ChildProcess): () => void
  /** A client at this port waits for an answer that never comes. */
  hold(clientPort: number): void
  /** Leaves a process behind that waits for an answer, while others run. */
  freeze(child: ChildProcess): void
  /**
   * Has it take part again, all its clocks moved on as the others'; or, as on a machine that was suspended, by so much
   * at once: on Linux the clock that nobody can set stands still meanwhile.
   */
  wake(child: ChildProcess, by?: { wallMs: number; monotonicMs: number }): Promise<void>
}

/**
 * Time passes as it does outside. Only when every program waits for nothing but a timer of its own, all clocks are moved
 * to the first of those: a pause of ten seconds takes none, and no time-out is there that the program did not wait for.
 */
export function createWorldClock(startMs: number): WorldClock {
  let offsetMs = startMs - Date.now()
  /** When the next timer of each falls due, of those that wait for nothing else. */
  const dueAtMs = new Map<ChildProcess, number | undefined>()
  const frozenAtMs = new Map<ChildProcess, number>()
  const now = (): number => Date.now() + offsetMs

  const tell = (child: ChildProcess, message: object): void => {
    if (child.connected) child.send(message, () => {}) // It may have ended meanwhile.
  }
  const moveOn = (): void => {
    const dues = [...dueAtMs.values()]
    if (dues.length === 0 || !dues.every((due) => due !== undefined)) return
    const moveMs = Math.max(0, Math.min(...dues) - now())
    offsetMs += moveMs
    for (const child of dueAtMs.keys()) {
      dueAtMs.set(child, undefined)
      tell(child, { move: moveMs })
    }
  }

  return {
    now,
    travelTo(ms) {
      offsetMs = ms - Date.now()
    },
    environment: () => ({ TEST_CLOCK_SHIFT_MS: String(offsetMs) }),
    begin(child) {
      const run = (runs.get(child) ?? 0) + 1
      runs.set(child, run)
      tell(child, { begin: { run, shiftMs: offsetMs } })
    },
    join(child) {
      dueAtMs.set(child, undefined)
      const listen = (message: Message): void => {
        const isReport = message.busy || message.idleForMs !== undefined
        if (!isReport || message.run !== (runs.get(child) ?? 0) || !dueAtMs.has(child)) return
        dueAtMs.set(child, message.idleForMs === undefined ? undefined : now() + message.idleForMs)
        moveOn()
      }
      const leave = (): void => {
        child.off('message', listen)
        child.off('exit', leave)
        dueAtMs.delete(child)
        moveOn()
      }
      child.on('message', listen)
      child.on('exit', leave)
      return leave
    },
    hold(clientPort) {
      for (const child of dueAtMs.keys()) tell(child, { hold: clientPort })
    },
    freeze(child) {
      dueAtMs.delete(child)
      frozenAtMs.set(child, now())
      tell(child, { freeze: true })
    },
    wake(child, by) {
      dueAtMs.set(child, undefined)
      const missedMs = now() - (frozenAtMs.get(child) ?? now())
      return new Promise((resolve) => {
        const listen = (message: Message): void => {
          if (!message.isAwake) return
          child.off('message', listen)
          resolve()
        }
        child.on('message', listen)
        tell(child, { wake: by ?? { wallMs: missedMs, monotonicMs: missedMs } })
      })
    },
  }
}

/** How many runs have begun in a process, in all worlds together. */
const runs = new WeakMap<ChildProcess, number>()

/** What `clock-preload.mjs` says. */
interface Message {
  run?: number
  idleForMs?: number
  busy?: true
  isAwake?: true
}
