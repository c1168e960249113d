import { type Finding, isFinding } from '../../catalogue/finding.ts'
import type { Permissions, PlaceAccess } from '../../verdict/permissions.ts'
import type { Product } from '../../verdict/product.ts'
import { type JsonAnswer, type Question, wrongShape } from '../../verdict/question.ts'
import type { Outcome } from '../../wire/answer.ts'
import { hasTraceHeader } from './fingerprint.ts'
import {
  isGlobalByName,
  parsePermissions,
  permissionsCalledUnknown,
  permissionsPath,
  saysProjectNotFound,
} from './permissions.ts'

/** Asks for the permissions in every project, or for the global ones where no project is given. */
export const askAccess: Product['askAccess'] = ({ projects, permissions: wanted }) => {
  if (wanted.length === 0) return []
  const places: readonly (string | undefined)[] = projects.length === 0 ? [undefined] : projects
  return places.map((project) => askAbout(project, wanted))
}

/** Asks for the global permissions of which no project's answer said that they are. */
export const askFurtherAccess: Product['askFurtherAccess'] = ({ projects, permissions: wanted }, access) => {
  const isRead = (permission: string): boolean => access.some(({ permissions }) => permissions?.global.has(permission))
  const globals = wanted.filter((permission) => isGlobalByName(permission) && !isRead(permission))
  return projects.length === 0 || globals.length === 0 ? [] : [askAbout(undefined, globals)]
}

function askAbout(project: string | undefined, wanted: readonly string[]): Question<PlaceAccess> {
  return {
    path: permissionsPath(project, wanted),
    what: project === undefined ? 'the global permissions' : `the permissions in ${project}`,
    stage: 'permissions',
    read: (diagnosis, outcome) => readAccess(project, wanted, diagnosis, outcome),
  }
}

/** Without the global permissions that a project's answer does not call so: it proves nothing about them. */
function withoutOpenGlobals(permissions: Permissions): Permissions {
  const { holdings, global } = permissions
  const proven = Array.from(holdings).filter(([key]) => global.has(key) || !isGlobalByName(key))
  return { ...permissions, holdings: new Map(proven) }
}

function readAccess(
  project: string | undefined,
  wanted: readonly string[],
  diagnosis: JsonAnswer | Finding,
  outcome: Outcome,
): PlaceAccess | Finding {
  if (!isFinding(diagnosis)) {
    const permissions = parsePermissions(diagnosis.json, wanted)
    if (permissions === undefined) return wrongShape(diagnosis)
    const proven = project === undefined ? permissions : withoutOpenGlobals(permissions)
    return { gate: 'projects', place: project, permissions: proven, statusCode: diagnosis.statusCode }
  }
  if (outcome.kind === 'no-answer') return diagnosis
  const { statusCode, body } = outcome
  if (diagnosis.reason === 'not-found' && project !== undefined) {
    const isInvisible = saysProjectNotFound(body, project, hasTraceHeader(outcome.headers))
    if (isInvisible) return { gate: 'projects', place: project, permissions: undefined, statusCode }
  }
  if (diagnosis.reason === 'unexpected-status' && statusCode === 400) {
    const unknown = permissionsCalledUnknown(body, wanted)
    const holdings = new Map(unknown.map((key) => [key, 'unknown'] as const))
    const permissions = { holdings, global: new Set<string>(), known: [], isAdministrator: false }
    if (unknown.length > 0) return { gate: 'projects', place: project, permissions, statusCode }
  }
  return diagnosis
}
