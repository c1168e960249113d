import type { ProductInputs } from '../inputs/product-inputs.ts'
import type { Answer } from '../wire/answer.ts'

/** A product by which others than those who run it know it. */
export interface OtherProduct {
  /** In words: `Confluence`. */
  readonly product: string
  /** The input that takes its address. */
  readonly urlInput: string
  /** Whether an answer bears a mark that only this product has, so that it is from no other. */
  isMarked(answer: Answer): boolean
  /** Context paths below which people have it. */
  readonly contextPaths: readonly string[]
}

/** What of a product matters for judging what a server answers. */
export interface ProductTraits extends Pick<ProductInputs, 'name' | 'words'> {
  /** Whether an answer bears a trace of the product, so that it is not from something in front of it. */
  hasTrace(answer: Answer): boolean
  /** Whether an answer is one of its Cloud. */
  isOfCloud(answer: Answer): boolean
  /** Whether an answer asks for a CAPTCHA, in words of the product's own. */
  asksForCaptcha(answer: Answer): boolean
  /** Where its Cloud is, and what the base URL there ends in; undefined where that is another product. */
  readonly cloud: { readonly host: RegExp; readonly path: string } | undefined
  /** Pages to which it leads people: what precedes one in a path is the context path. */
  readonly pages: RegExp
  /** Context paths below which people have it. */
  readonly contextPaths: readonly string[]
  /** The products that stand beside it, any of which may answer in its place. */
  readonly others: readonly OtherProduct[]
}

/** What is told of a product. */
export type ToldProduct = Pick<ProductTraits, 'name' | 'words'>
