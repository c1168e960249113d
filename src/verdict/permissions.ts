import { nearest } from '../base/nearest.ts'

/** `unknown`: this server knows no permission of that name. */
export type Holding = 'held' | 'missing' | 'unknown'

/** What the user holds of what was asked for, in one place or globally. */
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

/** The gates that are about places: each is judged by those of its kind. */
export type PlaceGate = 'projects' | 'spaces' | 'repositories'

/** What the user may do in one place, or globally where `place` is undefined. */
export interface PlaceAccess {
  readonly gate: PlaceGate
  /** Key of a project or a space, `KEY/slug` of a repository. */
  readonly place: string | undefined
  /** What people call it, where the server said so. */
  readonly name?: string
  /** Undefined where the place does not exist or the user may not see it. */
  readonly permissions: Permissions | undefined
  /** The permissions that an invisible one lacks; all that were asked for, where this is left out. */
  readonly lacks?: readonly string[]
  /** HTTP status of the answer. */
  readonly statusCode: number
}

/** A permission in one place (or a global one) that was asked for. */
export interface AskedPermission {
  readonly place: string | undefined
  readonly permission: string
  readonly holding: Holding | 'not-visible'
}

/** What the answers about permissions come to. */
export interface PermissionEvidence {
  readonly asked: readonly AskedPermission[]
  /** Names of those that are not held. */
  readonly missing: readonly string[]
  /** Whether every answer shows that the user sees its place: that a permission is unknown shows nothing of it. */
  readonly areAllVisible: boolean
  /** Places that do not exist or that the user may not see. */
  readonly invisible: Readonly<Record<PlaceGate, readonly string[]>>
  /** Permissions that the server does not know. */
  readonly unknown: readonly string[]
  /** What these were probably meant to be. */
  readonly meant: readonly string[]
  /** HTTP status of the first answer that something is missing in; else 200. */
  readonly statusCode: number
}

/** `PROJECT:PERMISSION`, `KEY/slug:PERMISSION`, or `PERMISSION` for a global one. */
export function nameOfPermission({ place, permission }: Omit<AskedPermission, 'holding'>): string {
  return place === undefined ? permission : `${place}:${permission}`
}

/** Sums up; in an invisible place all permissions are missing but for the global ones, which are no place's. */
export function sumUpPermissions(access: readonly PlaceAccess[], wanted: readonly string[]): PermissionEvidence {
  const isGlobal = (permission: string): boolean =>
    access.some(({ place, permissions }) =>
      place === undefined ? permissions?.holdings.has(permission) : permissions?.global.has(permission),
    )
  const globals = wanted.filter(isGlobal)
  const ofPlaces = wanted.filter((permission) => !isGlobal(permission))
  const asked = [
    ...access.flatMap((one) => (one.place === undefined ? [] : permissionsIn(one, ofPlaces))),
    ...globals.map((permission) => ({ place: undefined, permission, holding: globalHolding(permission, access) })),
  ]
  const notHeld = asked.filter(({ holding }) => holding !== 'held')
  const unknown = [
    ...new Set(notHeld.flatMap(({ holding, permission }) => (holding === 'unknown' ? [permission] : []))),
  ]
  const known = new Set(access.flatMap(({ permissions }) => permissions?.known ?? []))
  const isInvisible = ({ permissions }: PlaceAccess): boolean => permissions === undefined
  const invisibleOf = (gate: PlaceGate): readonly string[] =>
    access.filter((one) => one.gate === gate && isInvisible(one)).flatMap(({ place = [] }) => place)
  const deciding = access.find(
    (one) => isInvisible(one) || permissionsIn(one, wanted).some(({ holding }) => holding !== 'held'),
  )
  return {
    asked,
    missing: notHeld.map(nameOfPermission),
    invisible: {
      projects: invisibleOf('projects'),
      spaces: invisibleOf('spaces'),
      repositories: invisibleOf('repositories'),
    },
    areAllVisible: access.every(({ statusCode }) => statusCode === 200),
    unknown,
    meant: unknown.flatMap((permission) => nearest(permission, known) ?? []),
    statusCode: deciding?.statusCode ?? 200,
  }
}

/** What the answers say of a global permission: where they do not agree, it is not held. */
function globalHolding(permission: string, access: readonly PlaceAccess[]): Holding {
  const holdings = access.flatMap(({ place, permissions }) => {
    const isOf = place === undefined || permissions?.global.has(permission)
    return (isOf && permissions?.holdings.get(permission)) || []
  })
  return holdings.every((holding) => holding === 'held') ? 'held' : holdings.includes('missing') ? 'missing' : 'unknown'
}

function permissionsIn(
  { place, permissions, lacks }: PlaceAccess,
  wanted: readonly string[],
): readonly AskedPermission[] {
  return wanted.flatMap((permission) => {
    if (lacks?.includes(permission) === false) return []
    // An answer that says nothing about a permission proves nothing about it.
    const holding = permissions === undefined ? 'not-visible' : permissions.holdings.get(permission)
    return holding === undefined ? [] : [{ place, permission, holding }]
  })
}
