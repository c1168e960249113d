import type { ProductInputs } from '../../inputs/product-inputs.ts'

/** Where a page of Jira or one of its REST resources begins, in whatever letters. */
const PAGE =
  /\/(?:rest|browse|secure|plugins)(?:\/.*)?$|\/(?:issues|servicedesk)\/.+$|\/dashboards?(?:[/.].*)?$|\/s[ir]\/jira\..*$|\/[^/]+\.jspa?(?:[;/].*)?$/i

/** The page of a project: its key has capital letters alone, and without a key it may be a context path. */
const PROJECT = /\/projects\/[A-Z][A-Z0-9_]*(?:\/.*)?$/

/** What is a page where a query follows, and else may be a context path. */
const LIST = /\/(?:issues|projects)\/*$/i

/** Finds a page of Jira, or one of its REST resources. */
export const findPage: ProductInputs['findPage'] = ({ hostname, pathname }, hasQuery = false) => {
  // A site of Jira Cloud has no context path.
  if (hostname.endsWith('.atlassian.net') && /^\/+[^/]/.test(pathname)) return 0
  const places = [PAGE, PROJECT, ...(hasQuery ? [LIST] : [])]
    .map((pattern) => pathname.search(pattern))
    .filter((place) => place >= 0)
  return places.length === 0 ? undefined : Math.min(...places)
}
