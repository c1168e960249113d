/** Takes secrets out of text that is not our own. */
export interface Redactor {
  /** Replaces every spelling of every secret by `***`. */
  redact(text: string): string
  /** Whether a name of somebody is a secret, or holds a long one. */
  isSecret(name: string): boolean
}

const MASK = '***'

/** A shorter secret inside a name may be chance (a password `ci` and a user `svc-ci`). */
const LONG_SECRET_LENGTH = 8

/**
 * @param secrets as they are, unencoded; empty ones are ignored
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const known = [...new Set(secrets)].filter(Boolean).toSorted((a, b) => b.length - a.length)
  if (known.length === 0) return { redact: (text) => text, isSecret: () => false }
  const pattern = new RegExp(
    known.flatMap((secret) => [spelledPattern(secret), ...base64Patterns(secret)]).join('|'),
    'gi',
  )
  const long = createLongPattern(known)
  return {
    redact: (text) => text.replace(pattern, MASK),
    isSecret: (name) => known.includes(name) || (long?.test(name) ?? false),
  }
}

function createLongPattern(secrets: readonly string[]): RegExp | undefined {
  const long = secrets.filter(({ length }) => length >= LONG_SECRET_LENGTH)
  return long.length === 0
    ? undefined
    : new RegExp(long.flatMap((secret) => [spelledPattern(secret), ...base64Patterns(secret)]).join('|'), 'i')
}

/** The secret with any of its characters raw, percent-encoded, as an HTML entity or as a JSON escape; in any case. */
function spelledPattern(secret: string): string {
  return Array.from(secret, (character) => {
    const code = character.codePointAt(0) ?? 0
    const hex = code.toString(16)
    const percent = encodeURIComponent(character.toWellFormed()).replace(/^[^%].*/, `%${hex.padStart(2, '0')}`)
    return `(?:${[character, percent, `\\u${hex.padStart(4, '0')}`].map(RegExp.escape).join('|')}|&#(?:0*${code}|x0*${hex});?)`
  }).join('')
}

/**
 * What base64 makes of the secret at each of the three places at which it can stand in a longer text (as in
 * `user:token`): the characters that depend on the secret alone. In both alphabets.
 */
function base64Patterns(secret: string): readonly string[] {
  const bytes = Buffer.byteLength(secret)
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.from('\0'.repeat(offset) + secret).toString('base64')
    const start = Math.ceil((offset * 8) / 6)
    const end = Math.floor(((offset + bytes) * 8) / 6)
    // Fewer characters than this are anywhere by chance.
    if (end - start < 6) return []
    return [RegExp.escape(encoded.slice(start, end)).replaceAll('\\+', '[+-]').replaceAll('\\/', '[/_]')]
  })
}
