import { catalogue } from './catalogue.ts'
import { fill } from './fill.ts'
import type { Finding } from './finding.ts'
import type { ProductWords } from './product-words.ts'

/** @returns the title alone: of all facts it names only the product and the status here, so that nothing in it is the server's text */
export function titleOf({ reason, statusCode }: Finding, { product }: Pick<ProductWords, 'product'>): string {
  return fill(catalogue[reason].title, { product, status: statusCode?.toString() })
}
