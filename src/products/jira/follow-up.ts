import { addCommonFacts, finding } from '../../catalogue/finding.ts'
import type { Product } from '../../verdict/product.ts'
import { parseServerState, parseVersionWithoutTokens, SERVER_INFO_PATH, STATUS_PATH } from './server.ts'

/**
 * After a 401 to a Bearer, the version tells a Jira without personal access tokens; after a 5xx, Jira may tell its state.
 */
export const followUpTo: Product['followUpTo'] = (found, scheme) => {
  const { reason, statusCode: failedWith, common } = found
  if (failedWith === 401) {
    if (scheme !== 'Bearer') return undefined
    return {
      path: SERVER_INFO_PATH,
      refine({ statusCode, body }) {
        const version = statusCode === 200 ? parseVersionWithoutTokens(body) : undefined
        return version === undefined ? found : addCommonFacts(finding('pat-unsupported', { version }, 401), common)
      },
    }
  }
  if (failedWith === null || (reason !== 'gateway-error' && reason !== 'server-error')) return undefined
  return {
    path: STATUS_PATH,
    refine({ body }) {
      const state = parseServerState(body)
      if (state === undefined) return found
      const plainer =
        state === 'MAINTENANCE'
          ? finding('jira-maintenance', {}, failedWith)
          : finding('jira-starting', { detail: state }, failedWith)
      return addCommonFacts(plainer, common)
    },
  }
}
