import type { Finding } from '../catalogue/finding.ts'
import type { InputSource } from '../inputs/inputs.ts'

/** One entry of a list that was found sound. What its words and values say is judged later, as the check judges it. */
export interface Entry {
  /** Name of the environment variable that holds the token, found to be one. */
  readonly secret: string
  /** As the list has it: `@octocat`, `@org/team`, or words; empty where it names nobody. */
  readonly owner: string
  /** As the list has it; may be empty. */
  readonly usedBy: string
  /** Its inputs of the check, from which nothing is missing that the list or its defaults give. */
  readonly source: InputSource
  /** Whether it has `expiry-warn-days` of its own, and not only by the list's defaults. */
  readonly hasOwnWarnDays: boolean
  /** What the variables hold that its headers and its client key name. */
  readonly variableValues: readonly string[]
  /** That one of these is blank; undefined where none is. */
  readonly missingVariable: Finding | undefined
  /** How whoever reads the words calls an input. */
  nameOf(input: string): string
}
