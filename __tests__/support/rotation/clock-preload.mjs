/**
 * Loaded before the program, in its process: its time is the one of the test that started it. The dates are shifted,
 * and what only waits is not waited for: when nothing can happen in this process but that a timer falls due, it says
 * so, and the test, which knows the time of all, moves it on. Timers, dates and the clock that cannot be set keep in
 * step. In a process that the program starts in turn, dates are shifted and no more.
 */
import { subscribe } from 'node:diagnostics_channel'

const realNow = Date.now
const realMonotonicMs = performance.now.bind(performance)
const { setTimeout: setRealTimeout, clearTimeout: clearRealTimeout, setInterval: setRealInterval } = globalThis

let wallShiftMs = Number(process.env.TEST_CLOCK_SHIFT_MS ?? 0)
let monotonicShiftMs = 0
const now = () => realNow() + wallShiftMs
const monotonicMs = () => realMonotonicMs() + monotonicShiftMs

globalThis.Date = class extends Date {
  constructor(...args) {
    if (args.length === 0) super(now())
    else super(...args)
  }
  static now() {
    return now()
  }
}
performance.now = monotonicMs

if (process.send) takePart()

function takePart() {
  /** Which of the runs that follow each other in this process; what is said of another one is about the past. */
  let run = 0
  let idleRounds = 0
  /** By the machine's own clock; undefined while time passes. */
  let frozenAtMs
  const report = (what) => process.send({ ...what, run })
  const timers = new Set()

  class Timer {
    constructor(callback, delayMs, args, isRepeated) {
      Object.assign(this, {
        callback,
        delayMs: Math.max(1, Number(delayMs) || 1),
        args,
        isRepeated,
        isReferenced: true,
      })
      this.start()
    }
    start() {
      this.dueMs = monotonicMs() + this.delayMs
      timers.add(this)
      this.wait()
    }
    wait() {
      clearRealTimeout(this.real)
      if (frozenAtMs !== undefined) return
      this.real = setRealTimeout(() => this.fire(), Math.max(0, this.dueMs - monotonicMs()))
      if (!this.isReferenced) this.real.unref()
    }
    fire() {
      // Time has passed by itself, and what comes now may be a request.
      if (idleRounds >= 2) report({ busy: true })
      idleRounds = 0
      timers.delete(this)
      if (this.isRepeated) this.start()
      this.callback(...this.args)
    }
    close() {
      timers.delete(this)
      clearRealTimeout(this.real)
      return this
    }
    ref() {
      this.isReferenced = true
      this.real.ref()
      return this
    }
    unref() {
      this.isReferenced = false
      this.real.unref()
      return this
    }
    hasRef() {
      return this.isReferenced
    }
    refresh() {
      this.start()
      return this
    }
    [Symbol.dispose]() {
      this.close()
    }
  }

  globalThis.setTimeout = (callback, delayMs, ...args) => new Timer(callback, delayMs, args, false)
  globalThis.setInterval = (callback, delayMs, ...args) => new Timer(callback, delayMs, args, true)
  const clear = (timer) => (timer instanceof Timer ? void timer.close() : clearRealTimeout(timer))
  globalThis.clearTimeout = clear
  globalThis.clearInterval = clear

  const move = (wallMs, elapsedMs) => {
    wallShiftMs += wallMs
    monotonicShiftMs += elapsedMs
    for (const timer of timers) timer.wait()
  }

  /** Sockets on which a server will say nothing by itself, and what had gone over each when it was told so. */
  const held = new WeakMap()
  const sockets = new Set()
  subscribe('net.client.socket', ({ socket }) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const traffic = (socket) => `${socket.bytesRead} ${socket.bytesWritten}`
  // An idle connection that is kept alive keeps no process alive.
  const isAwaited = (socket) => !socket.destroyed && (socket.connecting || socket._handle?.hasRef?.() !== false)
  const isWaiting = () => [...sockets].every((socket) => !isAwaited(socket) || held.get(socket) === traffic(socket))

  const passive = new Set(['Timeout', 'TCPSocketWrap', 'PipeWrap', 'TTYWrap', 'SignalWrap'])
  setRealInterval(() => {
    const isIdle =
      timers.size > 0 &&
      frozenAtMs === undefined &&
      isWaiting() &&
      process.getActiveResourcesInfo().every((name) => passive.has(name))
    const wasReported = idleRounds >= 2
    idleRounds = isIdle ? idleRounds + 1 : 0
    if (idleRounds === 2) report({ idleForMs: Math.min(...Array.from(timers, ({ dueMs }) => dueMs)) - monotonicMs() })
    if (!isIdle && wasReported) report({ busy: true })
  }, 2).unref()

  const obey = {
    /** Everybody's clocks go forward. */
    move(ms) {
      idleRounds = 0
      move(ms, ms)
    },
    /** No timer falls due until it wakes. */
    freeze() {
      frozenAtMs = realMonotonicMs()
      for (const timer of timers) timer.wait()
    },
    /** So much has passed since it was frozen. */
    wake({ wallMs, monotonicMs }) {
      idleRounds = 0
      const passedMs = realMonotonicMs() - frozenAtMs
      frozenAtMs = undefined
      move(wallMs - passedMs, monotonicMs - passedMs)
      // What has fallen due meanwhile comes first, as it does in Node.
      setRealTimeout(() => process.send({ isAwake: true }), 5)
    },
    /** The server will not answer by itself. */
    hold(port) {
      for (const socket of sockets) if (socket.localPort === port) held.set(socket, traffic(socket))
    },
    /** Another run begins in this process: nothing is left of the one before. */
    begin(next) {
      run = next.run
      idleRounds = 0
      for (const timer of timers) timer.close()
      for (const socket of sockets) socket.destroy()
      wallShiftMs = next.shiftMs
    },
  }
  process.on('message', (message) => {
    for (const [order, about] of Object.entries(message)) obey[order]?.(about)
  })
  process.channel.unref()
}
