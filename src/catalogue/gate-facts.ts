/** The facts that words about gates name. */
export interface GateFactTypes {
  /** The users that were expected. */
  readonly expected: readonly string[]
  /** Projects that the user cannot see. */
  readonly projects: readonly string[]
  /** Spaces that the user cannot see. */
  readonly spaces: readonly string[]
  /** Repositories that the user cannot see. */
  readonly repositories: readonly string[]
  /** Permissions that are held. */
  readonly held: readonly string[]
  /** Permissions that are missing. */
  readonly missing: readonly string[]
  /** Permissions that the server does not know. */
  readonly unknownPermissions: readonly string[]
  /** What permissions that the server does not know were probably meant to be. */
  readonly meant: readonly string[]
}
