import { z } from 'zod'
import type { App } from '../http/app.ts'
import { requireMatch } from '../http/conditional.ts'
import { tags } from '../http/contract.ts'
import { ForbiddenHostError, type Outgoing } from '../http/outgoing.ts'
import { applyPatch, parseBody, patchBodies } from '../http/patch.ts'
import { readPreferences } from '../http/prefer.ts'
import { invalidRequest } from '../http/problems.ts'
import { exampleCreation, exampleUrl } from './examples.ts'
import {
  NewWebhook,
  Rotation,
  Webhook,
  WebhookChange,
  WebhookDraft,
  WebhookKey,
  WebhookPage,
  WebhookQuery,
  WebhookTerms,
} from './schema.ts'
import type { WebhookServices } from './services.ts'
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  rotateSecret,
  termsOf,
} from './store.ts'

const matching = { url: exampleUrl, headers: { 'if-match': '"1"' }, after: [exampleCreation] }

export function webhookRoutes(app: App, { database, outgoing, encryptionKey }: WebhookServices): void {
  app.get('/webhooks', {
    config: { access: 'admin', example: { url: '/v1/webhooks?limit=1', after: [exampleCreation] } },
    schema: {
      operationId: 'listWebhooks',
      tags: [tags.events],
      summary: 'List webhooks',
      description: 'The newest first.',
      querystring: WebhookQuery,
      response: { 200: WebhookPage },
    },
    handler: (request) => listWebhooks(database, request.query),
  })

  app.post('/webhooks', {
    config: { access: 'admin', isSecret: true, problems: ['id-taken'], example: exampleCreation },
    schema: {
      operationId: 'createWebhook',
      tags: [tags.events],
      summary: 'Create a webhook',
      description:
        'Events are sent as CloudEvents, signed by Standard Webhooks with the `secret` of this answer, which is shown this once. They come at least once, with the same `webhook-id` each time, and in order of each subject; any answer of 2xx within 15 seconds takes them, all else is tried again over a day.',
      body: WebhookDraft,
      response: { 200: NewWebhook, 201: NewWebhook },
    },
    handler: async (request, reply) => {
      await requireOutside(outgoing, request.body.url)
      const { webhook, secret } = await createWebhook(request.change, request.body, encryptionKey)
      reply.code(201).header('location', `/v1/webhooks/${webhook.id}`).header('etag', webhook.etag)
      return readPreferences(request).isDryRun ? webhook : { ...webhook, secret }
    },
  })

  app.get('/webhooks/:webhook', {
    config: { access: 'admin', example: { url: exampleUrl, after: [exampleCreation] } },
    schema: {
      operationId: 'getWebhook',
      tags: [tags.events],
      summary: 'Get a webhook',
      description: 'What it is told of, and how it fares; never its secret.',
      params: WebhookKey,
      response: { 200: Webhook },
    },
    handler: async (request, reply) => {
      const webhook = await getWebhook(database, request.params.webhook)
      reply.header('etag', webhook.etag)
      return webhook
    },
  })

  app.patch('/webhooks/:webhook', {
    config: {
      access: 'admin',
      isConditional: true,
      problems: ['conflict'],
      example: { ...matching, body: { state: 'paused' } },
    },
    schema: {
      operationId: 'changeWebhook',
      tags: [tags.events],
      summary: 'Change a webhook',
      description:
        'By merge patch (RFC 7396; plain JSON means the same) or JSON Patch (RFC 6902). `state: paused` lets events wait, `state: active` sends them, and switches one on again that failed for days.',
      params: WebhookKey,
      body: patchBodies(WebhookChange),
      response: { 200: Webhook },
    },
    handler: async (request, reply) => {
      const webhook = await changeWebhook(request.change, request.params.webhook, async (before) => {
        requireMatch(request, before.etag)
        const terms = parseBody(WebhookTerms, applyPatch(request, termsOf(before)))
        if (terms.url !== before.url) await requireOutside(outgoing, terms.url)
        return terms
      })
      reply.header('etag', webhook.etag)
      return webhook
    },
  })

  app.delete('/webhooks/:webhook', {
    config: { access: 'admin', isConditional: true, example: matching },
    schema: {
      operationId: 'deleteWebhook',
      tags: [tags.events],
      summary: 'Delete a webhook',
      description: 'With the log of its deliveries; what waits is not sent any more.',
      params: WebhookKey,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      await deleteWebhook(request.change, request.params.webhook, ({ etag }) => requireMatch(request, etag))
      reply.code(204)
      return null
    },
  })

  app.post('/webhooks/:webhook/rotate', {
    config: {
      access: 'admin',
      isSecret: true,
      isConditional: true,
      example: { ...matching, url: `${exampleUrl}/rotate`, body: { overlapHours: 24 } },
    },
    schema: {
      operationId: 'rotateWebhookSecret',
      tags: [tags.events],
      summary: 'Make a new signing secret',
      description:
        'The answer’s `secret` signs from now on, and the old one beside it for as long as `overlapHours` says: change the receiver over meanwhile.',
      params: WebhookKey,
      body: Rotation,
      response: { 200: NewWebhook },
    },
    handler: async (request, reply) => {
      const { change, params, body } = request
      const rotation = { overlapHours: body.overlapHours, encryptionKey }
      const { webhook, secret } = await rotateSecret(change, params.webhook, rotation, ({ etag }) =>
        requireMatch(request, etag),
      )
      reply.header('etag', webhook.etag)
      return readPreferences(request).isDryRun ? webhook : { ...webhook, secret }
    },
  })
}

/** Throws `invalid-request` for a URL that leads into our own network. It is looked at again whenever it is sent to. */
async function requireOutside(outgoing: Outgoing, url: string): Promise<void> {
  try {
    await outgoing.check(url)
  } catch (error) {
    if (!(error instanceof ForbiddenHostError)) throw error
    throw invalidRequest({ pointer: '/url', code: 'not-allowed', message: error.message })
  }
}
