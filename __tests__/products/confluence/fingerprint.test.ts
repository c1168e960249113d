import { describe, expect, it } from 'vitest'
import { confluence } from '../../../src/products/confluence/confluence.ts'
import {
  hasOwnLinks,
  hasTraceHeader,
  hasTraceOfConfluence,
  isOfCloud,
} from '../../../src/products/confluence/fingerprint.ts'
import { confluenceMark, isErrorEnvelope } from '../../../src/products/confluence/mark.ts'
import { confluenceCloudIdentity, confluenceCloudRefusal, confluenceRejected } from '../../support/answers.ts'
import type { Reply } from '../../support/reply.ts'
import { answered } from '../../verdict/answered.ts'

const envelope = { statusCode: 403, data: { authorized: false }, message: 'no', reason: 'Forbidden' }

describe('a trace of Confluence', () => {
  it.each<[string, string]>([
    ['X-AUSERNAME', 'svc-ci'],
    ['X-Seraph-LoginReason', 'OK'],
    ['X-Authentication-Denied-Reason', 'CAPTCHA_CHALLENGE'],
    ['X-Confluence-Request-Time', '1767261600000'],
    ['Atl-TraceId', '8f2b3c4d'],
    ['WWW-Authenticate', 'OAuth realm="https%3A%2F%2Fconfluence.example.com"'],
    ['WWW-Authenticate', 'Basic realm="x",OAuth  realm = "y"'],
    ['WWW-Authenticate', 'Basic realm="x",  OAuth realm="y"'],
  ])('is the header %s: %s', (name, value) => {
    expect(hasTraceHeader(answered({ headers: { [name]: value } }).headers)).toBe(true)
    expect(hasTraceOfConfluence(answered({ headers: { [name]: value } }))).toBe(true)
  })

  it.each<[string, string]>([
    ['WWW-Authenticate', 'Bearer realm="not OAuth realm"'],
    ['WWW-Authenticate', 'OAuthrealm="x"'],
    ['WWW-Authenticate', 'Basic realm="x"'],
    ['X-AREQUESTID', '1x1x1'],
  ])('is not the header %s: %s', (name, value) => {
    expect(hasTraceHeader(answered({ headers: { [name]: value } }).headers)).toBe(false)
  })

  it.each<[string, NonNullable<Reply['body']>]>([
    ['of a refusal', confluenceRejected.body ?? ''],
    ['of a 403', { message: 'x: Not permitted to use confluence' }],
    ['that tells an error', envelope],
  ])('is a body %s', (_, body) => {
    expect(hasTraceOfConfluence(answered({ body }))).toBe(true)
  })

  it('is none of these', () => {
    expect(hasTraceOfConfluence(answered({ body: { message: 'no' } }))).toBe(false)
    expect(hasTraceOfConfluence(answered())).toBe(false)
  })
})

describe('the envelope of its errors', () => {
  it('is what only Confluence sends, as is one header', () => {
    expect(isErrorEnvelope(JSON.stringify(envelope))).toBe(true)
    expect(confluenceMark.isMarked(answered({ body: envelope }))).toBe(true)
    expect(confluenceMark.isMarked(answered({ headers: { 'X-Confluence-Request-Time': '1' } }))).toBe(true)
    expect(confluenceMark.isMarked(answered({ headers: { 'X-AUSERNAME': 'svc-ci' } }))).toBe(false)
    expect(confluenceMark).toMatchObject({ urlInput: 'confluence-url', contextPaths: ['/confluence', '/wiki'] })
  })

  it.each<[unknown]>([
    [{ ...envelope, statusCode: '403' }],
    [{ ...envelope, data: 'no' }],
    [{ statusCode: 403, data: {} }],
    [{ data: {}, message: '"statusCode"' }],
    [[envelope]],
    ['"statusCode"'],
  ])('is not %j', (body) => {
    expect(isErrorEnvelope(JSON.stringify(body))).toBe(false)
  })
})

it('has links of its own in every resource', () => {
  expect(hasOwnLinks({ _links: { base: 'https://x', context: '' } })).toBe(true)
  for (const links of [undefined, 'x', { base: 'https://x' }, { context: '' }, { base: 1, context: '' }])
    expect(hasOwnLinks({ _links: links })).toBe(false)
})

describe('Cloud', () => {
  it.each<[string, Reply]>([
    ['a refusal', confluenceCloudRefusal],
    ['its header', { headers: { Server: 'AtlassianEdge' } }],
    ['its header in other letters, with blanks and a version', { headers: { Server: ' atlassianedge/2' } }],
    ['its words', { body: { message: 'Current user not permitted to use Confluence' } }],
    ['an identity', confluenceCloudIdentity],
  ])('is told by %s', (_, reply) => {
    expect(isOfCloud(answered(reply))).toBe(true)
  })

  it.each<[string, Reply]>([
    ['another server', { headers: { Server: 'nginx' } }],
    ['one that only holds the name', { headers: { Server: 'not AtlassianEdge' } }],
    ['nothing', {}],
  ])('is not told by %s', (_, reply) => {
    expect(isOfCloud(answered(reply))).toBe(false)
  })

  it('lives below /wiki of a site of Atlassian’s', () => {
    const { host, path } = confluence.cloud ?? { host: /^$/, path: undefined }
    expect(path).toBe('/wiki')
    const hosts = ['example.atlassian.net', 'atlassian.net', 'atlassian.net.example.com', 'notatlassian.net']
    expect(hosts.map((name) => host.test(name))).toEqual([true, true, false, false])
  })
})
