import { decode, decodePlain } from './decoding.ts'

/** So many characters of a secret in a row are no coincidence, so they are hidden; a shorter secret only as a whole. */
const RUN_LENGTH = 16

/** A shorter secret inside a name may be chance (a password `ci` and a user `svc-ci`). */
export const LONG_SECRET_LENGTH = 8

/** A secret as it looks once it is decoded: as it is, in hexadecimal, in base64. */
export function formsOf(secret: string): readonly string[] {
  return [decodePlain(secret), decode(secret), hexOf(secret), ...base64Forms(secret)].filter(Boolean)
}

/**
 * The same with nothing but letters and digits, forwards and backwards: what is left when somebody puts a sign between
 * any two characters. Of a short secret there are none, for what is left of it may be anywhere by chance.
 */
export function bareFormsOf(secret: string): readonly string[] {
  const forms = [decodePlain(secret), hexOf(secret), ...base64Forms(secret)].map(bareOf)
  return forms.filter(({ length }) => length >= LONG_SECRET_LENGTH).flatMap((form) => [form, backwards(form)])
}

/** How many characters of a form in a row are looked for. */
export function runLengthOf(form: string): number {
  return Math.min(form.length, RUN_LENGTH)
}

/** How a form begins: what may be left of it at the end of a text that was cut, which is no run yet. */
export function beginningsOf(form: string): readonly string[] {
  const length = runLengthOf(form) - 1
  return Array.from({ length: Math.max(0, length - 3) }, (_, index) => form.slice(0, length - index))
}

/** @param bytes in small letters */
export function bareOf(bytes: string): string {
  return bytes.replace(/[^a-z0-9]+/g, '')
}

export function backwards(text: string): string {
  return Array.from(text).reverse().join('')
}

function hexOf(secret: string): string {
  return Buffer.from(secret).toString('hex')
}

/**
 * What base64 makes of the secret at each of the three places at which it can stand in a longer text (as in
 * `user:token`): the characters that depend on the secret alone.
 */
function base64Forms(secret: string): readonly string[] {
  const size = Buffer.byteLength(secret)
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.from('\0'.repeat(offset) + secret).toString('base64')
    const form = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + size) * 8) / 6))
    // Fewer characters than this are anywhere by chance.
    return form.length < 6 ? [] : [decodePlain(form)]
  })
}
