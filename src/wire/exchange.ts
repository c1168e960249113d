import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { HttpClient } from '@actions/http-client'
import type { RequestHandler } from '@actions/http-client/lib/interfaces'
import { withoutBrackets } from '../base/authority.ts'
import type { Clock } from '../base/clock.ts'
import type { ServerAgent } from './agent.ts'
import type { Trace, TracedOutcome } from './answer.ts'
import type { Attempt } from './attempt.ts'
import { type Body, type BodyReading, readBody } from './body.ts'
import { createLifetime } from './lifetime.ts'
import { type NetworkError, readError } from './network-error.ts'
import { toAnswer, toNoAnswer } from './outcome.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One request. */
export interface Request {
  readonly method: Method
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Bound on everything, from name resolution to the end of the body. */
  readonly timeoutMs: number
}

/** How it is made. */
export interface ExchangeOptions {
  readonly agent: ServerAgent
  readonly userAgent: string
  readonly route: Trace['route']
  readonly clock: Clock
  /** So much of a body is read. */
  readonly maxBodyBytes: number
}

/** What came, before it is told. */
type Ended = { readonly message: IncomingMessage; readonly body: Body } | NetworkError

/**
 * Makes one request, once, and follows no redirect.
 * @returns what came of it; rejects only for a bug of ours
 */
export async function exchange(request: Request, options: ExchangeOptions): Promise<TracedOutcome> {
  const { route, clock, maxBodyBytes } = options
  const startedMs = clock.monotonicMs()
  const attempt: Attempt = { phase: 'answer', connection: 'reused', lifetime: createLifetime() }
  const ended = await carryOut(request, attempt, options)
  const durationMs = clock.monotonicMs() - startedMs
  const { connection, tlsVersion } = attempt
  const trace = { route, connection, tlsVersion, bodyBytes: 0, requestCount: 1 } as const
  if ('code' in ended) return { ...toNoAnswer(ended, attempt, durationMs), trace }
  const { message, body } = ended
  return {
    ...(await toAnswer(message, body, maxBodyBytes, durationMs)),
    trace: { ...trace, bodyBytes: body.bytes.length },
  }
}

function carryOut(
  { method, url, headers, body, timeoutMs }: Request,
  attempt: Attempt,
  { agent, userAgent, clock, maxBodyBytes }: ExchangeOptions,
): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>()
  let reading: BodyReading | undefined
  attempt.onUpgrade = (message) => resolve({ message, body: { bytes: new Uint8Array(), state: 'complete' } })
  // http-client's promise may stay pending for ever (a proxy that is silent), so time is kept here.
  const cancelTimer = clock.after(timeoutMs, () => {
    if (reading === undefined) resolve({ code: 'TIMEOUT', message: '' })
    else reading.stop('late')
    attempt.lifetime.end()
  })
  const client = new HttpClient(userAgent, [createHandler(agent, attempt)], {
    allowRedirects: false,
    // Its own idle timer would go off after three minutes.
    socketTimeout: timeoutMs + 1000,
  })
  client
    .request(method, url, body ?? null, { ...headers })
    .then(
      ({ message }) => {
        if (isOverTls(message.socket)) attempt.tlsVersion = message.socket.getProtocol() ?? ''
        reading = readBody(message, attempt, maxBodyBytes, (read) => resolve({ message, body: read }))
      },
      (error: unknown) => resolve(readError(error)),
    )
    .catch(reject)
  return promise.finally(cancelTimer)
}

/** Not by its class: that would load all of TLS for a connection without. */
function isOverTls(socket: Socket): socket is TLSSocket {
  return 'encrypted' in socket
}

/** http-client's way to take part in a request before it is sent. */
function createHandler(agent: ServerAgent, attempt: Attempt): RequestHandler {
  return {
    prepareRequest(options) {
      Object.assign(options, { agent, attempt })
      options.host = withoutBrackets(options.host ?? '')
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('not used')),
  }
}
