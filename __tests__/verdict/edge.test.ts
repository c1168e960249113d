import { describe, expect, it } from 'vitest'
import { describeEdge, describeMissingRoute, isBlockPage } from '../../src/verdict/edge.ts'
import {
  akamaiForbidden,
  apacheForbidden,
  awsForbidden,
  azureForbidden,
  bareForbidden,
  cloudflareForbidden,
  f5Forbidden,
  impervaForbidden,
  netscalerForbidden,
  nginxForbidden,
  squidForbidden,
  zscalerForbidden,
} from '../support/answers.ts'
import type { Reply } from '../support/reply.ts'
import { answered } from './answered.ts'

const server = (name: string): Reply => ({ headers: { Server: name } })

describe('the product in front of Jira', () => {
  it.each<[string, string, Reply]>([
    ['Cloudflare', 'its whole answer', cloudflareForbidden],
    ['Cloudflare', 'its ray', { headers: { 'CF-RAY': '8c1f2a3b4c5d6e7f-FRA' } }],
    ['Cloudflare', 'its name', server('cloudflare')],
    ['Akamai', 'its whole answer', akamaiForbidden],
    ['an AWS load balancer', 'its whole answer', awsForbidden],
    ['Amazon CloudFront', 'its name', server('CloudFront')],
    ['Amazon CloudFront', 'its id', { headers: { 'X-Amz-Cf-Id': 'x' } }],
    ['Imperva', 'its whole answer', impervaForbidden],
    ['Imperva', 'its header', { headers: { 'X-Iinfo': '1-2-3' } }],
    ['Zscaler', 'its whole answer', zscalerForbidden],
    ['Azure Front Door', 'its whole answer', azureForbidden],
    ['Azure Application Gateway', 'its name', server('Microsoft-Azure-Application-Gateway/v2')],
    ['Google Cloud', 'its name', server('Google Frontend')],
    ['Google Cloud', 'the way', { headers: { Via: '1.1 google' } }],
    ['Google Cloud', 'the header of its access proxy', { headers: { 'X-Goog-IAP-Generated-Response': 'true' } }],
    [
      'a Palo Alto firewall',
      'its page',
      {
        body: '<html><head><title>Web Page Blocked</title></head><body><p>Access to the web page you were trying to visit has been blocked in accordance with company policy.</p></body></html>',
      },
    ],
    ['FortiGate', 'its page', { body: '<title>Web Page Blocked</title><p>FortiGuard Intrusion Prevention</p>' }],
    ['an F5 firewall', 'its whole answer', f5Forbidden],
    ['Squid', 'its whole answer', squidForbidden],
    ['Squid', 'its header', { headers: { 'X-Squid-Error': 'ERR_ACCESS_DENIED 0' } }],
    ['Squid', 'its name', server('squid/6.6')],
    ['NetScaler', 'its whole answer', netscalerForbidden],
    ['NetScaler', 'the second cookie', { headers: { 'Set-Cookie': ['a=b', 'NSC_tmaa=1'] } }],
    ['F5 BIG-IP', 'its name', server('BigIP')],
    ['F5 BIG-IP', 'its other name', server('BIG-IP')],
    ['Sucuri', 'its id', { headers: { 'X-Sucuri-Id': '19019' } }],
    ['Sucuri', 'its block', { headers: { 'X-Sucuri-Block': 'GEO02' } }],
    ['ModSecurity', 'its name', server('ModSecurity')],
    ['ModSecurity', 'its other name', server('mod_security2')],
    ['Zscaler', 'its name', server('Zscaler/6.2')],
    ['tinyproxy', 'its name', server('tinyproxy/1.11.1')],
    ['tinyproxy', 'the way', { headers: { Via: '1.1 tinyproxy (tinyproxy/1.11.1)' } }],
    ['Fastly', 'its id', { headers: { 'X-Fastly-Request-Id': 'x' } }],
    ['Envoy', 'its name', server('envoy')],
    ['HAProxy', 'its name', server('HAProxy')],
    ['Traefik', 'its name', server('Traefik')],
    ['nginx', 'its whole answer', nginxForbidden],
    ['nginx', 'its relative', server('openresty/1.25')],
    ['Apache', 'its whole answer', apacheForbidden],
    ['Microsoft IIS', 'its name', server('Microsoft-IIS/10.0')],
    ['AWS WAF', 'its header', { status: 202, headers: { 'X-Amzn-Waf-Action': 'challenge' } }],
    ['Varnish', 'its header', { headers: { 'X-Varnish': '32770' } }],
    ['Varnish', 'the way', { headers: { Via: '1.1 varnish (Varnish/7.4)' } }],
    ['lighttpd', 'its name', server('lighttpd/1.4.69')],
    ['h2o', 'its name', server('h2o/2.2.6')],
    ['Kong', 'its name', server('kong/3.4.0')],
    ['Caddy', 'its name', server('Caddy')],
    ['mitmproxy', 'its name', server('mitmproxy 10.1.1')],
    ['tinyproxy', 'its name', server('tinyproxy/1.11.1')],
    ['Traefik', 'its realm', { headers: { 'WWW-Authenticate': 'Basic realm="traefik"' } }],
    ['Traefik', 'its words', { body: 'no available server' }],
    [
      'HAProxy',
      'its words',
      { body: '<html><body><h1>403 Forbidden</h1>Request forbidden by administrative rules.</body></html>' },
    ],
    [
      'HAProxy',
      'its words for early data',
      { status: 425, body: '<html><body><h1>425 Too Early</h1>\nYour browser sent early data.\n</body></html>\n' },
    ],
    [
      'HAProxy',
      'its words for an answer that is none',
      { status: 502, body: 'The server returned an invalid or incomplete response.' },
    ],
    [
      'HAProxy',
      'its words for an error of its own',
      {
        status: 500,
        body: '<html><body><h1>500 Internal Server Error</h1>\nAn internal server error occurred.\n</body></html>\n',
      },
    ],
    ['HAProxy', 'other words of its', { body: 'No server is available to handle this request.' }],
    [
      'Envoy',
      'its words',
      { body: 'upstream connect error or disconnect/reset before headers. reset reason: timeout' },
    ],
    ['my-awselb', 'what it calls itself', server('my-awselb')],
    ['SomeGateway', 'what it calls itself, without its version', server('SomeGateway/4.2 (Linux)')],
  ])('%s by %s', (product, _, reply) => {
    expect(describeEdge(answered(reply)).name).toBe(product)
  })

  it.each<[string, Reply]>([
    ['nothing', bareForbidden],
    // Tomcat is what Jira runs in.
    ["Jira's own server", server('Apache-Coyote/1.1')],
    ['Jira Cloud', server('AtlassianEdge')],
    // Healthy servers set it too, and so do others than NetScaler in the middle of a name.
    ['the cookie of a load balancer', { headers: { 'Set-Cookie': 'BIGipServerpool=1.2.3' } }],
    ['a cookie like that of NetScaler', { headers: { 'Set-Cookie': 'XNSC_a=1' } }],
    ['a server whose name is none', server('<script>')],
    ['a server without a name', server('')],
  ])('is not told from %s', (_, reply) => {
    expect(describeEdge(answered(reply)).name).toBeUndefined()
  })

  it('is the outermost where there are several', () => {
    expect(describeEdge(answered({ headers: { 'CF-RAY': '1', Server: 'nginx' } })).name).toBe('Cloudflare')
  })
})

