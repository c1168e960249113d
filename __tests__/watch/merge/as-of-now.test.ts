import { describe, expect, it } from 'vitest'
import { asOfNow } from '../../../src/watch/merge/as-of-now.ts'
import type { WatchedToken } from '../../../src/watch/watched-token.ts'
import { watchedToken } from '../watched.ts'

const nowMs = Date.UTC(2026, 10, 22, 12)
const ending = (expiresAt: string | null, status: WatchedToken['expiry']['status'] = 'ok'): WatchedToken =>
  watchedToken({ expiry: { status, tokenName: 'ci', expiresAt, daysLeft: 80 }, expiryState: null })

describe('a token of an old report', () => {
  it('that has expired since needs care', () => {
    expect(asOfNow(ending('2026-11-22T11:59:59.000Z'), nowMs)).toMatchObject({
      expiry: { status: 'expired', daysLeft: -1 },
      expiryState: 'expired',
      title: 'The token has expired since it was looked at',
      message: expect.stringMatching(/accepts the token.* That was before it expired: the report is older\.$/),
      steps: [expect.stringContaining('run it again'), expect.stringContaining('create a new one')],
    })
  })

  it('that may be one which has expired since needs care', () => {
    expect(asOfNow(ending('2026-11-22T12:00:00.000Z', 'ambiguous'), nowMs)).toMatchObject({
      expiry: { status: 'ambiguous' },
      expiryState: 'ambiguous',
    })
  })

  it('has the days that are left now', () => {
    expect(asOfNow(ending('2026-11-25T12:00:00.000Z'), nowMs)).toMatchObject({
      expiry: { status: 'ok', daysLeft: 3 },
      expiryState: null,
    })
  })

  it.each([
    ['never expires', ending(null, 'never')],
    ['has no date', ending(null)],
    ['was refused', { ...ending('2026-11-01T12:00:00.000Z'), result: 'refused' as const }],
  ])('that %s stays as it is', (_, token) => {
    expect(asOfNow(token, nowMs)).toBe(token)
  })
})
