import type { WatchedToken, WatchReport } from '../../src/watch/watched-token.ts'
import type { ActionResult, ActionRun } from '../support/runner.ts'

/** An entry of a list as tests give it; the token itself goes into the environment. */
export type GivenEntry = Record<string, string | number | boolean> & { secret: string; token?: string }

/** What comes of a watch as an action; the report is that of the output, which may be cut. */
export interface WatchResult extends Omit<ActionResult, 'report'> {
  report: (WatchReport & { cut: number }) | undefined
}

/** A list as JSON text, and the environment with its tokens. */
export function listOf(
  entries: readonly GivenEntry[],
  more: Record<string, unknown> = {},
): { tokens: string; env: Record<string, string> } {
  const env = Object.fromEntries(entries.flatMap(({ secret, token }) => (token === undefined ? [] : [[secret, token]])))
  const tokens = entries.map(({ token: _, ...entry }) => entry)
  return { tokens: JSON.stringify({ name: 'test', ...more, tokens }), env }
}

/** A run of the watch over these entries, without issues. */
export function watchOf(
  entries: readonly GivenEntry[],
  { inputs, env, ...run }: ActionRun = {},
  more?: Record<string, unknown>,
): ActionRun {
  const list = listOf(entries, more)
  return {
    action: 'watch',
    inputs: { tokens: list.tokens, issues: 'false', ...inputs },
    env: { ...list.env, ...env },
    ...run,
  }
}

/** The tokens of the output `report`, by secret. */
export function tokensOf({ outputs }: Pick<ActionResult, 'outputs'>): Map<string, WatchReport['tokens'][number]> {
  const report: WatchReport = JSON.parse(outputs['report'] ?? '')
  return new Map(report.tokens.map((token) => [token.secret, token]))
}

/** A token as the report of a watch has it: one that is well, unless told otherwise. */
export function watchedToken(changes: Partial<WatchedToken> = {}): WatchedToken {
  return {
    schemaVersion: 2,
    product: 'jira',
    result: 'usable',
    category: 'ok',
    reason: 'authenticated',
    stage: 'authentication',
    message: 'Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).',
    remedy: '',
    baseUrl: 'https://jira.example.com',
    statusCode: 200,
    identity: null,
    expiry: { status: 'ok', tokenName: 'ci', expiresAt: '2099-06-01T00:00:00.000Z', daysLeft: 92 },
    gates: [{ gate: 'user-active', holds: true }],
    missingPermissions: [],
    advice: [],
    requests: 2,
    durationMs: 80,
    secret: 'JIRA_PAT_CI',
    owner: '@octocat',
    usedBy: 'build',
    asked: true,
    unaskedBecause: null,
    title: 'Jira accepts the token',
    steps: [],
    expiryState: null,
    rotatedAt: null,
    hasRotationStopped: false,
    ...changes,
  }
}

/** One that Jira refuses. */
export const refusedToken = (changes: Partial<WatchedToken> = {}): WatchedToken =>
  watchedToken({
    result: 'refused',
    category: 'unauthorized',
    reason: 'token-rejected',
    title: 'Jira rejected the token (401)',
    statusCode: 401,
    expiry: { status: 'not-checked', tokenName: '', expiresAt: null, daysLeft: null },
    ...changes,
  })
