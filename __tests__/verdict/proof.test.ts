import { describe, expect, it } from 'vitest'
import { contradictionOf, otherUserOf, readLoginReason } from '../../src/verdict/proof.ts'
import type { Reply } from '../support/reply.ts'
import { answered } from './answered.ts'
import { identityOf } from './asked-for.ts'

const headersOf = (headers: NonNullable<Reply['headers']>) => answered({ headers }).headers

describe("Seraph's word on the login", () => {
  it.each([
    ['OK', undefined],
    ['OUT, OK', undefined],
    ['AUTHENTICATED_FAILED, OK', undefined],
    ['ok', undefined],
    ['', undefined],
    ['SOMETHING_ELSE', undefined],
    ['OUT', 'out'],
    ['OK, OUT', 'out'],
    ['AUTHENTICATED_FAILED', 'failed'],
    ['authenticated_failed', 'failed'],
    ['OK, AUTHENTICATED_FAILED', 'failed'],
    ['OUT, AUTHENTICATED_FAILED', 'failed'],
    ['AUTHENTICATED_FAILED, OUT', 'failed'],
    ['OK,AUTHENTICATED_FAILED;x', 'failed'],
    ['AUTHENTICATION_DENIED', 'denied'],
    ['AUTHENTICATION_DENIED, OK', 'denied'],
    ['OK, AUTHENTICATION_DENIED', 'denied'],
  ])('%j: %s', (value, word) => {
    expect(readLoginReason(headersOf({ 'X-Seraph-LoginReason': value }))).toBe(word)
  })

  it('is nothing where the header is not sent', () => {
    expect(readLoginReason(headersOf({}))).toBeUndefined()
  })
})

describe('against an answer speaks', () => {
  const contradiction = (headers: NonNullable<Reply['headers']>, durationMs = 0) =>
    contradictionOf(answered({ headers }, { durationMs }))

  it.each([
    ['a login that failed', { 'X-Seraph-LoginReason': 'OUT' }, /X-Seraph-LoginReason/],
    ['nobody', { 'X-AUSERNAME': 'anonymous' }, /X-AUSERNAME/],
    ['nobody among others', { 'X-AUSERNAME': ['svc-ci', 'Anonymous'] }, /X-AUSERNAME/],
    ['nobody, percent-encoded', { 'X-AUSERNAME': '%61nonymous' }, /X-AUSERNAME/],
    ['its age', { Age: '86400' }, /86400 s/],
    ['one of its ages', { Age: '0, 600' }, /600 s/],
    ['an age of two seconds', { Age: '2' }, /Age/],
    ['a hit', { 'X-Cache': 'HIT' }, /X-Cache/],
    ['a hit of CloudFront', { 'X-Cache': 'Hit from cloudfront' }, /X-Cache/],
    ['a hit of Squid', { 'X-Cache': 'TCP_HIT from proxy:3128' }, /X-Cache/],
    ['a hit after a miss', { 'X-Cache': 'MISS, HIT' }, /X-Cache/],
    ['a hit of nginx', { 'X-Cache-Status': 'HIT' }, /X-Cache-Status/],
    ['a hit of nginx by another name', { 'X-Proxy-Cache': 'HIT' }, /X-Proxy-Cache/],
    ['a hit of Cloudflare', { 'CF-Cache-Status': 'HIT' }, /CF-Cache-Status/],
    ['a hit in the words of RFC 9211', { 'Cache-Status': 'OriginCache; fwd=miss, edge; hit; ttl=30' }, / Cache-Status/],
    ['a login that was denied', { 'X-Authentication-Denied-Reason': 'OTHER' }, /X-Authentication-Denied-Reason/],
  ])('%s: %j', (_, headers, words) => {
    expect(contradiction(headers)).toMatch(words)
  })

  it.each([
    ['nothing', {}],
    ['a login that went well', { 'X-Seraph-LoginReason': 'OUT, OK' }],
    ['somebody', { 'X-AUSERNAME': 'svc-ci' }],
    ['somebody whose name begins like nobody’s', { 'X-AUSERNAME': 'anonymous-bot' }],
    ['an age of the second that is rounded', { Age: '1' }],
    ['an age that is no number', { Age: 'old' }],
    ['a miss', { 'X-Cache': 'MISS' }],
    ['what no cache may keep', { 'CF-Cache-Status': 'DYNAMIC', 'X-Cache-Status': 'BYPASS' }],
    ['a miss in the words of RFC 9211', { 'Cache-Status': 'edge; fwd=uri-miss; stored' }],
    ['what was asked for again at the server', { 'X-Cache': 'RefreshHit from cloudfront' }],
    ['a word that only begins so', { 'X-Cache': 'HITLESS' }],
    ['the look-up of a cache', { 'X-Cache-Lookup': 'HIT from proxy:3128' }],
  ])('not %s: %j', (_, headers) => {
    expect(contradiction(headers)).toBeUndefined()
  })

  it('an age beyond the time that the request took, rounded up, and a second', () => {
    expect(contradiction({ Age: '4' }, 2_001)).toBeUndefined()
    expect(contradiction({ Age: '5' }, 2_001)).toMatch(/5 s/)
    expect(contradiction({ Age: '3' }, 2_000)).toBeUndefined()
    expect(contradiction({ Age: '4' }, 2_000)).toMatch(/4 s/)
  })
})

