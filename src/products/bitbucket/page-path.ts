import type { ProductInputs } from '../../inputs/product-inputs.ts'

/** Where a page of Bitbucket or one of its REST resources begins, in whatever letters; alone it may be a context path. */
const PAGE =
  /\/(?:rest|plugins)(?:\/.*)?$|\/(?:projects|repos|scm|users|admin|account)\/+[^/].*$|\/(?:login|logout|dashboard|account|profile|repos)\/*$/i

/** What is a page where a query follows, and else may be a context path. */
const LIST = /\/(?:projects|users|admin)\/*$/i

/** Finds a page of Bitbucket, or one of its REST resources. */
export const findPage: ProductInputs['findPage'] = ({ pathname }, hasQuery = false) => {
  const places = [PAGE, ...(hasQuery ? [LIST] : [])]
    .map((pattern) => pathname.search(pattern))
    .filter((place) => place >= 0)
  return places.length === 0 ? undefined : Math.min(...places)
}
