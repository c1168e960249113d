import type { Finding } from '../catalogue/finding.ts'
import { finding } from '../catalogue/finding.ts'
import { describePlaceholder } from './placeholder.ts'

/** What is pasted with a token or got into it; the first that fits gives the words. */
const MALFORMED: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:Bearer|Basic)(?:[\s:]|%20|$)/i,
    'begins with “Bearer” or “Basic”, which is the name of the scheme and not part of the token',
  ],
  [/^(["'`]).*\1$/s, 'is wrapped in quotation marks'],
  [/^["'`]|["'`]$/, 'begins or ends with a quotation mark'],
  [/[^\P{Cc}\s]|[\r\n]/u, 'has a line break or control character inside'],
  [/\s/, 'has white space inside'],
  [/[^\x20-\x7e]/, 'has a character that is not ASCII'],
]

/**
 * Judges a token by its form alone, before anything is sent: a line break in a header would make Node quote the
 * token in an error message, and a placeholder would count as a failed login.
 * @param token trimmed
 * @returns a finding `token-malformed` that quotes nothing of the token, or undefined where the form is possible
 */
export function judgeToken(token: string): Finding | undefined {
  const problem = describePlaceholder(token) ?? MALFORMED.find(([pattern]) => pattern.test(token))?.[1]
  return problem === undefined ? undefined : finding('token-malformed', { problem })
}

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

/**
 * Why GitHub withholds secrets from this run, where it does.
 * Source: https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions
 * and https://docs.github.com/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions
 * @returns words that follow “The likely cause:”, or undefined
 */
export function describeWithheldSecrets(event: WorkflowEvent): string | undefined {
  if (event.actor === 'dependabot[bot]') return 'Dependabot started this run, and it gets only the Dependabot secrets'
  if (/^pull_request(?:_review(?:_comment)?)?$/.test(event.name) && isFromFork(event)) {
    return 'this is a pull request from a fork, from which GitHub withholds secrets'
  }
  return undefined
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
