import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { App, Services } from '../http/app.ts'
import { tags } from '../http/contract.ts'
import { invalidRequest } from '../http/problems.ts'
import { exportAudit, listAudit } from './audit.ts'
import { AuditPage, AuditQuery } from './auditSchema.ts'

const lines = 'application/x-ndjson'

export function auditRoutes(app: App, { database }: Services): void {
  app.get('/audit', {
    config: {
      access: 'admin',
      produces: ['application/json', lines],
      headers: ['Content-Disposition'],
      example: { url: '/v1/audit?limit=1' },
    },
    schema: {
      operationId: 'listAudit',
      tags: [tags.administration],
      summary: 'List who did what',
      description:
        'The event log as an audit: nothing in it is ever changed or deleted. The newest first, page by page; with `Accept: application/x-ndjson` everything that fits, the oldest first, as one JSON object on each line.',
      querystring: AuditQuery,
      response: {
        200: {
          description: 'Entries of the audit.',
          content: { 'application/json': { schema: AuditPage }, [lines]: { schema: z.string() } },
        },
      },
    },
    handler: async (request, reply) => {
      if (request.answerType !== lines) return listAudit(database, request.query)
      const { limit: _, cursor, ...filter } = request.query
      if (cursor !== undefined) {
        const message = 'An export is not made of pages.'
        throw invalidRequest({ parameter: 'cursor', code: 'not-allowed', message })
      }
      reply.type(lines).header('content-disposition', 'attachment; filename="audit.ndjson"')
      if (request.method === 'HEAD') return ''
      // A reply with a schema has no type for a stream.
      return (reply as FastifyReply).send(Readable.from(exportAudit(database, filter), { highWaterMark: 1 }))
    },
  })
}