describe('who has to be asked', () => {
  it.each<[string | undefined, Reply]>([
    ['those who administer its Cloudflare account', cloudflareForbidden],
    ['those who run the proxy of your own network', squidForbidden],
    [undefined, nginxForbidden],
    [undefined, bareForbidden],
  ])('%s', (operator, reply) => {
    expect(describeEdge(answered(reply)).operator).toBe(operator)
  })
})

describe('a page by which a firewall blocks', () => {
  it.each<[string, Reply]>([
    ['F5', { ...f5Forbidden, status: 200 }],
    ['Imperva', { ...impervaForbidden, status: 200 }],
    ['AWS WAF', { status: 405, headers: { 'X-Amzn-Waf-Action': 'captcha' } }],
    ['ModSecurity', { status: 406, body: '<p>This error was generated by Mod_Security.</p>' }],
    ['Cloudflare', cloudflareForbidden],
  ])('of %s', (_, reply) => {
    expect(isBlockPage(answered(reply))).toBe(true)
  })

  it.each<[string, Reply]>([
    ['nginx', nginxForbidden],
    ['nothing', bareForbidden],
    ['Cloudflare, for something else', { status: 521, headers: { 'CF-RAY': '1' } }],
  ])('is none of %s', (_, reply) => {
    expect(isBlockPage(answered(reply))).toBe(false)
  })
})

describe('a proxy without a route for the host name', () => {
  it.each<[RegExp, Reply]>([
    [/Traefik/, { status: 404, headers: { 'X-Content-Type-Options': 'nosniff' }, body: '404 page not found\n' }],
    [/Kubernetes/, { status: 404, body: 'default backend - 404' }],
    [/Envoy/, { status: 404, headers: { Server: 'envoy' } }],
    [/Caddy/, { status: 200, headers: { Server: 'Caddy' } }],
  ])('%s', (words, reply) => {
    expect(describeMissingRoute(answered(reply))).toMatch(words)
  })

  it.each<[string, Reply]>([
    ['a 404 of nginx', { status: 404, headers: { Server: 'nginx' } }],
    ['an empty 200 of nginx', { headers: { Server: 'nginx' } }],
    ['those words without that header', { status: 404, body: '404 page not found' }],
  ])('is not told by %s', (_, reply) => {
    expect(describeMissingRoute(answered(reply))).toBeUndefined()
  })
})

