import { describeBug } from '../../base/describe-bug.ts'
import { type Finding, finding, isFinding } from '../../catalogue/finding.ts'
import { createFieldReader } from '../../inputs/fields.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { readInputs } from '../../inputs/read-inputs.ts'
import { allProducts } from '../../products/all-products.ts'
import type { Product } from '../../verdict/product.ts'
import type { Entry } from '../entry.ts'

/** An entry whose inputs were read, sound or not. */
export interface ReadEntry {
  readonly entry: Entry
  /** The one whose address the entry has. */
  readonly product: Product
  readonly inputs: Inputs | Finding
  /** Base URL, where it is sound; else null. */
  readonly baseUrl: string | null
}

/** A bug of ours that one entry brings out is a finding about that entry, so that the others are looked at all the same. */
export function findingOnBug(error: unknown): Finding {
  return finding('internal-error', { detail: describeBug(error) })
}

/**
 * Reads the inputs of an entry, as those of the product whose address it has; never throws. Of what is wrong with
 * several, address and token come first.
 */
export function readEntry(entry: Entry): ReadEntry {
  const { source, missingVariable } = entry
  let product = allProducts.jira
  try {
    product = allProducts[createFieldReader('check', source).asked.product]
    const { inputs, baseUrl } = readInputs(source, product)
    const isOfOthers =
      !isFinding(inputs) || inputs.reason === 'input-invalid' || inputs.reason === 'certificate-invalid'
    return { entry, product, inputs: isOfOthers ? (missingVariable ?? inputs) : inputs, baseUrl }
  } catch (error) {
    return { entry, product, inputs: findingOnBug(error), baseUrl: null }
  }
}
