import { describe, expect, it } from 'vitest'
import { jira } from '../../src/products/jira/jira.ts'
import { judgeRedirect } from '../../src/verdict/redirect.ts'

const judge = (location: string, baseUrl = 'https://jira.example.com') => {
  const asked = new URL(`${baseUrl}/rest/api/2/myself`)
  return judgeRedirect(new URL(location, asked), asked, baseUrl, jira)
}

describe('the base URL that a redirect shows', () => {
  it.each([
    ['/jira/rest/api/2/myself', 'https://jira.example.com', 'https://jira.example.com/jira'],
    ['https://issues.example.com/jira/rest/api/2/myself?from=old', undefined, 'https://issues.example.com/jira'],
    ['https://jira.example.com/rest/api/2/myself', 'http://jira.example.com', 'https://jira.example.com'],
    ['https://jira.example.com/', 'http://jira.example.com', 'https://jira.example.com'],
    ['https://jira.example.com/', 'http://jira.example.com/jira', 'https://jira.example.com/jira'],
    ['https://jira.example.com:8443/', 'http://jira.example.com:8080', 'https://jira.example.com:8443'],
    ['/jira/', undefined, 'https://jira.example.com/jira'],
    ['/jira', undefined, 'https://jira.example.com/jira'],
    ['/', 'https://jira.example.com/jira', 'https://jira.example.com'],
    ['/tools/jira/', undefined, 'https://jira.example.com/tools/jira'],
    ['/jira/secure/Dashboard.jspa', undefined, 'https://jira.example.com/jira'],
    ['/secure/Dashboard.jspa', 'https://jira.example.com/jira', 'https://jira.example.com'],
    ['http://127.0.0.1:2990/jira/', 'http://127.0.0.1:8080', 'http://127.0.0.1:2990/jira'],
    ['/jira//', undefined, 'https://jira.example.com/jira'],
    ['http://jira.example.com/', 'http://jira.example.com/jira', 'http://jira.example.com'],
    ['https://3.example.com/jira/', 'https://jira.example.com', 'https://3.example.com/jira'],
    ['https://issues.com.example/jira/', 'https://jira.com.example', 'https://issues.com.example/jira'],
    ['https://jira.example.co.uk/jira/', 'https://www.example.co.uk', 'https://jira.example.co.uk/jira'],
    ['https://issues.telecom.de/jira/', 'https://jira.telecom.de', 'https://issues.telecom.de/jira'],
    ['https://issues.company.de/jira/', 'https://jira.company.de', 'https://issues.company.de/jira'],
    ['https://issues.acme.corp1/jira/', 'https://jira.acme.corp1', 'https://issues.acme.corp1/jira'],
    ['https://jira.example.com/jira/', 'https://example.com', 'https://jira.example.com/jira'],
    ['https://issues.example.com./jira/', 'https://jira.example.com', 'https://issues.example.com./jira'],
  ])('%s, asked at %s: %s', (location, baseUrl, moved) => {
    expect(judge(location, baseUrl)).toEqual({ kind: 'moved', baseUrl: moved })
  })

  it.each([
    ['another company', 'https://www.example.org/jira/', undefined],
    ['another company with the same resource', 'https://jira.example.org/rest/api/2/myself', undefined],
    ['another company, with dots behind both', 'https://jira.example.org./jira/', 'https://jira.example.com.'],
    ['another company of the same domain, with dots behind both', 'https://a.com./jira/', 'https://b.com.'],
    ['a page of a login service', '/outpost/', undefined],
    ['another page of a login service', '/outpost-sso/', undefined],
    ['another company below the same second level', 'https://jira.other.co.uk/jira/', 'https://jira.example.co.uk'],
    ['another company with the same letters', 'https://jira.exam.ple/jira/', 'https://jira.exa.mple'],
    ['another product', '/wiki/', undefined],
    ['another address', 'https://127.0.0.2/jira/', 'https://127.0.0.1'],
    ['another address with the same end', 'https://10.9.0.2/jira/', 'https://10.1.0.2'],
    ['another address of IPv6', 'https://[2001:db8::2]/jira/', 'https://[2001:db8::1]'],
    ['another name without a domain', 'https://wiki/jira/', 'https://jira'],
    ['another company of two letters', 'https://jira.other.ed/jira/', 'https://jira.example.ed'],
    ['another company below a domain that begins like a second level', 'https://a.net.uk/jira/', 'https://b.net.uk'],
    ['another name without a domain, though it ends alike', 'https://uk/jira/', 'https://jira.uk'],
    ['a page', '/index.html', undefined],
    ['a page of an error', '/error/', undefined],
    ['a path too deep to be one', '/a/b/c/', undefined],
    ['the root that was asked', 'https://jira.example.com/', undefined],
    ['plain http', 'http://jira.example.com/rest/api/2/myself', undefined],
    ['plain http at its root', 'http://jira.example.com/', undefined],
  ])('is not that of %s: %s', (_, location, baseUrl) => {
    expect(judge(location, baseUrl)).toEqual({ kind: 'elsewhere' })
  })
})

