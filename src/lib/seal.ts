import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Bytes of a key for AES-256. */
export const sealingKeyLength = 32

/** Bytes: the nonce that AES-GCM is made for, and its tag (NIST SP 800-38D, 5.2.1). */
const nonceLength = 12
const tagLength = 16

/**
 * Encrypts a text so that only the holder of the key can read it, and only as what it was sealed for: a sealed text that is
 * put into another row does not open.
 */
export function seal(key: Buffer, text: string, purpose: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), encrypted]))
}

/** Throws where the key or the purpose is another one, or the bytes were changed. */
export function open(key: Buffer, sealed: Uint8Array, purpose: string): string {
  const bytes = Buffer.from(sealed)
  const nonce = bytes.subarray(0, nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  return Buffer.concat([
    decipher.update(bytes.subarray(nonceLength + tagLength)),
    decipher.final(),
  ]).toString()
}
