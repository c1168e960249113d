import type { ProductName } from '../catalogue/product-words.ts'
import type { Product } from '../verdict/product.ts'
import { bitbucket } from './bitbucket/bitbucket.ts'
import { confluence } from './confluence/confluence.ts'
import { jira } from './jira/jira.ts'

/** Every product at once, for who asks many of them: a check of one token waits for its own, see `productOf`. */
export const allProducts: Readonly<Record<ProductName, Product>> = { jira, confluence, bitbucket }
