import { AsyncLocalStorage } from 'node:async_hooks'
import type { App } from './app.ts'

interface Spent {
  databaseMs: number
}

const current = new AsyncLocalStorage<Spent>()

/** Counts a statement's time towards the request that sent it. */
export function spendDatabaseTime(durationMs: number): void {
  const spent = current.getStore()
  if (spent) spent.databaseMs += durationMs
}

/** Says in Server-Timing what an answer took, and how much of it the database did; for development. */
export function showTimings(app: App): void {
  app.addHook('onRequest', (_, __, done) => current.run({ databaseMs: 0 }, done))
  app.addHook('onSend', async (_, reply, payload) => {
    const databaseMs = current.getStore()?.databaseMs ?? 0
    reply.header(
      'server-timing',
      `db;dur=${databaseMs.toFixed(1)}, total;dur=${reply.elapsedTime.toFixed(1)}`,
    )
    return payload
  })
}
