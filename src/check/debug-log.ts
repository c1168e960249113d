import { plainText } from '../report/sanitize.ts'
import type { Runner } from '../runner/runner.ts'
import type { Http } from '../wire/http.ts'
import { logRequests } from '../wire/request-log.ts'

/** A line names a path of the server and names of its headers. */
const MAX_LENGTH = 1_000

/**
 * The same requests, each of which is told in the debug log, where somebody wants to see that log.
 * @param redact takes the secrets out
 */
export function withDebugLog(http: Http, { debug }: Pick<Runner, 'debug'>, redact: (text: string) => string): Http {
  if (debug === undefined) return http
  // Redacted as a whole first: of a secret that is cut in two, less would be known again.
  return logRequests(http, (line) => debug(plainText(redact(line), redact, MAX_LENGTH)))
}
