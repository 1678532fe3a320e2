import { isDeepStrictEqual } from 'node:util'
import { type Db, Prisma, type Reader } from '../database/client.ts'
import { type Change, momentOf } from '../events/record.ts'
import type { EventType } from '../events/types.ts'
import { notFound } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { newId } from '../lib/ids.ts'
import { readPage } from '../query/page.ts'
import { wakeWebhook } from './jobs.ts'
import type { Webhook, WebhookDraft, WebhookQuery, WebhookTerms } from './schema.ts'
import { newSecret, openSecret, sealSecret } from './secrets.ts'

/** The columns of a webhook that may be shown, as JSON. */
const webhookJson = Prisma.sql`json_build_object('id', webhook.id, 'name', webhook.name, 'url', webhook.url,
  'types', webhook.types, 'filter', json_build_object('subjects', webhook.subjects, 'tags', webhook.tags),
  'audience', webhook.audience, 'state', webhook.state, 'failingSince', iso_moment(webhook.failing_since),
  'pendingCount', (SELECT count(*) FROM webhook_delivery WHERE webhook_id = webhook.id AND state = 'pending'),
  'previousSecretUntil', CASE WHEN webhook.previous_secret_until > moment() THEN iso_moment(webhook.previous_secret_until) END,
  'revision', webhook.revision, 'etag', '"' || webhook.revision || '"', 'createdBy', webhook.created_by,
  'createdAt', iso_moment(webhook.created_at))`

/** The newest first. */
export async function listWebhooks(reader: Reader, query: WebhookQuery): Promise<PageOf<Webhook>> {
  const order = [
    { column: Prisma.sql`webhook.created_at`, type: 'timestamptz', isDescending: true },
    { column: Prisma.sql`webhook.id`, type: 'uuid', isDescending: true },
  ] as const
  const request = { ...query, order, boundTo: ['webhooks'] }
  const { rows, page } = await readPage<{ webhook: Webhook }>(reader, request, {
    columns: Prisma.sql`${webhookJson} AS webhook`,
    from: Prisma.sql`webhook`,
    where: () => [],
  })
  return { data: rows.map(({ webhook }) => webhook), page }
}

/** Throws `not-found`. */
export async function getWebhook(reader: Reader, id: string): Promise<Webhook> {
  const [row] = await reader.rows<{ webhook: Webhook }>(
    Prisma.sql`SELECT ${webhookJson} AS webhook FROM webhook WHERE id = ${id}::uuid`,
  )
  if (!row) throw notFound('webhook')
  return row.webhook
}

/** A webhook is told of what happens after it was made. */
export async function createWebhook(
  change: Change,
  draft: WebhookDraft,
  encryptionKey: Buffer,
): Promise<{ webhook: Webhook; secret: string }> {
  const { db, actor: createdBy } = change
  const { id = newId(), ...terms } = draft
  const secret = newSecret()
  const createdAt = await momentOf(change)
  const { lastSeq: afterSeq } = await db.eventCounter.findUniqueOrThrow({ where: { only: true } })
  const sealed = sealSecret(encryptionKey, id, secret)
  await db.webhook.create({
    data: { ...columnsOf(terms), id, secret: sealed, afterSeq, createdBy, createdAt },
  })
  return { webhook: await record(change, 'webhook.created', id), secret }
}

/** Saves what the edit makes of a webhook. An edit that changes nothing saves nothing. */
export async function changeWebhook(
  change: Change,
  id: string,
  edit: (webhook: Webhook) => WebhookTerms | Promise<WebhookTerms>,
): Promise<Webhook> {
  const { db } = change
  const before = await lockWebhook(db, id)
  const terms = await edit(before)
  if (before.state === terms.state && isDeepStrictEqual(terms, termsOf(before))) return before
  const isBack = terms.state === 'active' && before.state !== 'active'
  const fresh = { failureCount: 0, failingSince: null, restUntil: null }
  await db.webhook.update({
    where: { id },
    data: { ...columnsOf(terms), ...(isBack && fresh), revision: before.revision + 1 },
  })
  if (isBack) {
    const now = await momentOf(change)
    const waiting = { webhookId: id, state: 'pending', nextAttemptAt: { gt: now } }
    await db.webhookDelivery.updateMany({ where: waiting, data: { nextAttemptAt: now } })
    await wakeWebhook(db, id)
  }
  return record(change, 'webhook.changed', id)
}

/** Makes a new secret; the old one signs as well for a while, so that a receiver can change over without a gap. */
export async function rotateSecret(
  change: Change,
  id: string,
  { overlapHours, encryptionKey }: { overlapHours: number; encryptionKey: Buffer },
  check: (webhook: Webhook) => void,
): Promise<{ webhook: Webhook; secret: string }> {
  const { db } = change
  const before = await lockWebhook(db, id)
  check(before)
  const { secret: sealed } = await db.webhook.findUniqueOrThrow({ where: { id } })
  // A key that cannot open the old one would only be found out at the next delivery.
  openSecret(encryptionKey, id, sealed)
  const secret = newSecret()
  const until = new Date((await momentOf(change)).getTime() + overlapHours * 3_600_000)
  const data = { secret: sealSecret(encryptionKey, id, secret), previousSecret: sealed }
  await db.webhook.update({
    where: { id },
    data: { ...data, previousSecretUntil: until, revision: before.revision + 1 },
  })
  return { webhook: await record(change, 'webhook.rotated', id), secret }
}

/** Deletes a webhook with the log of its deliveries; what is under way may still arrive. */
export async function deleteWebhook(
  change: Change,
  id: string,
  check: (webhook: Webhook) => void,
): Promise<void> {
  const { db } = change
  check(await lockWebhook(db, id))
  await record(change, 'webhook.deleted', id)
  while ((await deleteSomeDeliveries(db, id)) === maxDeleted) {
    // There are more.
  }
  await db.webhook.delete({ where: { id } })
}

/** Deliveries that one statement deletes: all of a busy webhook's would take longer than a statement may. */
const maxDeleted = 10_000

/** With their attempts. Returns how many. */
function deleteSomeDeliveries(db: Db, webhookId: string): Promise<number> {
  return db.execute(Prisma.sql`
    DELETE FROM webhook_delivery WHERE (webhook_id, event_id) IN (
      SELECT webhook_id, event_id FROM webhook_delivery WHERE webhook_id = ${webhookId}::uuid LIMIT ${maxDeleted})`)
}

/** What of a webhook a patch is applied to. One that was switched off stays so only until somebody changes it. */
export function termsOf({ name, url, types, filter, audience, state }: Webhook): WebhookTerms {
  const isPaused = state !== 'active'
  return { name, url, types, filter, audience, state: isPaused ? 'paused' : 'active' }
}

/**
 * Whoever locks a webhook and rows of its deliveries locks the webhook first. Not FOR UPDATE: the dispatcher, whose new
 * deliveries refer to it, would wait for who waits for one of these.
 */
export async function lockWebhook(db: Db, id: string): Promise<Webhook> {
  await db.rows(Prisma.sql`SELECT FROM webhook WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  return getWebhook(db, id)
}

/** The URL stays out of the log, which many more may read: those of chat services are secrets. */
export async function record(change: Change, type: EventType, id: string): Promise<Webhook> {
  const webhook = await getWebhook(change.db, id)
  const { name, state, revision } = webhook
  const data = { id, revision, name, state }
  change.events.push({ type, subject: `webhooks/${id}`, at: await momentOf(change), data })
  return webhook
}

function columnsOf({ filter: { subjects, tags }, ...terms }: WebhookTerms) {
  return { ...terms, subjects, tags }
}