describe('a login', () => {
  it.each([
    '/login.jsp?permissionViolation=true&os_destination=%2Frest',
    'https://login.example.com/adfs/ls/',
    '/outpost.goauthentik.io/start',
    'https://portal.example.org/start?rd=https%3A%2F%2Fjira.example.com%2Frest%2Fapi%2F2%2Fmyself',
    'https://portal.example.org/start?next=/rest/api/2/myself',
    'https://portal.example.org/start?service=https://jira.example.com/rest/api/2/myself',
    'https://portal.example.org/start?RelayState=https%253A%252F%252Fjira.example.com%252Frest%252Fapi%252F2%252Fmyself',
    '/start?ReturnTo=jira.example.com/rest/api/2/myself',
    // A page that turns somebody away, and would come back after a login.
    '/access-denied?next=/rest/api/2/myself',
    'https://portal.example.org/start?page=https://jira.example.com/rest/api/2/myself',
  ])('is at %s', (location) => {
    expect(judge(location)).toEqual({ kind: 'login' })
  })

  it('is not where the same resource is asked for at an address with such a name', () => {
    expect(judge('https://sso.example.com/jira/rest/api/2/myself')).toMatchObject({ kind: 'moved' })
  })

  it('is not where the query names another address', () => {
    expect(judge('/jira/?next=/secure/Dashboard.jspa')).toMatchObject({ kind: 'moved' })
  })
})

it('leads to Cloud, whose address is told', () => {
  expect(judge('https://example.atlassian.net/login')).toEqual({
    kind: 'cloud',
    baseUrl: 'https://example.atlassian.net',
  })
})

describe('something else', () => {
  it.each([
    ['loop', 'https://jira.example.com/rest/api/2/myself'],
    ['loop', '/rest/api/2/myself'],
    ['loop', '/rest/api/2/myself?cookie-check=1'],
    ['cloud', 'https://example.atlassian.net/rest/api/2/myself'],
    ['cloud', 'https://example.atlassian.net/'],
    ['block-page', 'https://gateway.zscaler.net/auD?origurl=https%3A%2F%2Fjira.example.com%2Frest%2Fapi%2F2%2Fmyself'],
    ['block-page', 'http://proxy.example.com/blocked?url=https://jira.example.com/rest/api/2/myself'],
    ['block-page', 'https://blockpage.example.com/?cat=12'],
    ...['zscalertwo.net', 'zscalerthree.net', 'zscalerbeta.net', 'zscalergov.net', 'zscloud.net', 'zscaler.com'].map(
      (domain) => ['block-page', `https://gateway.${domain}/x`],
    ),
    ...['opendns.com', 'netskope.com', 'iboss.com', 'forcepoint.net'].map((domain) => [
      'block-page',
      `https://${domain}/x`,
    ]),
    ...[
      'block',
      'blocked',
      'blocking',
      'block-page',
      'block_page',
      'blockpage',
      'blockedpage',
      'blocked_page',
      'webblock',
    ].map((path) => ['block-page', `https://portal.example.org/${path}`]),
    ...['urlblock', 'urlfilter', 'url-filter', 'urlfiltering', 'webfilter', 'web-filter', 'accessdenied'].map(
      (path) => ['block-page', `https://portal.example.org/${path}/1`],
    ),
    ...['access-denied.html', 'denied', 'a/denied'].map((path) => ['block-page', `https://portal.example.org/${path}`]),
    ...['blocks', 'unblocked', 'blockxpage', 'urlxfilter', 'webxfilter', 'accessxdenied'].map((path) => [
      'elsewhere',
      `https://portal.example.org/${path}`,
    ]),
    ['elsewhere', 'https://myopendns.com/x'],
    ['elsewhere', 'https://opendns.com.example.org/x'],
  ])('%s: %s', (kind, location) => {
    expect(judge(location)).toMatchObject({ kind })
  })
})
