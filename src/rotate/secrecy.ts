import type { Environment } from '../base/environment.ts'
import { URL_INPUTS } from '../inputs/asked-url.ts'
import type { FieldReader } from '../inputs/fields.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { createRedactor, type Redactor } from '../report/redact.ts'

/** What keeps the secrets: those that were given, and those that come up while a run is under way. */
export interface RotationSecrecy {
  /** For all that are known by now. */
  readonly redactor: Redactor
  /** Whether a name that a server sends is one of the tokens, in any spelling. */
  isToken(name: string): boolean
  /** Has the runner keep a token out of the log from now on, and takes it out of every text. */
  add(token: string): void
}

/** Reads the secrets, and has the runner keep them out of the log before anything stands in it. */
export function keepSecrets(
  fields: FieldReader,
  environment: Environment,
  mask: (secret: string) => void,
): RotationSecrecy {
  const values: string[] = []
  const commonValues: string[] = []
  const tokens: string[] = []
  let redactor = createRedactor([])
  let tokenFinder = createRedactor([])
  const keep = (token: string, rest: { readonly headers: string; readonly urls: readonly string[] }): void => {
    const secrets = readSecrets({ token, username: '', environment, ...rest })
    secrets.spellings.forEach(mask)
    values.push(...secrets.values)
    commonValues.push(...secrets.commonValues)
    tokens.push(...secrets.tokens)
    redactor = createRedactor(values, commonValues)
    tokenFinder = createRedactor(tokens)
  }
  const nothing = { headers: '', urls: [] }
  keep(fields.text('token'), { headers: fields.text('headers'), urls: URL_INPUTS.map((name) => fields.text(name)) })
  keep(fields.text('github-token'), nothing)
  return {
    get redactor() {
      return redactor
    },
    isToken: (name) => tokenFinder.isSecret(name),
    add: (token) => keep(token, nothing),
  }
}
