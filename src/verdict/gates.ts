import type { Stage } from '../catalogue/entry.ts'
import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Expiry } from './expiry.ts'
import { judgeExpiryGate } from './expiry-gate.ts'
import type { Identity } from './identity.ts'
import type { PermissionEvidence, PlaceGate } from './permissions.ts'
import { describeExpected, isExpected } from './user.ts'

/** What has to hold besides the proof of identity. */
export type GateName = 'user-active' | 'expected-user' | PlaceGate | 'permissions' | 'expiry-fail-days'

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

/** What may be asked for, and how it is judged where it is. */
interface GateRule {
  readonly gate: GateName
  readonly isAskedFor: boolean
  readonly judge: () => Judgment
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
 * @param product in words
 * @returns all of them, and the finding of the first that fails
 */
export function judgeGates(
  inputs: Inputs,
  { identity, permissions, isComplete, expiry }: GateEvidence,
  product: string,
): { readonly gates: readonly Gate[]; readonly failed: GateFailure | undefined } {
  const { areAllVisible } = permissions
  // What is missing is proven even where not all has answered; that nothing is missing is not.
  const isVisible = (isComplete && areAllVisible) || null

  const rules: readonly GateRule[] = [
    {
      gate: 'user-active',
      isAskedFor: true,
      judge: () => identity && (identity.active !== false || finding('user-inactive', {}, 200)),
      stage: 'authentication',
    },
    {
      gate: 'expected-user',
      isAskedFor: inputs.expectedUsers.length > 0,
      judge: () =>
        identity &&
        (isExpected(identity, inputs.expectedUsers) ||
          finding('wrong-user', { expected: describeExpected(inputs.expectedUsers) }, 200)),
      stage: 'authentication',
    },
    ...placeRules(inputs, permissions, isVisible),
    {
      gate: 'permissions',
      isAskedFor: inputs.permissions.length > 0,
      judge: () => judgePermissions(permissions) ?? (isComplete || null),
      stage: 'permissions',
    },
    {
      gate: 'expiry-fail-days',
      isAskedFor: inputs.expiryFailDays !== undefined,
      judge: () => judgeExpiryGate(expiry, inputs.tokenName, product),
      stage: 'expiry',
    },
  ]
  const judged = rules
    .filter(({ isAskedFor }) => isAskedFor)
    .map(({ gate, stage, judge }) => ({ gate, stage, judgment: judge() }))
  return {
    gates: judged.map(({ gate, judgment }) => ({ gate, holds: isFinding(judgment) ? false : judgment })),
    failed: judged.flatMap(({ judgment, stage }) => (isFinding(judgment) ? [{ failure: judgment, stage }] : []))[0],
  }
}

/** @param isVisible what is concluded where no place is invisible */
function placeRules(
  { projects, spaces, repositories }: Inputs,
  permissions: PermissionEvidence,
  isVisible: true | null,
): readonly GateRule[] {
  const { invisible, missing, statusCode } = permissions
  const found = {
    projects: () =>
      finding('project-not-visible', { projects: invisible.projects, ...lacking(permissions) }, statusCode),
    spaces: () => finding('space-not-visible', { spaces: invisible.spaces }, statusCode),
    repositories: () =>
      finding('repository-not-visible', { repositories: invisible.repositories, missing }, statusCode),
  }
  const rule = (gate: PlaceGate, places: readonly string[]): GateRule => ({
    gate,
    isAskedFor: places.length > 0,
    judge: () => (invisible[gate].length > 0 ? found[gate]() : isVisible),
    stage: 'permissions',
  })
  return [rule('projects', projects), rule('spaces', spaces), rule('repositories', repositories)]
}

/** Only where nothing else is missing is it the name that has to be mended. */
function judgePermissions(permissions: PermissionEvidence): Finding | undefined {
  const { missing, unknown, meant, asked, statusCode } = permissions
  if (missing.length === 0) return undefined
  if (asked.some(({ holding }) => holding === 'missing' || holding === 'not-visible')) {
    return finding('permission-missing', lacking(permissions), statusCode)
  }
  return finding('permission-unknown', { unknownPermissions: unknown, meant }, statusCode)
}

function lacking({ missing, unknown }: PermissionEvidence) {
  return { missing, unknownPermissions: unknown }
}
