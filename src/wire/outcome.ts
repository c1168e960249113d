import type { IncomingMessage } from 'node:http'
import type { Answer, NoAnswer } from './answer.ts'
import type { Attempt } from './attempt.ts'
import type { Body } from './body.ts'
import type { NetworkError } from './network-error.ts'

export function toAnswer(message: IncomingMessage, { bytes, state }: Body, durationMs: number): Answer {
  const { statusCode = 0, headersDistinct } = message
  const headers = Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')] as const)
  const body = new TextDecoder().decode(bytes)
  return { kind: 'answer', statusCode, headers: new Map(headers), body, bodyState: state, durationMs }
}

export function toNoAnswer({ code, message }: NetworkError, attempt: Attempt, durationMs: number): NoAnswer {
  const { phase, certificate, proxyStatusCode } = attempt
  const seen = { phase, ...(certificate && { certificate }), ...(proxyStatusCode !== undefined && { proxyStatusCode }) }
  return { kind: 'no-answer', code, message, ...seen, durationMs }
}
