import type { Environment } from '../../base/environment.ts'
import { URL_INPUTS } from '../../inputs/asked-url.ts'
import { createFieldReader } from '../../inputs/fields.ts'
import { readSecrets } from '../../inputs/secrets.ts'
import { createRedactor, type Redactor } from '../../report/redact.ts'
import type { Entry } from '../entry.ts'

/** What keeps the secrets of all entries, each from the words of every other one, too. */
export interface SweepSecrecy {
  readonly redactor: Redactor
  /** Whether a name that a server sends is the token of this entry, or of another one, in any spelling. */
  isTokenOf(entry: Entry): (name: string) => boolean
}

/** A line of a private key in PEM, or the whole of it in base64. Other values are known from the headers. */
const KEY_LINE = /^[\w+/=]{8,}$/

/**
 * Reads the secrets of all entries, and has the runner keep them out of the log before anything stands in it.
 * @param others secrets of the run itself, such as the one for GitHub; empty ones are none
 * @param environment in which a proxy may have a password
 */
export function maskAll(
  entries: readonly Entry[],
  others: readonly string[],
  environment: Environment,
  mask: (secret: string) => void,
): SweepSecrecy {
  const ofEntries = entries.map(({ source, variableValues }) => {
    const fields = createFieldReader('check', source)
    const username = fields.text('username')
    const secrets = readSecrets({
      token: fields.text('token'),
      username,
      headers: fields.text('headers'),
      urls: URL_INPUTS.map((name) => fields.text(name)),
      environment: source.environment,
    })
    return { ...secrets, username, keyLines: variableValues.flatMap(keyLinesIn) }
  })
  const ofRun = readSecrets({ token: '', username: '', headers: '', urls: [], environment })
  const own = others.filter(Boolean)
  const masked = new Set([
    ...own,
    ...ofRun.spellings,
    ...ofEntries.flatMap(({ spellings, keyLines }) => [...spellings, ...keyLines]),
  ])
  masked.forEach(mask)
  const values = [...own, ...ofRun.values, ...ofEntries.flatMap((secrets) => [...secrets.values, ...secrets.keyLines])]
  const redactor = createRedactor(
    values,
    ofEntries.flatMap(({ commonValues }) => commonValues),
  )
  // A password may be the name of another entry's user; a personal access token is nobody's name.
  const bearers = createRedactor(ofEntries.flatMap(({ username, tokens }) => (username === '' ? tokens : [])))
  return {
    redactor,
    isTokenOf(entry) {
      const tokens = createRedactor(ofEntries[entries.indexOf(entry)]?.tokens ?? [])
      return (name) => tokens.isSecret(name) || bearers.isSecret(name)
    },
  }
}

/** What is secret in the value of a variable: of a private key its lines, but for those that every key has. */
function keyLinesIn(value: string): readonly string[] {
  return value.split(/\r?\n|\\n/).filter((line) => KEY_LINE.test(line))
}
