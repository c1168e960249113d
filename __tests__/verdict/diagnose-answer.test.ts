import { describe, expect, it } from 'vitest'
import { isFinding } from '../../src/catalogue/finding.ts'
import { diagnoseAnswer } from '../../src/verdict/diagnose-answer.ts'
import type { SentRequest } from '../../src/verdict/sent-request.ts'
import type { Answer } from '../../src/wire/answer.ts'
import {
  apacheForbidden,
  awsUnavailable,
  bareForbidden,
  basicAuthDisabled,
  basicRejected,
  bearerRejected,
  bearerRejectedEnvelope,
  captcha,
  captchaBySeraph,
  cloudBearerForbidden,
  cloudflareForbidden,
  cloudIdentity,
  cloudRejected,
  f5Forbidden,
  failedLoginWithoutBody,
  identity,
  impervaForbidden,
  jiraHeaders,
  jiraUnavailable,
  loginPage,
  loginRedirect,
  movedTo,
  nginxBadGateway,
  nginxGatewayTimeout,
  nginxNotFound,
  nginxUnauthorized,
  oauth2ProxyRedirect,
  projectNotFound,
  serverError,
  squidForbidden,
  ssoPage,
  ssoRedirect,
  tokens,
  tomcatNotFound,
  tomcatRateLimited,
  unlicensed,
  welcomePage,
} from '../support/answers.ts'
import type { Reply } from '../support/reply.ts'
import { answered, question } from './answered.ts'

const nowMs = Date.parse('2026-11-22T12:00:00Z')

const diagnose = (reply: Reply, changes: Partial<Answer> = {}, scheme: 'Bearer' | 'Basic' = 'Bearer') =>
  diagnoseAnswer(answered(reply, changes), { ...question, scheme }, nowMs)

