import type { Product } from '../../verdict/product.ts'
import { parseServerState, parseVersionWithoutTokens, SERVER_INFO_PATH, STATUS_PATH } from './server.ts'

/**
 * After a 401 to a Bearer, the version tells a Jira without personal access tokens; after a 5xx, Jira may tell its state.
 */
export const followUpTo: Product['followUpTo'] = (found, scheme) => {
  if (found.statusCode === 401) {
    if (scheme !== 'Bearer') return undefined
    return {
      path: SERVER_INFO_PATH,
      refine({ statusCode, body }) {
        const version = statusCode === 200 ? parseVersionWithoutTokens(body) : undefined
        return version === undefined
          ? found
          : { ...found, reason: 'pat-unsupported', facts: { ...found.facts, version } }
      },
    }
  }
  if (found.reason !== 'gateway-error' && found.reason !== 'server-error') return undefined
  return {
    path: STATUS_PATH,
    refine({ body }) {
      const state = parseServerState(body)
      if (state === undefined) return found
      const reason = state === 'MAINTENANCE' ? 'jira-maintenance' : 'jira-starting'
      return { ...found, reason, facts: { ...found.facts, detail: state } }
    },
  }
}
