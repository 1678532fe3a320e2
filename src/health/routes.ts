import { z } from 'zod'
import { Prisma, type Reader } from '../database/client.ts'
import type { App, Services } from '../http/app.ts'
import { tags } from '../http/contract.ts'
import { ProblemError } from '../http/problems.ts'
import { waitAtMost } from '../lib/patience.ts'

const Health = z.object({ status: z.enum(['live', 'ready']) }).meta({ id: 'Health' })

/** Milliseconds in which the database has to answer: who asks does not wait for a frozen one, nor in a long queue. */
const readyWithinMs = 2000

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
      description:
        'Asks the database; 503 while it does not answer within 2 seconds, or the service is shutting down. One that can be read, but not be written to, is ready: published articles are served.',
      response: { 200: Health },
    },
    handler: async () => {
      await askDatabase(database)
      return { status: 'ready' as const }
    },
  })
}

async function askDatabase(database: Reader): Promise<void> {
  let isAnswered = false
  const asked = database.rows(Prisma.sql`SELECT 1`).then(() => {
    isAnswered = true
  })
  await waitAtMost(readyWithinMs, asked)
  if (!isAnswered) throw new ProblemError('unavailable', 'The database does not answer in time.')
}
