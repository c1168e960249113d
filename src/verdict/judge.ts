import type { Stage } from '../catalogue/entry.ts'
import { addCommonFacts, type Finding, finding } from '../catalogue/finding.ts'
import type { Advice, Note } from '../catalogue/notes.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { advise } from './advice.ts'
import { EXPIRY_NOT_CHECKED, type Expiry } from './expiry.ts'
import { type Gate, type GateFailure, judgeGates } from './gates.ts'
import type { Identity } from './identity.ts'
import type { ListedToken } from './listed-token.ts'
import { noteExpiry, notePermissions } from './notes.ts'
import { type AskedPermission, type PlaceAccess, sumUpPermissions } from './permissions.ts'
import type { Product } from './product.ts'
import type { ToldProduct } from './product-traits.ts'
import { describeUser } from './user.ts'

/** All that the answers of the server showed. */
export interface Evidence {
  /** Null where it was not proven. */
  readonly identity: Identity | null
  /** What went wrong on the way, and where. */
  readonly failure: { readonly finding: Finding; readonly stage: Stage } | null
  readonly access: readonly PlaceAccess[]
  readonly tokens: readonly ListedToken[]
  readonly expiry: Expiry
}

export const NO_EVIDENCE: Evidence = {
  identity: null,
  failure: null,
  access: [],
  tokens: [],
  expiry: EXPIRY_NOT_CHECKED,
}

/** The conclusion, in raw facts: some are still the server's own text. */
export interface Verdict {
  /** The product that was asked, or was to be. */
  readonly product: ToldProduct
  readonly finding: Finding
  readonly stage: Stage
  /** Null where the URL cannot be read. */
  readonly baseUrl: string | null
  /** The page on which users manage their own tokens; null where the URL cannot be read, or nothing was asked. */
  readonly tokenPage: string | null
  readonly identity: Identity | null
  /** The user in words, without an e-mail address; empty where it is not proven. */
  readonly user: string
  readonly expiry: Expiry
  readonly tokens: readonly ListedToken[]
  readonly expiryWarnDays: number
  readonly expiryFailDays: number | undefined
  readonly gates: readonly Gate[]
  readonly asked: readonly AskedPermission[]
  readonly notes: readonly Note[]
  readonly advice: readonly Advice[]
}

/** A verdict that nothing of what a server says went into: the inputs are not sound, or the run broke. */
export function verdictWithoutEvidence(
  found: Finding,
  { name, words }: ToldProduct,
  baseUrl: string | null,
  stage: Stage = 'inputs',
): Verdict {
  return {
    product: { name, words },
    finding: found,
    stage,
    baseUrl,
    tokenPage: null,
    identity: null,
    user: '',
    expiry: EXPIRY_NOT_CHECKED,
    tokens: [],
    expiryWarnDays: 0,
    expiryFailDays: undefined,
    gates: [],
    asked: [],
    notes: [],
    advice: [],
  }
}

/**
 * Concludes: a proven refusal wins over a failure that came later, and only proof without either is `authenticated`.
 * @throws where there is neither an identity nor a failure, or a gate was not judged, which is a bug of ours
 */
export function judge(inputs: Inputs, evidence: Evidence, product: Product, nowMs: number): Verdict {
  const { identity, failure, access, tokens, expiry } = evidence
  const { name, words } = product
  const user = identity === null ? '' : describeUser(identity)
  const permissions = sumUpPermissions(access, inputs.permissions)
  const isComplete = failure === null || failure.stage === 'expiry'
  // A failure at the expiry keeps its own reason.
  const judged = failure?.stage === 'expiry' ? EXPIRY_NOT_CHECKED : expiry
  const gateEvidence = { identity, permissions, isComplete, expiry: judged }
  const { gates, failed } = judgeGates(inputs, gateEvidence, words.product)
  const { found, stage } = conclude(evidence, gates, failed)
  const tokenPage = product.tokenPageOf(inputs.baseUrl)
  const common = {
    baseUrl: inputs.baseUrl,
    host: new URL(inputs.baseUrl).host,
    user,
    tokenPage,
    tokenSource: inputs.sources.token,
    ...(identity === null ? { unprovenToken: 'the token' } : {}),
    // What a rotation says of the state of things says this too.
    ...(identity !== null && found === failure?.finding && stage !== 'rotation'
      ? { provenUser: user, failedQuestion: QUESTIONS[stage] }
      : {}),
  }
  return {
    product: { name, words },
    finding: addCommonFacts(found, common),
    stage,
    baseUrl: inputs.baseUrl,
    tokenPage,
    identity,
    user,
    expiry,
    tokens,
    expiryWarnDays: inputs.expiryWarnDays,
    expiryFailDays: inputs.expiryFailDays,
    gates,
    asked: permissions.asked,
    notes:
      identity === null
        ? []
        : [
            ...(isComplete ? notePermissions(permissions.asked, user) : []),
            ...noteExpiry(expiry, inputs, { user, words, tokenPage, isRefusal: stage === 'expiry' }),
          ],
    advice:
      identity === null ? [] : advise({ tokens, expiry, access, wanted: inputs.permissions, user, product }, nowMs),
  }
}

/** What is asked about at a stage, for a message. */
const QUESTIONS: Readonly<Record<Stage, string>> = {
  inputs: 'the inputs',
  authentication: 'the identity',
  permissions: 'permissions',
  expiry: 'the expiry',
  rotation: 'the rotation',
}

function conclude(
  { identity, failure }: Evidence,
  gates: readonly Gate[],
  failed: GateFailure | undefined,
): { found: Finding; stage: Stage } {
  if (identity !== null && failed !== undefined) return { found: failed.failure, stage: failed.stage }
  if (failure !== null) return { found: failure.finding, stage: failure.stage }
  if (identity === null) throw new Error('neither an identity nor a failure')
  // Fail closed: what was asked for and not judged is not proven.
  const open = gates.find(({ holds }) => holds !== true)
  if (open !== undefined) throw new Error(`the gate ${open.gate} was not judged`)
  return { found: finding('authenticated', {}, 200), stage: 'authentication' }
}
