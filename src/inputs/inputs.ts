import type { Finding, FindingOf } from '../catalogue/finding.ts'
import type { TlsMaterial } from './certificates.ts'
import type { FailOn } from './fail-on.ts'
import type { FieldSource } from './fields.ts'
import type { ReadFile } from './pem.ts'
import type { ForwardProxy } from './proxy.ts'
import type { WorkflowEvent } from './withheld-secrets.ts'

/** What is sent to prove who is asking. */
export type Credentials =
  | { readonly scheme: 'Bearer'; readonly token: string }
  | { readonly scheme: 'Basic'; readonly username: string; readonly token: string }

/** Everything that a check needs to know, read and found sound. */
export interface Inputs {
  /** Base URL without trailing slashes. */
  readonly baseUrl: string
  readonly credentials: Credentials
  /** In words, where URL and token came from: `the input token`, `JIRA_PAT`. */
  readonly sources: { readonly url: string; readonly token: string }
  /** What goes with every request to that origin, by names in small letters. */
  readonly headers: ReadonlyMap<string, string>
  readonly expectedUsers: readonly string[]
  readonly projects: readonly string[]
  readonly spaces: readonly string[]
  /** `KEY/slug` each. */
  readonly repositories: readonly string[]
  /** Empty where no permission gate was asked for. */
  readonly permissions: readonly string[]
  readonly checkExpiry: boolean
  /** Empty where it is not given. */
  readonly tokenName: string
  readonly expiryWarnDays: number
  readonly expiryFailDays: number | undefined
  /** Bound on the whole check. */
  readonly timeoutMs: number
  readonly retries: number
  readonly tls: TlsMaterial
  readonly proxy: ForwardProxy | undefined
}

/** What decides over the end of the run, also where the inputs are not sound. */
export interface Settings {
  readonly failOn: FailOn
  readonly jobSummary: boolean
}

/** What reading the inputs gives. */
export interface ReadInputs {
  readonly inputs: Inputs | Finding
  readonly settings: Settings
  /** Base URL, where it is sound; else null. */
  readonly baseUrl: string | null
}

/** Where the inputs come from. */
export interface InputSource extends FieldSource {
  readonly readFile: ReadFile
  /** The event that started the workflow; undefined where this is none of GitHub's: inputs are variables there too. */
  readEvent(): WorkflowEvent | undefined
  /** What there is to say where the token is missing, and where nothing else could stand in for it. */
  missingToken?(): FindingOf<'token-missing'>
  readonly nowMs: number
}
