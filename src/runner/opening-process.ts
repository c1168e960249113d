import type { Environment } from '../base/environment.ts'
import type { ByteStream } from './standard-input.ts'

/** What opening needs of Node's process. */
export interface OpeningProcess {
  /** Node, the script, and then what the command line says. */
  readonly argv: readonly string[]
  readonly env: Environment
  /** Looked at only where it is read: Node opens it then. */
  readonly stdin: ByteStream
  /** Its width is known of a terminal only. */
  readonly stdout: { readonly isTTY: boolean; readonly columns?: number; write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}
