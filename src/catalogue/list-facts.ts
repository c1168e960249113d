/** The facts that only words about a secret name which a list of tokens names. */
export interface ListFactTypes {
  /** Variables of the step whose names are like that of a missing one. */
  readonly alike: readonly string[]
  /** The line of a workflow that gives the step a secret of a list. */
  readonly envLine: string
  /** Name of a secret that a list of tokens names, in a workflow. */
  readonly listedSecret: string
  /** The same outside a workflow: the environment variable alone. */
  readonly listedVariable: string
}
