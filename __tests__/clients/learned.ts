/** What a client learns of a Jira by its token. */
export interface Learned {
  user: string
  version: string
  projects: string[]
  mayCreate: boolean | undefined
  /** The status that it tells of a path that there is not. */
  unknown: number
  /** The status that it tells when it comes with a bad token. */
  refused: number
}
