import type { Stage } from '../catalogue/entry.ts'
import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Expiry } from './expiry.ts'
import { describeExpiry } from './expiry-words.ts'
import type { Identity } from './identity.ts'
import type { PermissionEvidence } from './permissions.ts'
import { describeExpected, isExpected } from './user.ts'

/** What has to hold besides the proof of identity. */
export type GateName = 'user-active' | 'expected-user' | 'projects' | 'permissions' | 'expiry-fail-days'

export interface Gate {
  readonly gate: GateName
  /** Null where it was not judged. */
  readonly holds: boolean | null
}

/** What the gates are judged by. */
export interface GateEvidence {
  /** Null where it was not proven. */
  readonly identity: Identity | null
  readonly permissions: PermissionEvidence
  /** Whether everything that was asked about permissions was answered. */
  readonly isComplete: boolean
  readonly expiry: Expiry
}

/** True where it holds, null where it is not judged, else what was found. */
type Judgment = true | null | Finding

interface JudgedGate {
  readonly gate: GateName
  readonly isAskedFor: boolean
  readonly judgment: Judgment
  /** Which question a failure is about. */
  readonly stage: Stage
}

/** A gate that fails. */
export interface GateFailure {
  readonly failure: Finding
  readonly stage: Stage
}

/**
 * Judges every gate that was asked for, in the order of the contract.
 * @returns all of them, and the finding of the first that fails
 */
export function judgeGates(
  inputs: Inputs,
  { identity, permissions, isComplete, expiry }: GateEvidence,
): { readonly gates: readonly Gate[]; readonly failed: GateFailure | undefined } {
  const { invisible, areAllVisible, missing, unknown, statusCode } = permissions
  const permissionFacts = { missing, unknownPermissions: unknown }

  const judged: readonly JudgedGate[] = [
    {
      gate: 'user-active',
      isAskedFor: true,
      judgment: identity && (identity.active !== false || finding('user-inactive', {}, 200)),
      stage: 'authentication',
    },
    {
      gate: 'expected-user',
      isAskedFor: inputs.expectedUsers.length > 0,
      judgment:
        identity &&
        (isExpected(identity, inputs.expectedUsers) ||
          finding('wrong-user', { expected: describeExpected(inputs.expectedUsers) }, 200)),
      stage: 'authentication',
    },
    {
      gate: 'projects',
      isAskedFor: inputs.projects.length > 0,
      // What is missing is proven even where not all has answered; that nothing is missing is not.
      judgment:
        invisible.length > 0
          ? finding('project-not-visible', { projects: invisible, ...permissionFacts }, statusCode)
          : (isComplete && areAllVisible) || null,
      stage: 'permissions',
    },
    {
      gate: 'permissions',
      isAskedFor: inputs.permissions.length > 0,
      judgment: missing.length > 0 ? finding('permission-missing', permissionFacts, statusCode) : isComplete || null,
      stage: 'permissions',
    },
    {
      gate: 'expiry-fail-days',
      isAskedFor: inputs.expiryFailDays !== undefined,
      judgment: judgeExpiryGate(expiry, inputs.tokenName),
      stage: 'expiry',
    },
  ]
  const gates = judged.filter(({ isAskedFor }) => isAskedFor)
  return {
    gates: gates.map(({ gate, judgment }) => ({ gate, holds: isFinding(judgment) ? false : judgment })),
    failed: gates.flatMap(({ judgment, stage }) => (isFinding(judgment) ? [{ failure: judgment, stage }] : []))[0],
  }
}

/** An expiry that is not known for certain never refuses. */
function judgeExpiryGate(expiry: Expiry, givenTokenName: string): Judgment {
  const { status, tokenName } = expiry
  if (status === 'not-checked' || status === 'unknown' || status === 'ambiguous') return null
  if (!expiry.fails) return true
  return finding('token-expiring', { tokenName, givenTokenName, expiry: describeExpiry(expiry) }, 200)
}
