import type { TokenTraits } from '../inputs/token-traits.ts'
import type { ProductTraits } from './product-traits.ts'

/** What was asked, as far as it matters for judging the answer. */
export interface SentRequest {
  /** Base URL of the server. */
  readonly baseUrl: string
  /** Appended to it. */
  readonly path: string
  readonly scheme: 'Bearer' | 'Basic'
  /** What the token shows of itself. */
  readonly traits: TokenTraits
  readonly product: ProductTraits
}

/** The address that was asked. */
export function askedUrl({ baseUrl, path }: Pick<SentRequest, 'baseUrl' | 'path'>): URL {
  return new URL(`${baseUrl}${path}`)
}

/** The path that has to be let through, without what was asked of it. */
export function askedPath(request: Pick<SentRequest, 'baseUrl' | 'path'>): string {
  return askedUrl(request).pathname
}
