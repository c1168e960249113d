import { type Finding, finding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Identity } from '../jira/identity.ts'
import type { Holding, Permissions } from '../jira/permissions.ts'
import type { Expiry } from './expiry.ts'
import { describeExpected, describeUser, isExpected } from './user.ts'

/** What has to hold besides the proof of identity. */
export type GateName = 'user-active' | 'expected-user' | 'projects' | 'permissions' | 'expiry-fail-days'

export interface Gate {
  readonly gate: GateName
  /** Null where it was not judged. */
  readonly holds: boolean | null
}

/** What the user may do in one project, or globally where `project` is undefined. */
export interface ProjectAccess {
  readonly project: string | undefined
  /** Undefined where the project does not exist or the user may not see it. */
  readonly permissions: Permissions | undefined
}

/** What the gates are judged by; null where it was not read. */
export interface GateEvidence {
  readonly identity: Identity | null
  readonly access: readonly ProjectAccess[]
  /** Whether all projects answered. */
  readonly accessIsComplete: boolean
  readonly expiry: Expiry
}

/** A permission of one project (or a global one) that was asked for. */
export interface AskedPermission {
  readonly project: string | undefined
  readonly permission: string
  readonly holding: Holding
}

/** What became of every permission that was asked for; in an invisible project all are missing. */
export function listPermissions(
  access: readonly ProjectAccess[],
  wanted: readonly string[],
): readonly AskedPermission[] {
  return access.flatMap(({ project, permissions }) =>
    wanted.map((permission) => ({
      project,
      permission,
      holding: permissions?.holdings.get(permission) ?? 'missing',
    })),
  )
}

/** `PROJECT:PERMISSION`, or `PERMISSION` for a global one. */
export function listMissing(asked: readonly AskedPermission[]): readonly string[] {
  return asked
    .filter(({ holding }) => holding !== 'held')
    .map(({ project, permission }) => (project === undefined ? permission : `${project}:${permission}`))
}

/**
 * Judges every gate that was asked for, in the order of the contract.
 * @returns all of them, and the finding of the first that fails
 */
export function judgeGates(
  inputs: Inputs,
  evidence: GateEvidence,
): { gates: readonly Gate[]; failed: Finding | undefined } {
  const { identity, access, accessIsComplete, expiry } = evidence
  const asked = listPermissions(access, inputs.permissions)
  const missing = listMissing(asked)
  const invisible = access.filter(({ permissions }) => permissions === undefined).map(({ project }) => project ?? '')
  const unknown = [...new Set(asked.filter(({ holding }) => holding === 'unknown').map(({ permission }) => permission))]
  // What is missing is proven even where not all has answered; that nothing is missing is not.
  const allHold = (failures: readonly string[]): boolean | null =>
    failures.length > 0 ? false : accessIsComplete || null
  const user = identity === null ? undefined : describeUser(identity)
  const facts = { user, missing: missing.join(', '), unknownPermissions: unknown.join(', ') }

  const judged: readonly (Gate & { asked: boolean; finding: () => Finding })[] = [
    {
      gate: 'user-active',
      asked: true,
      holds: identity === null ? null : identity.active !== false,
      finding: () => finding('user-inactive', facts),
    },
    {
      gate: 'expected-user',
      asked: inputs.expectedUsers.length > 0,
      holds: identity === null ? null : isExpected(identity, inputs.expectedUsers),
      finding: () => finding('wrong-user', { ...facts, expected: describeExpected(inputs.expectedUsers) }),
    },
    {
      gate: 'projects',
      asked: inputs.projects.length > 0,
      holds: allHold(invisible),
      finding: () => finding('project-not-visible', { ...facts, projects: invisible.join(', ') }),
    },
    {
      gate: 'permissions',
      asked: inputs.permissions.length > 0,
      holds: allHold(missing),
      finding: () => finding('permission-missing', facts),
    },
    {
      gate: 'expiry-fail-days',
      asked: inputs.expiryFailDays !== undefined,
      holds: expiryHolds(expiry),
      finding: () => finding('token-expiring', { ...facts }),
    },
  ]
  const gates = judged.filter(({ asked: isAsked }) => isAsked)
  return {
    gates: gates.map(({ gate, holds }) => ({ gate, holds })),
    failed: gates.find(({ holds }) => holds === false)?.finding(),
  }
}

/** An expiry that is not known for certain never refuses. */
function expiryHolds({ status, fails }: Expiry): boolean | null {
  if (status === 'not-checked' || status === 'unknown' || status === 'ambiguous') return null
  return !fails
}
