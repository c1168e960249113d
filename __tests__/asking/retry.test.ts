import { describe, expect, it } from 'vitest'
import { decideRetry, type FailedAttempt, isTransient } from '../../src/asking/retry.ts'
import type { Reason } from '../../src/catalogue/catalogue.ts'
import { finding } from '../../src/catalogue/finding.ts'
import type { NoAnswer } from '../../src/wire/answer.ts'
import { anyFinding } from '../support/any-finding.ts'
import { type Reason as ContractReason, verdicts } from '../support/contract.ts'
import { answered } from '../verdict/answered.ts'

const transient: readonly Reason[] = [
  ...(['connection-refused', 'connection-reset', 'response-cut', 'timeout', 'dns-unavailable'] as const),
  ...(['proxy-unreachable', 'rate-limited'] as const),
]
const byStatus: readonly Reason[] = ['gateway-error', 'server-error', 'proxy-refused']
const reasons = Object.keys(verdicts) as ContractReason[]

const noAnswer = (changes: Partial<NoAnswer>): NoAnswer => ({
  kind: 'no-answer',
  code: 'ECONNREFUSED',
  message: '',
  phase: 'answer',
  durationMs: 1000,
  ...changes,
})

describe('what may be gone a moment later', () => {
  it.each(transient)('%s', (reason) => {
    expect(isTransient(anyFinding(reason), noAnswer({}))).toBe(true)
    expect(isTransient(anyFinding(reason, {}, 200), answered())).toBe(true)
  })

  it.each(byStatus)('%s with 502, 503 and 504, and of a proxy with 500, alone', (reason) => {
    for (const status of [502, 503, 504])
      expect(isTransient(anyFinding(reason, {}, status), answered({ status }))).toBe(true)
    for (const status of [403, 500, 501, 505, null]) {
      const mayConnectLater = reason === 'proxy-refused' && status === 500
      expect(isTransient(anyFinding(reason, {}, status), answered())).toBe(mayConnectLater)
    }
  })

  it.each(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])('%s, even where a client certificate is suspected', (code) => {
    for (const phase of ['tls', 'answer'] as const) {
      expect(isTransient(anyFinding('tls-client-certificate'), noAnswer({ code, phase }))).toBe(true)
    }
  })
})

describe('what is a verdict, and never asked again', () => {
  it.each(reasons.filter((reason) => !transient.includes(reason) && !byStatus.includes(reason)))('%s', (reason) => {
    expect(isTransient(anyFinding(reason), noAnswer({ code: 'EPROTO' }))).toBe(false)
    expect(isTransient(anyFinding(reason, {}, 503), answered({ status: 503 }))).toBe(false)
  })

  it('a client certificate that was rejected by an alert', () => {
    expect(isTransient(anyFinding('tls-client-certificate'), noAnswer({ code: 'EPROTO', phase: 'tls' }))).toBe(false)
  })
})

describe('after a failed attempt', () => {
  const failed: FailedAttempt = {
    found: finding('gateway-error', {}, 503),
    outcome: answered({ status: 503 }),
    attempt: 1,
    retries: 2,
    leftMs: 30_000,
    nowMs: 0,
  }
  const askedToWait = (seconds: number) => answered({ status: 503, headers: { 'Retry-After': String(seconds) } })
  const decide = (changes: Partial<FailedAttempt> = {}) => decideRetry({ ...failed, ...changes }, () => 0)

  it('there is another, after a pause', () => {
    expect(decide()).toEqual({ isTransient: true, waitMs: 250 })
    expect(decide({ attempt: 2 })).toEqual({ isTransient: true, waitMs: 500 })
  })

  it('the pause is the longer of the two', () => {
    expect(decide({ outcome: askedToWait(5) })).toEqual({ isTransient: true, waitMs: 5_000 })
    expect(decide({ outcome: askedToWait(0) })).toEqual({ isTransient: true, waitMs: 250 })
  })

  it('there is none after the last retry', () => {
    expect(decide({ attempt: 3 })).toEqual({ isTransient: true })
    expect(decide({ attempt: 3, outcome: askedToWait(60) })).toEqual({ isTransient: true })
  })

  it('there is none where the pause would last to the deadline, and it is told how long that would be', () => {
    expect(decide({ outcome: askedToWait(30) })).toEqual({ isTransient: true, tooLongMs: 30_000 })
    expect(decide({ outcome: askedToWait(29) })).toEqual({ isTransient: true, waitMs: 29_000 })
    expect(decide({ leftMs: 250 })).toEqual({ isTransient: true, tooLongMs: undefined })
  })

  it('there is none after a verdict', () => {
    expect(decide({ found: finding('token-rejected', {}, 401), outcome: askedToWait(5) })).toEqual({
      isTransient: false,
    })
  })
})
