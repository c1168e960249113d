import type { Stage } from '../catalogue/entry.ts'
import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import type { Answer, Outcome } from '../wire/answer.ts'
import type { Identity } from './identity.ts'
import { contradictionOf, otherUserOf } from './proof.ts'

/** An answer that is what it should be, as far as HTTP goes, and that nothing in its headers speaks against. */
export interface JsonAnswer {
  readonly kind: 'json'
  readonly json: unknown
  readonly statusCode: number
  readonly headers: Answer['headers']
  /** The path that was asked. */
  readonly path: string
  /** Whom to ask about what stands in front of the server: words that follow “Ask”. */
  readonly operator: string
  /** The product, in words. */
  readonly product: string
}

/** One question to a server, and how to make sense of what comes. */
export interface Question<T> {
  /** Appended to the base URL; begins with a slash. */
  readonly path: string
  /** What is asked, for the log: `the identity`. */
  readonly what: string
  readonly stage: Stage
  /** @returns the value that was asked for, or what was found instead */
  readonly read: (diagnosis: JsonAnswer | Finding, outcome: Outcome) => T | Finding
}

/** The same question, of which an answer to another user, or out of a cache, is none: a refusal says nothing of this user then. */
export function askedBy<T>(identity: Identity, question: Question<T>): Question<T> {
  return {
    ...question,
    read(diagnosis, outcome) {
      if (isFinding(diagnosis)) {
        const isOfOther = outcome.kind === 'answer' && isToOther(outcome, identity)
        return isOfOther ? diagnosis : question.read(diagnosis, outcome)
      }
      const other = otherUserOf(diagnosis.headers, identity)
      return other === undefined ? question.read(diagnosis, outcome) : noIdentity(diagnosis, other)
    },
  }
}

function isToOther(answer: Answer, identity: Identity): boolean {
  return contradictionOf(answer) !== undefined || otherUserOf(answer.headers, identity) !== undefined
}

/** @param contradiction words that follow “JSON that proves no user:” */
export function noIdentity({ statusCode, path, operator, product }: JsonAnswer, contradiction: string): Finding {
  return finding('no-identity', { contradiction, path, operator, notAnswered: product }, statusCode)
}

/** JSON that has not the shape of the answer to this question. */
export function wrongShape({ statusCode, path }: JsonAnswer): Finding {
  return finding('invalid-json', { path }, statusCode)
}
