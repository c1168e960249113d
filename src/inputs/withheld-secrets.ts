import type { FindingOf } from '../catalogue/finding.ts'

/** What the runner says about the event that started the workflow. */
export interface WorkflowEvent {
  /** `GITHUB_EVENT_NAME` */
  readonly name: string
  /** `GITHUB_ACTOR` */
  readonly actor: string
  /** `GITHUB_REPOSITORY` */
  readonly repository: string
  /** The webhook payload, as parsed JSON; undefined where it cannot be read. */
  readonly payload: unknown
}

type WithheldFacts = Partial<FindingOf<'token-missing'>['facts']>

export const FORK: WithheldFacts = {
  withheld: 'this is a pull request from a fork, from which GitHub withholds secrets',
  forkRuns: 'pull requests from forks',
  forkCondition:
    "if: ${{ github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository }}",
}

export const DEPENDABOT: WithheldFacts = {
  withheld: 'Dependabot started this run, and it gets only the Dependabot secrets',
  dependabot: 'Dependabot',
  dependabotCondition: "if: ${{ github.actor != 'dependabot[bot]' }}",
}

/**
 * Why GitHub withholds secrets from this run, where it does.
 * Source: https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions
 * and https://docs.github.com/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions
 * @returns the facts of `token-missing` that say so; undefined where secrets should be there
 */
export function findWithholding(event: WorkflowEvent): WithheldFacts | undefined {
  if (event.actor === 'dependabot[bot]') return DEPENDABOT
  return /^pull_request(?:_review(?:_comment)?)?$/.test(event.name) && isFromFork(event) ? FORK : undefined
}

function isFromFork({ payload, repository }: WorkflowEvent): boolean {
  const pullRequest = property(payload, 'pull_request')
  const headRepo = property(property(pullRequest, 'head'), 'repo')
  // The fork may have been deleted since: GitHub then sends null.
  if (headRepo === null) return true
  const headName = property(headRepo, 'full_name')
  const baseName = property(property(property(pullRequest, 'base'), 'repo'), 'full_name') ?? repository
  // A repository that is itself a fork has its own secrets for its own pull requests, so the flag alone says little.
  return typeof headName === 'string' ? headName !== baseName : property(headRepo, 'fork') === true
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
