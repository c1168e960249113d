import { nearest } from '../base/nearest.ts'

/** `unknown`: this server knows no permission of that name. */
export type Holding = 'held' | 'missing' | 'unknown'

/** What the user holds of what was asked for, in one project or globally. */
export interface Permissions {
  /** By permission key. */
  readonly holdings: ReadonlyMap<string, Holding>
  /** Those of them that are global ones, whatever project was asked about. */
  readonly global: ReadonlySet<string>
  /** All permissions that the server listed, to find what a mistyped one was meant to be. */
  readonly known: readonly string[]
  /** Whether the answer happens to show that the user administers all of the product. */
  readonly isAdministrator: boolean
}

/** What the user may do in one project, or globally where `project` is undefined. */
export interface ProjectAccess {
  readonly project: string | undefined
  /** Undefined where the project does not exist or the user may not see it. */
  readonly permissions: Permissions | undefined
  /** HTTP status of the answer. */
  readonly statusCode: number
}

/** A permission of one project (or a global one) that was asked for. */
export interface AskedPermission {
  readonly project: string | undefined
  readonly permission: string
  readonly holding: Holding | 'not-visible'
}

/** What the answers about permissions come to. */
export interface PermissionEvidence {
  readonly asked: readonly AskedPermission[]
  /** Names of those that are not held. */
  readonly missing: readonly string[]
  /** Whether every answer shows that the user sees its project: that a permission is unknown shows nothing of it. */
  readonly areAllVisible: boolean
  /** Projects that do not exist or that the user may not see. */
  readonly invisible: readonly string[]
  /** Permissions that the server does not know. */
  readonly unknown: readonly string[]
  /** What these were probably meant to be. */
  readonly meant: readonly string[]
  /** HTTP status of the first answer that something is missing in; else 200. */
  readonly statusCode: number
}

/** `PROJECT:PERMISSION`, or `PERMISSION` for a global one. */
export function nameOfPermission({ project, permission }: Omit<AskedPermission, 'holding'>): string {
  return project === undefined ? permission : `${project}:${permission}`
}

/** Sums up; in an invisible project all permissions are missing but for the global ones, which are no project's. */
export function sumUpPermissions(access: readonly ProjectAccess[], wanted: readonly string[]): PermissionEvidence {
  const isGlobal = (permission: string): boolean =>
    access.some(({ project, permissions }) =>
      project === undefined ? permissions?.holdings.has(permission) : permissions?.global.has(permission),
    )
  const globals = wanted.filter(isGlobal)
  const ofProjects = wanted.filter((permission) => !isGlobal(permission))
  const asked = [
    ...access.flatMap((place) => (place.project === undefined ? [] : permissionsIn(place, ofProjects))),
    ...globals.map((permission) => ({ project: undefined, permission, holding: globalHolding(permission, access) })),
  ]
  const notHeld = asked.filter(({ holding }) => holding !== 'held')
  const unknown = [
    ...new Set(notHeld.flatMap(({ holding, permission }) => (holding === 'unknown' ? [permission] : []))),
  ]
  const known = new Set(access.flatMap(({ permissions }) => permissions?.known ?? []))
  const deciding = access.find((place) => permissionsIn(place, wanted).some(({ holding }) => holding !== 'held'))
  return {
    asked,
    missing: notHeld.map(nameOfPermission),
    invisible: access.flatMap(({ project, permissions }) => (permissions === undefined && project ? [project] : [])),
    areAllVisible: access.every(({ statusCode }) => statusCode === 200),
    unknown,
    meant: unknown.flatMap((permission) => nearest(permission, known) ?? []),
    statusCode: deciding?.statusCode ?? 200,
  }
}

/** What the answers say of a global permission: where they do not agree, it is not held. */
function globalHolding(permission: string, access: readonly ProjectAccess[]): Holding {
  const holdings = access.flatMap(({ project, permissions }) => {
    const isOf = project === undefined || permissions?.global.has(permission)
    return (isOf && permissions?.holdings.get(permission)) || []
  })
  return holdings.every((holding) => holding === 'held') ? 'held' : holdings.includes('missing') ? 'missing' : 'unknown'
}

function permissionsIn({ project, permissions }: ProjectAccess, wanted: readonly string[]): readonly AskedPermission[] {
  return wanted.flatMap((permission) => {
    // An answer that says nothing about a permission proves nothing about it.
    const holding = permissions === undefined ? 'not-visible' : permissions.holdings.get(permission)
    return holding === undefined ? [] : [{ project, permission, holding }]
  })
}
