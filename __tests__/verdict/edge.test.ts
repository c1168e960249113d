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
    ['Google Cloud', 'its other name', server('gws')],
    ['Zscaler', 'its name', server('Zscaler/6.3')],
    ['Zscaler', 'its page', { body: '<title>Internet Security by Zscaler</title>' }],
    ['Zscaler', 'the picture of its page', { body: '<img src="https://gateway.zscaler.net/img/blocked.png">' }],
    ['Sucuri', 'its id', { headers: { 'X-Sucuri-ID': '15007' } }],
    ['Sucuri', 'the header by which it blocks', { headers: { 'X-Sucuri-Block': 'BLK' } }],
    ['Sucuri', 'its page', { body: '<title>Sucuri WebSite Firewall - Access Denied</title>' }],
    ['FortiGate', 'the title of its page', { body: '<title>Web Page Blocked!</title>' }],
    ['FortiGate', 'the same title without an exclamation mark', { body: '<title>Web Page Blocked</title>' }],
    ['ModSecurity', 'its name behind that of a web server', server('Apache/2.4.57 mod_security2/2.9.7')],
    ['ModSecurity', 'its name in one word', server('nginx (ModSecurity)')],
    ['ModSecurity', 'its words', { body: 'This error was generated by ModSecurity.' }],
    ['ModSecurity', 'other words of its', { body: 'Your request was blocked by ModSecurity.' }],
    ['ModSecurity', 'the title of its page', { body: '<title>403 Forbidden by ModSecurity</title>' }],
    ['tinyproxy', 'the way', { headers: { Via: '1.1 tinyproxy (tinyproxy/1.11.1)' } }],
    ['Envoy', 'its words for nobody behind it', { status: 503, body: 'no healthy upstream\n\n' }],
    ['Kong', 'how long it took', { headers: { 'X-Kong-Response-Latency': '1' } }],
    ['Kong', 'the number of the request', { headers: { 'X-Kong-Request-Id': 'a1b2' } }],
    ['Traefik', 'its words, with the end of a line', { status: 503, body: 'no available server\n\n' }],
    [
      'HAProxy',
      'its words with other ends of lines',
      { status: 500, body: 'An internal server error occurred.\r\n</body></html>' },
    ],
    ['my-awselb', 'what it calls itself', server('my-awselb')],
    ['x-gws', 'what it calls itself', server('x-gws')],
    ['no-google', 'what it calls itself', server('no-google frontend')],
    ['hongkong-gateway', 'what it calls itself', server('hongkong-gateway')],
    ['my-h2o', 'what it calls itself', server('my-h2o')],
    ['my-apache', 'what it calls itself', server('my-apache')],
    ['my-tomcat', 'what it calls itself', server('my-tomcat/9')],
    ['SomeGateway', 'what it calls itself, without what it says of itself', server('SomeGateway for Java')],
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
    ['a server whose name begins as none does', server('~gateway')],
    ['words about what is behind Envoy', { body: 'There is no healthy upstream' }],
    ['words about an upstream', { body: 'no healthy upstream has been configured' }],
    ['words about a connection', { body: 'Log: upstream connect error or disconnect/reset before headers' }],
    ['words about a server', { body: 'There is no available server' }],
    ['words about servers', { body: 'no available server could be found' }],
    ['a server without a name', server('')],
  ])('is not told from %s', (_, reply) => {
    expect(describeEdge(answered(reply)).name).toBeUndefined()
  })

  it('is the outermost where there are several', () => {
    expect(describeEdge(answered({ headers: { 'CF-RAY': '1', Server: 'nginx' } })).name).toBe('Cloudflare')
  })
})

describe('who has to be asked', () => {
  const yourNetwork = 'those who run the proxy of your own network'

  it.each<[string | undefined, Reply]>([
    ['those who administer its Cloudflare account', cloudflareForbidden],
    ['those who administer its Akamai account', akamaiForbidden],
    ['those who administer its Imperva account', impervaForbidden],
    ['those who administer its Sucuri account', { headers: { 'X-Sucuri-ID': '15007' } }],
    ['those who administer its Fastly account', { headers: { 'X-Fastly-Request-Id': 'x' } }],
    ['those who administer its AWS account', awsForbidden],
    ['those who administer its Azure subscription', azureForbidden],
    ['those who administer its Google Cloud project', server('Google Frontend')],
    ['those who administer its F5', f5Forbidden],
    [yourNetwork, squidForbidden],
    [yourNetwork, zscalerForbidden],
    [yourNetwork, server('tinyproxy/1.11.1')],
    [yourNetwork, server('mitmproxy 10.1.1')],
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
    ['Cloudflare, by the title of its page', { body: '<title>Attention Required! | Cloudflare</title>' }],
    [
      'Cloudflare, by the words of its page',
      { body: '<div id="cf-error-details">\n<h1>Sorry</h1>\n<p>you have been blocked</p></div>' },
    ],
    ['Cloudflare, which wants to see a browser', { headers: { 'CF-Mitigated': 'challenge' } }],
    ['Sucuri', { headers: { 'X-Sucuri-Block': 'BLK' } }],
    ['Zscaler', { body: '<title>Internet Security by Zscaler</title>' }],
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
    [/Envoy/, { status: 404, headers: { Server: 'envoy' }, body: '\n' }],
    [/Caddy/, { status: 200, headers: { Server: 'Caddy' } }],
    [/Caddy/, { status: 200, headers: { Server: 'Caddy' }, body: '\n' }],
  ])('%s', (words, reply) => {
    expect(describeMissingRoute(answered(reply))).toMatch(words)
  })

  it.each<[string, Reply]>([
    ['a 404 of nginx', { status: 404, headers: { Server: 'nginx' } }],
    ['an empty 200 of nginx', { headers: { Server: 'nginx' } }],
    ['those words without that header', { status: 404, body: '404 page not found' }],
    ['other words with that header', { status: 404, headers: { 'X-Content-Type-Options': 'nosniff' }, body: 'Oops' }],
    ['those words with 200', { headers: { 'X-Content-Type-Options': 'nosniff' }, body: '404 page not found' }],
    ['the words of Kubernetes with 200', { body: 'default backend - 404' }],
    ['the words of Kubernetes amid others', { status: 404, body: 'Log: default backend - 404' }],
    ['a 404 of Envoy with words', { status: 404, headers: { Server: 'envoy' }, body: 'no such issue' }],
    ['an empty 503 of Envoy', { status: 503, headers: { Server: 'envoy' } }],
    ['a 200 of Caddy with words', { headers: { Server: 'Caddy' }, body: 'hello' }],
    ['an empty 404 of Caddy', { status: 404, headers: { Server: 'Caddy' } }],
  ])('is not told by %s', (_, reply) => {
    expect(describeMissingRoute(answered(reply))).toBeUndefined()
  })
})
