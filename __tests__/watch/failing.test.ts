import { describe, expect, it } from 'vitest'
import { readWatchFailOn } from '../../src/inputs/fail-on.ts'
import { createFieldReader } from '../../src/inputs/fields.ts'
import { failingOf, worstOf } from '../../src/watch/failing.ts'
import type { WatchedToken } from '../../src/watch/watched-token.ts'
import { refusedToken, watchedToken } from './watched.ts'

/** What a token fails with by these words. */
function failing(words: string, token: WatchedToken) {
  const fields = createFieldReader('watch', {
    readInput: (name) => (name === 'fail-on' ? words : ''),
    sourceOf: (name) => name,
    environment: {},
  })
  const failOn = readWatchFailOn(fields)
  expect(fields.firstFinding).toBeUndefined()
  return failingOf(token, failOn)
}

const expiring = watchedToken({ expiryState: 'expiring' })
const expired = watchedToken({ expiryState: 'expired' })
const ambiguous = watchedToken({ expiryState: 'ambiguous' })
const unknownExpiry = watchedToken({ expiryState: 'expiry-unknown' })
const gate = refusedToken({ reason: 'token-expiring', category: 'gate', expiryState: 'expiring' })
const gateUnknown = watchedToken({ result: 'unknown', reason: 'expiry-unknown', category: 'gate', expiryState: null })
const down = watchedToken({ result: 'unknown', reason: 'timeout', category: 'connection' })
const missing = watchedToken({ result: 'misconfigured', reason: 'token-missing', category: 'configuration' })
const crashed = watchedToken({ result: 'unknown', reason: 'internal-error', category: 'internal' })

describe('what a token fails a watch with', () => {
  it.each([
    ['all is well', '', watchedToken(), null],
    ['refused', '', refusedToken(), 'refused'],
    ['misconfigured', '', missing, 'misconfigured'],
    ['unknown', '', down, 'unknown'],
    ['expiring', '', expiring, 'refused'],
    ['expired', '', expired, 'refused'],
    ['ambiguous, and the earliest near', '', ambiguous, 'refused'],
    ['an expiry that is not known', '', unknownExpiry, 'unknown'],
    ['both: the worse', '', refusedToken({ expiryState: 'expiry-unknown' }), 'refused'],
    ['both: the worse, the other way round', '', { ...down, expiryState: 'expiring' } as const, 'refused'],
  ])('by default: %s', (_, words, token, expected) => {
    expect(failing(words, token)).toBe(expected)
  })

  it.each([
    ['none', 'none', expiring, null],
    ['expiring alone, of one that expires too soon', 'expiring', { ...gate, expiryState: null } as const, 'refused'],
    ['expiry-unknown alone, of one that needs to be known', 'expiry-unknown', gateUnknown, 'unknown'],
    ['none, but a bug of ours', 'none', crashed, 'unknown'],
    ['only results', 'refused, unknown, misconfigured', expiring, null],
    ['only results, and the expiry is not known', 'refused, unknown, misconfigured', unknownExpiry, null],
    ['expiring is not to fail', '!expiring', expiring, null],
    ['expiring is not to fail, and that it is not known fails as by default', '!expiring', unknownExpiry, 'unknown'],
    ['expiring is not to fail, but a gate that refuses does', '!expiring', gate, 'refused'],
    ['only expiring: the gate, too', 'expiring', gate, 'refused'],
    ['only expiring: not what is refused', 'expiring', refusedToken(), null],
    ['token-expiring is not to fail, but expiring does', '!token-expiring', gate, 'refused'],
    ['expiry-unknown is not to fail: the reason', '!expiry-unknown', gateUnknown, null],
    ['expiry-unknown is not to fail: the status', '!expiry-unknown', unknownExpiry, null],
    ['only expiry-unknown: the reason', 'expiry-unknown', gateUnknown, 'unknown'],
    ['only expiry-unknown: the status', 'expiry-unknown', unknownExpiry, 'unknown'],
    ['a server that is down is not to fail', '!connection', down, null],
    ['the narrowest word decides', 'unknown, !connection, timeout', down, 'unknown'],
  ])('%s', (_, words, token, expected) => {
    expect(failing(words, token)).toBe(expected)
  })

  it('knows its words, and names the nearest', () => {
    const fields = createFieldReader('watch', {
      readInput: (name) => (name === 'fail-on' ? 'refused, expirng' : ''),
      sourceOf: (name) => name,
      environment: {},
    })
    const failOn = readWatchFailOn(fields)
    expect(fields.firstFinding).toMatchObject({
      reason: 'input-invalid',
      facts: { meant: ['expiring'], accepts: expect.stringMatching(/^expiring, expiry-unknown, results/) },
    })
    expect([failOn.fails('timeout'), failOn.failsExpiry('expiring')]).toEqual([true, true])
  })
})

it.each([
  [['unknown', null, 'misconfigured', 'refused'], 'refused'],
  [['unknown', 'misconfigured'], 'misconfigured'],
  [['unknown', null], 'unknown'],
  [[null], null],
  [[], null],
] as const)('the worst of %j is %s', (results, expected) => {
  expect(worstOf(results)).toBe(expected)
})
