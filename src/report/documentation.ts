import type { Reason } from '../catalogue/catalogue.ts'
import type { Environment } from '../inputs/proxy.ts'

const REPOSITORY = 'jira-pat-check/jira-pat-check'

/**
 * The page that explains a reason, in the version of the action that runs: the runner tells which repository and ref
 * that is.
 */
export function documentationUrl(reason: Reason, environment: Environment): string {
  const repository = matching(environment['GITHUB_ACTION_REPOSITORY'], /^[\w.-]+\/[\w.-]+$/) ?? REPOSITORY
  const ref = matching(environment['GITHUB_ACTION_REF'], /^[\w.-]+(?:\/[\w.-]+)*$/) ?? 'main'
  const server = matching(environment['GITHUB_SERVER_URL'], /^https:\/\/[\w.-]+(?::\d+)?$/) ?? 'https://github.com'
  return `${server}/${repository}/blob/${ref}/docs/reasons.md#${reason}`
}

function matching(text: string | undefined, pattern: RegExp): string | undefined {
  return text !== undefined && pattern.test(text) ? text : undefined
}
