import type { Finding } from '../catalogue/finding.ts'
import { parseServerState, parseVersionWithoutTokens, SERVER_INFO_PATH, STATUS_PATH } from '../products/jira/server.ts'
import type { Http } from '../wire/http.ts'

const MAX_MS = 3_000

/**
 * A second question after a failure, without the token: it can make the failure plainer and do nothing else.
 * After a 401 to a Bearer, the version tells a Jira without personal access tokens; after a 5xx, Jira may tell its state.
 * @param timeLeftMs until the deadline
 */
export async function askFollowUp(
  found: Finding,
  http: Http,
  timeLeftMs: number,
  wasBearer: boolean,
): Promise<Finding> {
  const timeoutMs = Math.min(MAX_MS, timeLeftMs)
  if (timeoutMs <= 0) return found
  if (found.statusCode === 401 && wasBearer) {
    const answer = await http.get(SERVER_INFO_PATH, undefined, timeoutMs)
    const isInfo = answer.kind === 'answer' && answer.statusCode === 200
    const version = isInfo ? parseVersionWithoutTokens(answer.body) : undefined
    return version === undefined ? found : { ...found, reason: 'pat-unsupported', facts: { ...found.facts, version } }
  }
  if (found.reason === 'gateway-error' || found.reason === 'server-error') {
    const answer = await http.get(STATUS_PATH, undefined, timeoutMs)
    const state = answer.kind === 'answer' ? parseServerState(answer.body) : undefined
    if (state === undefined) return found
    const reason = state === 'MAINTENANCE' ? 'jira-maintenance' : 'jira-starting'
    return { ...found, reason, facts: { ...found.facts, detail: state } }
  }
  return found
}
