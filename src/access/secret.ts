import { createHash, randomInt } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Characters: a prefix that may be shown, and a secret of 43 × log2(62) = 256 bits. */
const prefixLength = 8
const secretLength = 43

const keyPattern = /^cd_([A-Za-z0-9]{8})_[A-Za-z0-9]{32,}$/

/** A new API key: `cd_<prefix>_<secret>`. */
export function newKeySecret(): string {
  return `cd_${randomText(prefixLength)}_${randomText(secretLength)}`
}

/** The part of a key that may be shown and logged; null for what is no key. */
export function prefixOf(secret: string): string | null {
  return keyPattern.exec(secret)?.[1] ?? null
}

/** All that is kept of a key. It is random through and through, so one round of SHA-256 is enough. */
export function digestOf(secret: string): Buffer<ArrayBuffer> {
  return createHash('sha256').update(secret).digest()
}

function randomText(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}
