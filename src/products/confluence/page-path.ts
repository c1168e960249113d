import type { ProductInputs } from '../../inputs/product-inputs.ts'

/** Where a page of Confluence or one of its REST resources begins, in whatever letters. */
const PAGE =
  /\/(?:rest|plugins|display|pages|spaces|label|download|admin)(?:\/.*)?$|\/x\/.+$|\/[^/]+\.action(?:[;/].*)?$/i

/** What is a page where more or a query follows, and else may be a context path. */
const LIST = /\/(?:pages|spaces|display|admin|label|download)\/*$/i

/** Finds a page of Confluence, or one of its REST resources. */
export const findPage: ProductInputs['findPage'] = ({ hostname, pathname }, hasQuery = false) => {
  const place = pathname.search(PAGE)
  if (place >= 0 && (hasQuery || !LIST.test(pathname))) return place
  // A site of Confluence Cloud has no other context path.
  return hostname.endsWith('.atlassian.net') && /^\/wiki\/+[^/]/.test(pathname) ? '/wiki'.length : undefined
}
