import type { ToldCategory } from '../../../src/catalogue/entry.ts'
import type { ProductName } from '../../../src/catalogue/product-words.ts'
import { type Category, type Reason, type Result, verdicts } from '../contract.ts'
import { goodBitbucketToken } from '../healthy/bitbucket.ts'
import { goodToken } from '../healthy.ts'
import { type JiraOptions, type StandInJira, startJira } from '../jira.ts'
import type { StandInProxy } from '../proxy.ts'
import type { ActionRun } from '../runner.ts'

export type Stage = 'inputs' | 'authentication' | 'permissions' | 'expiry'

/** What the stand-in was asked: `identity`, `tokens`, `permissions OPS`; see `questionOf`. */
export type Question = string

/** A world made ready for one run: what the action is started with, and the servers that wait for it. */
export interface Setting extends ActionRun {
  jira?: StandInJira | undefined
  proxy?: StandInProxy | undefined
  /** What must stand in nothing that is written, besides the token. */
  secrets?: string[] | undefined
  close?: (() => Promise<void>) | undefined
}

export interface Plan {
  /** Jira by default. */
  product?: ProductName
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
  /** Other products of which its words may speak. */
  names?: ProductName[]
  setUp: () => Promise<Setting>
}

export interface Scenario extends Plan {
  name: string
  product: ProductName
  reason: Reason
  category: ToldCategory
  result: Result
  exitCode: number
}

/** A scenario that is named after its reason needs no `reason`. */
export function scenario(name: Reason, plan: Plan): Scenario
export function scenario(name: string, plan: Plan & { reason: Reason }): Scenario
export function scenario(name: string, plan: Plan): Scenario {
  const reason = plan.reason ?? (name as Reason)
  const { product = 'jira' } = plan
  const [category, result]: [Category, Result] = verdicts[reason]
  const stage = plan.stage ?? stageOf(category, reason)
  const told = category === 'not-jira' ? (`not-${product}` as const) : category
  return {
    ...plan,
    name,
    product,
    reason,
    category: told,
    result,
    ...(stage && { stage }),
    exitCode: result === 'usable' ? 0 : 1,
  }
}

function stageOf(category: Category, reason: Reason): Stage | undefined {
  if (category === 'internal') return undefined
  if (category === 'configuration') return 'inputs'
  if (/-not-visible$|^permission-/.test(reason)) return 'permissions'
  return reason === 'token-expiring' || reason === 'expiry-unknown' ? 'expiry' : 'authentication'
}

/** Runs with these inputs, and nothing listens anywhere. */
export const withInputs =
  (inputs: Record<string, string>, more: Omit<Setting, 'inputs'> = {}) =>
  async (): Promise<Setting> => ({ inputs, ...more })

/** The right token of each product. */
const goodTokens = { jira: goodToken, confluence: goodToken, bitbucket: goodBitbucketToken }

/** Starts a Jira, or another product, and points the action at it, with the right token unless the inputs say otherwise. */
export const withJira =
  (options: JiraOptions = {}, inputs: Record<string, string> = {}, more: Omit<Setting, 'inputs'> = {}) =>
  async (): Promise<Setting> => {
    const { product = 'jira' } = options
    const jira = await startJira(options)
    const given = { [`${product}-url`]: jira.url, token: goodTokens[product] }
    return { inputs: { ...given, ...inputs }, ...more, jira, close: jira.close }
  }
