/** What a pipeline may conclude from a run. */
export type Result = 'usable' | 'refused' | 'unknown' | 'misconfigured'

/** Where it went wrong, coarse. */
export type Category =
  | 'ok'
  | 'configuration'
  | 'unauthorized'
  | 'forbidden'
  | 'connection'
  | 'unavailable'
  | 'not-jira'
  | 'gate'
  | 'internal'

/** Which question was being asked. */
export type Stage = 'inputs' | 'authentication' | 'permissions' | 'expiry'

/**
 * The words for one reason. `title`, `message` and `remedy` are templates: `{name}` is replaced by that fact, and a
 * part in square brackets is left out when a fact in it is not known.
 */
export interface Entry {
  readonly category: Category
  readonly result: Result
  /** When this reason is given: a phrase for the documentation. */
  readonly when: string
  /** The annotation's title: a few words that a person understands. */
  readonly title: string
  /** What happened and the likely cause: plain text, a sentence or two. */
  readonly message: string
  /** What to do about it, step by step; empty where there is nothing to do. */
  readonly remedy: readonly string[]
}

/** The facts that the templates may name. A reader of the documentation meets them as `{name}`. */
export interface Facts {
  /** Base URL of Jira. */
  readonly jira?: string | undefined
  /** Host (and port) of Jira. */
  readonly host?: string | undefined
  /** HTTP status code. */
  readonly status?: string | undefined
  /** Name of an input or environment variable. */
  readonly input?: string | undefined
  /** What is wrong with it. */
  readonly problem?: string | undefined
  /** The value that was probably meant. */
  readonly correction?: string | undefined
  /** What an input accepts. */
  readonly accepts?: string | undefined
  /** Why the runner withholds secrets from this run. */
  readonly withheld?: string | undefined
  /** Product in front of Jira that answered. */
  readonly edge?: string | undefined
  /** Base URL that a redirect leads to. */
  readonly newBaseUrl?: string | undefined
  /** Where a redirect leads: origin and path. */
  readonly location?: string | undefined
  /** Login page of the same Jira. */
  readonly loginUrl?: string | undefined
  /** Version of Jira. */
  readonly version?: string | undefined
  /** Title of a page that came instead of an answer. */
  readonly pageTitle?: string | undefined
  /** Seconds that were waited. */
  readonly seconds?: string | undefined
  /** What was being waited for. */
  readonly phase?: string | undefined
  /** What else is known: words for an error, its code, or the state that Jira tells of itself. */
  readonly detail?: string | undefined
  /** Subject of the server's certificate. */
  readonly subject?: string | undefined
  /** Issuer of the server's certificate. */
  readonly issuer?: string | undefined
  /** Host names that the certificate is for. */
  readonly certificateHosts?: string | undefined
  /** That the certificate has expired or is not valid yet, with the date. */
  readonly validity?: string | undefined
  /** Host and port of the proxy. */
  readonly proxy?: string | undefined
  /** Environment variable that names the proxy. */
  readonly proxyVariable?: string | undefined
  /** When Jira may be asked again. */
  readonly retryAt?: string | undefined
  /** The user whom Jira named. */
  readonly user?: string | undefined
  /** The same, where something went wrong after Jira had named the user. */
  readonly provenUser?: string | undefined
  /** The users that were expected. */
  readonly expected?: readonly string[] | undefined
  /** Projects that the user cannot see. */
  readonly projects?: readonly string[] | undefined
  /** Permissions that are held. */
  readonly held?: readonly string[] | undefined
  /** Permissions that are missing. */
  readonly missing?: readonly string[] | undefined
  /** Permissions that this Jira does not know. */
  readonly unknownPermissions?: readonly string[] | undefined
  /** Name of the token in Jira. */
  readonly tokenName?: string | undefined
  /** The same, as the input `token-name` gives it. */
  readonly givenTokenName?: string | undefined
  /** When the token expires, or has expired: `expires on 2026-12-03 (11 days left)`. */
  readonly expiry?: string | undefined
  /** Page in Jira where the user's tokens are. */
  readonly tokenPage?: string | undefined
  /** How often it was tried. */
  readonly attempts?: string | undefined
  /** How long the server asks to wait, where that is longer than the time left. */
  readonly wait?: string | undefined
}
