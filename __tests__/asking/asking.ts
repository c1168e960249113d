import { createAsk } from '../../src/asking/ask.ts'
import type { Pace } from '../../src/asking/pace.ts'
import { type Finding, isFinding } from '../../src/catalogue/finding.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { failures } from '../../src/verdict/load-failures.ts'
import type { JsonAnswer, Question } from '../../src/verdict/question.ts'
import type { NoAnswer, Outcome } from '../../src/wire/answer.ts'
import type { Http } from '../../src/wire/http.ts'
import { inputsByDefault } from '../inputs/source.ts'
import { createHandMovedClock, type HandMovedClock } from '../support/clock.ts'
import { goodToken } from '../support/healthy.ts'
import { trace } from '../support/trace.ts'

/** A request that was made, in place of the wire. */
export interface Asked {
  path: string
  authorization: string | undefined
  timeoutMs: number
  /** Since the beginning of the check. */
  atMs: number
}

// The clock stands still while a part of the program is loaded.
await failures.load()

export interface AskingOptions {
  /** What comes of each request; one outcome for ever, or one after the other and the last for ever. */
  wire: Outcome | Outcome[] | ((asked: Asked) => Outcome)
  /** How long each request takes, but for its own time-out. */
  takesMs?: number | ((asked: Asked) => number)
  inputs?: Partial<Inputs>
  /** In place of chance: from 0 up to, not including, 1. */
  random?: number
  /** Shared with others who ask the same server. */
  pace?: Pace
}

export interface Asking {
  clock: HandMovedClock
  /** Every request so far, in the order in which they were made. */
  asked: Asked[]
  /** The largest number of requests that were under way at once. */
  mostAtOnce(): number
  /** A line for each failed attempt: the reason, which attempt of how many, and the pause after it. */
  log: { reason: string; attempt: string; waitMs: number | undefined }[]
  /** Asks, without moving the time. */
  start(question?: Partial<Question<JsonAnswer>>): Promise<JsonAnswer | Finding>
  /** Asks, and moves the time on until there is a reply: `json`, or the finding. */
  ask(question?: Partial<Question<JsonAnswer>>): Promise<JsonAnswer | Finding>
  /** Since the beginning of the check. */
  elapsedMs(): number
}

const soundInputs: Inputs = {
  ...inputsByDefault(),
  baseUrl: 'https://jira.example.com',
  credentials: { scheme: 'Bearer', token: goodToken },
}

const identityQuestion: Question<JsonAnswer> = {
  path: '/rest/api/2/myself',
  what: 'the identity',
  stage: 'authentication',
  read: (diagnosis) => diagnosis,
}

/** Everything around `ask` in the hands of a test: the wire, the clock, and chance. */
export function createAsking({ wire, takesMs = 0, inputs: changes = {}, random = 0, pace }: AskingOptions): Asking {
  const clock = createHandMovedClock()
  const startMs = clock.now()
  const inputs = { ...soundInputs, ...changes }
  const asked: Asked[] = []
  const log: Asking['log'] = []
  const next = nextOf(wire)
  let [underWay, mostAtOnce] = [0, 0]

  const http: Http = {
    get requestCount() {
      return asked.length
    },
    async get(path, authorization, timeoutMs) {
      const request = { path, authorization, timeoutMs, atMs: clock.now() - startMs }
      asked.push(request)
      mostAtOnce = Math.max(mostAtOnce, ++underWay)
      const outcome = next(request)
      const isTimeout = outcome.kind === 'no-answer' && outcome.code === 'TIMEOUT'
      const durationMs = isTimeout ? timeoutMs : typeof takesMs === 'function' ? takesMs(request) : takesMs
      if (durationMs > 0) await new Promise<void>((resolve) => clock.after(durationMs, resolve))
      underWay--
      return { ...outcome, trace }
    },
    send: () => Promise.reject(new Error('asking changes nothing')),
  }
  const ask = createAsk(inputs, {
    product: jira,
    http,
    clock,
    ...(pace && { pace }),
    deadlineMs: clock.monotonicMs() + inputs.timeoutMs,
    random: () => random,
    onFailedAttempt: ({ reason }, { attempt, attempts, waitMs }) =>
      log.push({ reason, attempt: `${attempt} of ${attempts}`, waitMs }),
  })
  const start: Asking['start'] = (question) =>
    ask({ ...identityQuestion, ...question }, { ofAny: inputs.retries, ofLimit: inputs.retries })
  return {
    clock,
    asked,
    log,
    start,
    ask: (question) => clock.runUntil(start(question)),
    mostAtOnce: () => mostAtOnce,
    elapsedMs: () => clock.now() - startMs,
  }
}

function nextOf(wire: AskingOptions['wire']): (asked: Asked) => Outcome {
  if (typeof wire === 'function') return wire
  const left = [wire].flat()
  return () => {
    const outcome = left.length > 1 ? left.shift() : left[0]
    if (outcome === undefined) throw new Error('no outcome was given')
    return outcome
  }
}

/** What Node's error codes come down to. */
export const noAnswer = (code: string, changes: Partial<NoAnswer> = {}): NoAnswer => ({
  kind: 'no-answer',
  code,
  message: '',
  phase: 'connect',
  durationMs: 10_000,
  ...changes,
})

/** The reason of a finding; undefined where there is none. */
export const reasonOf = (reply: JsonAnswer | Finding): string | undefined =>
  isFinding(reply) ? reply.reason : undefined
