import { createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js'
import { blake2b } from '@noble/hashes/blake2.js'

/** A pair of X25519 keys. */
export interface KeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

const NONCE_BYTES = 24

/** “expand 32-byte k”, as Salsa20 has it: https://cr.yp.to/snuffle/spec.pdf, section 9 */
const SIGMA = Buffer.from('expand 32-byte k')

/**
 * Seals a message for the owner of a public key, as libsodium's `crypto_box_seal` does: nobody else can open it, its
 * sender neither.
 * Source: https://doc.libsodium.org/public-key_cryptography/sealed_boxes#algorithm-details
 * @param recipient the public key, 32 bytes
 * @param ephemeral a pair for this one box
 * @returns 48 bytes more than the message; undefined where nobody can have that public key
 */
export function seal(
  message: Uint8Array,
  recipient: Uint8Array,
  ephemeral: KeyPair = generateKeyPairSync('x25519'),
): Uint8Array | undefined {
  const shared = agree(ephemeral.privateKey, recipient)
  if (shared === undefined) return undefined
  const sender = rawOf(ephemeral.publicKey)
  const nonce = blake2b(Buffer.concat([sender, recipient]), { dkLen: NONCE_BYTES })
  return Buffer.concat([sender, xsalsa20poly1305(deriveKey(shared), nonce).encrypt(message)])
}

/** Node refuses a key that would give the same secret with every other one. */
function agree(privateKey: KeyObject, recipient: Uint8Array): Uint8Array | undefined {
  const x = Buffer.from(recipient).toString('base64url')
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' })
    return diffieHellman({ privateKey, publicKey })
  } catch {
    return undefined
  }
}

function rawOf(publicKey: KeyObject): Uint8Array {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
}

/** The key of a box is not the secret that both agree on, but its HSalsa20: https://cr.yp.to/highspeed/naclcrypto-20090310.pdf, section 8 */
function deriveKey(shared: Uint8Array): Uint8Array {
  const key = new Uint32Array(8)
  hsalsa(wordsOf(SIGMA), wordsOf(shared), new Uint32Array(4), key)
  return new Uint8Array(key.buffer)
}

/** A copy, since a view has to be aligned. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer)
}
