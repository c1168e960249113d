import type { Answer } from '../wire/answer.ts'
import { edges, type Mark } from './edges.ts'

/** What stands in front of the server and answered in its place. */
export interface Edge {
  /** Its product, where an answer bears a mark of it. */
  readonly name: string | undefined
  /** Whom to ask about it: words that follow “Ask”; undefined where nobody else than the operators of the host. */
  readonly operator: string | undefined
  /** Whether the answer is a page or a header by which a firewall blocks. */
  readonly isBlock: boolean
}

/** The product in front of the server that an answer bears the marks of; else what it calls itself in `Server`. */
export function describeEdge(answer: Answer): Edge {
  const blocking = edges.find(({ blocks = [] }) => blocks.some((mark) => bears(answer, mark)))
  const known = blocking ?? edges.find(({ marks }) => marks.some((mark) => bears(answer, mark)))
  return {
    name: known?.name ?? productOf(answer.headers.get('server')),
    operator: known?.operator,
    isBlock: blocking !== undefined,
  }
}

function bears({ headers, body }: Answer, mark: Mark): boolean {
  if ('body' in mark) return mark.body.test(body)
  return mark.pattern.test(headers.get(mark.header) ?? '')
}

/** Tomcat is what the server itself runs in, and Atlassian's own edge is no other than Cloud. */
const OWN = /^(?:apache-coyote|tomcat|atlassianedge|atlassianproxy)\b/i

/**
 * The product token of a `Server` header: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.4
 * @returns undefined where there is none that could be a name
 */
function productOf(server: string | undefined): string | undefined {
  const product = /^([A-Za-z][\w.+-]{1,39})(?:[/\s(;,]|$)/.exec(server?.trim() ?? '')?.[1]
  return product === undefined || OWN.test(product) ? undefined : product
}
