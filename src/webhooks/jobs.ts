import { Prisma, type Writer } from '../database/client.ts'
import { addingJob } from '../database/jobs.ts'

/** The kind of job that sends what waits for one webhook. */
export const sendingTask = 'send-to-webhook'

export interface SendingPayload {
  webhookId: string
}

/** Has a webhook's deliveries looked at now. */
export async function wakeWebhook(db: Writer, webhookId: string): Promise<void> {
  await db.execute(Prisma.sql`SELECT ${wakingOf(Prisma.sql`${webhookId}::uuid`)}`)
}

/** Has them looked at later, unless they are to be sooner already. */
export async function wakeWebhookLater(db: Writer, webhookId: string, inMs: number): Promise<void> {
  await db.execute(Prisma.sql`SELECT ${wakingOf(Prisma.sql`${webhookId}::uuid`, { inMs, keepsTime: true })}`)
}

/** The call that does it in a larger statement. */
export function wakingOf(
  webhookId: Prisma.Sql,
  later: { inMs?: number; keepsTime?: boolean } = {},
): Prisma.Sql {
  const payload = Prisma.sql`json_build_object('webhookId', ${webhookId})`
  return addingJob({ task: sendingTask, payload, key: Prisma.sql`'webhook:' || ${webhookId}`, ...later })
}
