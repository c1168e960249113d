import type { IncomingMessage } from 'node:http'
import { HttpClient } from '@actions/http-client'
import type { RequestHandler } from '@actions/http-client/lib/interfaces'
import type { Clock } from '../base/clock.ts'
import type { ServerAgent } from './agent.ts'
import type { Answer, NoAnswer, Outcome } from './answer.ts'
import type { Attempt } from './attempt.ts'
import { type Body, type BodyReading, readBody } from './body.ts'
import { type NetworkError, readError } from './network-error.ts'

/** One request. */
export interface Request {
  readonly method: 'GET'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Bound on everything, from name resolution to the end of the body. */
  readonly timeoutMs: number
}

/**
 * Sends one request, once, and follows no redirect.
 * @returns what came of it; rejects only for a bug of ours
 */
export function exchange(request: Request, agent: ServerAgent, userAgent: string, clock: Clock): Promise<Outcome> {
  const { method, url, headers, timeoutMs } = request
  const startedMs = clock.monotonicMs()
  const elapsedMs = (): number => clock.monotonicMs() - startedMs
  return new Promise((resolve, reject) => {
    const abort = new AbortController()
    const attempt: Attempt = { phase: 'answer', signal: abort.signal }
    let reading: { message: IncomingMessage; body: BodyReading } | undefined
    const settle = (outcome: Outcome): void => {
      cancelTimer()
      resolve(outcome)
    }
    const answer = (message: IncomingMessage, body: Body): Answer => toAnswer(message, body, elapsedMs())
    const noAnswer = (error: NetworkError): NoAnswer => toNoAnswer(error, attempt, elapsedMs())

    // http-client's promise may stay pending for ever (a proxy that is silent, a 101), so time is kept here.
    const cancelTimer = clock.after(timeoutMs, () => {
      settle(
        reading === undefined
          ? noAnswer({ code: 'TIMEOUT', message: '' })
          : answer(reading.message, reading.body.until('late')),
      )
      abort.abort()
    })
    const client = new HttpClient(userAgent, [takePart(agent, attempt)], {
      allowRedirects: false,
      // Its own idle timer would go off after three minutes.
      socketTimeout: timeoutMs + 1000,
    })
    client
      .request(method, url, null, { ...headers })
      .then(
        ({ message }) => {
          reading = { message, body: readBody(message, (body) => settle(answer(message, body))) }
        },
        (error: unknown) => settle(noAnswer(readError(error))),
      )
      .catch(reject)
  })
}

/** http-client's way to take part in a request before it is sent. */
function takePart(agent: ServerAgent, attempt: Attempt): RequestHandler {
  return {
    prepareRequest(options) {
      Object.assign(options, { agent, attempt, signal: attempt.signal })
      // With its brackets an IPv6 literal would be looked up as a name.
      options.host = options.host?.toString().replace(/^\[(.*)\]$/, '$1')
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('not used')),
  }
}

function toAnswer(message: IncomingMessage, { bytes, state }: Body, durationMs: number): Answer {
  const { statusCode = 0, headersDistinct } = message
  const headers = Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')] as const)
  return {
    kind: 'answer',
    statusCode,
    headers: new Map(headers),
    body: new TextDecoder().decode(bytes),
    bodyState: state,
    durationMs,
  }
}

function toNoAnswer(error: NetworkError, { signal: _signal, ...seen }: Attempt, durationMs: number): NoAnswer {
  return { kind: 'no-answer', ...seen, ...error, durationMs }
}
