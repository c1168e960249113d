import type { Answer } from '../wire/answer.ts'
import { describeEdge } from './edge.ts'
import { titleOf } from './page.ts'
import type { SentRequest } from './sent-request.ts'

/** Who answered, as far as it may be told. */
export interface Speaker {
  /** Whether the answer bears a trace of the product that was asked. */
  readonly isOwn: boolean
  /** What stands in front of it and answered in its place; undefined where nothing names it, or the product answered. */
  readonly edge: string | undefined
  /** Whom to ask about what stands in front: words that follow “Ask”. */
  readonly operator: string
  /** Of the page that it sent. */
  readonly pageTitle: string | undefined
}

/** Through an edge the product's own answers bear the edge's marks too, so one is named only where it spoke itself. */
export function speakerOf(answer: Answer, { baseUrl, product }: SentRequest): Speaker {
  const isOwn = product.hasTrace(answer)
  const { name, operator } = describeEdge(answer)
  return {
    isOwn,
    edge: isOwn ? undefined : name,
    operator: (isOwn ? undefined : operator) ?? `the operators of ${new URL(baseUrl).host}`,
    pageTitle: titleOf(answer.body),
  }
}
