import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../../src/report/redact.ts'
import { plainText } from '../../../src/report/sanitize.ts'
import { parseReport } from '../../../src/watch/merge/parse-report.ts'
import type { Sanitize } from '../../../src/watch/merge/untrusted.ts'
import { refusedToken, watchedToken } from '../watched.ts'

const { redactLong } = createRedactor(['a-secret-of-this-very-run'])
const sanitize: Sanitize = (text, maxLength) => plainText(text, redactLong, maxLength)

const report = (changes: object = {}) => ({
  schemaVersion: 2,
  list: 'release',
  checkedAt: '2026-03-01T00:00:00.000Z',
  tokens: [watchedToken(), refusedToken({ secret: 'OTHER' })],
  ...changes,
})

const parse = (changes: object = {}) => parseReport(JSON.stringify(report(changes)), sanitize)

/** A report with one token, of which something is changed. */
const parseToken = (changes: object) => {
  const parsed = parse({ tokens: [{ ...watchedToken(), ...changes }] })
  return typeof parsed === 'string' ? parsed : parsed.tokens[0]
}

describe('the report of another job', () => {
  it('comes back as it was written', () => {
    const identity = {
      name: 'svc-ci',
      key: 'JIRAUSER1',
      accountId: '',
      displayName: 'CI Service',
      emailAddress: 'svc-ci@example.com',
      active: true,
      timeZone: 'Europe/Berlin',
      locale: 'en_US',
    }
    const tokens = [
      watchedToken({ identity, rotatedAt: '2026-01-01T00:00:00.000Z', hasRotationStopped: true, steps: ['Do this.'] }),
      refusedToken({ secret: 'OTHER', asked: false, unaskedBecause: 'server', advice: ['Mind that.'] }),
      watchedToken({
        secret: 'WIKI',
        product: 'confluence',
        baseUrl: 'https://wiki.example.com',
        identity: { ...identity, accountId: 'account', active: false },
        missingPermissions: ['CREATE_ISSUES', 'a permission'],
        gates: [
          ...(['user-active', 'expected-user', 'projects', 'spaces', 'repositories'] as const),
          ...(['permissions', 'expiry-fail-days'] as const),
        ].map((gate, at) => ({ gate, holds: [true, false, null][at % 3] ?? null })),
      }),
      watchedToken({ secret: 'NEVER', expiry: { status: 'never', tokenName: '', expiresAt: null, daysLeft: null } }),
    ]
    expect(parse({ tokens })).toEqual(report({ tokens }))
  })

  it.each([
    ['no JSON', '{', 'is no JSON object'],
    ['a list', '[]', 'is no JSON object'],
    ['another version', JSON.stringify(report({ schemaVersion: 3 })), 'is no report of this version (schemaVersion 2)'],
    ['the report of a check', '{"schemaVersion":2,"result":"usable"}', 'does not say when it was made (checkedAt)'],
    ['a date that is a number', JSON.stringify(report({ checkedAt: 5 })), 'does not say when it was made (checkedAt)'],
    ['no tokens', JSON.stringify(report({ tokens: {} })), 'has no list of tokens'],
  ])('is none: %s', (_, text, flaw) => {
    expect(parseReport(text, sanitize)).toBe(flaw)
  })

  it.each([
    ['a token that is no object', 'a'],
    ['a token that is nothing', null],
    ['a secret that is no text', { ...watchedToken(), secret: true }],
    ['a secret that begins with a digit', { ...watchedToken(), secret: '1A' }],
    ['a secret with a hyphen', { ...watchedToken(), secret: 'A-B' }],
    ['a secret with a sign before it', { ...watchedToken(), secret: '-A' }],
    ['a secret that is too long', { ...watchedToken(), secret: 'A'.repeat(256) }],
    ['a secret that is none', { ...watchedToken(), secret: 'a b' }],
    ['a secret that is a command', { ...watchedToken(), secret: '::error::' }],
    ['a reason that there is not', { ...watchedToken(), reason: 'all-is-well' }],
    ['a reason of every object', { ...watchedToken(), reason: 'constructor' }],
    ['no expiry', { ...watchedToken(), expiry: undefined }],
    ['a status that there is not', { ...watchedToken(), expiry: { status: 'eternal' } }],
    ['a token that is well and was not asked about', { ...watchedToken(), asked: false }],
    ['one that is well and had no time', { ...watchedToken(), unaskedBecause: 'time' }],
    ['a stage that there is not', { ...watchedToken(), stage: 'home' }],
  ])('is none with %s', (_, token) => {
    expect(parse({ tokens: [token] })).toBe('has a token in it that is not as the report of a watch has it')
  })
})

