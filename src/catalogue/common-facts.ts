/** What any finding may come with, whatever its reason: added where it becomes known, not where the finding is made. */
export interface CommonFactTypes {
  /** Base URL of the server. */
  readonly baseUrl: string
  /** Its host (and port). */
  readonly host: string
  /** The user whom the server named. */
  readonly user: string
  /** The same, where something went wrong after the server had named the user. */
  readonly provenUser: string
  /** What of the questions failed after that. */
  readonly failedQuestion: string
  /** Its path. */
  readonly askedPath: string
  /** The token, where nothing has proven it. */
  readonly unprovenToken: string
  /** Page where the user's tokens are. */
  readonly tokenPage: string
  /** Where the token came from: `token`, `JIRA_PAT`, standard input. */
  readonly tokenSource: string
  /** How often it was tried. */
  readonly attempts: string
  /** How long the server asks to wait, where that is longer than the time left. */
  readonly wait: string
  /** Another product that answered in its place. */
  readonly otherProduct: string
  /** The input that takes the address of that one. */
  readonly otherInput: string
  /** After a rotation that failed: what the secret holds now, and whether it works. */
  readonly secretState: string
  /** What became of the new token. */
  readonly newTokenState: string
  /** What the other places hold. */
  readonly placesState: string
}
