import type { Finding } from '../catalogue/finding.ts'
import type { AskedPlaces, ProductInputs } from '../inputs/product-inputs.ts'
import type { Answer, Outcome } from '../wire/answer.ts'
import type { HttpRequest } from '../wire/http.ts'
import type { Identity } from './identity.ts'
import type { ListedToken } from './listed-token.ts'
import type { PlaceAccess } from './permissions.ts'
import type { ProductTraits } from './product-traits.ts'
import type { Question } from './question.ts'
import type { SentRequest } from './sent-request.ts'

/**
 * Asks one question after the other, as often as they are to be retried.
 * @returns the value, or what was found instead, after which nothing more is asked
 */
export type AskOne = <T extends object>(question: Question<T>) => Promise<T | Finding>

/** What was sent to prove who is asking. */
export interface SentToken extends Pick<SentRequest, 'scheme' | 'traits'> {
  /** Whether a name that a server sends is the token, in any spelling. */
  readonly isToken: (name: string) => boolean
}

/** What is one product's own: its inputs, its questions, its traces, its pages, its words. */
export interface Product extends ProductTraits, ProductInputs {
  /** The page on which users manage their own tokens. */
  tokenPageOf(baseUrl: string): string
  /** Permissions that make an administrator of all of it. */
  readonly administratorPermissions: readonly string[]
  /**
   * Asks whose token was sent, and takes nothing less than proof for an answer.
   */
  identify(ask: AskOne, sent: SentToken): Promise<Identity | Finding>
  /** A question for each place that is to be seen, or in which permissions are to be held; none where none are. */
  askAccess(inputs: AskedPlaces): readonly Question<PlaceAccess>[]
  /** The questions that are left after the answers to those. */
  askFurtherAccess(inputs: AskedPlaces, access: readonly PlaceAccess[]): readonly Question<PlaceAccess>[]
  /** The path at which the user's own tokens are listed. */
  tokensPathOf(identity: Identity): string
  /**
   * Asks for the user's own tokens.
   * @param token the one that was sent, of which some products tell the entry
   */
  listTokens(ask: AskOne, identity: Identity, token: string): Promise<readonly ListedToken[] | Finding>
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
