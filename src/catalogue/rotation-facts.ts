/** The facts that only words about a rotation name. */
export interface RotationFactTypes {
  /** Name of the token that a rotation has made. */
  readonly newToken: string
  /** A place of the secret, as the input `secret` names it. */
  readonly place: string
  /** All places of the secret, or some. */
  readonly places: readonly string[]
  /** The place that the workflow reads first. */
  readonly ownPlace: string
  /** The same, where a command stores the token. */
  readonly ownStore: string
  /** The permission that a token of GitHub lacks. */
  readonly permission: string
  /** Where a repository has moved to. */
  readonly newPlace: string
  /** Names of the tokens that it is about: they may have leaked, are in doubt, or should be gone. */
  readonly tokenNames: readonly string[]
}
