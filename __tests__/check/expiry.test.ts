import { describe, expect, it } from 'vitest'
import { authenticated, jiraDate, neverExpires, tokens } from '../support/answers.ts'
import { playInProcess } from '../support/in-process.ts'
import type { Reply } from '../support/reply.ts'
import { routes } from '../support/routes.ts'

const hourMs = 60 * 60 * 1000

const playWithTokens = async (list: Reply, inputs: Record<string, string> = {}) =>
  (await playInProcess({ respond: routes({ tokens: list }) }, inputs)).result

describe('thresholds, to the hour', () => {
  // A token with `daysLeft` expires an hour after so many whole days.
  it.concurrent.for([
    [14, {}, 'ok', 'authenticated', 0],
    [13, {}, 'expiring', 'authenticated', 1],
    [0, {}, 'expiring', 'authenticated', 1],
    [3, { 'expiry-warn-days': '3' }, 'ok', 'authenticated', 0],
    [2, { 'expiry-warn-days': '3' }, 'expiring', 'authenticated', 1],
    [0, { 'expiry-warn-days': '0' }, 'ok', 'authenticated', 0],
    [7, { 'expiry-fail-days': '7' }, 'expiring', 'authenticated', 1],
    [6, { 'expiry-fail-days': '7' }, 'expiring', 'token-expiring', 0],
    [20, { 'expiry-fail-days': '30' }, 'expiring', 'token-expiring', 0],
  ] as const)('%i days left, %j: %s, %s', async ([daysLeft, inputs, status, reason, warnings]) => {
    const result = await playWithTokens(tokens([{ name: 'ci', daysLeft }]), inputs)
    expect(result.outputs).toMatchObject({ reason, 'expiry-status': status, 'token-days-left': String(daysLeft) })
    expect(result.annotations.filter((annotation) => annotation.level === 'warning')).toHaveLength(warnings)
    expect(result.exitCode).toBe(reason === 'authenticated' ? 0 : 1)
  })
})

describe('dates, in every form that a server may send', () => {
  const at = Date.now() + 40 * 24 * hourMs + hourMs
  const inHalfAnHourSteps = Math.floor(at / (hourMs / 2)) * (hourMs / 2)
  const iso = new Date(inHalfAnHourSteps).toISOString()
  const inKolkata = new Date(inHalfAnHourSteps + 5.5 * hourMs).toISOString().replace('Z', '+05:30')

  it.concurrent.for([
    ['with an offset of zero', jiraDate(inHalfAnHourSteps)],
    ['with Z', iso],
    ['with another offset', inKolkata],
    ['without milliseconds', iso.replace('.000Z', '+00:00')],
    ['with an offset without a colon', iso.replace('Z', '+0000')],
  ] as const)('%s', async ([, expiringAt]) => {
    const result = await playWithTokens(tokens([{ name: 'ci', expiringAt }]))
    expect(result.outputs).toMatchObject({ 'expiry-status': 'ok', 'token-expires-at': iso, 'token-days-left': '40' })
  })

  it.concurrent.for(['', '0', 'never', '2026-13-45T00:00:00.000+00:00', 0, true, {}, []])(
    '%j is none, and nothing is guessed',
    async (expiringAt) => {
      const result = await playWithTokens(tokens([{ name: 'ci', expiringAt }]), { 'expiry-fail-days': '700' })
      expect(result.outputs).toMatchObject({ 'token-expires-at': '', 'token-days-left': '' })
      const { reason, 'expiry-status': status } = result.outputs
      expect([`${reason}: ${status}`]).toContain(
        status === 'never' ? 'authenticated: never' : 'expiry-unknown: unknown',
      )
    },
  )
})

describe('lists of another shape', () => {
  it.concurrent.for([
    ['an object', authenticated({ tokens: [] })],
    ['an empty list', authenticated([])],
    ['a list of nonsense', authenticated([null, 1, 'ci', [], { id: 1 }])],
    ['no JSON', { headers: { 'Content-Type': 'application/json' }, body: '[{"name":' }],
    ['nothing', { headers: { 'Content-Type': 'application/json' } }],
    ['a 401', { status: 401 }],
    ['a 404', { status: 404 }],
    ['a list cut short', { ...tokens([{ name: 'ci', daysLeft: 1 }]), cutAfterBytes: 20 }, 'response-cut'],
    ['a 500', { status: 500, body: 'Oops' }, 'server-error'],
    ['a 502', { status: 502 }, 'gateway-error'],
    ['an answer that is too large', { body: ' '.repeat(2 ** 21) }, 'response-too-large'],
  ] satisfies [string, Reply, string?][])(
    '%s is unknown, and fails nothing but the gate',
    async ([, list, reason = 'expiry-unknown']) => {
      const named = await playWithTokens(list, { 'token-name': 'ci' })
      expect(named.outputs).toMatchObject({ reason: 'authenticated', 'expiry-status': 'unknown' })
      expect(named.annotations).toMatchObject([{ level: 'warning' }])
      expect(named.exitCode).toBe(0)

      const result = await playWithTokens(list, { 'expiry-fail-days': '30', retries: '0' })
      expect(result.outputs).toMatchObject({ reason, stage: 'expiry', 'expiry-status': 'unknown' })
      expect(result.annotations).toMatchObject([{ level: 'error' }])
      expect(result.exitCode).toBe(1)
    },
  )
})

describe('several tokens', () => {
  it.concurrent('a token that never expires leaves the earliest of the others', async () => {
    const list = tokens([
      { name: 'forever', expiringAt: neverExpires },
      { name: 'late', daysLeft: 50 },
      { name: 'early', daysLeft: 30 },
    ])
    const result = await playWithTokens(list)
    expect(result.outputs).toMatchObject({
      'expiry-status': 'ambiguous',
      'token-name': 'early',
      'token-days-left': '30',
    })
  })

  it.concurrent('the name has to fit exactly', async () => {
    const list = tokens([
      { name: 'CI', daysLeft: 50 },
      { name: 'ci-2', daysLeft: 30 },
    ])
    const result = await playWithTokens(list, { 'token-name': 'ci' })
    expect(result.outputs).toMatchObject({ 'expiry-status': 'unknown', 'token-expires-at': '' })
  })
})
