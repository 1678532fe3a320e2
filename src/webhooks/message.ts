import { Webhook as Signer } from 'standardwebhooks'
import { cloudEventOf } from '../events/cloudEvent.ts'
import type { LoggedEvent } from '../events/log.ts'
import type { DueDelivery, Receiver } from './due.ts'
import { openSecret } from './secrets.ts'

/** A delivery as it goes over the wire. */
export interface Message {
  headers: Record<string, string>
  body: string
}

/** The type of what is sent to try a webhook out; it is in no log. */
export const testType = 'webhook.test'

interface Sender {
  publicUrl: string
  encryptionKey: Buffer
}

/**
 * The event as a CloudEvent (CloudEvents HTTP binding, 3.2), signed by Standard Webhooks with every secret that is live. The
 * signature names the time at which it is sent, by the clock that its verifiers have: that of the world.
 */
export function writeMessage(
  { publicUrl, encryptionKey }: Sender,
  receiver: Receiver,
  { event, eventId, subject }: DueDelivery,
): Message {
  const sentAt = new Date()
  const content = event
    ? cloudEventOf(JSON.parse(event) as LoggedEvent, publicUrl, receiver.audience)
    : testEvent(eventId, subject, publicUrl, sentAt)
  const body = JSON.stringify(content)
  const signatures = [receiver.secret, receiver.previousSecret].flatMap((sealed) =>
    sealed ? [new Signer(openSecret(encryptionKey, receiver.id, sealed)).sign(eventId, sentAt, body)] : [],
  )
  return {
    body,
    headers: {
      'content-type': 'application/cloudevents+json',
      'user-agent': 'Copydesk',
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
  }
}

function testEvent(id: string, subject: string, source: string, sentAt: Date): object {
  const about = { specversion: '1.0', id, source, type: testType, subject, time: sentAt.toISOString() }
  return { ...about, datacontenttype: 'application/json', data: { tags: [] } }
}
