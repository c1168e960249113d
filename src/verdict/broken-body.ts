import { type Finding, finding } from '../catalogue/finding.ts'
import type { Answer } from '../wire/answer.ts'
import { describeBreach } from './breach-words.ts'
import { describeSeconds } from './waited.ts'

/** @returns what was found of a body that is not all that the server meant to send; undefined where it is */
export function diagnoseBrokenBody({ statusCode, bodyState, bodyError, durationMs }: Answer): Finding | undefined {
  switch (bodyState) {
    case 'complete':
      return undefined
    case 'malformed':
      return finding('malformed-response', { detail: bodyError && describeBreach(bodyError) }, statusCode)
    case 'cut':
      return finding('response-cut', {}, statusCode)
    case 'too-large':
      return finding('response-too-large', {}, statusCode)
    default:
      return finding('timeout', { seconds: describeSeconds(durationMs), phase: 'reading the answer' }, statusCode)
  }
}