describe('the user in X-AUSERNAME', () => {
  const utf8 = (text: string): string => Buffer.from(text).toString('latin1')
  const jose = identityOf({ name: 'josé müller', key: 'JIRAUSER1', emailAddress: 'jose@example.com' })
  const other = (header: string | string[], identity = jose) =>
    otherUserOf(headersOf({ 'X-AUSERNAME': header }), identity)

  it.each([
    ['the name', 'josé müller'],
    ['the name in another case', 'JOSÉ MÜLLER'],
    ['the name in another Unicode form', 'josé müller'.normalize('NFD').replace(/[^\0-\xff]/g, encodeURIComponent)],
    ['the key', 'jirauser1'],
    ['the e-mail address', 'jose@example.com'],
    ['the e-mail address, percent-encoded', 'jose%40example.com'],
    ['the name, percent-encoded', 'jos%C3%A9%20m%C3%BCller'],
    ['the name with a blank behind it, which the body has not', 'jos%C3%A9%20m%C3%BCller%20'],
    ['the name as a form has it', 'jos%C3%A9+m%C3%BCller'],
    ['the bytes of the name', utf8('josé müller')],
    ['the name twice', ['josé müller', 'JIRAUSER1']],
    ['nothing', ''],
    ['blanks', ' , '],
  ])('fits: %s', (_, header) => {
    expect(other(header)).toBeUndefined()
  })

  it('fits where a comma is part of the name', () => {
    expect(other('Doe, Jane', identityOf({ name: 'Doe, Jane' }))).toBeUndefined()
  })

  it.each([
    ['somebody else', 'jdoe'],
    ['somebody whose name begins alike', 'josé'],
    ['somebody else beside the user', ['josé müller', 'jdoe']],
    ['a blank, percent-encoded', '%20'],
    ['what cannot be decoded', 'jos%E9%'],
    ['a question mark for a letter that the header can hold', 'jos? m?ller'],
  ])('contradicts: %s', (_, header) => {
    expect(other(header)).toMatch(/X-AUSERNAME names another user/)
  })

  it('contradicts where it is nobody, whatever the body says', () => {
    expect(other('anonymous', identityOf({ name: 'anonymous' }))).toMatch(/another user/)
  })

  describe('a name that the header cannot hold', () => {
    const jun = identityOf({ name: '山田', key: '', emailAddress: '' })
    it.each(['??', '\uFFFD\uFFFD', utf8('\uFFFD'), utf8('山田')])('does not contradict as %j', (header) => {
      expect(other(header, jun)).toBeUndefined()
    })

    it.each(['jdoe', 'anonymous', ['??', 'jdoe']].map((header) => [header]))('contradicts as %j', (header) => {
      expect(other(header, jun)).toMatch(/another user/)
    })
  })

  describe('on Cloud, where the body has an account id alone', () => {
    const cloud = identityOf({ name: '', key: '', emailAddress: '', accountId: '5b10:a' })
    it('is not compared', () => {
      expect(other('jdoe', cloud)).toBeUndefined()
    })

    it.each([
      ['5b10:a', undefined],
      ['5b10%3Aa', undefined],
      ['5b10:b', /X-AACCOUNTID/],
    ])('X-AACCOUNTID is: %s', (header, words) => {
      const seen = otherUserOf(headersOf({ 'X-AACCOUNTID': header }), cloud)
      if (words === undefined) expect(seen).toBeUndefined()
      else expect(seen).toMatch(words)
    })

    it('the account id fits in X-AUSERNAME, where there is an e-mail address to compare with', () => {
      const withEmail = { ...cloud, emailAddress: 'jane@example.com' }
      expect(other('5b10%3Aa', withEmail)).toBeUndefined()
      expect(other('jdoe', withEmail)).toMatch(/another user/)
    })
  })
})