describe('whom to ask about it', () => {
  it.each<[operator: string, reply: Reply]>([
    ['those who administer its Cloudflare account', server('cloudflare')],
    ['those who administer its Akamai account', server('AkamaiGHost')],
    ['those who administer its AWS account', server('awselb/2.0')],
    ['those who administer its Imperva account', { headers: { 'X-Iinfo': '1-2-3' } }],
    ['those who administer its Azure subscription', { headers: { 'X-Azure-Ref': 'x' } }],
    ['those who administer its Google Cloud project', server('gws')],
    ['those who administer its F5', server('BigIP')],
    ['those who administer its Sucuri account', { headers: { 'X-Sucuri-Id': '19019' } }],
    ['those who administer its Fastly account', { headers: { 'X-Fastly-Request-Id': 'x' } }],
    ['those who run the proxy of your own network', server('mitmproxy 10.1.1')],
  ])('%s', (operator, reply) => {
    expect(describeEdge(answered(reply)).operator).toBe(operator)
  })
})

describe('pages and headers by which a firewall blocks', () => {
  it.each<[what: string, reply: Reply]>([
    ['Cloudflare, which asks for something', { headers: { 'Cf-Mitigated': 'challenge' } }],
    ['Cloudflare', { body: '<title>Attention Required! | Cloudflare</title>' }],
    ['Cloudflare', { body: '<div class="cf-error-details">\n<h1>Sorry, you have been blocked</h1>' }],
    ['Zscaler', { body: 'Internet Security by Zscaler' }],
    ['Zscaler', { body: 'https://gateway.zscaler.net/a/b?c=block' }],
    ['Sucuri', { headers: { 'X-Sucuri-Block': 'GEO02' } }],
    ['Sucuri', { body: '<title>Sucuri WebSite Firewall - Access Denied</title>' }],
    ['FortiGate', { body: '<title>Web Page Blocked!</title>' }],
    ['FortiGate', { body: '<title>Web Page Blocked</title>' }],
    ['ModSecurity', { body: 'This error was generated by Mod_Security.' }],
    ['ModSecurity', { body: 'This error was generated by ModSecurity.' }],
    ['ModSecurity', { body: 'blocked by ModSecurity' }],
    ['ModSecurity', { body: 'blocked by Mod_Security' }],
    ['ModSecurity', { body: '<title>Blocked by the rules of ModSecurity</title>' }],
    ['ModSecurity', { body: '<title>ModSecurity</title>' }],
    ['ModSecurity', { body: '<title>Mod_Security</title>' }],
  ])('%s: %j', (name, reply) => {
    expect(isBlockPage(answered(reply))).toBe(true)
    expect(describeEdge(answered(reply)).name).toBe(name.replace(/,.*/, ''))
  })

  it.each(['https://gateway.zscaler.net/ block', '<title>Blocked</title> by ModSecurity rules', 'cf-error-details'])(
    'but not %j',
    (body) => {
      expect(isBlockPage(answered({ body }))).toBe(false)
    },
  )
})

describe('an answer that looks as if there were no route', () => {
  const nosniff = { 'X-Content-Type-Options': 'nosniff' }

  it.each<[what: string | undefined, reply: Reply]>([
    ['Traefik', { status: 404, headers: nosniff, body: '404 page not found\n' }],
    [undefined, { status: 404, headers: nosniff, body: 'not found' }],
    [undefined, { status: 500, headers: nosniff, body: '404 page not found\n' }],
    [undefined, { status: 404, body: '404 page not found\n' }],
    ['Kubernetes', { status: 404, body: 'default backend - 404' }],
    [undefined, { status: 500, body: 'default backend - 404' }],
    [undefined, { status: 404, body: 'the default backend - 404' }],
    ['Envoy', { status: 404, headers: { Server: 'envoy' }, body: '\n' }],
    [undefined, { status: 404, headers: { Server: 'envoy' }, body: 'x' }],
    [undefined, { status: 503, headers: { Server: 'envoy' } }],
    [undefined, { status: 404 }],
    ['Caddy', { status: 200, headers: { Server: 'Caddy' }, body: '\n' }],
    [undefined, { status: 200, headers: { Server: 'Caddy' }, body: 'x' }],
    [undefined, { status: 404, headers: { Server: 'Caddy' } }],
    [undefined, { status: 200 }],
  ])('of %s: %j', (name, reply) => {
    const words = describeMissingRoute(answered(reply))
    if (name === undefined) expect(words).toBeUndefined()
    else expect(words).toContain(name)
  })
})

it.each([
  ['gateway/1.2', 'gateway'],
  ['  gateway  ', 'gateway'],
  ['gateway (Ubuntu)', 'gateway'],
  ['gateway;x', 'gateway'],
  ['1gateway', undefined],
  ['-gateway', undefined],
  ['gateway=1', undefined],
  ['Apache-Coyote/1.1', undefined],
  ['AtlassianEdge', undefined],
  ['my-tomcat', 'my-tomcat'],
])('what calls itself %j in its header Server is named %s', (name, expected) => {
  expect(describeEdge(answered(server(name))).name).toBe(expected)
})
