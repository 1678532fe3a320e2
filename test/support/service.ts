import { randomBytes } from 'node:crypto'
import { expect, inject } from 'vitest'
import { type AppOptions, buildApp } from '../../src/app.ts'
import { type Database, openDatabase } from '../../src/database/client.ts'
import { databaseFault } from '../../src/database/faults.ts'
import { openListener } from '../../src/database/listener.ts'
import type { App } from '../../src/http/app.ts'
import { openOutgoing } from '../../src/http/outgoing.ts'
import { openCourier } from '../../src/webhooks/courier.ts'
import { purgePromptly } from '../../src/webhooks/purgePromptly.ts'
import type { Purger } from '../../src/webhooks/purgers.ts'
import type { WebhookServices } from '../../src/webhooks/services.ts'
import { startWorkers } from '../../src/workers.ts'
import { type Client, clientOf } from './client.ts'
import { type Clock, clockOf } from './clock.ts'
import { atEnd } from './ending.ts'
import { query, urlOf } from './postgres.ts'

/** The service that production builds, on a database of its own, listening on a free port of this machine. */
export interface TestService extends WebhookServices {
  /** The address of its database. */
  url: string
  app: App
  /** The one that the service itself reads and writes through. */
  ownDatabase: Database
  client: Client
  clock: Clock
}

export const publicUrl = 'https://copydesk.test'

/** A test file has a few requests under way at a time; a server lends 100 connections by default. */
const maxConnections = 8

interface TestOptions extends Partial<AppOptions> {
  /** Hosts that webhooks may lead to though they are not public: this machine, say. */
  allowedHosts?: string[]
  /** Whether it does what production does without being asked: schedules, webhooks. */
  isWorking?: boolean
  /** The caches before it. */
  purging?: Purger
}

/** A service for this test file, empty, and gone after its last test. */
export async function aService(
  options: TestOptions = {},
  given: Partial<WebhookServices> = {},
): Promise<TestService> {
  const { url, drop } = await aDatabase()
  atEnd(drop)
  return aServiceOn(url, options, given)
}

/** A service on a database that exists, as another process has it: with nothing else in common. */
export async function aServiceOn(
  url: string,
  { allowedHosts = [], isWorking = false, purging, ...options }: TestOptions = {},
  given: Partial<WebhookServices> = {},
): Promise<TestService> {
  const database = openDatabase(url, { maxConnections })
  const listener = await openListener(url)
  const outgoing = openOutgoing(allowedHosts)
  const own = { database, listener, outgoing, encryptionKey: randomBytes(32) }
  const services = { ...own, publicUrl, articleUrlPattern: 'https://news.test/{slug}', ...given }
  const tellCaches = purging && purgePromptly(purging)
  const app = await buildApp(services, { ...production, tellCaches, ...options })
  const forget = () => app.responses.clear()
  const clock = clockOf(url, forget)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const faults: unknown[] = []
  // On a busy machine a connection may come too late; what is done in the background is tried again by itself.
  const onFault = (error: unknown) => databaseFault(error)?.kind !== 'unavailable' && faults.push(error)
  const courier = openCourier(services)
  const working = { ...services, directUrl: url, courier, purging, onFault }
  const workers = isWorking ? await startWorkers(working) : null
  atEnd(async () => {
    await workers?.close()
    await app.close()
    await outgoing.close()
    await clock.close()
    await listener.close()
    await database.close()
    expect(faults).toEqual([])
  })
  const kept = { ...services, url, ownDatabase: database, database: forgetting(database, forget) }
  return { ...kept, app, client: clientOf(app), clock }
}

const production = {
  logger: false,
  isTimed: false,
  isReadPublic: true,
  cacheMaxBytes: 16 * 1024 * 1024,
  // However busy the machine is that runs the tests.
  maxEventLoopDelayMs: 0,
  oidc: undefined,
} as const

/** What tests change behind the service's back must not wait for the notification that tells it so. */
function forgetting(database: Database, forget: () => void): Database {
  return {
    ...database,
    async transaction(work) {
      const result = await database.transaction(work)
      forget()
      return result
    },
  }
}

/** A migrated database without rows; `from: null` is one without tables too. */
export async function aDatabase({ from = inject('templateName') as string | null } = {}) {
  const serverUrl = inject('databaseUrl')
  const name = `${inject('templateName')}_${randomBytes(6).toString('hex')}`
  await query(serverUrl, `CREATE DATABASE "${name}"${from === null ? '' : ` TEMPLATE "${from}"`}`)
  return {
    url: urlOf(serverUrl, name),
    drop: () => query(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`),
  }
}
