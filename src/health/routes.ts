import { z } from 'zod'
import { Prisma } from '../database/client.ts'
import type { App, Services } from '../http/app.ts'
import { tags } from '../http/contract.ts'

const Health = z.object({ status: z.enum(['live', 'ready']) }).meta({ id: 'Health' })

export function healthRoutes(app: App, { database }: Services): void {
  app.get('/health/live', {
    config: { access: 'anyone', isProbe: true, example: { url: '/health/live' } },
    schema: {
      operationId: 'getLiveness',
      tags: [tags.service],
      summary: 'Whether the process is alive',
      description: 'Never touches the database: a database that is away is no reason to restart the service.',
      response: { 200: Health },
    },
    handler: () => ({ status: 'live' as const }),
  })

  app.get('/health/ready', {
    config: { access: 'anyone', isProbe: true, example: { url: '/health/ready' } },
    schema: {
      operationId: 'getReadiness',
      tags: [tags.service],
      summary: 'Whether requests can be served',
      description: 'Asks the database; 503 while it is away or the service is shutting down.',
      response: { 200: Health },
    },
    handler: async () => {
      await database.rows(Prisma.sql`SELECT 1`)
      return { status: 'ready' as const }
    },
  })
}
