import type { App } from '../http/app.ts'
import { type Example, tags } from '../http/contract.ts'
import { getDelivery, listDeliveries, redeliver, replay, sendTest } from './deliveries.ts'
import {
  DeliveryKey,
  DeliveryPage,
  DeliveryQuery,
  DeliveryWithAttempts,
  Replay,
  Replayed,
  TestEvent,
} from './deliverySchema.ts'
import { exampleCreation, exampleUrl } from './examples.ts'
import { WebhookKey } from './schema.ts'
import type { WebhookServices } from './services.ts'

const exampleTest: Example = {
  method: 'POST',
  url: `${exampleUrl}/test`,
  body: { id: '019b1f00-0000-7000-8000-000000000972' },
  after: [exampleCreation],
}
const exampleDelivery = `${exampleUrl}/deliveries/019b1f00-0000-7000-8000-000000000972`

export function deliveryRoutes(app: App, { database }: WebhookServices): void {
  app.get('/webhooks/:webhook/deliveries', {
    config: {
      access: 'admin',
      example: { url: `${exampleUrl}/deliveries`, after: [exampleCreation, exampleTest] },
    },
    schema: {
      operationId: 'listDeliveries',
      tags: [tags.events],
      summary: 'List deliveries',
      description: 'What a webhook was sent, and is still to be sent; the newest first.',
      params: WebhookKey,
      querystring: DeliveryQuery,
      response: { 200: DeliveryPage },
    },
    handler: (request) => listDeliveries(database, request.params.webhook, request.query),
  })

  app.get('/webhooks/:webhook/deliveries/:delivery', {
    config: {
      access: 'admin',
      example: { url: exampleDelivery, after: [exampleCreation, exampleTest] },
    },
    schema: {
      operationId: 'getDelivery',
      tags: [tags.events],
      summary: 'Get a delivery',
      description: 'With every attempt: when, the status, how long it took, and the beginning of the answer.',
      params: DeliveryKey,
      response: { 200: DeliveryWithAttempts },
    },
    handler: (request) => getDelivery(database, request.params.webhook, request.params.delivery),
  })

  app.post('/webhooks/:webhook/deliveries/:delivery/redeliver', {
    config: {
      access: 'admin',
      problems: ['conflict'],
      example: { url: `${exampleDelivery}/redeliver`, after: [exampleCreation, exampleTest] },
    },
    schema: {
      operationId: 'redeliver',
      tags: [tags.events],
      summary: 'Send a delivery again',
      description: 'Whatever came of it before; under the same `webhook-id`, so that a receiver can tell.',
      params: DeliveryKey,
      response: { 200: DeliveryWithAttempts },
    },
    handler: ({ change, params }) => redeliver(change, params.webhook, params.delivery),
  })

  app.post('/webhooks/:webhook/replay', {
    config: {
      access: 'admin',
      problems: ['conflict'],
      example: { url: `${exampleUrl}/replay`, body: { after: '0' }, after: [exampleCreation] },
    },
    schema: {
      operationId: 'replayEvents',
      tags: [tags.events],
      summary: 'Send a stretch of the log again',
      description:
        'Everything after a place in the log that the webhook wants, from before it was made too; each event under the same `webhook-id` as before.',
      params: WebhookKey,
      body: Replay,
      response: { 200: Replayed },
    },
    handler: ({ change, params, body }) => replay(change, params.webhook, body),
  })

  app.post('/webhooks/:webhook/test', {
    config: { access: 'admin', problems: ['conflict', 'id-taken'], example: exampleTest },
    schema: {
      operationId: 'testWebhook',
      tags: [tags.events],
      summary: 'Send a test',
      description:
        'An event of type `webhook.test`, which is in no log. What came of it, its delivery tells a moment later.',
      params: WebhookKey,
      body: TestEvent.nullish(),
      response: { 200: DeliveryWithAttempts },
    },
    handler: ({ change, params, body }) => sendTest(change, params.webhook, body?.id),
  })
}
