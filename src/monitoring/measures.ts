import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { databaseFault } from '../database/faults.ts'
import type { App, Services } from '../http/app.ts'
import { readBacklog } from './backlog.ts'

/** What the process tells of itself, in the names of Prometheus. Of no caller, key, path or query. */
export interface Measures {
  /** Watches an app that has no routes yet. */
  watch(app: App, services: Services): void
  /** Everything as it is now (Prometheus text format 0.0.4). */
  read(): Promise<{ contentType: string; text: string }>
}

/** Seconds; public answers take a millisecond, statements are given up after five seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMeasures(): Measures {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'copydesk_request_duration_seconds',
    help: 'Requests by route and status, but for those that are answered from memory before they are routed',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  })
  let refresh = async () => {}

  return {
    watch(app, services) {
      app.addHook('onResponse', async ({ method, is404, routeOptions }, reply) => {
        const route = is404 ? 'unknown' : (routeOptions.url ?? 'unknown')
        durations.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
      })
      countPublicAnswers(app, registers)
      countConnections(services, registers)
      refresh = measureBacklog(services, registers)
    },
    async read() {
      await refresh()
      return { contentType: registry.contentType, text: await registry.metrics() }
    },
  }
}

function countPublicAnswers(app: App, registers: Registry[]): void {
  new Counter({
    name: 'copydesk_public_answers_total',
    help: 'Public answers by where they came from: shortcut and memory were kept, database was made',
    labelNames: ['from'],
    registers,
    collect() {
      this.reset()
      for (const [from, count] of Object.entries(app.answersFrom)) this.inc({ from }, count)
    },
  })
}

function countConnections({ database }: Services, registers: Registry[]): void {
  new Gauge({
    name: 'copydesk_database_connections',
    help: 'Connections of the pool, and requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(database.connections())) this.set({ state }, count)
    },
  })
}

/** What the database is asked for at each reading; while it is away, only that it is. */
function measureBacklog({ database }: Services, registers: Registry[]): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers })
  const isUp = gauge('copydesk_database_up', 'Whether the database answers')
  const lag = gauge('copydesk_event_lag', 'Events that a reader of the log has not come to', ['reader'])
  const pending = gauge('copydesk_deliveries_pending', 'Deliveries to webhooks that are on their way')
  const overdue = gauge('copydesk_deliveries_overdue_seconds', 'How long the longest has been due')

  return async () => {
    for (const one of [isUp, lag, pending, overdue]) one.reset()
    try {
      const backlog = await readBacklog(database)
      for (const { name, count } of backlog.readers) lag.set({ reader: name }, count)
      pending.set(backlog.pendingCount)
      overdue.set(backlog.overdueSeconds)
      isUp.set(1)
    } catch (error) {
      if (databaseFault(error)?.kind !== 'unavailable') throw error
      isUp.set(0)
    }
  }
}
