import { isObject, textOf } from '../../base/json.ts'
import type { Issues } from '../../github/issues.ts'
import { isRefusal } from '../../github/refusal.ts'

/** What started the workflow. */
export interface Trigger {
  /** `GITHUB_EVENT_NAME` */
  readonly eventName: string
  /** `GITHUB_REF`: `refs/heads/main` */
  readonly ref: string
  /** The payload; undefined where it cannot be read. */
  readonly event: unknown
}

/** Events that start a workflow on the branch that they are about; `schedule` is always on the default branch. */
const ON_A_BRANCH: ReadonlySet<string> = new Set(['workflow_dispatch', 'repository_dispatch', 'push'])

/**
 * Whether this run may write issues: a list that was edited on a branch, or in a pull request, opens and closes nothing.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 * @returns `no` where it is not on the default branch, `unknown` where nobody tells which one that is
 */
export async function mayWrite({ eventName, ref, event }: Trigger, issues: Issues): Promise<'yes' | 'no' | 'unknown'> {
  if (eventName === 'schedule') return 'yes'
  if (!ON_A_BRANCH.has(eventName) || !ref.startsWith('refs/heads/')) return 'no'
  const told = defaultBranchIn(event)
  const branch = told === '' ? await issues.defaultBranch() : told
  if (isRefusal(branch)) return 'unknown'
  return ref === `refs/heads/${branch}` ? 'yes' : 'no'
}

function defaultBranchIn(event: unknown): string {
  const repository = isObject(event) ? event['repository'] : undefined
  return isObject(repository) ? textOf(repository, 'default_branch') : ''
}
