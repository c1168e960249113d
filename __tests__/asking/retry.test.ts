import { describe, expect, it } from 'vitest'
import { decideRetry, type FailedAttempt, isTransient } from '../../src/asking/retry.ts'
import type { Reason } from '../../src/catalogue/reasons.ts'
import type { NoAnswer } from '../../src/wire/answer.ts'
import { anyFinding } from '../support/any-finding.ts'
import { verdicts } from '../support/contract.ts'
import { answered } from '../verdict/answered.ts'

const transient: readonly Reason[] = [
  ...(['connection-refused', 'connection-reset', 'response-cut', 'timeout', 'dns-unavailable'] as const),
  'proxy-unreachable',
]
const byStatus: readonly Reason[] = ['rate-limited', 'gateway-error', 'server-error', 'unexpected-status']
const transientStatuses = [408, 425, 429, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527]
const reasons = Object.keys(verdicts) as Reason[]

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

  const statusesOf = (reason: Reason): number[] =>
    Array.from({ length: 400 }, (_, index) => 200 + index).filter((status) =>
      isTransient(anyFinding(reason, {}, status), answered({ status })),
    )

  it.each(byStatus)('%s with some statuses alone', (reason) => {
    expect(statusesOf(reason)).toEqual(transientStatuses)
    expect(isTransient(anyFinding(reason), answered())).toBe(false)
  })

  it('a proxy that could not connect, not one that would not', () => {
    expect(statusesOf('proxy-refused')).toEqual([500, 502, 503, 504])
    expect(isTransient(anyFinding('proxy-refused'), answered())).toBe(false)
  })

  it.each(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])('%s, even where a client certificate is suspected', (code) => {
    for (const phase of ['tls', 'answer'] as const) {
      expect(isTransient(anyFinding('tls-client-certificate'), noAnswer({ code, phase }))).toBe(true)
    }
  })
})

describe('what is a verdict, and never asked again', () => {
  it.each(reasons.filter((reason) => ![...transient, ...byStatus, 'proxy-refused'].includes(reason)))(
    '%s',
    (reason) => {
      expect(isTransient(anyFinding(reason), noAnswer({ code: 'EPROTO' }))).toBe(false)
      expect(isTransient(anyFinding(reason, {}, 503), answered({ status: 503 }))).toBe(false)
    },
  )

  it('a client certificate that was rejected by an alert', () => {
    expect(isTransient(anyFinding('tls-client-certificate'), noAnswer({ code: 'EPROTO', phase: 'tls' }))).toBe(false)
  })
})

describe('after a failed attempt', () => {
  const failed: FailedAttempt = {
    found: anyFinding('gateway-error', {}, 503),
    outcome: answered({ status: 503 }),
    attempt: 1,
    retries: { ofAny: 2, ofLimit: 2 },
    leftMs: 30_000,
    nowMs: 0,
  }
  const askedToWait = (seconds: number) => answered({ status: 503, headers: { 'Retry-After': String(seconds) } })
  const decide = (changes: Partial<FailedAttempt> = {}) => decideRetry({ ...failed, ...changes }, () => 0)

  it('there is another, after a pause', () => {
    expect(decide()).toMatchObject({ isTransient: true, waitMs: 250 })
    expect(decide({ attempt: 2 })).toMatchObject({ isTransient: true, waitMs: 500 })
  })

  it('the pause is the longer of the two', () => {
    expect(decide({ outcome: askedToWait(5) })).toEqual({ isTransient: true, waitMs: 5_000, askedToWaitMs: 5_000 })
    expect(decide({ outcome: askedToWait(0) })).toEqual({ isTransient: true, waitMs: 250, askedToWaitMs: 0 })
  })

  it('there is none after the last retry', () => {
    expect(decide({ attempt: 3 })).toEqual({ isTransient: true })
    expect(decide({ attempt: 3, outcome: askedToWait(60) })).toEqual({ isTransient: true, askedToWaitMs: 60_000 })
  })

  it('there is none where the pause would last to the deadline, and it is told how long that would be', () => {
    expect(decide({ outcome: askedToWait(30) })).toMatchObject({ isTransient: true, tooLongMs: 30_000 })
    expect(decide({ outcome: askedToWait(30) }).waitMs).toBeUndefined()
    expect(decide({ outcome: askedToWait(29) })).toMatchObject({ isTransient: true, waitMs: 29_000 })
    expect(decide({ leftMs: 250 })).toEqual({ isTransient: true })
  })

  it('there is none after a verdict', () => {
    expect(decide({ found: anyFinding('token-rejected', {}, 401), outcome: askedToWait(5) })).toEqual({
      isTransient: false,
    })
  })
})

describe('after a 429', () => {
  const limited: FailedAttempt = {
    found: anyFinding('rate-limited', {}, 429),
    outcome: answered({ status: 429 }),
    attempt: 1,
    retries: { ofAny: 0, ofLimit: 1 },
    leftMs: 30_000,
    nowMs: 0,
  }

  it('the pause is a second at least where the server does not say', () => {
    expect(decideRetry(limited, () => 0)).toMatchObject({ waitMs: 1_000 })
  })

  it('the pause is what the server says, where it does', () => {
    const outcome = answered({ status: 429, headers: { 'Retry-After': '0' } })
    expect(decideRetry({ ...limited, outcome }, () => 0)).toMatchObject({ waitMs: 250 })
  })

  it('a question may be asked again that is asked once only after anything else', () => {
    expect(decideRetry({ ...limited, attempt: 2 }, () => 0).waitMs).toBeUndefined()
    const other = { ...limited, found: anyFinding('gateway-error', {}, 503), outcome: answered({ status: 503 }) }
    expect(decideRetry(other, () => 0).waitMs).toBeUndefined()
  })
})
