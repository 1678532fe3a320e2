import type { Db } from '../database/client.ts'
import { addJob } from '../database/jobs.ts'

/** The kind of job that sends what waits for one webhook. */
export const sendingTask = 'send-to-webhook'

export interface SendingPayload {
  webhookId: string
}

/** Has a webhook's deliveries looked at now. */
export function wakeWebhook(db: Pick<Db, '$executeRaw'>, webhookId: string): Promise<void> {
  return addJob(db, { task: sendingTask, payload: { webhookId }, key: `webhook:${webhookId}` })
}

/** Has them looked at later, unless they are to be sooner already. */
export function wakeWebhookLater(
  db: Pick<Db, '$executeRaw'>,
  webhookId: string,
  inMs: number,
): Promise<void> {
  const job = { task: sendingTask, payload: { webhookId }, key: `webhook:${webhookId}` }
  return addJob(db, { ...job, inMs, keepsTime: true })
}
