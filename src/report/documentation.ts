import type { Environment } from '../base/environment.ts'
import type { Reason } from '../catalogue/reasons.ts'

const REPOSITORY = 'jira-pat-check/jira-pat-check'

/**
 * The page that explains a reason, in the version of the action that runs: GitHub's runner tells which repository and
 * ref that is. On another server than github.com that repository may be a mirror or none, so the link goes to ours.
 */
export function documentationUrl(reason: Reason, environment: Environment): string {
  const isGitHubCom = environment['GITHUB_SERVER_URL'] === 'https://github.com'
  const repository = isGitHubCom && matching(environment['GITHUB_ACTION_REPOSITORY'], /^[\w.-]+\/[\w.-]+$/)
  const ref = repository && matching(environment['GITHUB_ACTION_REF'], /^[\w.-]+(?:\/[\w.-]+)*$/)
  return `https://github.com/${repository || REPOSITORY}/blob/${ref || 'main'}/docs/reasons.md#${reason}`
}

function matching(text: string | undefined, pattern: RegExp): string | undefined {
  return text !== undefined && pattern.test(text) ? text : undefined
}
