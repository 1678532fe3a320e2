import { z } from 'zod'
import { ArticleWorkingCopy } from '../articles/draftSchema.ts'
import { listTrash, TrashedArticle } from '../articles/revisions.ts'
import { ArticleKey } from '../articles/schema.ts'
import type { App, Services } from '../http/app.ts'
import { type Example, tags } from '../http/contract.ts'
import { pageOf, pageParameters } from '../http/schemas.ts'
import { answerCopy } from './edit.ts'
import { exampleCreation, exampleUrl } from './examples.ts'
import { purgeArticle, restoreArticle } from './trash.ts'

const trashing: Example = { method: 'DELETE', url: exampleUrl, headers: { 'if-match': '*' } }

export function trashRoutes(app: App, services: Services): void {
  const { database } = services

  app.get('/trash', {
    config: { access: 'reader', example: { url: '/v1/trash', after: [exampleCreation, trashing] } },
    schema: {
      operationId: 'listTrash',
      tags: [tags.writing],
      summary: 'List the articles in the trash',
      description: 'Those trashed last first.',
      querystring: z.strictObject(pageParameters),
      response: { 200: pageOf('TrashPage', TrashedArticle) },
    },
    handler: (request) => listTrash(database, request.query),
  })

  app.post('/articles/:article/restore', {
    config: {
      access: 'writer',
      heedsConditions: true,
      problems: ['slug-taken', 'conflict'],
      example: { url: `${exampleUrl}/restore`, after: [exampleCreation, trashing] },
    },
    schema: {
      operationId: 'restoreArticle',
      tags: [tags.writing],
      summary: 'Take an article out of the trash',
      description:
        'As a working copy; it is not published by that. By id, because its slug was free meanwhile.',
      params: ArticleKey,
      response: { 200: ArticleWorkingCopy },
    },
    handler: async (request, reply) =>
      answerCopy(request.change, reply, await restoreArticle(request, request.params.article)),
  })

  app.delete('/trash/:article', {
    config: {
      access: 'admin',
      isConditional: true,
      problems: ['conflict', 'still-referenced'],
      example: {
        url: '/v1/trash/019b1f00-0000-7000-8000-000000000902',
        headers: { 'if-match': '*' },
        after: [exampleCreation, trashing],
      },
    },
    schema: {
      operationId: 'purgeArticle',
      tags: [tags.administration],
      summary: 'Remove a trashed article for good',
      description: 'With its revisions and publications; only the events that tell of it stay.',
      params: ArticleKey,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      await purgeArticle(request, request.params.article)
      reply.code(204)
      return null
    },
  })
}
