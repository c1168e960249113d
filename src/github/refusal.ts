import { isObject, textOf } from '../base/json.ts'
import type { GitHubOutcome } from './outcome.ts'

/** What came in place of what GitHub was asked for. */
export interface Refusal {
  readonly kind: 'refusal'
  /**
   * `refused`: by a clear answer; `limit`: GitHub wants to be asked later; `unclear`: whether it was done cannot be
   * told; `unreached`: it certainly was not, since no request got through; `no-time`: it was not tried any more.
   */
  readonly why: 'refused' | 'limit' | 'unclear' | 'unreached' | 'no-time'
  /** Undefined where there was no answer. */
  readonly status: number | undefined
  /** In GitHub's own words, or Node's code of what failed: not ours, so not sanitized; empty where there are none. */
  readonly detail: string
}

export const NO_TIME: Refusal = { kind: 'refusal', why: 'no-time', status: undefined, detail: '' }

export function isRefusal<T>(value: T | Refusal): value is Refusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refusal'
}

/** @param outcome anything but what was asked for */
export function toRefusal(outcome: GitHubOutcome): Refusal {
  if (outcome.kind === 'no-answer') {
    const { mayHaveActed, proxyStatusCode, code } = outcome
    return { kind: 'refusal', why: mayHaveActed ? 'unclear' : 'unreached', status: proxyStatusCode, detail: code }
  }
  const { statusCode, limitedMs, json } = outcome
  const detail = isObject(json) ? textOf(json, 'message') : ''
  return { kind: 'refusal', why: limitedMs !== undefined ? 'limit' : whyOf(statusCode), status: statusCode, detail }
}

/** A 2xx comes here where its body is not what it has to be; a 408 and a 425 say nothing of what was done. */
function whyOf(status: number): Refusal['why'] {
  const isClear = status >= 300 && status < 500 && status !== 408 && status !== 425
  return isClear ? 'refused' : 'unclear'
}
