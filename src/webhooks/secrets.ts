import { randomBytes } from 'node:crypto'
import { open, seal } from '../lib/seal.ts'

/** Bytes; Standard Webhooks asks for 24 to 64. */
const secretLength = 32

/** A new signing secret, in the form that the verifiers of Standard Webhooks take. */
export function newSecret(): string {
  return `whsec_${randomBytes(secretLength).toString('base64')}`
}

/** A secret has to be readable to sign with it, so it is encrypted, and not hashed as keys are. */
export function sealSecret(key: Buffer, webhookId: string, secret: string): Uint8Array<ArrayBuffer> {
  return seal(key, secret, `webhook:${webhookId}`)
}

export function openSecret(key: Buffer, webhookId: string, sealed: Uint8Array): string {
  try {
    return open(key, sealed, `webhook:${webhookId}`)
  } catch (cause) {
    throw new Error('The secret was encrypted with another ENCRYPTION_KEY.', { cause })
  }
}
