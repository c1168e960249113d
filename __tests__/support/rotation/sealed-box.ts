/** A key pair that secrets are sealed with, and what opens them. */
export interface SealedBox {
  /** 32 bytes in base64. */
  readonly publicKey: string
  /** Undefined where it was not sealed with this key. */
  open(sealedBase64: string): string | undefined
}

/**
 * By libsodium, which GitHub's documentation names, and no line of which is ours: what it opens is well sealed. It is
 * loaded here and not before, so that who only lists the scenarios does without.
 */
export async function createSealedBox(): Promise<SealedBox> {
  const { default: sodium } = await import('libsodium-wrappers')
  await sodium.ready
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  return {
    publicKey: Buffer.from(publicKey).toString('base64'),
    open(sealedBase64) {
      try {
        const sealed = Buffer.from(sealedBase64, 'base64')
        return Buffer.from(sodium.crypto_box_seal_open(sealed, publicKey, privateKey)).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
