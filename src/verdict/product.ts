import type { Finding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Answer, Outcome } from '../wire/answer.ts'
import type { HttpRequest } from '../wire/http.ts'
import type { Identity } from './identity.ts'
import type { ListedToken } from './listed-token.ts'
import type { ProjectAccess } from './permissions.ts'
import type { Question } from './question.ts'
import type { SentRequest } from './sent-request.ts'

/** What is one product's own: its questions, its traces, its pages. */
export interface Product {
  readonly name: 'jira'
  /** Whether an answer bears a trace of the product, so that it is not from something in front of it. */
  hasTrace(answer: Answer): boolean
  /** The page on which users manage their own tokens. */
  tokenPageOf(baseUrl: string): string
  /** Permissions that make an administrator of all of it. */
  readonly administratorPermissions: readonly string[]
  /**
   * The question that only the proof of identity answers.
   * @param isToken whether a name that a server sends is the token, in any spelling
   */
  askIdentity(isToken: (name: string) => boolean): Question<Identity>
  /** A question for each place in which permissions are to be held; none where none are. */
  askAccess(inputs: Pick<Inputs, 'projects' | 'permissions'>): readonly Question<ProjectAccess>[]
  /** The questions that are left after the answers about projects: for global permissions that none of them told. */
  askGlobalAccess(
    inputs: Pick<Inputs, 'projects' | 'permissions'>,
    access: readonly ProjectAccess[],
  ): readonly Question<ProjectAccess>[]
  askTokens(): Question<readonly ListedToken[]>
  /**
   * The one question more that can make a failure plainer, asked without the token.
   * @returns undefined where there is none
   */
  followUpTo(found: Finding, sent: Pick<SentRequest, 'scheme' | 'traits'>): FollowUp | undefined
  /** How a token makes and revokes tokens; undefined where none can. */
  readonly tokenMaking: TokenMaking | undefined
}

/** A request that changes something. */
export type ChangeRequest = Pick<HttpRequest, 'method' | 'path' | 'body' | 'headers'>

/** How tokens are made and revoked with a token. */
export interface TokenMaking {
  creation(name: string, lifeDays: number | 'never'): ChangeRequest
  /** @param present the token that asked */
  readCreation(outcome: Outcome, present: string): Creation
  revocation(id: number): ChangeRequest
  /** Whether a token is gone for certain. */
  isRevoked(outcome: Outcome): boolean
}

/** What came of the request for a new token. */
export type Creation =
  | { readonly kind: 'made'; readonly value: string; readonly id?: number }
  /** None was made, for certain. */
  | { readonly kind: 'refused'; readonly why: 'not-allowed' | 'limit' | 'life'; readonly statusCode: number }
  | { readonly kind: 'not-sent' }
  /** One may have been made, whose value is lost then. */
  | { readonly kind: 'in-doubt' }

/** A question after a failure: it refines the finding and does nothing else. */
export interface FollowUp {
  readonly path: string
  /** @returns the finding in plainer words, or as it was */
  refine(answer: Answer): Finding
}
