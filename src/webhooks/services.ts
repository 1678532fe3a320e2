import type { Services } from '../http/app.ts'
import type { Outgoing } from '../http/outgoing.ts'

export interface WebhookServices extends Services {
  outgoing: Outgoing
  /** Seals the secrets that signatures are made with. */
  encryptionKey: Buffer
}
