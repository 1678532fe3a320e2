import { setMaxListeners } from 'node:events'
import type { Outgoing } from '../http/outgoing.ts'
import type { DueDelivery, Receiver } from './due.ts'
import { writeMessage } from './message.ts'
import type { Outcome } from './outcome.ts'

/** Signs events and takes them to their receivers. */
export interface Courier {
  /** Never fails: what kept it from arriving is in the outcome. */
  deliver(receiver: Receiver, delivery: DueDelivery): Promise<Outcome>
  /** Cuts what is under way: nobody knows whether it arrived. */
  close(): Promise<void>
}

export interface CourierSettings {
  publicUrl: string
  /** Opens the secrets that events are signed with. */
  encryptionKey: Buffer
  outgoing: Outgoing
}

/** Milliseconds: a receiver that is slower has not taken it. */
const answerTimeoutMs = 15_000

export function openCourier({ publicUrl, encryptionKey, outgoing }: CourierSettings): Courier {
  const closing = new AbortController()
  // Every request that is under way listens for it.
  setMaxListeners(0, closing.signal)
  return {
    async deliver(receiver, delivery) {
      const sentAt = performance.now()
      const durationMs = () => Math.round(performance.now() - sentAt)
      try {
        const message = writeMessage({ publicUrl, encryptionKey }, receiver, delivery)
        const request = { method: 'POST', ...message, timeoutMs: answerTimeoutMs, signal: closing.signal }
        const { status, text } = await outgoing.send(receiver.url, request)
        return { status, error: null, response: text, durationMs: durationMs() }
      } catch (error) {
        return { status: null, error: reasonOf(error), response: null, durationMs: durationMs() }
      }
    },
    async close() {
      closing.abort()
    },
  }
}

/** In a word what kept it from arriving; the messages of sockets name addresses, which only admins see. */
function reasonOf(error: unknown): string {
  const { name, message, code } = error as Error & { code?: string }
  if (name === 'TimeoutError') return `No answer within ${answerTimeoutMs / 1000} seconds.`
  return (code ? `${code}: ${message}` : message).slice(0, 300)
}
