import { errorCodeOf } from '../base/error-code.ts'
import type { Body } from './body.ts'

type Zlib = typeof import('node:zlib')
type Decompress = (zlib: Zlib, bytes: Uint8Array, limits: Limits) => Uint8Array

interface Limits {
  readonly isComplete: boolean
  readonly maxOutputLength: number
}

/** What a body may be compressed with though nobody asked for it: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1 */
const DECOMPRESSORS: ReadonlyMap<string, Decompress> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  ['br', unbrotli],
])

/**
 * Decompresses a body, within the same bound as it came: of one that would be larger, nothing is left.
 * @param encoding the header `Content-Encoding`
 * @param maxBytes the bound
 * @returns the body as it is where it is not compressed, or in a way that is not known here
 */
export async function decode(body: Body, encoding: string, maxBytes: number): Promise<Body> {
  const decompress = DECOMPRESSORS.get(encoding.toLowerCase())
  if (decompress === undefined || body.bytes.length === 0) return body
  const isComplete = body.state === 'complete'
  // Loaded only now, since hardly anybody needs it.
  const zlib = await import('node:zlib')
  try {
    return { ...body, bytes: decompress(zlib, body.bytes, { isComplete, maxOutputLength: maxBytes }) }
  } catch (error) {
    const nothing = { ...body, bytes: new Uint8Array() }
    if (!isComplete) return nothing
    if (errorCodeOf(error) === 'ERR_BUFFER_TOO_LARGE') return { ...nothing, state: 'too-large' }
    return { ...nothing, state: 'malformed', error: { code: errorCodeOf(error), message: String(error) } }
  }
}

/** Of what is not complete, as much as there is. */
function flushing({ constants }: Zlib, { isComplete, maxOutputLength }: Limits) {
  return { maxOutputLength, ...(!isComplete && { finishFlush: constants.Z_SYNC_FLUSH }) }
}

function gunzip(zlib: Zlib, bytes: Uint8Array, limits: Limits): Uint8Array {
  return zlib.gunzipSync(bytes, flushing(zlib, limits))
}

/** Some servers leave out the header of zlib, which has an 8 there. */
function inflate(zlib: Zlib, bytes: Uint8Array, limits: Limits): Uint8Array {
  const hasHeader = ((bytes[0] ?? 0) & 0x0f) === 8
  const decompress = hasHeader ? zlib.inflateSync : zlib.inflateRawSync
  return decompress(bytes, flushing(zlib, limits))
}

function unbrotli(
  { brotliDecompressSync, constants }: Zlib,
  bytes: Uint8Array,
  { isComplete, maxOutputLength }: Limits,
): Uint8Array {
  const flush = { finishFlush: constants.BROTLI_OPERATION_FLUSH }
  return brotliDecompressSync(bytes, { maxOutputLength, ...(!isComplete && flush) })
}
