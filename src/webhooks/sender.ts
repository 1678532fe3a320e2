import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../database/client.ts'
import type { Courier } from './courier.ts'
import { type DueDelivery, findDue, findNextMs, findReceiver, isDown, type Receiver } from './due.ts'
import { wakeWebhook, wakeWebhookLater } from './jobs.ts'
import { type Notes, takeNotes } from './notes.ts'
import { hasten, isSuccess } from './outcome.ts'
import { openPace } from './pace.ts'

export interface SenderServices {
  database: Database
  courier: Courier
  /** Ends what is under way, because the process ends. */
  stopping: AbortSignal
}

/** Deliveries that are under way to one receiver at a time: of different subjects, so that each is in order. */
const maxAtOnce = 16

/** Milliseconds after which a job gives its place to others and goes on in another one. */
const longestRunMs = 30_000

/** Sends what is due to one webhook. One such job of a webhook runs at a time, whatever the number of instances. */
export async function sendDue(services: SenderServices, webhookId: string): Promise<void> {
  const { database, stopping } = services
  const startedAt = performance.now()
  const pace = openPace()
  while (!stopping.aborted && performance.now() - startedAt < longestRunMs) {
    const receiver = await findReceiver(database, webhookId)
    if (receiver?.state !== 'active') return
    const due = receiver.restMs > 0 ? [] : await findDue(database, receiver)
    if (due.length === 0) {
      const nextMs = await findNextMs(database, webhookId)
      if (nextMs === null) return
      const inMs = Math.max(nextMs, receiver.restMs, 1)
      return database.transaction((db) => wakeWebhookLater(db, webhookId, inMs))
    }
    await sendBatch(services, receiver, due, pace)
  }
  return database.transaction((db) => wakeWebhook(db, webhookId))
}

/** Sends the events of each subject one after the other, and several subjects side by side. Throws what the database did, once nothing is under way. */
async function sendBatch(
  services: SenderServices,
  receiver: Receiver,
  due: readonly DueDelivery[],
  pace: (nowMs: number) => number,
): Promise<void> {
  const subjects = bySubject(due)
  const notes = takeNotes(services.database, receiver.id)
  let isOver = false
  const sendSubjects = async () => {
    for (let subject = subjects.shift(); subject && !isOver; subject = subjects.shift()) {
      for (const delivery of subject) {
        const waitMs = pace(performance.now())
        if (waitMs > 0) await sleep(waitMs)
        isOver ||= notes.hasFailed()
        if (isOver) break
        const result = await sendOne(services, receiver, delivery, notes)
        isOver ||= result === 'stop'
        if (result !== 'sent') break
      }
    }
  }
  const sending = Array.from({ length: maxAtOnce }, () =>
    sendSubjects().catch((error) => {
      isOver = true
      throw error
    }),
  )
  // What is under way when a job ends, the next one would send beside it.
  await Promise.allSettled(sending)
  await notes.written()
  await Promise.all(sending)
}

function bySubject(due: readonly DueDelivery[]): DueDelivery[][] {
  const subjects = new Map<string, DueDelivery[]>()
  for (const delivery of due) {
    const others = subjects.get(delivery.subject)
    if (others) others.push(delivery)
    else subjects.set(delivery.subject, [delivery])
  }
  return [...subjects.values()]
}

/** `held`: what comes after it about the same subject waits. `stop`: the receiver is to be left alone. */
type Result = 'sent' | 'held' | 'stop'

async function sendOne(
  { database, courier, stopping }: SenderServices,
  receiver: Receiver,
  delivery: DueDelivery,
  notes: Notes,
): Promise<Result> {
  const outcome = await courier.deliver(receiver, delivery)
  // Cut off by ourselves: nobody knows whether it arrived, so it is sent again under the same id.
  if (stopping.aborted && !isSuccess(outcome)) return 'stop'
  const noted = { eventId: delivery.eventId, outcome }
  if (isSuccess(outcome)) {
    notes.arrived(noted)
    if (isDown(receiver)) {
      await notes.written()
      await hasten(database, receiver.id)
    }
    return 'sent'
  }
  const { failureCount, isDisabled } = await notes.failed(noted)
  return isDisabled || isDown({ ...receiver, failureCount }) ? 'stop' : 'held'
}
