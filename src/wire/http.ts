import type { IncomingMessage } from 'node:http'
import { HttpClient } from '@actions/http-client'
import type { RequestHandler } from '@actions/http-client/lib/interfaces'
import type { Clock } from '../base/clock.ts'
import { errorCodeOf } from '../base/error-code.ts'
import type { TlsMaterial } from '../inputs/certificates.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import { JiraAgent } from './agent.ts'
import type { Answer, NoAnswer, Outcome } from './answer.ts'
import type { Attempt } from './attempt.ts'

const MAX_BODY_BYTES = 1024 * 1024

/** GET requests to one Jira. */
export interface Http {
  /**
   * Makes one request, follows no redirect, reads at most 1 MiB.
   * @param path begins with a slash and is appended to the base URL
   * @param authorization value of the `Authorization` header; without it the request is anonymous
   * @param timeoutMs bound on everything, from name resolution to the end of the body
   * @returns what came of it; never rejects for anything that the network or the server does
   */
  get(path: string, authorization: string | undefined, timeoutMs: number): Promise<Outcome>
  /** How many requests were made. */
  readonly requestCount: number
}

/** Where and how Jira is reached. */
export interface HttpOptions {
  /** Base URL without trailing slashes. */
  readonly jiraUrl: string
  readonly tls: TlsMaterial
  readonly proxy: ForwardProxy | undefined
  readonly userAgent: string
}

export function createHttp({ jiraUrl, tls, proxy, userAgent }: HttpOptions, clock: Clock): Http {
  const agent = new JiraAgent(new URL(jiraUrl), tls, proxy)
  let requestCount = 0
  return {
    get requestCount() {
      return requestCount
    },
    async get(path, authorization, timeoutMs) {
      requestCount += 1
      await agent.dropEndedIdleSockets()
      const headers = {
        accept: 'application/json',
        // Without this a server may compress: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
        'accept-encoding': 'identity',
        // Per call and with redirects off, so that it goes to this origin and no other.
        ...(authorization !== undefined && { authorization }),
      }
      const startMs = clock.monotonicMs()
      return new Promise((resolve, reject) => {
        const abort = new AbortController()
        const attempt: Attempt = { phase: 'answer', signal: abort.signal }
        let body: BodyReader | undefined
        const settle = (outcome: Outcome): void => {
          cancelTimer()
          resolve(outcome)
        }
        // http-client's promise may stay pending for ever (a proxy that is silent, a 101), so time is kept here.
        const cancelTimer = clock.after(timeoutMs, () => {
          settle(body?.answer('late') ?? noAnswer(attempt, 'TIMEOUT', '', timeoutMs))
          abort.abort()
        })
        const client = new HttpClient(userAgent, [requestHandler(agent, attempt, abort.signal)], {
          allowRedirects: false,
          // Its own idle timer would go off after three minutes.
          socketTimeout: timeoutMs + 1000,
        })
        client
          .get(`${jiraUrl}${path}`, headers)
          .then(
            ({ message }) => {
              body = readBody(message, timeoutMs, settle, () => clock.monotonicMs() - startMs)
            },
            (error: unknown) => settle(toNoAnswer(error, attempt, timeoutMs)),
          )
          .catch(reject)
      })
    },
  }
}

/** http-client's way to take part in a request before it is sent. */
function requestHandler(agent: JiraAgent, attempt: Attempt, signal: AbortSignal): RequestHandler {
  return {
    prepareRequest(options) {
      Object.assign(options, { agent, attempt, signal })
      // With its brackets an IPv6 literal would be looked up as a name.
      options.host = options.host?.toString().replace(/^\[(.*)\]$/, '$1')
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('not used')),
  }
}

interface BodyReader {
  answer(bodyState: Answer['bodyState']): Answer
}

function readBody(
  message: IncomingMessage,
  timeoutMs: number,
  settle: (answer: Answer) => void,
  elapsedMs: () => number,
): BodyReader {
  // One for the whole body: a list of chunks costs a hundred times their size where each is a single byte.
  const bytes = Buffer.allocUnsafeSlow(MAX_BODY_BYTES)
  let size = 0
  const answer = (bodyState: Answer['bodyState']): Answer => ({
    kind: 'answer',
    statusCode: message.statusCode ?? 0,
    headers: readHeaders(message),
    body: new TextDecoder().decode(bytes.subarray(0, size)),
    bodyState,
    timeoutMs,
    durationMs: elapsedMs(),
  })
  message.on('data', (chunk: Buffer) => {
    if (size + chunk.length <= MAX_BODY_BYTES) {
      size += chunk.copy(bytes, size)
      return
    }
    // Settled first, since destroying emits `aborted` at once.
    settle(answer('too-large'))
    message.destroy()
  })
  message.on('error', () => settle(answer('cut')))
  // `close` comes in any case; an aborted message can go without `end` and without an error.
  message.on('close', () => settle(answer(message.complete ? 'complete' : 'cut')))
  return { answer }
}

function readHeaders(message: IncomingMessage): ReadonlyMap<string, string> {
  return new Map(Object.entries(message.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]))
}

function noAnswer(attempt: Attempt, code: string, message: string, timeoutMs: number): NoAnswer {
  const { signal: _signal, ...seen } = attempt
  return { kind: 'no-answer', ...seen, code, message, timeoutMs }
}

function toNoAnswer(error: unknown, attempt: Attempt, timeoutMs: number): NoAnswer {
  // With several addresses Node tries each, and the error that sums them up has an empty message.
  const errors = error instanceof AggregateError ? error.errors : [error]
  const [first] = errors.toSorted((a, b) => rankOf(a) - rankOf(b))
  if (!(first instanceof Error)) throw error
  return noAnswer(attempt, errorCodeOf(first), first.message, timeoutMs)
}

/** Of several addresses the one that got furthest tells most: often there is no IPv6, and IPv4 has the true reason. */
function rankOf(error: unknown): number {
  return ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL'].includes(errorCodeOf(error)) ? 1 : 0
}
