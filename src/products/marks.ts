import type { ProductName } from '../catalogue/product-words.ts'
import type { OtherProduct } from '../verdict/product-traits.ts'
import { bitbucketMark } from './bitbucket/mark.ts'
import { confluenceMark } from './confluence/mark.ts'
import { jiraMark } from './jira/mark.ts'

/** By what others know each product. */
const marks: Readonly<Record<ProductName, OtherProduct>> = {
  jira: jiraMark,
  confluence: confluenceMark,
  bitbucket: bitbucketMark,
}

/** What a product has to know of itself and of those beside it. */
export function marksFor(name: ProductName): { contextPaths: readonly string[]; others: readonly OtherProduct[] } {
  const { [name]: own, ...others } = marks
  return { contextPaths: own.contextPaths, others: Object.values(others) }
}
