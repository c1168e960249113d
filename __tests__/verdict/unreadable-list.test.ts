import { describe, expect, it } from 'vitest'
import type { Reason } from '../../src/catalogue/reasons.ts'
import { blockerOf, describeUnreadableList, saysNothingOfTheList } from '../../src/verdict/unreadable-list.ts'
import { anyFinding } from '../support/any-finding.ts'

const words = { product: 'Jira' }
const blocked = { operator: 'the operators of jira.example.com', path: '/jira/rest/pat/latest/tokens' }

describe('what came in place of the list of tokens', () => {
  it.each<Reason>(['connection-reset', 'timeout', 'rate-limited', 'server-error', 'starting', 'internal-error'])(
    'says nothing of the list: %s',
    (reason) => {
      expect(saysNothingOfTheList(anyFinding(reason))).toBe(true)
    },
  )

  it.each<Reason>(['token-rejected', 'access-denied', 'not-found', 'invalid-json', 'edge-forbidden'])(
    'says that the list cannot be read: %s',
    (reason) => {
      expect(saysNothingOfTheList(anyFinding(reason))).toBe(false)
    },
  )

  it('may be something in front of the server, where it is known who looks after that, and which path is kept back', () => {
    expect(blockerOf(anyFinding('edge-forbidden', blocked, 403))).toEqual(blocked)
    expect(blockerOf(anyFinding('edge-forbidden', { ...blocked, path: undefined }, 403))).toBeUndefined()
    expect(blockerOf(anyFinding('invalid-json', { path: blocked.path }, 200))).toBeUndefined()
  })

  it('is told in words: a 401 is no word on the token, which had just been accepted', () => {
    expect(describeUnreadableList(anyFinding('token-rejected', {}, 401), '/list', words)).toBe(
      'the list of tokens at /list cannot be read (the answer is HTTP 401, though the same token had just been accepted)',
    )
    expect(describeUnreadableList(anyFinding('invalid-json', { path: '/asked' }, 200), '/list', words)).toMatch(
      /^the list of tokens at \/asked cannot be read \((?!the answer is HTTP 401).+\)$/,
    )
  })
})
