import { describe, expect, it } from 'vitest'
import { nameEdge } from '../../src/verdict/edge.ts'
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
  ])('%s by %s', (product, _, reply) => {
    expect(nameEdge(answered(reply))).toBe(product)
  })

  it.each<[string, Reply]>([
    ['nothing', bareForbidden],
    // Tomcat is what Jira runs in.
    ["Jira's own server", server('Apache-Coyote/1.1')],
    ['Jira Cloud', server('AtlassianEdge')],
    // Healthy servers set it too, and so do others than NetScaler in the middle of a name.
    ['the cookie of a load balancer', { headers: { 'Set-Cookie': 'BIGipServerpool=1.2.3' } }],
    ['a cookie like that of NetScaler', { headers: { 'Set-Cookie': 'XNSC_a=1' } }],
    ['a server like an AWS load balancer', server('my-awselb')],
    ['a server like Apache', server('not-apache')],
  ])('is not told from %s', (_, reply) => {
    expect(nameEdge(answered(reply))).toBeUndefined()
  })

  it('is the outermost where there are several', () => {
    expect(nameEdge(answered({ headers: { 'CF-RAY': '1', Server: 'nginx' } }))).toBe('Cloudflare')
  })
})
