import { createFieldReader } from '../../inputs/fields.ts'
import type { ReadInputs } from '../../inputs/inputs.ts'
import { readInputs } from '../../inputs/read-inputs.ts'
import { allProducts } from '../../products/all-products.ts'
import type { Product } from '../../verdict/product.ts'
import type { Entry } from '../entry.ts'

/** An entry whose inputs were read, sound or not. */
export interface ReadEntry extends ReadInputs {
  readonly entry: Entry
  /** The one whose address the entry has. */
  readonly product: Product
}

/** Reads the inputs of an entry, as those of the product whose address it has. */
export function readEntry(entry: Entry): ReadEntry {
  const product = allProducts[createFieldReader('check', entry.source).asked.product]
  return { entry, product, ...readInputs(entry.source, product) }
}
