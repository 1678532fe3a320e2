import { z } from 'zod'
import { Subject, TypeFilter } from '../events/schema.ts'
import { limits } from '../http/limits.ts'
import { changeOf } from '../http/patch.ts'
import { Id, Moment, pageOf, pageParameters, text, WebUrl } from '../http/schemas.ts'

const audiences = ['public', 'editors'] as const

/** What a new webhook is made of. */
export const WebhookDraft = z
  .strictObject({
    id: Id.optional().describe('A UUID of your own, version 7 at best; made here when absent.'),
    name: text(limits.name).describe('Whose or what for: it tells webhooks apart.'),
    url: WebUrl.describe(
      'Where events are sent by POST. An address inside of the service’s own network is refused.',
    ),
    types: z
      .array(TypeFilter)
      .max(limits.anyOf)
      .default([])
      .describe('Only these types; `article.*` means all types of articles; empty: all.'),
    filter: z
      .strictObject({
        subjects: z.array(Subject).max(limits.anyOf).default([]).describe('Only about these; empty: all.'),
        tags: z
          .array(text(limits.shortText))
          .max(limits.anyOf)
          .default([])
          .describe('Only what drops one of these cache tags; empty: all.'),
      })
      .default({ subjects: [], tags: [] }),
    audience: z
      .enum(audiences)
      .default('public')
      .describe('`public` is told what readers could see, `editors` everything, drafts too.'),
    state: z
      .enum(['active', 'paused'])
      .default('active')
      .describe('While it is paused, events wait, and are sent when it is active again.'),
  })
  .meta({ id: 'WebhookDraft' })
export type WebhookDraft = z.output<typeof WebhookDraft>

/** What of a webhook may be changed. */
export const WebhookTerms = WebhookDraft.omit({ id: true })
export type WebhookTerms = z.output<typeof WebhookTerms>

export const WebhookChange = changeOf('WebhookChange', WebhookDraft)

/** What the API shows of a webhook: everything but its secrets. */
export const Webhook = z
  .object({
    id: Id,
    name: z.string(),
    url: z.string(),
    types: z.array(z.string()),
    filter: z.object({ subjects: z.array(z.string()), tags: z.array(z.string()) }),
    audience: z.enum(audiences),
    state: z
      .enum(['active', 'paused', 'disabled'])
      .describe('`disabled`: it failed for days, and is told nothing until it is made active again.'),
    failingSince: Moment.nullable().describe('The first failure since the last success.'),
    pendingCount: z.int32().describe('Deliveries that are under way or wait.'),
    previousSecretUntil: Moment.nullable().describe(
      'Until then deliveries are signed with the secret before the last rotation as well.',
    ),
    revision: z.int32(),
    etag: z.string().describe('What If-Match takes; the same as in the ETag header.'),
    createdBy: z.string(),
    createdAt: Moment,
  })
  .meta({ id: 'Webhook', description: 'Somebody who is told of events.' })
export type Webhook = z.output<typeof Webhook>

export const NewWebhook = Webhook.extend({
  secret: z
    .string()
    .optional()
    .describe(
      'What signatures are verified with (Standard Webhooks). Keep it: it is never shown again. Absent in a dry run.',
    ),
}).meta({ id: 'NewWebhook', description: 'A webhook with the secret that was just made for it.' })

export const WebhookKey = z.strictObject({ webhook: Id.describe('Id of the webhook.') })
export const WebhookQuery = z.strictObject(pageParameters)
export type WebhookQuery = z.output<typeof WebhookQuery>
export const WebhookPage = pageOf('WebhookPage', Webhook)

export const Rotation = z
  .strictObject({
    overlapHours: z
      .int32()
      .min(0)
      .max(168)
      .default(24)
      .describe('How long deliveries are signed with the old secret as well.'),
  })
  .meta({ id: 'Rotation' })
