import { openJobs } from './database/jobs.ts'
import { forgetAnswers } from './events/idempotency.ts'
import type { Services } from './http/app.ts'
import { openAnnouncer } from './publications/announcer.ts'
import type { Courier } from './webhooks/courier.ts'
import { openDispatcher } from './webhooks/dispatcher.ts'
import { type SendingPayload, sendingTask } from './webhooks/jobs.ts'
import { openPurging } from './webhooks/purge.ts'
import type { Purger } from './webhooks/purgers.ts'
import { forgetDeliveries } from './webhooks/retention.ts'
import { sendDue } from './webhooks/sender.ts'

/** What the service does without being asked: schedules are told of, and webhooks are sent. */
export interface Workers {
  close(): Promise<void>
}

export interface WorkerServices extends Services {
  /** The database past any pooler. */
  directUrl: string
  /** Closed with them. */
  courier: Courier
  /** Tells the caches before us; undefined where there are none. */
  purging: Purger | undefined
  onFault: (error: unknown) => void
}

/** Webhooks that are sent to at a time, in one process: each takes one place, however slow its receiver is. An idle place polls. */
const maxWebhooksAtOnce = 50

export async function startWorkers(services: WorkerServices): Promise<Workers> {
  const { database, listener, directUrl, courier, purging, onFault } = services
  const stopping = new AbortController()
  const sending = { database, courier, stopping: stopping.signal }
  const jobs = await openJobs(
    directUrl,
    { [sendingTask]: (payload) => sendDue(sending, (payload as SendingPayload).webhookId) },
    { concurrency: maxWebhooksAtOnce, onFault },
  )
  const watches = [
    openAnnouncer(database, listener, onFault),
    openDispatcher(database, listener, onFault),
    forgetAnswers(database, listener, onFault),
    forgetDeliveries(database, listener, onFault),
    ...(purging ? [openPurging(database, listener, purging, onFault)] : []),
  ]
  return {
    async close() {
      stopping.abort()
      await courier.close()
      for (const watch of watches) await watch.close()
      await jobs.close()
    },
  }
}
