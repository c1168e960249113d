import { addCommonFacts, finding } from '../catalogue/finding.ts'
import { describePlace } from '../github/place.ts'
import { type Verdict, verdictWithoutEvidence } from '../verdict/judge.ts'
import type { Product } from '../verdict/product.ts'
import type { RotateInputs } from './inputs.ts'

/** Why nothing is asked of a server that lets no token make tokens. */
export function refuse({ target, jira: { baseUrl } }: RotateInputs, product: Product): Verdict {
  const problem = `${product.words.product} lets no token make tokens, so that nothing was asked`
  const places = target.kind === 'places' ? target.places.map(describePlace) : ['the store of the command']
  const found = finding('rotation-not-allowed', { problem, places, operator: undefined, path: undefined })
  const common = { user: 'the owner of the token', tokenPage: product.tokenPageOf(baseUrl) }
  return verdictWithoutEvidence(addCommonFacts(found, common), product, baseUrl, 'rotation')
}
