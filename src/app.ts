import { noteDeprecatedUses } from './access/deprecations.ts'
import { guardRoutes } from './access/guard.ts'
import type { OidcSettings } from './access/oidc.ts'
import { accessRoutes } from './access/routes.ts'
import { articleChildRoutes } from './articles/childRoutes.ts'
import { sectionWriteRoutes, takeawayWriteRoutes } from './articles/childWriteRoutes.ts'
import { linkedArticleRoutes } from './articles/linkedRoutes.ts'
import { articleRoutes } from './articles/routes.ts'
import { articleWriteRoutes } from './articles/writeRoutes.ts'
import { authorRoutes } from './authors/routes.ts'
import { authorWriteRoutes } from './authors/writeRoutes.ts'
import { batchRoutes } from './batch/routes.ts'
import { auditRoutes } from './events/auditRoutes.ts'
import { dropWhatChanges } from './events/invalidation.ts'
import { changeRoutes } from './events/routes.ts'
import { type TellCaches, writeInTransactions } from './events/transaction.ts'
import { feedRoutes } from './feeds/routes.ts'
import { sitemapRoutes } from './feeds/sitemapRoutes.ts'
import { healthRoutes } from './health/routes.ts'
import type { App } from './http/app.ts'
import { servePages } from './http/pages.ts'
import { createServer, type ServerOptions } from './http/server.ts'
import type { Measures } from './monitoring/measures.ts'
import { revisionRoutes } from './publishing/revisionRoutes.ts'
import { publishingRoutes } from './publishing/routes.ts'
import { trashRoutes } from './publishing/trashRoutes.ts'
import { sectionRoutes } from './sections/routes.ts'
import { takeawayRoutes } from './takeaways/routes.ts'
import { topicRoutes } from './topics/routes.ts'
import { topicWriteRoutes } from './topics/writeRoutes.ts'
import { deliveryRoutes } from './webhooks/deliveryRoutes.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import type { WebhookServices } from './webhooks/services.ts'

export interface AppOptions extends Omit<ServerOptions, 'publicUrl'> {
  /** The issuer whose tokens are taken besides API keys. */
  oidc: OidcSettings | undefined
  measures?: Measures | undefined
  /** Tells caches that are near of a change before it is answered. */
  tellCaches?: TellCaches | undefined
  /** Milliseconds between the signs of life of a silent stream. */
  heartbeatMs?: number
}

/** Less than what proxies and browsers take for a dead connection, which is 30 seconds at the least. */
const standardHeartbeatMs = 15_000

/** The service, ready for requests but not listening: the table of contents of what it serves. */
export async function buildApp(services: WebhookServices, options: AppOptions): Promise<App> {
  const { database, listener, publicUrl } = services
  const { isReadPublic, oidc, tellCaches, heartbeatMs = standardHeartbeatMs } = options
  const app = await createServer({ ...options, publicUrl })
  options.measures?.watch(app, services)
  guardRoutes(app, { database, isReadPublic, oidc })
  noteDeprecatedUses(app, database)
  writeInTransactions(app, database, tellCaches)
  dropWhatChanges(app.responses, listener)

  await app.register(async (root: App) => servePages(root, publicUrl))
  await app.register(async (root: App) => healthRoutes(root, services))
  await app.register(async (root: App) => {
    feedRoutes(root, services)
    sitemapRoutes(root, services)
  })
  await app.register(
    async (v1: App) => {
      articleRoutes(v1, services)
      articleChildRoutes(v1, services)
      linkedArticleRoutes(v1, services)
      articleWriteRoutes(v1)
      sectionRoutes(v1, services)
      sectionWriteRoutes(v1)
      takeawayRoutes(v1, services)
      takeawayWriteRoutes(v1)
      authorRoutes(v1, services)
      authorWriteRoutes(v1)
      topicRoutes(v1, services)
      topicWriteRoutes(v1)
      publishingRoutes(v1, services)
      revisionRoutes(v1, services)
      trashRoutes(v1, services)
      auditRoutes(v1, services)
      changeRoutes(v1, services, { heartbeatMs })
      webhookRoutes(v1, services)
      deliveryRoutes(v1, services)
      accessRoutes(v1, { database, oidc })
      batchRoutes(v1)
    },
    { prefix: '/v1' },
  )
  await app.ready()
  return app
}
