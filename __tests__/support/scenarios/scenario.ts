import { type Category, type Reason, type Result, verdicts } from '../contract.ts'
import { goodToken } from '../healthy.ts'
import { type JiraOptions, type StandInJira, startJira } from '../jira.ts'
import type { StandInProxy } from '../proxy.ts'
import type { ActionRun } from '../runner.ts'

export type Stage = 'inputs' | 'authentication' | 'permissions' | 'expiry'

/** What the stand-in Jira was asked: `identity`, `tokens`, `permissions`, or `permissions OPS` for a project. */
export type Question = 'identity' | 'tokens' | 'permissions' | `permissions ${string}`

/** A world made ready for one run: what the action is started with, and the servers that wait for it. */
export interface Setting extends ActionRun {
  jira?: StandInJira | undefined
  proxy?: StandInProxy | undefined
  /** What must stand in nothing that is written, besides the token. */
  secrets?: string[] | undefined
  close?: (() => Promise<void>) | undefined
}

interface Plan {
  /** One line that says what is the matter. */
  title: string
  /** The scenario's own name by default. */
  reason?: Reason
  /** The reason's own by default. */
  stage?: Stage
  /** The output `status-code`. */
  statusCode?: string
  /** What is asked with the token, in any order. */
  asks?: Question[]
  /** Outputs that have exactly these values. */
  outputs?: Record<string, string>
  /** How many warnings besides the verdict's own annotation; none by default. */
  warnings?: number
  /** What message and remedy, read together, have to name. */
  mentions?: (string | RegExp)[]
  setUp: () => Promise<Setting>
}

export interface Scenario extends Plan {
  name: string
  reason: Reason
  category: Category
  result: Result
  exitCode: number
}

/** A scenario that is named after its reason needs no `reason`. */
export function scenario(name: Reason, plan: Plan): Scenario
export function scenario(name: string, plan: Plan & { reason: Reason }): Scenario
export function scenario(name: string, plan: Plan): Scenario {
  const reason = plan.reason ?? (name as Reason)
  const [category, result]: [Category, Result] = verdicts[reason]
  const stage = plan.stage ?? stageOf(category, reason)
  return { ...plan, name, reason, category, result, ...(stage && { stage }), exitCode: result === 'usable' ? 0 : 1 }
}

function stageOf(category: Category, reason: Reason): Stage | undefined {
  if (category === 'internal') return undefined
  if (category === 'configuration') return 'inputs'
  if (['project-not-visible', 'permission-missing', 'permission-unknown'].includes(reason)) return 'permissions'
  return reason === 'token-expiring' || reason === 'expiry-unknown' ? 'expiry' : 'authentication'
}

/** Runs with these inputs, and nothing listens anywhere. */
export const withInputs =
  (inputs: Record<string, string>, more: Omit<Setting, 'inputs'> = {}) =>
  async (): Promise<Setting> => ({ inputs, ...more })

/** Starts a Jira and points the action at it, with the right token unless the inputs say otherwise. */
export const withJira =
  (options: JiraOptions = {}, inputs: Record<string, string> = {}, more: Omit<Setting, 'inputs'> = {}) =>
  async (): Promise<Setting> => {
    const jira = await startJira(options)
    return { inputs: { 'jira-url': jira.url, token: goodToken, ...inputs }, ...more, jira, close: jira.close }
  }
