import { describe, expect, it } from 'vitest'
import type { Reason } from '../../src/catalogue/reasons.ts'
import { describeOther, findFrontUrl } from '../../src/verdict/other-product.ts'
import { noAnswer } from '../asking/asking.ts'
import { anyFinding } from '../support/any-finding.ts'
import { answered } from './answered.ts'

const others = [
  { product: 'Confluence', urlInput: 'confluence-url', isMarked: () => false, contextPaths: [] },
  { product: 'Bitbucket', urlInput: 'bitbucket-url', isMarked: () => true, contextPaths: [] },
] as const

describe('another product that answered', () => {
  it.each<Reason>(['token-rejected', 'basic-rejected', 'not-found', 'html-page', 'no-identity', 'redirected'])(
    'is told with %s',
    (reason) => {
      expect(describeOther(anyFinding(reason), answered(), { others })).toEqual({
        otherProduct: 'Bitbucket',
        otherInput: '<bitbucket-url>',
      })
    },
  )

  it.each<Reason>(['access-denied', 'rate-limited', 'server-error', 'timeout'])('is not told with %s', (reason) => {
    expect(describeOther(anyFinding(reason), answered(), { others })).toEqual({})
  })

  it('is not told where no other is known by the answer, or there was none', () => {
    const [confluence] = others
    expect(describeOther(anyFinding('not-found'), answered(), { others: [confluence] })).toEqual({})
    expect(describeOther(anyFinding('not-found'), noAnswer('ECONNRESET'), { others })).toEqual({})
  })
})

describe('the product behind a page in front of several', () => {
  const contextPaths = ['/jira', '/tracker']
  const find = (body: string, baseUrl = 'https://example.com', asked = `${baseUrl}/rest/api/2/myself`) =>
    findFrontUrl(answered({ body }), new URL(asked), baseUrl, { contextPaths })

  it.each([
    ['<a href="/jira">', 'https://example.com/jira'],
    ["<a href='/jira/'>", 'https://example.com/jira'],
    ['<a HREF = "/jira/secure/Dashboard.jspa">', 'https://example.com/jira'],
    ['<a href="https://example.com/tracker">', 'https://example.com/tracker'],
    ['<a href="/wiki"> <a href="/jira">', 'https://example.com/jira'],
    ['<a href="../../../jira">', 'https://example.com/jira'],
  ])('is where a link of its own leads: %s', (body, expected) => {
    expect(find(body)).toBe(expected)
  })

  it.each([
    ['<a href="/jirafe">'],
    ['<a href="/my/jira">'],
    ['<a href="https://jira.example.com/jira">'],
    ['<a href="http://example.com/jira">'],
    ['<a href="http://[">'],
    ['<a xhref="/jira">'],
    ['<a href=/jira>'],
    ['/jira'],
    [`${' '.repeat(64 * 1024)}<a href="/jira">`],
  ])('is not where another leads, or none: %s', (body) => {
    expect(find(body)).toBeUndefined()
  })

  it('is not looked for where a context path was given', () => {
    expect(find('<a href="/jira">', 'https://example.com/wiki')).toBeUndefined()
  })
})
