import { takePart } from '../base/part.ts'
import type { ProductName } from '../catalogue/product-words.ts'
import type { Product } from '../verdict/product.ts'
import { jira } from './jira/jira.ts'

/**
 * Loads a product: Jira is there at once, and the others only where they are asked.
 * @returns rejects with a `MissingPart` where the bundle of that product is not beside that of the program
 */
export async function productOf(name: ProductName): Promise<Product> {
  switch (name) {
    case 'jira':
      return jira
    case 'confluence':
      return (await takePart('confluence.js', import(/* webpackIgnore: true */ './confluence.ts'))).confluence
    case 'bitbucket':
      return (await takePart('bitbucket.js', import(/* webpackIgnore: true */ './bitbucket.ts'))).bitbucket
  }
}
