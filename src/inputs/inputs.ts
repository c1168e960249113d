import type { Result } from '../catalogue/entry.ts'
import type { Finding } from '../catalogue/finding.ts'
import type { ReadFile, TlsMaterial } from './certificates.ts'
import type { FieldSource } from './fields.ts'
import type { ForwardProxy } from './proxy.ts'
import type { WorkflowEvent } from './withheld-secrets.ts'

/** What is sent to Jira to prove who is asking. */
export type Credentials =
  | { readonly scheme: 'Bearer'; readonly token: string }
  | { readonly scheme: 'Basic'; readonly username: string; readonly token: string }

/** Everything that a check needs to know, read and found sound. */
export interface Inputs {
  /** Base URL without trailing slashes. */
  readonly baseUrl: string
  readonly credentials: Credentials
  readonly expectedUsers: readonly string[]
  readonly projects: readonly string[]
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
  readonly failOn: ReadonlySet<Result>
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
  readEvent(): WorkflowEvent
  readonly nowMs: number
}