describe('what is in it is not trusted', () => {
  it.each(['expiring', 'expired'] as const)('an expiry that is %s needs care, whatever is said of it', (status) => {
    const expiry = { status, tokenName: 'ci', expiresAt: '2026-03-02T00:00:00.000Z', daysLeft: 1 }
    expect(parseToken({ expiry, expiryState: null })).toMatchObject({ result: 'usable', expiryState: status })
  })

  it('a result is that of the reason', () => {
    expect(parseToken({ reason: 'token-rejected', result: 'usable', category: 'ok' })).toMatchObject({
      reason: 'token-rejected',
      result: 'refused',
      category: 'unauthorized',
    })
  })

  it.each(['owner', 'usedBy', 'title', 'message', 'remedy'] as const)('%s is sanitized', (name) => {
    const token = parseToken({ [name]: 'a\n::error::b\u202Ec ##[error]d a-secret-of-this-very-run' })
    expect(token).toMatchObject({ [name]: 'a : :error: :bc # #[error]d ***' })
  })

  it('no address that the check would not take', () => {
    expect(parseToken({ baseUrl: 'javascript:alert(1)' })).toMatchObject({ baseUrl: null })
    expect(parseToken({ baseUrl: 'https://user:password@example.com' })).toMatchObject({ baseUrl: null })
    expect(parseToken({ baseUrl: 'https://EXAMPLE.com/jira/' })).toMatchObject({ baseUrl: 'https://example.com/jira' })
  })

  it('a token that was not asked about was not asked', () => {
    expect(parseToken({ reason: 'timeout', asked: true, unaskedBecause: 'time' })).toMatchObject({
      asked: false,
      unaskedBecause: 'time',
    })
    expect(parseToken({ reason: 'timeout', asked: 'yes' })).toMatchObject({ asked: false, unaskedBecause: null })
  })

  it.each(['_a', 'A'.repeat(255), 'jira_pat_7'])('a secret may be called %s', (secret) => {
    expect(parseToken({ secret })).toMatchObject({ secret })
  })

  it.each([
    ['-3', -3, -3],
    ['as far as a date may be', 104_166_666, 104_166_666],
    ['farther than that', 104_166_667, null],
    ['the same in the past', -104_166_667, null],
    ['a text', '5', null],
    ['a part of a day', 1.5, null],
  ])('days that are left: %s', (_, daysLeft, expected) => {
    const expiry = { ...watchedToken().expiry, daysLeft }
    expect(parseToken({ expiry })).toMatchObject({ expiry: { daysLeft: expected } })
  })

  it('words of other kinds are left out, and gates that there are not', () => {
    const gates = [{ gate: 'projects', holds: 'yes' }, { gate: 'heaven', holds: true }, null, 'projects']
    const identity = { name: 'svc-ci', active: 'yes' }
    expect(parseToken({ advice: [1, 'Mind that.', null], steps: 'Do this.', owner: 7, gates, identity })).toMatchObject(
      {
        advice: ['Mind that.'],
        steps: [],
        owner: '',
        gates: [{ gate: 'projects', holds: null }],
        identity: { name: 'svc-ci', key: '', active: null },
      },
    )
    expect(parseToken({ gates: 'projects' })).toMatchObject({ gates: [] })
  })

  it('of a list without an end the first 100,000 are read', () => {
    const token = parseToken({ gates: Array(100_001).fill({ gate: 'projects', holds: true }) })
    expect(typeof token === 'object' && token.gates.length).toBe(100_000)
  })

  it('without a title it has that of its reason', () => {
    expect(parseToken({ title: '', reason: 'token-missing', product: 'confluence' })).toMatchObject({
      title: 'No Confluence token given',
    })
  })

  it('numbers and dates are such, or nothing', () => {
    expect(
      parseToken({ requests: -1, durationMs: '5', statusCode: 4.5, rotatedAt: 'yesterday', expiryState: 'well' }),
    ).toMatchObject({ requests: 0, durationMs: 0, statusCode: null, rotatedAt: null, expiryState: null })
  })

  it('anything at all comes back as a report or as a flaw', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(typeof parseReport(json, sanitize)).toBe('string')
      }),
    )
    fc.assert(
      fc.property(
        fc.record({
          secret: fc.constant('A'),
          reason: fc.constant('timeout'),
          stage: fc.constant('inputs'),
          expiry: fc.record({ status: fc.constant('ok'), expiresAt: fc.jsonValue(), daysLeft: fc.jsonValue() }),
          identity: fc.jsonValue(),
          gates: fc.jsonValue(),
          steps: fc.jsonValue(),
          advice: fc.jsonValue(),
          owner: fc.jsonValue(),
        }),
        (token) => {
          const parsed = parse({ tokens: [token] })
          expect(typeof parsed === 'string' ? undefined : parsed.tokens).toEqual([
            expect.objectContaining({ secret: 'A', result: 'unknown' }),
          ])
        },
      ),
    )
  })
})
