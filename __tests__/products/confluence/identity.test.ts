import { describe, expect, it } from 'vitest'
import { finding } from '../../../src/catalogue/finding.ts'
import { confluence } from '../../../src/products/confluence/confluence.ts'
import { parseIdentity } from '../../../src/products/confluence/identity.ts'
import { diagnoseAnswer } from '../../../src/verdict/diagnose-answer.ts'
import { noAnswer } from '../../asking/asking.ts'
import { confluenceAnonymous, confluenceCloudIdentity, confluenceIdentity } from '../../support/answers.ts'
import type { Reply } from '../../support/reply.ts'
import { answered, question } from '../../verdict/answered.ts'

const request = { ...question, product: confluence }
const isToken = (name: string): boolean => name === 'the-token'

/** What comes of the question who is asking. */
const identify = (reply: Reply, scheme: 'Bearer' | 'Basic' = 'Bearer') =>
  confluence.identify(
    async ({ path, read }) => {
      const answer = answered(reply)
      return read(diagnoseAnswer(answer, { ...request, scheme, path }, 0), answer)
    },
    { ...request, scheme, isToken },
  )

const known = { type: 'known', username: 'svc-ci', userKey: '2c9d', displayName: 'CI Service' }
const trace = { 'X-Confluence-Request-Time': '1767261600000' }

describe('an identity', () => {
  it('of Data Center and of Cloud', () => {
    expect(parseIdentity(confluenceIdentity().body)).toMatchObject({ name: 'svc-ci', displayName: 'CI Service' })
    expect(parseIdentity(confluenceCloudIdentity.body)).toMatchObject({ name: '', key: '', accountId: /^7/ })
  })

  it.each<[string, Reply]>([
    ['with the headers of Confluence', confluenceIdentity()],
    ['without headers, by type, name and key', { body: known }],
    ['with a header and a user name alone', { headers: trace, body: { type: 'known', username: 'svc-ci' } }],
    ['with a header and a key alone', { headers: trace, body: { type: 'known', userKey: '2c9d' } }],
    ['of an account of Cloud', confluenceCloudIdentity],
  ])('is proven %s', async (_, reply) => {
    expect(await identify(reply)).not.toHaveProperty('reason')
  })

  it.each<[string, string, Reply]>([
    ['no-identity', 'another type', { headers: trace, body: { ...known, type: 'user' } }],
    ['no-identity', 'no type', { headers: trace, body: { ...known, type: undefined } }],
    ['no-identity', 'no name', { headers: trace, body: { type: 'known', displayName: 'CI Service' } }],
    ['no-identity', 'a user called anonymous', { headers: trace, body: { ...known, username: 'anonymous' } }],
    ['no-identity', 'the token as a name', { headers: trace, body: { ...known, username: 'the-token' } }],
    ['no-identity', 'an error beside it', { headers: trace, body: { ...known, statusCode: 401 } }],
    ['no-identity', 'no header and no key', { body: { ...known, userKey: '' } }],
    ['no-identity', 'no header and no display name', { body: { ...known, displayName: '' } }],
    ['no-identity', 'another user in a header', { headers: { ...trace, 'X-AUSERNAME': 'jdoe' }, body: known }],
    ['no-identity', 'a login that is over', { headers: { 'X-Seraph-LoginReason': 'OUT' }, body: known }],
    ['no-identity', 'a cache', { headers: { ...trace, 'X-Cache': 'HIT' }, body: known }],
    [
      'token-rejected',
      'a login that failed',
      { headers: { 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' }, body: known },
    ],
    [
      'captcha-required',
      'a login that was denied',
      { headers: { 'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED' }, body: known },
    ],
    ['token-rejected', 'an anonymous user', confluenceAnonymous],
    ['token-rejected', 'an anonymous user by a header', { headers: trace, body: { type: 'anonymous' } }],
    [
      'no-identity',
      'an anonymous user out of a cache',
      { ...confluenceAnonymous, headers: { ...trace, 'X-Cache': 'HIT' } },
    ],
    [
      'captcha-required',
      'an anonymous user whose login was denied',
      { ...confluenceAnonymous, headers: { ...trace, 'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED' } },
    ],
    ['no-identity', 'an anonymous user with a name', { headers: trace, body: { ...known, type: 'anonymous' } }],
    ['no-identity', 'an anonymous user of a stranger', { body: { type: 'anonymous', _links: { base: 'x' } } }],
    ['unexpected-status', 'an anonymous user with 201', { ...confluenceAnonymous, status: 201 }],
  ])('%s: %s', async (reason, _, reply) => {
    expect(await identify(reply)).toMatchObject({ reason })
  })

  it('is one question', async () => {
    const asked: object[] = []
    await confluence.identify(
      async ({ path, what, stage, read }) => {
        asked.push({ path, what, stage })
        const answer = answered(confluenceAnonymous)
        const found = read(diagnoseAnswer(answer, { ...request, path }, 0), answer)
        expect(JSON.stringify(found)).toContain(
          'where anonymous access is on, a token that is not accepted counts as none',
        )
        return found
      },
      { ...request, isToken },
    )
    expect(asked).toEqual([{ path: '/rest/api/user/current', what: 'the identity', stage: 'authentication' }])
  })

  it('is not known where there is no answer', async () => {
    const unreached = finding('timeout', { seconds: '10' })
    const found = await confluence.identify(async ({ read }) => read(unreached, noAnswer('TIMEOUT')), {
      ...request,
      isToken,
    })
    expect(found).toBe(unreached)
  })

  it('tells what Confluence tells', async () => {
    expect(await identify(confluenceCloudIdentity)).toEqual({
      name: '',
      key: '',
      accountId: '712020:00000000-0000-4000-8000-000000000001',
      displayName: 'CI Service',
      emailAddress: 'svc-ci@example.com',
      active: null,
      timeZone: '',
      locale: '',
    })
  })

  it('is that of no password, where an anonymous user comes back to one', async () => {
    expect(await identify(confluenceAnonymous, 'Basic')).toMatchObject({ reason: 'basic-rejected', statusCode: 200 })
  })
})
