import { errorCodeOf } from '../base/error-code.ts'
import type { Finding } from '../catalogue/finding.ts'
import { finding } from '../catalogue/finding.ts'

/** @returns the text of a file; throws where it cannot be read */
export type ReadFile = (path: string) => string

/** The inputs that are PEM text or paths. */
export type PemInput = 'ca-certificate' | 'client-certificate' | 'client-key'

const PEM = 'PEM text (with its BEGIN and END lines and its line breaks), or to the path of a PEM file'

/**
 * A certificate or key that cannot be used.
 * @param problem must not quote it: it may be a private key
 * @param wanted follows “Set … to”
 */
export function invalidPem(input: PemInput, problem: string, wanted: string = PEM): Finding {
  return finding('certificate-invalid', { input: `<${input}>`, problem, wanted })
}

/**
 * Reads the text of an input that is PEM text (also with `\n` written out, or the whole of it in base64, as secrets
 * often hold it), or the path of a file that holds such text.
 * @returns the text, which has a BEGIN line, or a finding `certificate-invalid`
 */
export function readPem(input: PemInput, textOrPath: string, readFile: ReadFile): string | Finding {
  const pem = findPem(textOrPath)
  if (pem !== undefined) return pem
  if (isBase64OfDer(textOrPath)) {
    return invalidPem(input, 'is the base64 of a certificate or key alone: its BEGIN and END lines are missing')
  }
  // A path has one line; anything else is text that is not PEM, and must not end up in a message about files.
  if (/[\r\n]/.test(textOrPath)) return invalidPem(input, 'is neither PEM text nor a path: it has no BEGIN line')
  let text: string
  try {
    text = readFile(textOrPath)
  } catch (error) {
    return unreadableFile(input, errorCodeOf(error), textOrPath)
  }
  return findPem(text) ?? invalidFile(input, text)
}

function unreadableFile(input: PemInput, code: string, path: string): Finding {
  const isMissing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)
  if (!looksLikePath(path)) {
    return invalidPem(
      input,
      isMissing ? 'is neither PEM text nor the path of a file that exists here' : 'names a file that cannot be read',
    )
  }
  if (isMissing) {
    const wanted =
      'the path of a file that exists when this runs (from the working directory, where it is relative), or to PEM text'
    return invalidPem(input, `names the file ${path}, which does not exist here`, wanted)
  }
  const why = code === 'EISDIR' ? 'is a directory' : `cannot be read${code && ` (${code})`}`
  return invalidPem(input, `names ${path}, which ${why}`, 'the path of a file that can be read here, or to PEM text')
}

function invalidFile(input: PemInput, text: string): Finding {
  // How DER, and PKCS#12, begin once they are read as UTF-8.
  if (!/^0[\u0080-\u0084\uFFFD]/.test(text))
    return invalidPem(input, 'names a file that is not PEM: it has no BEGIN line')
  const wanted =
    'a file that was converted to PEM: openssl x509 -inform der -in FILE -out FILE.pem (a key: openssl pkey -inform der; PKCS#12: openssl pkcs12 -nodes)'
  return invalidPem(input, 'names a file that is binary (DER or PKCS#12), and not PEM', wanted)
}

/** @returns the PEM text that a text is, or that it is when it is decoded; undefined where it is none */
function findPem(text: string): string | undefined {
  const pem = [text, decodeBase64(text)].find((one) => one?.includes('-----BEGIN'))
  return pem?.replace(/\\r\\n|\\n|\\r/g, '\n')
}

function isBase64OfDer(text: string): boolean {
  return text.length > 60 && /^0[\u0080-\u0084]/.test(decodeBase64(text) ?? '')
}

function decodeBase64(text: string): string | undefined {
  const bare = text.replace(/\s+/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(bare) ? Buffer.from(bare, 'base64').toString('latin1') : undefined
}

/** Whether a line may be shown: it begins or ends like a path, and no part of it could be a secret. */
function looksLikePath(line: string): boolean {
  const isPath = /^(?:~|\.{1,2})?[/\\]|^[a-z]:[/\\]|\.(?:pem|crt|cer|cert|key|der|p12|pfx|ca-bundle|txt)$/i.test(line)
  return isPath && line.length <= 255 && !/[A-Za-z0-9+=]{33}/.test(line)
}
