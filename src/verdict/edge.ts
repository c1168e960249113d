import type { Answer } from '../wire/answer.ts'

/** Products that stand in front of Jira, by what their answers bear; the first that fits is named. */
const EDGES: readonly (readonly [string, (answer: Answer) => boolean])[] = [
  ['Cloudflare', ({ headers }) => headers.has('cf-ray') || serverOf(headers).includes('cloudflare')],
  ['Akamai', ({ headers }) => serverOf(headers).includes('akamaighost')],
  ['an AWS load balancer', ({ headers }) => serverOf(headers).startsWith('awselb')],
  ['Amazon CloudFront', ({ headers }) => serverOf(headers).includes('cloudfront') || headers.has('x-amz-cf-id')],
  ['Imperva', ({ headers, body }) => headers.has('x-iinfo') || /Incapsula incident ID/i.test(body)],
  ['Zscaler', ({ headers }) => serverOf(headers).includes('zscaler')],
  ['Azure Front Door', ({ headers }) => headers.has('x-azure-ref')],
  ['Azure Application Gateway', ({ headers }) => serverOf(headers).includes('azure-application-gateway')],
  [
    'an F5 firewall',
    ({ body }) => /The requested URL was rejected\. Please consult with your administrator/i.test(body),
  ],
  ['Squid', ({ headers }) => headers.has('x-squid-error') || serverOf(headers).includes('squid')],
  ['NetScaler', ({ headers }) => /(?:^|[,;\s])NSC_/.test(headers.get('set-cookie') ?? '')],
  ['F5 BIG-IP', ({ headers }) => serverOf(headers).includes('bigip') || serverOf(headers).includes('big-ip')],
  ['Fastly', ({ headers }) => headers.has('x-fastly-request-id')],
  ['Envoy', ({ headers }) => serverOf(headers).includes('envoy')],
  ['HAProxy', ({ headers }) => serverOf(headers).includes('haproxy')],
  ['Traefik', ({ headers }) => serverOf(headers).includes('traefik')],
  ['nginx', ({ headers }) => /nginx|openresty/.test(serverOf(headers))],
  ['Apache', ({ headers }) => /^apache(?!-coyote)/.test(serverOf(headers))],
  ['Microsoft IIS', ({ headers }) => serverOf(headers).includes('microsoft-iis')],
]

/** The product in front of Jira that an answer bears the marks of; undefined where none is known. */
export function nameEdge(answer: Answer): string | undefined {
  return EDGES.find(([, fits]) => fits(answer))?.[0]
}

function serverOf(headers: Answer['headers']): string {
  return (headers.get('server') ?? '').toLowerCase()
}
