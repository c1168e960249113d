/** What a runner sends to a process that is to end, or a person who presses Ctrl-C. */
type Signal = 'SIGINT' | 'SIGTERM'

/** What is needed of Node's process. */
export interface SignalProcess {
  on(signal: Signal, listener: () => void): unknown
}

/** Signals that end the process unless it holds them. */
export interface Signals {
  /** From now on they are only noted. The runner kills what has not ended some ten seconds after the first. */
  hold(): void
  /** Whether one was noted. */
  readonly areReceived: boolean
}

export function createSignals(process: SignalProcess): Signals {
  let areHeld = false
  let areReceived = false
  return {
    hold() {
      if (areHeld) return
      areHeld = true
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.on(signal, () => {
          areReceived = true
        })
      }
    },
    get areReceived() {
      return areReceived
    },
  }
}
