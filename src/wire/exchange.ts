import { TLSSocket } from 'node:tls'
import { HttpClient } from '@actions/http-client'
import type { RequestHandler } from '@actions/http-client/lib/interfaces'
import type { Clock } from '../base/clock.ts'
import type { ServerAgent } from './agent.ts'
import type { Outcome, Trace, TracedOutcome } from './answer.ts'
import type { Attempt } from './attempt.ts'
import { type BodyReading, readBody } from './body.ts'
import { type NetworkError, readError } from './network-error.ts'
import { toAnswer, toNoAnswer } from './outcome.ts'

/** One request. */
export interface Request {
  readonly method: 'GET'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Bound on everything, from name resolution to the end of the body. */
  readonly timeoutMs: number
}

/** How it is made. */
export interface ExchangeOptions {
  readonly agent: ServerAgent
  readonly userAgent: string
  readonly route: Trace['route']
  readonly clock: Clock
}

/**
 * Makes one request, once, and follows no redirect.
 * @returns what came of it; rejects only for a bug of ours
 */
export function exchange(
  request: Request,
  { agent, userAgent, route, clock }: ExchangeOptions,
): Promise<TracedOutcome> {
  const { method, url, headers, timeoutMs } = request
  const startedMs = clock.monotonicMs()
  const abort = new AbortController()
  const attempt: Attempt = { phase: 'answer', connection: 'reused', signal: abort.signal }
  const elapsedMs = (): number => clock.monotonicMs() - startedMs

  return new Promise((resolve, reject) => {
    let reading: BodyReading | undefined
    const settle = (outcome: Outcome, bodyBytes = 0): void => {
      cancelTimer()
      const { connection, tlsVersion } = attempt
      resolve({ ...outcome, trace: { route, connection, tlsVersion, bodyBytes, requestCount: 1 } })
    }
    const fail = (error: NetworkError): void => settle(toNoAnswer(error, attempt, elapsedMs()))
    // http-client's promise may stay pending for ever (a proxy that is silent, a 101), so time is kept here.
    const cancelTimer = clock.after(timeoutMs, () => {
      if (reading === undefined) fail({ code: 'TIMEOUT', message: '' })
      else reading.stop('late')
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
          if (message.socket instanceof TLSSocket) attempt.tlsVersion = message.socket.getProtocol() ?? ''
          reading = readBody(message, (body) => settle(toAnswer(message, body, elapsedMs()), body.bytes.length))
        },
        (error: unknown) => fail(readError(error)),
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
