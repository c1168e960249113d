import type { Answer } from '../wire/answer.ts'
import { edges, type KnownEdge, type Mark } from './edges.ts'

/** What stands in front of the server and answered in its place. */
export interface Edge {
  /** Its product, where an answer bears a mark of it. */
  readonly name: string | undefined
  /** Whom to ask about it: words that follow “Ask”; undefined where nobody else than the operators of the host. */
  readonly operator: string | undefined
}

/** The product in front of the server that an answer bears the marks of; else what it calls itself in `Server`. */
export function describeEdge(answer: Answer): Edge {
  const known = blockingEdge(answer) ?? edges.find(({ marks }) => marks.some((mark) => bears(answer, mark)))
  return { name: known?.name ?? productOf(answer.headers.get('server')), operator: known?.operator }
}

/** Whether an answer is a page, or bears a header, by which a firewall blocks. */
export function isBlockPage(answer: Answer): boolean {
  return blockingEdge(answer) !== undefined
}

function blockingEdge(answer: Answer): KnownEdge | undefined {
  return edges.find(({ blocks = [] }) => blocks.some((mark) => bears(answer, mark)))
}

function bears({ headers, body }: Answer, mark: Mark): boolean {
  if ('body' in mark) return mark.body.test(body)
  const value = headers.get(mark.header)
  return value !== undefined && mark.pattern.test(value)
}

/** Tomcat is what the server itself runs in, and Atlassian's own edge is no other than Cloud. */
const OWN = /^(?:apache-coyote|tomcat|atlassianedge|atlassianproxy)\b/i

/**
 * The product token of a `Server` header: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.4
 * @returns undefined where there is none that could be a name
 */
function productOf(server: string | undefined): string | undefined {
  const product = /^([A-Za-z][\w.+-]{1,39})(?:[/\s(;,]|$)/.exec(server ?? '')?.[1]
  return product === undefined || OWN.test(product) ? undefined : product
}

/** How proxies answer that have no route for a host name or a scheme. */
const MISSING_ROUTES: readonly (readonly [(answer: Answer) => boolean, string])[] = [
  [
    ({ statusCode, headers, body }) =>
      statusCode === 404 && body.trim() === '404 page not found' && headers.get('x-content-type-options') === 'nosniff',
    '“404 page not found” is what Traefik and other proxies written in Go say then',
  ],
  [
    ({ statusCode, body }) => statusCode === 404 && /^default backend - 404/.test(body),
    '“default backend - 404” is what the ingress of Kubernetes says then',
  ],
  [
    ({ statusCode, headers, body }) =>
      statusCode === 404 && body.trim() === '' && /envoy/i.test(headers.get('server') ?? ''),
    'Envoy gives an empty 404 then',
  ],
  [
    ({ statusCode, headers, body }) =>
      statusCode === 200 && body.trim() === '' && /caddy/i.test(headers.get('server') ?? ''),
    'Caddy gives an empty 200 then',
  ],
]

/** @returns words that follow “it has no route for this host name or scheme”, where an answer looks like that */
export function describeMissingRoute(answer: Answer): string | undefined {
  return MISSING_ROUTES.find(([fits]) => fits(answer))?.[1]
}
