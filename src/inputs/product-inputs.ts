import type { Finding } from '../catalogue/finding.ts'
import type { ProductName, ProductWords } from '../catalogue/product-words.ts'
import type { Inputs } from './inputs.ts'

/** What a check is to find of places in a server, and of permissions in them. */
export type AskedPlaces = Pick<Inputs, 'projects' | 'spaces' | 'repositories' | 'permissions'>

/** What is one product's own, as far as its inputs go. */
export interface ProductInputs {
  readonly name: ProductName
  readonly words: ProductWords
  /**
   * Finds a page or a REST resource of the product in the path of a URL that was copied from a browser or a script.
   * @param hasQuery whether a query or a fragment followed
   * @returns at which character of the path it begins: what precedes is the context path; undefined where there is none
   */
  findPage(url: URL, hasQuery?: boolean): number | undefined
  /** The permissions that count where there are projects and no word of permissions. */
  readonly permissionsOfProjects: readonly string[]
  /** @returns a finding `input-invalid` where two of them do not go together; undefined where they do */
  judgePlaces(places: AskedPlaces): Finding | undefined
  /** The name by which `foreign-token.ts` knows its tokens; undefined where they bear no mark. */
  readonly tokenSystem: string | undefined
}
