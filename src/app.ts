import { articleRoutes } from './articles/routes.ts'
import { authorRoutes } from './authors/routes.ts'
import { healthRoutes } from './health/routes.ts'
import type { App, Services } from './http/app.ts'
import { servePages } from './http/pages.ts'
import { createServer, type ServerOptions } from './http/server.ts'
import { sectionRoutes } from './sections/routes.ts'
import { takeawayRoutes } from './takeaways/routes.ts'
import { topicRoutes } from './topics/routes.ts'

/** The service, ready for requests but not listening: the table of contents of what it serves. */
export async function buildApp(services: Services, options: Omit<ServerOptions, 'publicUrl'>): Promise<App> {
  const app = await createServer({ ...options, publicUrl: services.publicUrl })
  await app.register(servePages)
  await app.register(async (root: App) => healthRoutes(root, services))
  await app.register(
    async (v1: App) => {
      articleRoutes(v1, services)
      sectionRoutes(v1, services)
      takeawayRoutes(v1, services)
      authorRoutes(v1, services)
      topicRoutes(v1, services)
    },
    { prefix: '/v1' },
  )
  await app.ready()
  return app
}
