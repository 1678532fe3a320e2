import { isIPv6 } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { isFresh, plantSeed } from '../prisma/seed/seed.ts'
import { bootstrapAdminKey, type FirstKey } from './access/bootstrap.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database/client.ts'
import { openListener } from './database/listener.ts'
import { migrate } from './database/migrate.ts'
import { limits } from './http/limits.ts'
import { openOutgoing } from './http/outgoing.ts'
import { spendDatabaseTime } from './http/timing.ts'
import { waitAtMost } from './lib/patience.ts'
import { openMonitors, serveMonitors } from './monitors.ts'
import { findNewestSlug } from './publications/visible.ts'
import { openCourierThread } from './webhooks/courierThread.ts'
import { findEncryptionKey } from './webhooks/encryptionKey.ts'
import { purgePromptly } from './webhooks/purgePromptly.ts'
import { createPurger, type PurgeSettings } from './webhooks/purgers.ts'
import { startWorkers, type Workers } from './workers.ts'

/** A service that listens. */
export interface Service {
  publicUrl: string
  /** Only at the first start on a database. */
  firstKey: FirstKey | null
  /** Of the newest public article; null where there is none. */
  newestSlug: string | null
  /** Tells of an error that nobody caught, and ends what it leaves without an answer. */
  endStrays(error: unknown): void
  /** Lets those who send requests find another one, lets requests under way finish, then closes everything that was opened. */
  stop(): Promise<void>
}

/** Milliseconds. */
const goodbyeMs = 1500

/** A database that says nothing does not say goodbye either; when this begins, everything that was asked of us is answered. */
function part(closing: Promise<void>): Promise<void> {
  return waitAtMost(goodbyeMs, closing)
}

/** Opens or makes the database, brings it up to date and serves it. Closes what it opened when any of that fails. */
export async function startService(config: Config): Promise<Service> {
  const closers: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const { url, directUrl } = await findDatabase(config, closers)
    await migrate(directUrl)

    const isTimed = config.environment === 'development'
    const database = openDatabase(url, {
      maxConnections: limits.databaseConnections,
      ...(isTimed && { onStatement: spendDatabaseTime }),
    })
    closers.push(() => part(database.close()))
    if (config.isSeeded && (await isFresh(database))) await plantSeed(database)
    const firstKey = await bootstrapAdminKey(database, config.bootstrapAdminKey, config.dataDirectory)

    const publicUrl = config.publicUrl ?? originOf(config)
    const articleUrlPattern = config.articleUrl ?? `${publicUrl}/v1/articles/{slug}`
    const listener = await openListener(directUrl)
    closers.push(() => part(listener.close()))
    const outgoing = openOutgoing(config.webhookAllowHosts)
    closers.push(() => outgoing.close())
    const encryptionKey = await findEncryptionKey(config.encryptionKey, config.dataDirectory)
    const origin = { publicUrl, articleUrlPattern, siteName: config.siteName }
    const services = { database, listener, ...origin, outgoing, encryptionKey }
    const { isReadPublic, cacheMaxBytes, oidc, logLevel, rates, trustedProxies, corsOrigins } = config
    const surface = { isReadPublic, cacheMaxBytes, oidc, rates, trustedProxies, corsOrigins }
    const redis = await findSharedCounts(config, closers)
    const monitors = await openMonitors(config, closers)
    const logger = { level: logLevel }
    const { purging, tellCaches } = openCaches(config.purge, closers)
    const app = await buildApp(services, { logger, isTimed, redis, tellCaches, ...surface, ...monitors })
    let workers: Workers | undefined
    // At once: workers that wait for a database that is away must not keep requests from being answered.
    closers.push(async () => {
      await Promise.all([app.close(), workers && part(workers.close())])
    })
    await serveMonitors(app, monitors, config, closers)
    const onFault = (error: unknown) => app.log.error({ err: error }, 'background work failed')
    const sending = { publicUrl, encryptionKey, allowedHosts: config.webhookAllowHosts }
    const courier = openCourierThread(courierProgram(), sending, onFault)
    workers = await startWorkers({ ...services, directUrl, courier, purging, onFault })
    const newestSlug = await findNewestSlug(database)
    // The last that may fail: from here on requests come, and may leave nothing of the database to wait for.
    await app.listen({ host: config.host, port: config.port })
    const drain = async () => {
      app.leave()
      await sleep(config.drainSeconds * 1000)
      await stop()
    }
    return { publicUrl, firstKey, newestSlug, endStrays: (error) => app.endStrays(error), stop: drain }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Beside this file. Where that is source, tsx reads it, which on Node 20 does not reach into threads by itself. */
function courierProgram(): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL('courier.js', import.meta.url)
  const [tsx, source] = [import.meta.resolve('tsx/esm/api'), new URL('courier.ts', import.meta.url)]
  const program = `import { register } from '${tsx}'; register(); await import('${source}')`
  return new URL(`data:text/javascript,${encodeURIComponent(program)}`)
}

async function findDatabase(
  config: Config,
  closers: (() => Promise<void>)[],
): Promise<{ url: string; directUrl: string }> {
  const { databaseUrl, databaseDirectUrl, dataDirectory } = config
  if (databaseUrl !== undefined) return { url: databaseUrl, directUrl: databaseDirectUrl ?? databaseUrl }
  const { startEmbeddedPostgres } = await import('./database/embedded.ts')
  const server = await startEmbeddedPostgres({ dataDirectory })
  closers.push(() => server.stop())
  return { url: server.url, directUrl: server.url }
}

/** Redis, where it is configured; who has one process needs none, nor the library. */
async function findSharedCounts({ redisUrl }: Config, closers: (() => Promise<void>)[]) {
  if (redisUrl === undefined) return undefined
  const { openSharedCounts } = await import('./http/sharedCounts.ts')
  const redis = openSharedCounts(redisUrl, (error) => {
    process.stderr.write(`Redis is away, so nobody's requests are counted: ${String(error)}\n`)
  })
  closers.push(async () => redis.disconnect())
  return redis
}

/** Caches are our own, and so may well be inside of our network. A CDN's is far: nobody who writes waits for it. */
function openCaches(settings: PurgeSettings | undefined, closers: (() => Promise<void>)[]) {
  if (settings === undefined) return { purging: undefined, tellCaches: undefined }
  const caches = openOutgoing(settings.urls.map((url) => new URL(url).hostname.replace(/^\[|\]$/g, '')))
  closers.push(() => caches.close())
  const purging = createPurger(settings, caches)
  return { purging, tellCaches: settings.method === 'http' ? undefined : purgePromptly(purging) }
}

/** How this process is reached from the machine that it runs on. */
function originOf({ host, port }: Config): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : isIPv6(host) ? `[${host}]` : host
  return `http://${name}:${port}`
}
