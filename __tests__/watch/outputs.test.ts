import { describe, expect, it } from 'vitest'
import { listWatchOutputs, type Told } from '../../src/watch/outputs.ts'
import type { WatchedToken } from '../../src/watch/watched-token.ts'
import { refusedToken, watchedToken } from './watched.ts'

const nowMs = Date.UTC(2026, 2, 1)

function outputsOf(tokens: readonly WatchedToken[], more: Partial<Told> = {}): Record<string, string> {
  const report = { schemaVersion: 2, list: 'release', checkedAt: '2026-03-01T00:00:00.000Z', tokens } as const
  return Object.fromEntries(
    listWatchOutputs({ report, isWhole: true, problem: null, reportFile: '/tmp/report.json', nowMs, ...more }),
  )
}

const expiresAt = (day: string, status: 'ok' | 'expired' = 'ok') =>
  watchedToken({ expiry: { status, tokenName: 'ci', expiresAt: `${day}T00:00:00.000Z`, daysLeft: 1 } })

describe('the outputs of a watch', () => {
  it('of one token that is well', () => {
    expect(outputsOf([watchedToken()])).toEqual({
      result: 'usable',
      'needs-care': '[]',
      checked: '1',
      'next-expiry-at': '2099-06-01T00:00:00.000Z',
      report: expect.stringContaining('"cut":0'),
      'report-file': '/tmp/report.json',
    })
  })

  it('the worst is the result, and all that need care are named in the order of the list', () => {
    const tokens = [
      watchedToken({ secret: 'A', expiryState: 'expiring' }),
      watchedToken({ secret: 'B' }),
      watchedToken({ secret: 'C', result: 'unknown', reason: 'timeout', category: 'connection' }),
      refusedToken({ secret: 'D' }),
      watchedToken({ secret: 'E', result: 'misconfigured', reason: 'token-missing', category: 'configuration' }),
    ]
    expect(outputsOf(tokens)).toMatchObject({ result: 'refused', 'needs-care': '["A","C","D","E"]', checked: '5' })
    expect(outputsOf(tokens.filter(({ secret }) => secret !== 'D'))).toMatchObject({ result: 'misconfigured' })
    expect(outputsOf(tokens.slice(0, 3))).toMatchObject({ result: 'unknown' })
    expect(outputsOf(tokens.slice(0, 2))).toMatchObject({ result: 'usable', 'needs-care': '["A"]' })
  })

  it('never say that all is well where not all was looked at', () => {
    expect(outputsOf([], { isWhole: false, problem: 'misconfigured' })).toMatchObject({
      result: 'misconfigured',
      'needs-care': '',
      checked: '0',
    })
    expect(outputsOf([watchedToken()], { isWhole: false, problem: 'unknown' })).toMatchObject({
      result: 'unknown',
      'needs-care': '',
    })
  })

  it('the next expiry is the first that is still to come', () => {
    const tokens = [expiresAt('2026-05-01'), expiresAt('2026-02-01', 'expired'), expiresAt('2026-04-01')]
    expect(outputsOf(tokens)['next-expiry-at']).toBe('2026-04-01T00:00:00.000Z')
    expect(outputsOf([expiresAt('2026-02-01')])['next-expiry-at']).toBe('')
    expect(outputsOf([expiresAt('2026-03-01')])['next-expiry-at']).toBe('')
    expect(outputsOf([refusedToken()])['next-expiry-at']).toBe('')
  })
})

describe('the report in an output', () => {
  const many = Array.from({ length: 250 }, (_, index) =>
    watchedToken({ secret: `WELL_${index}`, message: 'ä'.repeat(300) }),
  )
  const all = [...many, refusedToken({ secret: 'LAST' })]

  it('is at most 100 kB, with what needs care first, and says how many are left out', () => {
    const text = outputsOf(all)['report'] ?? ''
    const report = JSON.parse(text)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100_000)
    expect(Buffer.byteLength(text)).toBeGreaterThan(97_000)
    expect(report.tokens[0].secret).toBe('LAST')
    expect(report.tokens.length + report.cut).toBe(251)
    expect(report).toMatchObject({ schemaVersion: 2, list: 'release', checkedAt: '2026-03-01T00:00:00.000Z' })
  })

  it('is whole where it fits', () => {
    const report = JSON.parse(outputsOf(all.slice(0, 20))['report'] ?? '')
    expect(report.cut).toBe(0)
    expect(report.tokens).toHaveLength(20)
  })

  it('has each token once, what needs care first', () => {
    const secrets = (text: string | undefined) =>
      JSON.parse(text ?? '').tokens.map(({ secret }: { secret: string }) => secret)
    expect(secrets(outputsOf([...many.slice(0, 2), refusedToken({ secret: 'LAST' })])['report'])).toEqual([
      ...['LAST', 'WELL_0', 'WELL_1'],
    ])
  })

  it('has as many as there is room for, to the byte', () => {
    const tokensWith = (length: number) =>
      Array.from({ length: 120 }, (_, index) =>
        watchedToken({ secret: `T_${index}`, message: 'x'.repeat(index === 0 ? length : 300) }),
      )
    for (let length = 0; length < 1_300; length += 20) {
      const tokens = tokensWith(length)
      const text = outputsOf(tokens)['report'] ?? ''
      const { tokens: shown, cut, ...report } = JSON.parse(text)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100_000)
      expect(cut).toBe(120 - shown.length)
      const oneMore = JSON.stringify({ ...report, tokens: tokens.slice(0, shown.length + 1), cut: cut - 1 })
      // The last comma and a digit of the count may be left.
      expect(Buffer.byteLength(oneMore)).toBeGreaterThan(100_000 - 3)
    }
  })

  it('has none of one that is too large alone', () => {
    const report = JSON.parse(
      outputsOf([watchedToken({ missingPermissions: many.map(() => 'x'.repeat(500)) })])['report'] ?? '',
    )
    expect(report).toMatchObject({ tokens: [], cut: 1 })
  })
})
