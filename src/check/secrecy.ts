import { URL_INPUTS } from '../inputs/asked-url.ts'
import { createFieldReader, type FieldSource } from '../inputs/fields.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { createRedactor, type Redactor } from '../report/redact.ts'

/** What keeps the secrets. */
export interface Secrecy {
  readonly redactor: Redactor
  /** Whether a name that a server sends is the token, in any spelling. */
  readonly isToken: (name: string) => boolean
}

/** Reads the secrets, and has the runner keep them out of the log before anything stands in it. */
export function maskSecrets(source: FieldSource, mask: (secret: string) => void): Secrecy {
  const fields = createFieldReader('check', source)
  const secrets = readSecrets({
    token: fields.text('token'),
    username: fields.text('username'),
    headers: fields.text('headers'),
    urls: URL_INPUTS.map((name) => fields.text(name)),
    environment: source.environment,
  })
  secrets.spellings.forEach((spelling) => {
    mask(spelling)
  })
  const redactor = createRedactor(secrets.values, secrets.commonValues)
  return { redactor, isToken: createRedactor(secrets.tokens).isSecret }
}
