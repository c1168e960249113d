import { describe, expect, it } from 'vitest'
import type { Reason } from '../../src/catalogue/catalogue.ts'
import { finding } from '../../src/catalogue/finding.ts'
import type { NoAnswer } from '../../src/jira/answer.ts'
import { isPassing } from '../../src/verdict/passing.ts'
import { type Reason as ContractReason, verdicts } from '../support/contract.ts'
import { answered } from './answered.ts'

const passing: readonly Reason[] = [
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
  it.each(passing)('%s', (reason) => {
    expect(isPassing(finding(reason), noAnswer({}))).toBe(true)
    expect(isPassing(finding(reason, {}, 200), answered())).toBe(true)
  })

  it.each(byStatus)('%s with 502, 503 and 504 alone', (reason) => {
    for (const status of [502, 503, 504])
      expect(isPassing(finding(reason, {}, status), answered({ status }))).toBe(true)
    for (const status of [403, 500, 501, 505, null]) {
      expect(isPassing(finding(reason, {}, status), answered())).toBe(false)
    }
  })

  it.each(['tls', 'answer'] as const)('a reset, even where a client certificate is suspected (%s)', (phase) => {
    expect(isPassing(finding('tls-client-certificate'), noAnswer({ code: 'ECONNRESET', phase }))).toBe(true)
  })
})

describe('what is a verdict, and never asked again', () => {
  it.each(reasons.filter((reason) => !passing.includes(reason) && !byStatus.includes(reason)))('%s', (reason) => {
    expect(isPassing(finding(reason), noAnswer({ code: 'EPROTO' }))).toBe(false)
    expect(isPassing(finding(reason, {}, 503), answered({ status: 503 }))).toBe(false)
  })

  it('a client certificate that was rejected by an alert', () => {
    expect(isPassing(finding('tls-client-certificate'), noAnswer({ code: 'EPROTO', phase: 'tls' }))).toBe(false)
  })
})