const seraphFailed = { ...jiraHeaders, 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' }
const html = { 'Content-Type': 'text/html' }

describe('401', () => {
  it.each<[string, Reply, bearer: string, basic: string]>([
    ['the answer of Data Center', bearerRejected, 'token-rejected', 'basic-rejected'],
    ['its error envelope', bearerRejectedEnvelope, 'token-rejected', 'basic-rejected'],
    ['its page for Basic', basicRejected, 'token-rejected', 'basic-rejected'],
    ['the text of Cloud', cloudRejected, 'cloud-needs-basic', 'basic-rejected'],
    ['an empty body with a header of Jira', { status: 401, headers: jiraHeaders }, 'token-rejected', 'basic-rejected'],
    ['an identity all the same', { ...identity(), status: 401 }, 'token-rejected', 'basic-rejected'],
    ['a login page of Jira', { ...loginPage, status: 401 }, 'token-rejected', 'basic-rejected'],
    ['the challenge of a gateway', nginxUnauthorized, 'edge-unauthorized', 'edge-unauthorized'],
    ['nothing at all', { status: 401 }, 'edge-unauthorized', 'edge-unauthorized'],
    [
      'an identity that bears no trace of Jira',
      { status: 401, body: { name: 'svc-ci' } },
      'edge-unauthorized',
      'edge-unauthorized',
    ],
  ])('%s', (_, reply, bearer, basic) => {
    expect(diagnose(reply)).toMatchObject({ reason: bearer, statusCode: 401 })
    expect(diagnose(reply, {}, 'Basic')).toMatchObject({ reason: basic, statusCode: 401 })
  })
})

it('a token that is rejected is told with what it shows of itself', () => {
  const traits = { isJwt: true, jwtExpiredOn: '2026-01-02', cloudToken: undefined }
  expect(diagnoseAnswer(answered(bearerRejected), { ...question, traits }, nowMs)).toHaveProperty('facts', {
    jwtExpiredOn: '2026-01-02',
    cloudToken: undefined,
    asNobody: undefined,
  })
})

describe('403', () => {
  it.each<[string, Reply, string]>([
    ['a CAPTCHA by its own header, though it says AUTHENTICATED_FAILED too', captcha, 'captcha-required'],
    ['a CAPTCHA by the login reason', captchaBySeraph, 'captcha-required'],
    [
      'a CAPTCHA in small letters',
      { status: 403, headers: { 'X-Authentication-Denied-Reason': 'captcha_challenge' } },
      'captcha-required',
    ],
    [
      'a login reason in small letters',
      { status: 403, headers: { 'X-Seraph-LoginReason': 'out, authentication_denied' } },
      'captcha-required',
    ],
    ['a CAPTCHA by the page', { status: 403, body: 'Reason : AUTHENTICATION_DENIED' }, 'captcha-required'],
    ['a CAPTCHA by its name in the page', { status: 403, body: 'CAPTCHA_CHALLENGE; login-url=…' }, 'captcha-required'],
    [
      'a CAPTCHA where Basic is switched off, too',
      { ...basicAuthDisabled, headers: captcha.headers ?? {} },
      'captcha-required',
    ],
    ['Basic switched off', basicAuthDisabled, 'basic-auth-disabled'],
    [
      'Basic switched off, in other letters',
      { status: 403, body: 'basic authentication HAS BEEN DISABLED' },
      'basic-auth-disabled',
    ],
    ['a user without a licence', unlicensed, 'access-denied'],
    [
      'an address, by an app of Jira itself',
      { status: 403, headers: jiraHeaders, body: 'Your IP address is not allowed' },
      'access-denied',
    ],
    ['a failed login without a CAPTCHA', { status: 403, headers: seraphFailed }, 'access-denied'],
    [
      'a denial for another reason',
      { status: 403, headers: { 'X-Authentication-Denied-Reason': 'OTHER', 'X-AREQUESTID': '1' } },
      'access-denied',
    ],
    ['a firewall', cloudflareForbidden, 'edge-forbidden'],
    ['a proxy', squidForbidden, 'edge-forbidden'],
    ['a web server', apacheForbidden, 'edge-forbidden'],
    ['nothing but the status', bareForbidden, 'edge-forbidden'],
  ])('%s', (_, reply, reason) => {
    for (const scheme of ['Bearer', 'Basic'] as const) {
      expect(diagnose(reply, {}, scheme)).toMatchObject({ reason, statusCode: 403 })
    }
  })

  it('names the product in front of Jira', () => {
    expect(diagnose(cloudflareForbidden)).toMatchObject({ facts: { edge: 'Cloudflare' } })
    expect(diagnose(bareForbidden)).toHaveProperty('facts.edge', undefined)
  })

  const challenge = (loginUrl: string): Reply => ({
    status: 403,
    headers: { 'X-Authentication-Denied-Reason': `CAPTCHA_CHALLENGE; login-url=${loginUrl}` },
  })

  it.each([
    ['https://jira.example.com/login.jsp', 'https://jira.example.com/login.jsp'],
    ['https://jira.example.com/jira/login.jsp?os_destination=%2F#top', 'https://jira.example.com/jira/login.jsp'],
    ['https://svc-ci:hunter2@jira.example.com/login.jsp', 'https://jira.example.com/login.jsp'],
    ['https://jira.example.com/login.jsp; realm=x', 'https://jira.example.com/login.jsp'],
    ['https://jira.example.com/login.jsp, CAPTCHA_CHALLENGE', 'https://jira.example.com/login.jsp'],
    ['https://evil.example.com/login.jsp', undefined],
    ['https://jira.example.com.evil.example.com/login.jsp', undefined],
    ['https://jira.example.com:8443/login.jsp', undefined],
    ['http://jira.example.com/login.jsp', undefined],
    ['/login.jsp', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
  ])('of the login page %j it names %j', (loginUrl, named) => {
    expect(diagnose(challenge(loginUrl))).toHaveProperty('facts.loginUrl', named)
  })

  it('reads the name of the login page in any case', () => {
    const headers = { 'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE; LOGIN-URL=https://jira.example.com/l' }
    expect(diagnose({ status: 403, headers })).toHaveProperty('facts.loginUrl', 'https://jira.example.com/l')
    expect(diagnose(captchaBySeraph)).toHaveProperty('facts.loginUrl', undefined)
  })
})

describe('AUTHENTICATED_FAILED at any other status', () => {
  it.each<[string, Reply]>([
    ['200 with nothing in it', failedLoginWithoutBody],
    ['200 with an identity', { ...identity(), headers: seraphFailed }],
    ['200 with a login reason of several words', { headers: { 'X-Seraph-LoginReason': 'OUT, authenticated_failed' } }],
    ['204', { status: 204, headers: seraphFailed }],
    ['302', { ...loginRedirect('/'), headers: { ...seraphFailed, Location: '/login.jsp' } }],
    ['404', { ...tomcatNotFound, headers: seraphFailed }],
    ['407', { status: 407, headers: seraphFailed }],
    ['429', { ...tomcatRateLimited(5), headers: seraphFailed }],
    ['500', { ...serverError, headers: seraphFailed }],
    ['503', { ...jiraUnavailable, headers: seraphFailed }],
    ['418', { status: 418, headers: seraphFailed }],
    ['in a page', { headers: html, body: '<p>Basic Authentication Failure - Reason : AUTHENTICATED_FAILED</p>' }],
    ['in a page with a script', { headers: html, body: '<p>AUTHENTICATED_FAILED</p><script>{}</script>' }],
    ['in bare text, which is no JSON', { body: 'AUTHENTICATED_FAILED [1]' }],
    ['in bare text', { status: 500, body: 'AUTHENTICATED_FAILED' }],
    [
      'in the message of an error',
      { body: '{"message":"Basic Authentication Failure - Reason : AUTHENTICATED_FAILED"}' },
    ],
    ['in the messages of an error', { status: 500, body: '{"errorMessages":["no",7,"AUTHENTICATED_FAILED"]}' }],
  ])('%s', (_, reply) => {
    expect(diagnose(reply)).toMatchObject({ reason: 'token-rejected', statusCode: reply.status ?? 200 })
    expect(diagnose(reply, {}, 'Basic')).toMatchObject({ reason: 'basic-rejected' })
  })

  it('a user may be called so', () => {
    expect(diagnose(identity({ displayName: 'AUTHENTICATED_FAILED' }))).toMatchObject({ kind: 'json' })
  })

  it.each(['["AUTHENTICATED_FAILED"', ' {"name":"x","displayName":"AUTHENTICATED_FAILED","groups":'])(
    'a user may be called so in JSON that was cut: %s',
    (body) => {
      expect(diagnose({ body }, { bodyState: 'cut' })).toMatchObject({ reason: 'response-cut' })
    },
  )

  it('JSON that is no object says nothing of the kind', () => {
    expect(diagnose({ body: '["AUTHENTICATED_FAILED"]' })).toMatchObject({ kind: 'json' })
  })

  it.each(['OK', 'OUT, OK', 'AUTHENTICATED_FAILED, OK', ''])('a login reason of %j is none', (loginReason) => {
    const reply = { ...identity(), headers: { 'X-Seraph-LoginReason': loginReason } }
    expect(diagnose(reply)).toMatchObject({ kind: 'json' })
  })
})

describe('407, 404, 429', () => {
  it.each<[string, Reply, string]>([
    ['407', { status: 407, headers: { 'Proxy-Authenticate': 'Basic' } }, 'proxy-unauthorized'],
    ['404 of Tomcat', tomcatNotFound, 'not-found'],
    ['404 of a web server', nginxNotFound, 'not-found'],
    ['404 of Jira, in JSON', projectNotFound('OPS'), 'not-found'],
    ['404 with a login page', { ...loginPage, status: 404 }, 'not-found'],
    ['429 in a page', tomcatRateLimited(5), 'rate-limited'],
    ['429 with nothing in it', { status: 429 }, 'rate-limited'],
  ])('%s', (_, reply, reason) => {
    expect(diagnose(reply)).toMatchObject({ reason, statusCode: reply.status })
  })

  it('407 names no variable, since the proxy was not asked as one', () => {
    expect(diagnose({ status: 407 })).toHaveProperty('facts', { proxyVariable: 'the proxy variable' })
  })

  it('429 of something in front names it, as far as it may be told', () => {
    expect(diagnose({ status: 429 })).toMatchObject({
      facts: { limiter: 'something', operator: 'the operators of jira.example.com' },
    })
    expect(diagnose({ status: 429, headers: { Server: 'nginx' } })).toMatchObject({ facts: { limiter: 'nginx' } })
  })

  it('429 says when Jira may be asked again', () => {
    expect(diagnose(tomcatRateLimited(17))).toMatchObject({ facts: { retryAt: 'in 17 s (2026-11-22T12:00:17Z)' } })
    expect(diagnose({ status: 429 })).toHaveProperty('facts.retryAt', undefined)
  })
})

describe('5xx', () => {
  it.each<[string, Reply, string]>([
    ['500 of Jira', serverError, 'server-error'],
    ['500 of anybody', { status: 500, body: 'Oops' }, 'server-error'],
    ['500 with nothing in it', { status: 500 }, 'gateway-error'],
    ['500 that says that Jira was not reached', { status: 500, body: 'DNS lookup failure for: jira' }, 'gateway-error'],
    [
      'the same with a trace of Jira',
      { status: 500, headers: jiraHeaders, body: 'DNS lookup failure for: x' },
      'server-error',
    ],
    ['521', { status: 521 }, 'gateway-error'],
    ['530', { status: 530 }, 'gateway-error'],
    ['528', { status: 528 }, 'server-error'],
    ['501', { status: 501 }, 'server-error'],
    ['502 of a web server', nginxBadGateway, 'gateway-error'],
    ['502 with a trace of Jira', { status: 502, headers: jiraHeaders }, 'gateway-error'],
    ['503 of Jira', jiraUnavailable, 'server-error'],
    ['503 of a load balancer', awsUnavailable, 'gateway-error'],
    ['503 of anybody', { status: 503 }, 'gateway-error'],
    ['504 of a web server', nginxGatewayTimeout, 'gateway-error'],
    ['504 with a trace of Jira', { status: 504, headers: jiraHeaders }, 'gateway-error'],
    ['505', { status: 505 }, 'server-error'],
    ['599', { status: 599 }, 'server-error'],
    ['500 with a Location', { ...serverError, headers: { Location: '/login.jsp' } }, 'server-error'],
    ['500 with an identity', { ...identity(), status: 500 }, 'server-error'],
  ])('%s', (_, reply, reason) => {
    expect(diagnose(reply)).toMatchObject({ reason, statusCode: reply.status })
  })

  it('names who answered, where it was not Jira', () => {
    const page: Reply = { status: 500, headers: { Server: 'Microsoft-IIS/10.0' }, body: '<title>Internal</title>' }
    expect(diagnose(page)).toHaveProperty('facts', {
      edge: 'Microsoft IIS',
      pageTitle: 'Internal',
      operator: 'the operators of jira.example.com',
    })
    expect(diagnose({ ...page, headers: { ...page.headers, ...jiraHeaders } })).toHaveProperty('facts', {})
  })
})

describe('an error of a server', () => {
  it('is told with who answered, where it bears no trace of Jira', () => {
    const reply = { status: 500, headers: { Server: 'nginx' }, body: '<html><title>Oops</title></html>' }
    const operator = 'the operators of jira.example.com'
    expect(diagnose(reply)).toMatchObject({ facts: { edge: 'nginx', pageTitle: 'Oops', operator } })
    expect(diagnose({ ...reply, headers: {} })).toMatchObject({ facts: { edge: undefined, operator } })
    const ofJira = { ...reply, headers: { ...jiraHeaders, Server: 'nginx' } }
    expect(diagnose(ofJira)).toHaveProperty('facts', {})
  })
})

describe('redirects', () => {
  it.each<[string, Reply, string, string | undefined]>([
    ["to Jira's own login, relative", loginRedirect('/rest/api/2/myself'), 'sso-login', '/login.jsp'],
    ['to a single sign-on', ssoRedirect, 'sso-login', 'https://login.example.com/adfs/ls/'],
    [
      'to an identity provider',
      oauth2ProxyRedirect,
      'sso-login',
      'https://id.example.com/realms/main/protocol/openid-connect/auth',
    ],
    ['to another path', movedTo('/wiki'), 'redirected', '/wiki'],
    ['to another host', movedTo('https://wiki.example.com/?session=1#top'), 'redirected', 'https://wiki.example.com/'],
    ['to a URL with credentials', movedTo('https://u:p@wiki.example.com/'), 'redirected', 'https://wiki.example.com/'],
    ['to a host without a scheme', movedTo('//wiki.example.com/a'), 'redirected', 'https://wiki.example.com/a'],
    ['to a relative path', movedTo('login'), 'sso-login', '/jira/rest/api/2/login'],
    ['without a Location', { status: 302, headers: jiraHeaders }, 'redirected', undefined],
    ['to something that is no URL', movedTo('https://[oops'), 'redirected', undefined],
    ['to a script', movedTo('javascript:alert(1)'), 'redirected', undefined],
    ['to a scheme like it', movedTo('shttp://wiki.example.com/'), 'redirected', undefined],
    ['to a mail', movedTo('mailto:jane@example.com'), 'redirected', undefined],
    ['without a Location, with a login page', { ...ssoPage, status: 302 }, 'sso-login', undefined],
    [
      'to a script, with a login page',
      { ...ssoPage, status: 302, headers: { Location: 'javascript:x' } },
      'sso-login',
      undefined,
    ],
    ['elsewhere, with a login page', { ...ssoPage, status: 302, headers: { Location: '/a' } }, 'redirected', '/a'],
    ['with an identity', { ...identity(), status: 302, headers: { Location: '/a' } }, 'redirected', '/a'],
  ])('%s', (_, reply, reason, location) => {
    const expected = location?.startsWith('/') ? `https://jira.example.com${location}` : location
    const found = diagnose(reply)
    expect(found).toMatchObject({ reason, statusCode: reply.status })
    expect(isFinding(found) ? found.facts.location : 'no finding').toBe(expected)
  })

  it('are told with the path that was asked, where they do not say where to', () => {
    expect(diagnose({ status: 302 })).toHaveProperty('facts', {
      path: '/jira/rest/api/2/myself',
      comparedUrl: 'https://jira.example.com/jira',
    })
  })

  it('are not called by the title of the page that comes with them', () => {
    const redirect = { ...loginRedirect('/rest/api/2/myself'), body: '<html><title>302 Found</title></html>' }
    expect(diagnose(redirect)).toHaveProperty('facts.pageTitle', undefined)
    expect(diagnose({ ...ssoPage, status: 302 })).not.toHaveProperty('facts.pageTitle', undefined)
  })

  it.each([301, 302, 303, 307, 308])('%d is one', (status) => {
    expect(diagnose({ status, headers: { Location: '/a' } })).toMatchObject({ reason: 'redirected' })
    expect(diagnose({ status })).toMatchObject({ reason: 'redirected' })
  })

  it('300 is one where it says where to', () => {
    expect(diagnose({ status: 300, headers: { Location: '/a' } })).toMatchObject({ reason: 'redirected' })
    expect(diagnose({ status: 300 })).toMatchObject({ reason: 'unexpected-status' })
  })

  it.each([304, 305, 306, 399])('%d is none', (status) => {
    expect(diagnose({ status, headers: { Location: '/a' } })).toMatchObject({ reason: 'unexpected-status' })
  })

  it.each([
    ['https://issues.example.com/rest/api/2/myself', 'https://issues.example.com'],
    ['https://issues.example.com/jira/rest/api/2/myself?x=1', 'https://issues.example.com/jira'],
    ['/tools/jira/rest/api/2/myself', 'https://jira.example.com/tools/jira'],
    ['http://jira.example.com/rest/api/2/myself', undefined],
    // Jira itself at another address, though that address looks like a login's.
    ['https://id.example.com/rest/api/2/myself', 'https://id.example.com'],
    ['https://jira.example.org/rest/api/2/myself', undefined],
    ['https://jira.example.org/', undefined],
    ['https://jira.example.org/rest/api/2/myself/', undefined],
    ['https://jira.example.org/rest/api/3/myself', undefined],
    ['https://jira.example.com/jira/rest/api/2/myself?again', undefined],
  ])('to the same resource (%s), it names the base URL', (location, newBaseUrl) => {
    const found = diagnose(movedTo(location))
    expect(found).toMatchObject({ reason: 'redirected' })
    expect(isFinding(found) && found.reason === 'redirected' && found.facts.newBaseUrl).toBe(newBaseUrl)
  })

  it('to the same resource, whatever query was asked with', () => {
    const asked = { ...question, path: '/rest/api/2/mypermissions?projectKey=OPS&permissions=A' }
    const reply = movedTo('https://issues.example.com/rest/api/2/mypermissions?projectKey=OPS&permissions=A')
    expect(diagnoseAnswer(answered(reply), asked, nowMs)).toHaveProperty(
      'facts.newBaseUrl',
      'https://issues.example.com',
    )
  })
})

describe('2xx', () => {
  it.each<[string, Reply]>([
    ['an identity', identity()],
    ['an identity of Cloud', cloudIdentity],
    ['a list', tokens([])],
    ['an identity called text/html', { ...identity(), headers: html }],
    ['an identity without a Content-Type', { body: '{"name":"svc-ci"}' }],
    ['an identity amid white space', { body: ' \r\n{"name":"svc-ci"}\n ' }],
    ['null', { body: 'null' }],
    ['a text', { body: '"svc-ci"' }],
    ['a number called HTML', { headers: html, body: '42' }],
    ['a text that holds a page', { headers: html, body: JSON.stringify('<html><input type="password"></html>') }],
  ])('%s is what was asked for, as far as HTTP goes', (_, reply) => {
    const body = answered(reply).body
    expect(diagnose(reply)).toMatchObject({ kind: 'json', json: JSON.parse(body), statusCode: 200 })
  })

  it.each<[string, Reply, string]>([
    ['nothing', {}, 'empty-response'],
    ['white space', { body: ' \r\n\t' }, 'empty-response'],
    ['nothing, with 204', { status: 204 }, 'empty-response'],
    ['nothing, with 299', { status: 299 }, 'empty-response'],
    ['a login page', loginPage, 'sso-login'],
    ['a login page of another host', ssoPage, 'sso-login'],
    ['a login page with 203', { ...ssoPage, status: 203 }, 'sso-login'],
    ['a login page called JSON', { ...loginPage, headers: { 'Content-Type': 'application/json' } }, 'sso-login'],
    ['a page that leads to a login', { headers: html, body: '<form action="../../login.jsp">' }, 'sso-login'],
    ['a page', welcomePage, 'html-page'],
    ['a page with 202', { ...welcomePage, status: 202 }, 'unexpected-status'],
    ['an identity with 201', { ...identity(), status: 201 }, 'unexpected-status'],
    ['an identity with 206', { ...identity(), status: 206 }, 'unexpected-status'],
    ['half an identity', { body: '{"name":"svc-ci"' }, 'invalid-json'],
    ['half an identity called HTML', { headers: html, body: '{"name":"svc-ci"' }, 'invalid-json'],
    ['half a list called HTML', { headers: html, body: ' [{"name":"svc-ci"' }, 'invalid-json'],
    ['half a text called HTML', { headers: html, body: '"svc-ci' }, 'invalid-json'],
    ['text', { headers: { 'Content-Type': 'text/plain' }, body: 'OK' }, 'invalid-json'],
    ['XML', { body: '<?xml version="1.0"?><user><name>svc-ci</name></user>' }, 'invalid-json'],
    ['text that is called HTML', { headers: html, body: 'It works!' }, 'html-page'],
    ['text with quotation marks that is called HTML', { headers: html, body: 'It "works"!' }, 'html-page'],
    ['text that is called XHTML', { headers: { 'Content-Type': 'application/xhtml+xml' }, body: 'Hi' }, 'html-page'],
    [
      'text that is called something like HTML',
      { headers: { 'Content-Type': 'text/nohtml' }, body: 'Hi' },
      'invalid-json',
    ],
    [
      'text that is called something else like HTML',
      { headers: { 'Content-Type': 'text/htmlx' }, body: 'Hi' },
      'invalid-json',
    ],
  ])('%s', (_, reply, reason) => {
    expect(diagnose(reply)).toMatchObject({ reason, statusCode: reply.status ?? 200 })
  })

  it.each([
    '<!DOCTYPE html><title>Hi</title>',
    '<!doctype   HTML>',
    '<HTML lang="en">',
    '\uFEFF<html>',
    '\n\n  <html>',
    '<head>',
    '<body class="x">',
    '<title>Hi</title>',
    '<meta charset="utf-8">',
    '<script>1</script>',
    '<form>',
    '<div>',
    '<h1>Hi</h1>',
    '<p>Hi',
    '<center>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>',
    '<?xml version="1.0"?><html>',
    '<!-- a comment --><html>',
    '<!-- one -->\n<!-- two -->\n<html>',
    '<?xml version="1.0"?> <!-- one --> <html>',
  ])('a page by its content: %s', (body) => {
    expect(diagnose({ body })).toMatchObject({ reason: 'html-page' })
  })

  it.each([
    '<htmlx>',
    '<header>',
    '<pre>Hi</pre>',
    '<h2>Hi</h2>',
    '<!doctypehtml>',
    'a <html>',
    '<!-- no end <html>',
    '<users><p>',
    '<?xmlish?><html>',
    '<xml><html>',
  ])('no page: %s', (body) => {
    expect(diagnose({ body })).toMatchObject({ reason: 'invalid-json' })
  })

  it.each([
    ['<html><title>Welcome to nginx!</title></html>', 'Welcome to nginx!'],
    ['<html><TITLE id="t">\n  Portal \n</TITLE>', 'Portal'],
    ['<html><title></title>', undefined],
    ['<html><titles>no</titles>', undefined],
    ['<html><body>', undefined],
    [`<html><title>${'x'.repeat(500)}</title>`, 'x'.repeat(500)],
    [`<html><title ${'x'.repeat(101)}>no</title>`, undefined],
  ])('names the title of the page: %s', (body, pageTitle) => {
    expect(diagnose({ body })).toHaveProperty('facts.pageTitle', pageTitle)
  })

  it.each(['anonymous', 'Anonymous', 'ANONYMOUS', 'anonymous, anonymous', 'anonymous, svc-ci', 'svc-ci, anonymous'])(
    'the user %s is nobody',
    (name) => {
      const reply = { ...identity(), headers: { 'X-AUSERNAME': name } }
      expect(diagnose(reply)).toMatchObject({ reason: 'no-identity', statusCode: 200 })
    },
  )

  it.each(['svc-ci', 'jane%40example.com', 'anonymous2', 'anonymous%20', ''])('the user %j is somebody', (name) => {
    expect(diagnose({ ...identity(), headers: { 'X-AUSERNAME': name } })).toMatchObject({ kind: 'json' })
  })
})

it('a page with another status than 200 is told with its title, who sent it, and the path that was asked', () => {
  const reply = { status: 202, headers: { Server: 'nginx' }, body: '<html><title>Accepted</title>' }
  expect(diagnose(reply)).toHaveProperty('facts', {
    edge: 'nginx',
    pageTitle: 'Accepted',
    path: '/jira/rest/api/2/myself',
  })
})

describe('how the body ended', () => {
  const ends = [
    ['cut', 'response-cut'],
    ['too-large', 'response-too-large'],
    ['late', 'timeout'],
    ['malformed', 'malformed-response'],
  ] as const

  it.each(ends)('%s: %s with 2xx', (bodyState, reason) => {
    for (const status of [200, 201, 204]) {
      expect(diagnose({ ...identity(), status }, { bodyState })).toMatchObject({ reason, statusCode: status })
    }
  })

  it('late: says how long was waited', () => {
    expect(diagnose(identity(), { bodyState: 'late', durationMs: 9001 })).toMatchObject({
      facts: { seconds: '9', phase: 'reading the answer' },
    })
  })

  it('malformed: says what is wrong with it', () => {
    const bodyError = { code: 'Z_DATA_ERROR', message: 'incorrect header check' }
    expect(diagnose(identity(), { bodyState: 'malformed', bodyError })).toMatchObject({
      facts: { detail: 'its body is not compressed in the way that its Content-Encoding says' },
    })
  })

  it.each(ends)('%s: matters with no other status', (bodyState) => {
    for (const reply of [bearerRejected, captcha, tomcatNotFound, tomcatRateLimited(5), serverError, ssoRedirect]) {
      expect(diagnose(reply, { bodyState })).toEqual(diagnose(reply))
    }
  })
})

describe('a firewall', () => {
  it.each<[string, Reply]>([
    ['F5 with 200', { ...f5Forbidden, status: 200 }],
    ['F5 with 503', { ...f5Forbidden, status: 503 }],
    ['Imperva with 200', { ...impervaForbidden, status: 200 }],
    ['AWS WAF with an empty 202', { status: 202, headers: { 'X-Amzn-Waf-Action': 'challenge' } }],
    ['AWS WAF with 405', { status: 405, headers: { 'X-Amzn-Waf-Action': 'captcha' } }],
    ['ModSecurity with 406', { status: 406, body: 'This error was generated by Mod_Security.' }],
  ])('blocks, whatever the status: %s', (_, reply) => {
    expect(diagnose(reply)).toMatchObject({ reason: 'edge-forbidden', statusCode: reply.status })
  })

  it('is none where the answer bears a trace of Jira', () => {
    const reply = { ...identity(), headers: { ...jiraHeaders, 'X-Amzn-Waf-Action': 'allow' } }
    expect(diagnose(reply)).toMatchObject({ kind: 'json' })
  })
})

describe('AUTHENTICATION_DENIED', () => {
  const denied = { 'X-Seraph-LoginReason': 'OK, AUTHENTICATION_DENIED' }
  it.each([200, 302, 401, 403, 404, 429, 503])('in the header, at %d', (status) => {
    expect(diagnose({ ...identity(), status, headers: denied })).toMatchObject({ reason: 'captcha-required' })
  })

  it.each([401, 403, 404, 500])('in the body, at %d', (status) => {
    const body = 'Reason : AUTHENTICATION_DENIED'
    expect(diagnose({ status, body })).toMatchObject({ reason: 'captcha-required' })
  })

  it('in the body of a 200 it is a name like another', () => {
    const body = JSON.stringify({ name: 'svc-ci', displayName: 'AUTHENTICATION_DENIED' })
    expect(diagnose({ body })).toMatchObject({ kind: 'json' })
  })
})

describe('Cloud', () => {
  const edge = { Server: 'AtlassianEdge' }
  const jwt = { ...question.traits, isJwt: true }
  const reasonOf = (reply: Reply, changes: Partial<SentRequest> = {}) =>
    diagnoseAnswer(answered(reply), { ...question, ...changes }, nowMs)

  it.each([401, 403])('at its edge, %d', (status) => {
    expect(reasonOf({ status, headers: edge })).toMatchObject({ reason: 'cloud-needs-basic', statusCode: status })
    expect(reasonOf({ status, headers: edge }, { scheme: 'Basic' })).toMatchObject({ reason: 'basic-rejected' })
    expect(reasonOf({ status, headers: edge }, { traits: jwt })).toMatchObject({ reason: 'token-rejected' })
  })

  it.each<[string, Reply]>([
    ['by its words', cloudBearerForbidden],
    ['by its words, in other letters', { status: 403, body: '{"error":"failed to parse connect session auth token"}' }],
  ])('knows no Bearer: %s', (_, reply) => {
    expect(reasonOf(reply)).toMatchObject({ reason: 'cloud-needs-basic', statusCode: 403 })
    expect(reasonOf(reply, { scheme: 'Basic' })).toMatchObject({ reason: 'basic-rejected', statusCode: 403 })
  })

  it('denies a user whom it has recognised', () => {
    const headers = { ...edge, 'Atl-TraceId': '1', 'X-Seraph-LoginReason': 'OK' }
    const reply = { status: 403, headers, body: { errorMessages: ['You do not have the permission'] } }
    for (const changes of [{}, { scheme: 'Basic' as const }, { traits: jwt }]) {
      expect(reasonOf(reply, changes)).toMatchObject({ reason: 'access-denied', statusCode: 403 })
    }
    const failed = { ...headers, 'X-Seraph-LoginReason': 'OK, AUTHENTICATED_FAILED' }
    expect(reasonOf({ status: 403, headers: failed })).toMatchObject({ reason: 'cloud-needs-basic' })
  })

  it.each([
    '{"code":403,"message":"The IP address 192.0.2.1 is not allowed to access this site"}',
    'Blocked by the IP allowlist of this organization',
  ])('refuses an address, whatever was sent: %s', (body) => {
    for (const changes of [{}, { scheme: 'Basic' as const }, { traits: jwt }]) {
      expect(reasonOf({ status: 403, headers: edge, body }, changes)).toMatchObject({ reason: 'edge-forbidden' })
    }
  })

  it('does not know the site with a 404', () => {
    expect(reasonOf({ status: 404, headers: edge })).toMatchObject({ reason: 'not-found' })
  })
})

it('511 is a network that wants a login first', () => {
  expect(diagnose({ status: 511, headers: html, body: '<html>' })).toMatchObject({
    reason: 'sso-login',
    statusCode: 511,
  })
})

describe('out of a cache', () => {
  it.each([{ Age: '86400' }, { 'X-Cache': 'HIT from squid' }])('an identity proves nothing: %j', (headers) => {
    const reply = { ...identity(), headers: { ...jiraHeaders, ...headers } }
    const facts = { cache: 'its cache', operator: 'the operators of jira.example.com' }
    expect(diagnose(reply)).toMatchObject({ reason: 'no-identity', facts })
  })

  it('is told by name, though the answer that it has kept bears a trace of Jira', () => {
    const reply = { ...identity(), headers: { ...jiraHeaders, Server: 'cloudflare', 'CF-Cache-Status': 'HIT' } }
    const facts = { cache: 'the cache of Cloudflare', operator: 'those who administer its Cloudflare account' }
    expect(diagnose(reply)).toMatchObject({ reason: 'no-identity', facts })
  })

  it('of something that names itself, though the answer is one of Jira', () => {
    const reply = { ...identity(), headers: { ...jiraHeaders, 'X-Cache': 'HIT', Server: 'nginx/1.22.1' } }
    expect(diagnose(reply)).toHaveProperty('facts.cache', 'the cache of nginx')
  })
})

describe('headers that are too large', () => {
  it.each([
    [400, 'Size of a request header field exceeds server limit.<br />'],
    [400, '<p><b>Message</b> Request header is too large</p>'],
    [400, '<title>400 Request Header Or Cookie Too Large</title>'],
    [431, ''],
  ])('%d %s', (status, body) => {
    expect(diagnose({ status, body })).toMatchObject({
      reason: 'unexpected-status',
      facts: { detail: expect.stringContaining('length of the token') },
    })
  })

  it.each([
    [400, 'Bad Request'],
    [405, 'Request header is too large'],
  ])('are not meant by %d %s', (status, body) => {
    expect(diagnose({ status, body })).toHaveProperty('facts.detail', undefined)
  })
})

describe('the rest', () => {
  it.each([0, 1, 99])('%d is no status', (status) => {
    expect(diagnose({ status })).toMatchObject({
      reason: 'malformed-response',
      statusCode: null,
      facts: { detail: 'its status is no number from 100 to 599' },
    })
  })

  it.each([100, 101, 199, 305, 400, 402, 405, 406, 408, 410, 418, 451, 499, 600, 999])('%d', (status) => {
    expect(diagnose({ status })).toMatchObject({ reason: 'unexpected-status', statusCode: status })
  })

  it.each([
    [405, true],
    [406, true],
    [418, true],
    [451, true],
    [400, false],
    [410, false],
  ])('%d is most often that of a firewall: %s', (status, isFirewall) => {
    const operator = isFirewall ? 'the operators of jira.example.com' : undefined
    expect(diagnose({ status })).toHaveProperty('facts.firewallOperator', operator)
    expect(diagnose({ status, headers: jiraHeaders })).toHaveProperty('facts.firewallOperator', undefined)
  })

  const nginx = (text: string): string => `<html><head><title>400 ${text}</title></head></html>`

  it.each([400, 495, 496])('%d where nginx wants a client certificate', (status) => {
    expect(diagnose({ status, body: nginx('No required SSL certificate was sent') })).toMatchObject({
      reason: 'tls-client-certificate',
      facts: { detail: 'none was given' },
    })
    expect(diagnose({ status, body: nginx('The SSL certificate error') })).toMatchObject({
      reason: 'tls-client-certificate',
      facts: { detail: 'it rejects the one given' },
    })
    expect(diagnose({ status, body: 'no required ssl certificate was sent' })).toMatchObject({
      reason: 'tls-client-certificate',
      facts: { detail: 'none was given' },
    })
  })

  it('403 where Apache wants a client certificate after the handshake', () => {
    const body = 'Reason: Cannot perform Post-Handshake Authentication.<br />'
    const facts = {
      detail: expect.stringContaining('after the handshake'),
      request: expect.stringMatching(/TLS 1\.2$/),
    }
    expect(diagnose({ status: 403, body })).toMatchObject({ reason: 'tls-client-certificate', facts, statusCode: 403 })
  })

  it.each([200, 302, 500])('%d says nothing of client certificates', (status) => {
    const found = diagnose({ status, body: nginx('No required SSL certificate was sent') })
    expect(found).not.toMatchObject({ reason: 'tls-client-certificate' })
  })

  it.each([
    ['nginx', 'The plain HTTP request was sent to HTTPS port'],
    ['Go', 'Client sent an HTTP request to an HTTPS server.'],
    ['Apache', "Reason: You're speaking plain HTTP to an SSL-enabled server port."],
    ['Tomcat', 'Bad Request\nThis combination of host and port requires TLS.'],
  ])('400 where http was sent to an https port: %s', (_, body) => {
    const facts = { detail: 'that port wants https://, not http://' }
    expect(diagnose({ status: 400, body })).toMatchObject({ reason: 'unexpected-status', facts })
    const asked = { ...question, baseUrl: 'http://jira.example.com' }
    const found = diagnoseAnswer(answered({ status: 400, body }), asked, nowMs)
    expect(found).toMatchObject({ facts: { httpsUrl: 'https://jira.example.com' } })
  })

  it('names no other URL where https was asked already', () => {
    const body = 'The plain HTTP request was sent to HTTPS port'
    expect(diagnose({ status: 400, body })).toHaveProperty('facts.httpsUrl', undefined)
  })

  it('names who says so', () => {
    const body = "You're speaking plain HTTP to an SSL-enabled server port."
    expect(diagnose({ status: 400, headers: { Server: 'Apache/2.4' }, body })).toHaveProperty('facts.edge', 'Apache')
  })
})

describe('what the words of a finding name', () => {
  const path = '/jira/rest/api/2/myself'
  const operator = 'the operators of jira.example.com'
  const nginx = { Server: 'nginx' }
  const moved = { path, location: 'https://jira.example.com/a' }

  it.each<[string, Reply, object]>([
    [
      'a login that something in front wants',
      { status: 401, headers: { ...nginx, 'WWW-Authenticate': 'Negotiate' }, body: '<title>401</title>' },
      { edge: 'nginx', pageTitle: '401', operator, path, challenge: 'a Kerberos login (Negotiate)' },
    ],
    [
      'no such page',
      { status: 404, body: '<title>404</title>' },
      { edge: undefined, pageTitle: '404', noRoute: undefined, frontUrl: undefined },
    ],
    [
      'no route to the host',
      { status: 404, headers: { Server: 'envoy' } },
      { edge: 'Envoy', pageTitle: undefined, noRoute: 'Envoy gives an empty 404 then', frontUrl: undefined },
    ],
    [
      'nothing at all',
      { headers: { Server: 'Caddy' } },
      { edge: 'Caddy', path, noRoute: 'Caddy gives an empty 200 then' },
    ],
    ['what is no JSON', { body: 'OK' }, { path }],
    [
      'too many requests of a user',
      { status: 429, headers: jiraHeaders },
      { limitedUser: 'the user', retryAt: undefined },
    ],
    [
      'a gateway that has reached nobody',
      { status: 522, headers: nginx, body: '<title>522</title>' },
      {
        edge: 'nginx',
        pageTitle: '522',
        operator,
        unreached: 'it cannot connect to what is behind it in time',
        retryAt: undefined,
      },
    ],
    [
      'a user of whom a header says something else',
      { ...identity(), headers: { ...jiraHeaders, 'X-AUSERNAME': 'anonymous' } },
      { contradiction: 'its header X-AUSERNAME says that nobody is logged in', path, notAnswered: 'Jira', operator },
    ],
    [
      'a redirect to where Jira could be',
      movedTo('/a'),
      { ...moved, newBaseUrl: 'https://jira.example.com/a', comparedUrl: question.baseUrl },
    ],
    [
      'a redirect elsewhere',
      movedTo('https://www.example.org/'),
      { path, location: 'https://www.example.org/', comparedUrl: question.baseUrl },
    ],
    [
      'a redirect to plain http',
      movedTo('http://jira.example.com/a'),
      { path, location: 'http://jira.example.com/a', comparedUrl: question.baseUrl },
    ],
    [
      'a redirect to Cloud',
      movedTo('https://example.atlassian.net/'),
      {
        path,
        location: 'https://example.atlassian.net/',
        redirection: 'it has moved to Jira Cloud',
        cloudUrl: 'https://example.atlassian.net',
      },
    ],
    [
      'a redirect to the page of a web filter',
      movedTo('/blocked'),
      {
        path,
        location: 'https://jira.example.com/blocked',
        redirection: 'a web filter blocks the way',
        blockedHost: 'jira.example.com',
      },
    ],
    [
      'a redirect to itself',
      movedTo(path),
      {
        path,
        location: `https://jira.example.com${path}`,
        redirection: 'to itself, without end',
        loopOperator: operator,
      },
    ],
  ])('%s', (_, reply, facts) => {
    expect(diagnose(reply)).toHaveProperty('facts', facts)
  })
})

it('an answer that says several things at once is judged in the order of the contract', () => {
  const failed = { 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED', Location: '/login.jsp', 'Retry-After': '5' }
  const reasonAt = (status: number, headers: Record<string, string>) => diagnose({ ...loginPage, status, headers })
  expect(reasonAt(401, failed)).toMatchObject({ reason: 'token-rejected' })
  expect(reasonAt(403, failed)).toMatchObject({ reason: 'access-denied' })
  const { 'X-Seraph-LoginReason': _, ...rest } = failed
  expect(reasonAt(407, rest)).toMatchObject({ reason: 'proxy-unauthorized' })
  expect(reasonAt(404, rest)).toMatchObject({ reason: 'not-found' })
  expect(reasonAt(429, rest)).toMatchObject({ reason: 'rate-limited' })
  expect(reasonAt(503, rest)).toMatchObject({ reason: 'gateway-error' })
  expect(reasonAt(302, rest)).toMatchObject({ reason: 'sso-login' })
  expect(reasonAt(200, rest)).toMatchObject({ reason: 'sso-login' })
  expect(reasonAt(410, rest)).toMatchObject({ reason: 'unexpected-status' })
})
