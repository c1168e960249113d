import { describe, expect, it } from 'vitest'
import { addCommonFacts, type Finding, finding } from '../../../src/catalogue/finding.ts'
import { followUpTo } from '../../../src/products/jira/follow-up.ts'
import { anyFinding } from '../../support/any-finding.ts'
import { answered } from '../../verdict/answered.ts'

const traits = { isJwt: false, jwtExpiredOn: undefined, cloudToken: undefined }
const bearer = { scheme: 'Bearer', traits } as const

const rejected = addCommonFacts(anyFinding('token-rejected', {}, 401), { attempts: '2' })
const byEdge = addCommonFacts(anyFinding('edge-unauthorized', {}, 401), { attempts: '2' })

/** The finding after serverInfo has told this. */
function refined(found: Finding, info: object, { isJwt = false, status = 200 } = {}): Finding | undefined {
  const followUp = followUpTo(found, { scheme: 'Bearer', traits: { ...traits, isJwt } })
  return followUp?.refine(answered({ status, body: { baseUrl: 'https://jira.example.com', ...info } }))
}

describe('serverInfo', () => {
  it('is asked after a 401 to a Bearer, from Jira or from in front of it', () => {
    const paths = [rejected, byEdge].map((found) => followUpTo(found, bearer)?.path)
    expect(paths).toEqual(['/rest/api/2/serverInfo', '/rest/api/2/serverInfo'])
  })

  it.each<[string, Finding, Parameters<typeof followUpTo>[1]]>([
    ['another status than 401', anyFinding('token-rejected', {}, 200), bearer],
    ['a password', rejected, { scheme: 'Basic', traits }],
    ['another refusal', anyFinding('access-denied', {}, 403), bearer],
  ])('is not asked after %s', (_, found, sent) => {
    expect(followUpTo(found, sent)).toBeUndefined()
  })

  it('tells Cloud, which wants a user name, unless what was sent is a JWT', () => {
    const cloud = { version: '1001.0.0', deploymentType: 'Cloud' }
    expect(refined(rejected, cloud)).toMatchObject({
      reason: 'cloud-needs-basic',
      statusCode: 401,
      common: { attempts: '2' },
    })
    expect(refined(rejected, cloud, { isJwt: true })).toBe(rejected)
  })

  it.each([rejected, byEdge])('tells a version without personal access tokens', (found) => {
    expect(refined(found, { version: '8.13.0' })).toMatchObject({
      reason: 'pat-unsupported',
      statusCode: 401,
      facts: { version: '8.13.0' },
      common: { attempts: '2' },
    })
  })

  it('tells that Jira is there at all behind somebody else’s refusal', () => {
    expect(refined(rejected, { version: '9.12.2' })).toBe(rejected)
    expect(refined(byEdge, { version: '9.12.2' })).toMatchObject({
      reason: 'edge-unauthorized',
      facts: { openVersion: '9.12.2' },
      common: { attempts: '2' },
    })
  })

  it.each<[string, object, { status?: number }?]>([
    ['no version', { version: 'latest' }],
    ['another status', { version: '8.13.0' }, { status: 203 }],
  ])('leaves all as it was with %s', (_, info, more) => {
    expect([refined(rejected, info, more), refined(byEdge, info, more)]).toEqual([rejected, byEdge])
  })
})

it('asks for the state of Jira after a 5xx', () => {
  expect(followUpTo(finding('server-error', {}, 500) as Finding, bearer)?.path).toBe('/status')
})
