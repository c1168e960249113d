import { describe, expect, it } from 'vitest'
import { hasTraceOfJira, isOfCloud } from '../../../src/products/jira/fingerprint.ts'
import type { Reply } from '../../support/reply.ts'
import { answered } from '../../verdict/answered.ts'

const isOfJira = (reply: Reply): boolean => hasTraceOfJira(answered({ status: 401, ...reply }))

describe('a trace of Jira', () => {
  it.each([
    'X-AREQUESTID',
    'X-ANODEID',
    'X-ASESSIONID',
    'X-ASEN',
    'X-AUSERNAME',
    'X-Seraph-LoginReason',
    'X-Authentication-Denied-Reason',
    'Atl-TraceId',
  ])('is the header %s, whatever it says', (name) => {
    expect(isOfJira({ headers: { [name]: '' } })).toBe(true)
  })

  it.each([
    'OAuth realm="https%3A%2F%2Fjira.example.com"',
    'oauth realm="x"',
    'OAuth  realm = "x"',
    'Basic realm="x", OAuth realm="y"',
    'Negotiate,OAuth realm="y"',
  ])('is the challenge %s', (challenge) => {
    expect(isOfJira({ headers: { 'WWW-Authenticate': challenge } })).toBe(true)
  })

  it.each<[string, string | object]>([
    ['of Data Center', { message: 'Client must be authenticated to access this resource.', 'status-code': 401 }],
    ['of Cloud', 'Client must be authenticated to access this resource.'],
    ['of another resource', { message: 'null', 'status-code': 500 }],
    ['the envelope', { errorMessages: ['You are not authenticated.'], errors: {} }],
    ['an empty envelope', { errorMessages: [] }],
    ['of a failed login', '<p>Basic Authentication Failure - Reason : AUTHENTICATED_FAILED</p>'],
    ['of a denied login', '<p>AUTHENTICATION_DENIED</p>'],
    ['without Basic', { message: 'Basic Authentication has been disabled on this instance.' }],
    ['of Connect', '{"error": "Failed to parse Connect Session Auth Token"}'],
    ['in other letters', 'CLIENT MUST BE AUTHENTICATED TO ACCESS THIS RESOURCE'],
  ])('is the body %s', (_, body) => {
    expect(isOfJira({ body })).toBe(true)
  })
})

describe('no trace of Jira', () => {
  it.each<[string, Reply]>([
    ['nothing', {}],
    ['the name of a web server', { headers: { Server: 'nginx' } }],
    ['a request id of others', { headers: { 'X-Request-Id': '1', 'X-RateLimit-Limit': '1' } }],
    ['a cookie of Tomcat', { headers: { 'Set-Cookie': 'JSESSIONID=1' } }],
    ['the challenge of others', { headers: { 'WWW-Authenticate': 'Bearer realm="OAuth"' } }],
    ['a challenge like it', { headers: { 'WWW-Authenticate': 'XOAuth realm="x"' } }],
    ['a challenge without a realm', { headers: { 'WWW-Authenticate': 'OAuth scope="x"' } }],
    ['a challenge of another realm', { headers: { 'WWW-Authenticate': 'OAuthrealm="x"' } }],
    ['a page', { body: '<html><title>401 Unauthorized</title></html>' }],
    ['a message of others', { body: { message: 'Unauthorized' } }],
    ['a code of others', { body: { 'status-code': 401 } }],
    ['a message that is no text', { body: { message: 1, 'status-code': 401 } }],
    ['messages that are no list', { body: { errorMessages: 'no' } }],
    ['errors of others', { body: { errors: {} } }],
    ['a list', { body: [{ errorMessages: [] }] }],
    ['the half of an envelope', { body: '{"errorMessages":[' }],
    ['null', { body: 'null' }],
  ])('is %s', (_, reply) => {
    expect(isOfJira(reply)).toBe(false)
  })
})

describe('Cloud', () => {
  it.each<[boolean, string, Reply]>([
    [true, 'its header', { headers: { Server: 'AtlassianEdge' } }],
    [true, 'its words', { body: 'Failed to parse Connect Session Auth Token' }],
    [false, 'another server', { headers: { Server: 'nginx' } }],
  ])('%s: %s', (expected, _, reply) => {
    expect(isOfCloud(answered(reply))).toBe(expected)
  })
})
