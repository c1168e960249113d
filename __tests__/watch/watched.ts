import type { WatchReport } from '../../src/watch/watched-token.ts'
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
