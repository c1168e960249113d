import { describe, expect, it } from 'vitest'
import { isTransient } from '../../src/asking/retry.ts'
import type { Reason } from '../../src/catalogue/catalogue.ts'
import { finding } from '../../src/catalogue/finding.ts'
import type { NoAnswer } from '../../src/wire/answer.ts'
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
  timeoutMs: 1000,
  ...changes,
})

describe('what may be gone a moment later', () => {
  it.each(transient)('%s', (reason) => {
    expect(isTransient(finding(reason), noAnswer({}))).toBe(true)
    expect(isTransient(finding(reason, {}, 200), answered())).toBe(true)
  })

  it.each(byStatus)('%s with 502, 503 and 504 alone', (reason) => {
    for (const status of [502, 503, 504])
      expect(isTransient(finding(reason, {}, status), answered({ status }))).toBe(true)
    for (const status of [403, 500, 501, 505, null]) {
      expect(isTransient(finding(reason, {}, status), answered())).toBe(false)
    }
  })

  it.each(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])('%s, even where a client certificate is suspected', (code) => {
    for (const phase of ['tls', 'answer'] as const) {
      expect(isTransient(finding('tls-client-certificate'), noAnswer({ code, phase }))).toBe(true)
    }
  })
})

describe('what is a verdict, and never asked again', () => {
  it.each(reasons.filter((reason) => !transient.includes(reason) && !byStatus.includes(reason)))('%s', (reason) => {
    expect(isTransient(finding(reason), noAnswer({ code: 'EPROTO' }))).toBe(false)
    expect(isTransient(finding(reason, {}, 503), answered({ status: 503 }))).toBe(false)
  })

  it('a client certificate that was rejected by an alert', () => {
    expect(isTransient(finding('tls-client-certificate'), noAnswer({ code: 'EPROTO', phase: 'tls' }))).toBe(false)
  })
})
