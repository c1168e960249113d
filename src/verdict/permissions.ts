/** `unknown`: this server knows no permission of that name. */
export type Holding = 'held' | 'missing' | 'unknown'

/** What the user holds of what was asked for, in one project or globally. */
export interface Permissions {
  /** By permission key. */
  readonly holdings: ReadonlyMap<string, Holding>
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
  /** Permissions that this Jira does not know. */
  readonly unknown: readonly string[]
  /** HTTP status of the first answer that something is missing in; else 200. */
  readonly statusCode: number
}

/** `PROJECT:PERMISSION`, or `PERMISSION` for a global one. */
export function nameOfPermission({ project, permission }: Omit<AskedPermission, 'holding'>): string {
  return project === undefined ? permission : `${project}:${permission}`
}

/** Sums up; in an invisible project all permissions are missing. */
export function sumUpPermissions(access: readonly ProjectAccess[], wanted: readonly string[]): PermissionEvidence {
  const asked = access.flatMap((place) => permissionsIn(place, wanted))
  const notHeld = asked.filter(({ holding }) => holding !== 'held')
  const unknown = notHeld.filter(({ holding }) => holding === 'unknown').map(({ permission }) => permission)
  const deciding = access.find((place) => permissionsIn(place, wanted).some(({ holding }) => holding !== 'held'))
  return {
    asked,
    missing: notHeld.map(nameOfPermission),
    invisible: access.flatMap(({ project, permissions }) => (permissions === undefined && project ? [project] : [])),
    areAllVisible: access.every(({ statusCode }) => statusCode === 200),
    unknown: [...new Set(unknown)],
    statusCode: deciding?.statusCode ?? 200,
  }
}

function permissionsIn({ project, permissions }: ProjectAccess, wanted: readonly string[]): readonly AskedPermission[] {
  return wanted.flatMap((permission) => {
    // An answer that says nothing about a permission proves nothing about it.
    const holding = permissions === undefined ? 'not-visible' : permissions.holdings.get(permission)
    return holding === undefined ? [] : [{ project, permission, holding }]
  })
}
