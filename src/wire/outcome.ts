import type { IncomingMessage } from 'node:http'
import type { Answer, NoAnswer } from './answer.ts'
import type { Attempt } from './attempt.ts'
import type { Body } from './body.ts'
import { decode } from './decode.ts'
import type { NetworkError } from './network-error.ts'
import { describePeer } from './peer-certificate.ts'
import { parseRetryAfter } from './retry-after.ts'

/** @param maxBytes of a body that has to be decompressed */
export async function toAnswer(
  message: IncomingMessage,
  raw: Body,
  maxBytes: number,
  durationMs: number,
): Promise<Answer> {
  const { statusCode = 0, headersDistinct } = message
  const entries = Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')] as const)
  const headers = new Map(entries)
  const { bytes, state: bodyState, error } = await decode(raw, headers.get('content-encoding') ?? '', maxBytes)
  const body = new TextDecoder().decode(bytes)
  const retryAfter = parseRetryAfter(headers.get('retry-after'))
  return {
    kind: 'answer',
    statusCode,
    headers,
    ...(retryAfter && { retryAfter }),
    body,
    bodyState,
    ...(error && { bodyError: error }),
    durationMs,
  }
}

export function toNoAnswer(error: NetworkError, attempt: Attempt, durationMs: number): NoAnswer {
  const { phase, proxyAnswer } = attempt
  const certificate = describePeer(attempt.certificate ?? {})
  const seen = { phase, ...(certificate && { certificate }), ...(proxyAnswer && { proxyAnswer }) }
  return { kind: 'no-answer', ...error, ...seen, durationMs }
}
