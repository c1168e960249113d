import type { InputName } from '../../inputs/table.ts'

/** One token that is to be watched, as the list has it. Texts are trimmed, but not sanitized. */
export interface ListEntry {
  /** Name of the secret, and so of the environment variable that holds it. */
  readonly secret: string
  /** `@octocat`, `@org/team`, or plain words; empty where nobody is named. */
  readonly owner: string
  /** Plain words; may be empty. */
  readonly usedBy: string
  /** Where the entry begins, from 1. */
  readonly line: number
  /** The inputs of its check, those of the defaults included, as raw texts; variables still by their names. */
  readonly texts: ReadonlyMap<InputName, string>
  /** Those of them that stand in the entry itself. */
  readonly own: ReadonlySet<InputName>
  /** The environment variables that its headers and its client key name: secrets, as the token is. */
  readonly variables: readonly string[]
}

/** What makes a list the same from night to night. Texts are not sanitized. */
export interface ListIdentity {
  /** Empty for a list that was given as a text. */
  readonly path: string
  /** Name, else path; empty for a text without a name (or one that cannot be read), whose issues nobody could find again. */
  readonly name: string
  /** What the issue of the list itself is found by: the path, so that it is found whatever is wrong; of a text the name. */
  readonly own: string
}

/** A list that is sound: at least one entry, no secret twice. */
export interface WatchList {
  /** As the list has it; may be empty. */
  readonly name: string
  readonly entries: readonly ListEntry[]
}
