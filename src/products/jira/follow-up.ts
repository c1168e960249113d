import { addCommonFacts, type Finding, type FindingOf, finding } from '../../catalogue/finding.ts'
import type { Product } from '../../verdict/product.ts'
import { askState } from '../server-state.ts'
import { parseServerInfo, SERVER_INFO_PATH } from './server-info.ts'

/**
 * After a 401 to a Bearer, serverInfo tells a Jira without personal access tokens, Jira Cloud, and that Jira is there
 * at all behind somebody else's page; after a 5xx, Jira may tell its state.
 */
export const followUpTo: Product['followUpTo'] = (found, { scheme, traits }) => {
  if (found.reason === 'token-rejected' || found.reason === 'edge-unauthorized') {
    if (found.statusCode !== 401 || scheme !== 'Bearer') return undefined
    return {
      path: SERVER_INFO_PATH,
      refine: ({ statusCode, body }) => (statusCode === 200 ? refineByInfo(found, body, traits.isJwt) : found),
    }
  }
  return askState(found)
}

function refineByInfo(
  found: FindingOf<'token-rejected'> | FindingOf<'edge-unauthorized'>,
  body: string,
  isJwt: boolean,
): Finding {
  const { version, isCloud, hasTokens } = parseServerInfo(body) ?? {}
  const { common } = found
  if (isCloud && !isJwt) return addCommonFacts(finding('cloud-needs-basic', {}, 401), common)
  if (version === undefined) return found
  if (!isCloud && !hasTokens) return addCommonFacts(finding('pat-unsupported', { version }, 401), common)
  if (found.reason === 'token-rejected') return found
  return addCommonFacts(finding('edge-unauthorized', { ...found.facts, openVersion: version }, 401), common)
}
