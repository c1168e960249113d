import { type Finding, isFinding } from '../../catalogue/finding.ts'
import type { JsonAnswer } from '../../verdict/diagnose-answer.ts'
import type { ProjectAccess } from '../../verdict/permissions.ts'
import type { Product } from '../../verdict/product.ts'
import type { Outcome } from '../../wire/answer.ts'
import { hasTraceHeader } from './fingerprint.ts'
import { parsePermissions, permissionsCalledUnknown, permissionsPath, saysProjectNotFound } from './permissions.ts'
import { notOfThisShape } from './shape.ts'

/** Asks for the permissions in every project, or for the global ones where no project is given. */
export const askAccess: Product['askAccess'] = ({ projects, permissions: wanted }) => {
  if (wanted.length === 0) return []
  const places: readonly (string | undefined)[] = projects.length === 0 ? [undefined] : projects
  return places.map((project) => ({
    path: permissionsPath(project, wanted),
    what: project === undefined ? 'the global permissions' : `the permissions in ${project}`,
    stage: 'permissions',
    read: (diagnosis, outcome) => readAccess(project, wanted, diagnosis, outcome),
  }))
}

function readAccess(
  project: string | undefined,
  wanted: readonly string[],
  diagnosis: JsonAnswer | Finding,
  outcome: Outcome,
): ProjectAccess | Finding {
  if (!isFinding(diagnosis)) {
    const permissions = parsePermissions(diagnosis.json, wanted)
    if (permissions === undefined) return notOfThisShape('invalid-json', diagnosis)
    return { project, permissions, statusCode: diagnosis.statusCode }
  }
  if (outcome.kind === 'no-answer') return diagnosis
  const { statusCode, body } = outcome
  if (diagnosis.reason === 'not-found' && project !== undefined) {
    const isInvisible = saysProjectNotFound(body, project, hasTraceHeader(outcome))
    if (isInvisible) return { project, permissions: undefined, statusCode }
  }
  if (diagnosis.reason === 'unexpected-status' && statusCode === 400) {
    const unknown = permissionsCalledUnknown(body, wanted)
    const holdings = new Map(unknown.map((key) => [key, 'unknown'] as const))
    if (unknown.length > 0) return { project, permissions: { holdings, isAdministrator: false }, statusCode }
  }
  return diagnosis
}
