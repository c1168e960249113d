import type { Stage } from '../catalogue/entry.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Expiry } from './expiry.ts'
import { expiryFacts } from './expiry-words.ts'
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

interface JudgedGate extends Gate {
  readonly isAskedFor: boolean
  readonly failure: Finding
  /** Which question a failure is about. */
  readonly stage: Stage
}

/** A gate that fails. */
export type GateFailure = Pick<JudgedGate, 'failure' | 'stage'>

/**
 * Judges every gate that was asked for, in the order of the contract.
 * @returns all of them, and the finding of the first that fails
 */
export function judgeGates(
  inputs: Inputs,
  { identity, permissions, isComplete, expiry }: GateEvidence,
): { readonly gates: readonly Gate[]; readonly failed: GateFailure | undefined } {
  const { invisible, areAllVisible, missing, unknown, statusCode } = permissions
  // What is missing is proven even where not all has answered; that nothing is missing is not.
  const holdsAll = (failures: readonly unknown[], isJudged: boolean): boolean | null =>
    failures.length > 0 ? false : isJudged || null
  const permissionFacts = { projects: invisible, missing, unknownPermissions: unknown }

  const judged: readonly JudgedGate[] = [
    {
      gate: 'user-active',
      isAskedFor: true,
      holds: identity === null ? null : identity.active !== false,
      failure: finding('user-inactive', {}, 200),
      stage: 'authentication',
    },
    {
      gate: 'expected-user',
      isAskedFor: inputs.expectedUsers.length > 0,
      holds: identity === null ? null : isExpected(identity, inputs.expectedUsers),
      failure: finding('wrong-user', { expected: describeExpected(inputs.expectedUsers) }, 200),
      stage: 'authentication',
    },
    {
      gate: 'projects',
      isAskedFor: inputs.projects.length > 0,
      holds: holdsAll(invisible, isComplete && areAllVisible),
      failure: finding('project-not-visible', permissionFacts, statusCode),
      stage: 'permissions',
    },
    {
      gate: 'permissions',
      isAskedFor: inputs.permissions.length > 0,
      holds: holdsAll(missing, isComplete),
      failure: finding('permission-missing', permissionFacts, statusCode),
      stage: 'permissions',
    },
    {
      gate: 'expiry-fail-days',
      isAskedFor: inputs.expiryFailDays !== undefined,
      holds: holdsExpiry(expiry),
      failure: finding('token-expiring', expiryFacts(expiry, inputs), 200),
      stage: 'expiry',
    },
  ]
  const gates = judged.filter(({ isAskedFor }) => isAskedFor)
  return {
    gates: gates.map(({ gate, holds }) => ({ gate, holds })),
    failed: gates.find(({ holds }) => holds === false),
  }
}

/** An expiry that is not known for certain never refuses. */
function holdsExpiry({ status, fails }: Expiry): boolean | null {
  if (status === 'not-checked' || status === 'unknown' || status === 'ambiguous') return null
  return !fails
}
