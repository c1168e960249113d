import { createPrivateKey, createPublicKey } from 'node:crypto'
import fc from 'fast-check'
import sodium from 'libsodium-wrappers'
import { beforeAll, describe, expect, it } from 'vitest'
import { type KeyPair, seal } from '../../src/github/sealed-box.ts'
import { withSeed } from '../properties/reproducible.ts'

beforeAll(() => sodium.ready)

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))

/** The two pairs of https://www.rfc-editor.org/rfc/rfc7748#section-6.1 */
const alice = {
  privateKey: hex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a'),
  publicKey: hex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a'),
}
const bob = {
  privateKey: hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'),
  publicKey: hex('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f'),
}

/** A pair as Node has it. */
function pairOf({ privateKey, publicKey }: typeof alice): KeyPair {
  const [d = '', x = ''] = [privateKey, publicKey].map((key) => Buffer.from(key).toString('base64url'))
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', d, x }, format: 'jwk' })
  return { privateKey: key, publicKey: createPublicKey(key) }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a sealed box', () => {
  it.each([
    ['', 'f310ae98389378bfb793c5eaffde807f'],
    ['geheim', 'c3004b620da04908fe2437ff4083b721c062c4a38195'],
    [
      'NjI0MDY5OTc5MDg3Oo9Yb2Zb3l5VTkJ1m0R9bHnYb9Hn',
      'bd722105e7a0dfd9916d8514f11ac164e96de5f6a5bc5a649f32284fa03f4e782037672fde7443a6ca5287cb52ca1e35184658d5d69c6b6e93d23b20',
    ],
  ])('is what libsodium makes with the same keys: of %j', (message, box) => {
    const sealed = Buffer.from(seal(utf8(message), bob.publicKey, pairOf(alice)) ?? []).toString('hex')
    expect(sealed).toBe(`${Buffer.from(alice.publicKey).toString('hex')}${box}`)
    expect(sodium.crypto_box_seal_open(hex(sealed), bob.publicKey, bob.privateKey, 'text')).toBe(message)
  })

  it(withSeed('is opened by libsodium, whatever is in it'), () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3_000 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (message, keySeed) => {
          const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(keySeed)
          const box = seal(message, publicKey) ?? new Uint8Array()
          expect(box.length).toBe(message.length + 48)
          expect(sodium.crypto_box_seal_open(box, publicKey, privateKey)).toEqual(new Uint8Array(message))
        },
      ),
    )
  })

  it('holds as much as a secret may: 48 KB', () => {
    const message = sodium.randombytes_buf(48 * 1024)
    const box = seal(message, bob.publicKey) ?? new Uint8Array()
    expect(sodium.crypto_box_seal_open(box, bob.publicKey, bob.privateKey)).toEqual(message)
  })

  it('is another one each time', () => {
    const boxes = [1, 2].map(() => Buffer.from(seal(utf8('geheim'), bob.publicKey) ?? []).toString('hex'))
    expect(boxes[0]).toHaveLength(2 * (6 + 48))
    expect(boxes[0]?.slice(0, 64)).not.toBe(boxes[1]?.slice(0, 64))
  })

  it('is opened by nobody else, nor once it was changed', () => {
    const box = seal(utf8('geheim'), bob.publicKey) ?? new Uint8Array()
    expect(() => sodium.crypto_box_seal_open(box, alice.publicKey, alice.privateKey)).toThrow()
    box[40] = (box[40] ?? 0) ^ 1
    expect(() => sodium.crypto_box_seal_open(box, bob.publicKey, bob.privateKey)).toThrow()
  })

  it.each([
    ['that is too short', new Uint8Array(31).fill(9)],
    ['that is too long', new Uint8Array(33).fill(9)],
    ['that is empty', new Uint8Array()],
    ['with which everybody would agree on the same secret', new Uint8Array(32)],
  ])('is not made for a key %s', (_what, key) => {
    expect(seal(utf8('geheim'), key)).toBeUndefined()
  })
})
