import { parseJson } from '../base/json.ts'
import type { Answer } from '../wire/answer.ts'
import { contradictionOf } from './proof.ts'
import type { JsonAnswer } from './question.ts'
import { askedPath, type SentRequest } from './sent-request.ts'

/**
 * Reads an answer that is what it should be beyond any question: a whole 200 with JSON in it, a trace of the product, and
 * nothing that speaks against it. Of any other the diagnosis tells what it is, which may still be this.
 */
export function readJsonAnswer(answer: Answer, request: SentRequest): JsonAnswer | undefined {
  const { statusCode, bodyState, body } = answer
  const { product } = request
  if (statusCode !== 200 || bodyState !== 'complete' || !product.hasTrace(answer)) return undefined
  if (product.asksForCaptcha(answer) || body.includes('AUTHENTICATED_FAILED')) return undefined
  const json = parseJson(body)
  return json === undefined || contradictionOf(answer) !== undefined ? undefined : jsonAnswer(json, answer, request)
}

/** @param json the parsed body of the answer */
export function jsonAnswer(json: unknown, { statusCode, headers }: Answer, request: SentRequest): JsonAnswer {
  const { product } = request.product.words
  const operator = `the operators of ${new URL(request.baseUrl).host}`
  return { kind: 'json', json, statusCode, headers, path: askedPath(request), operator, product }
}
