import { z } from 'zod'
import type { App, Services } from '../http/app.ts'
import { allowDrafts } from '../http/caller.ts'
import { tags } from '../http/contract.ts'
import { select } from '../query/fields.ts'
import {
  Author,
  AuthorItemQuery,
  AuthorKey,
  AuthorPage,
  AuthorQuery,
  AuthorRecord,
  AuthorRecordSelection,
  AuthorSelection,
  AuthorSelectionPage,
  fieldsOfAuthor,
} from './schema.ts'
import { authors } from './store.ts'

/** The first that an answer fits writes it: what has an `etag` is of a record. */
const AnyAuthor = z.union([AuthorRecord, AuthorRecordSelection, Author, AuthorSelection])

export function authorRoutes(app: App, { database }: Services): void {
  app.get('/authors', {
    config: { access: 'public', isCached: true, example: { url: '/v1/authors?limit=1' } },
    schema: {
      operationId: 'listAuthors',
      tags: [tags.reading],
      summary: 'List authors',
      description: 'By name.',
      querystring: AuthorQuery,
      response: { 200: z.union([AuthorPage, AuthorSelectionPage]) },
    },
    handler: (request) => {
      request.shown = { tags: ['authors'] }
      return authors.list(database, request.query)
    },
  })

  app.get('/authors/:author', {
    config: {
      access: 'public',
      isCached: true,
      canMove: true,
      example: { url: '/v1/authors/morgan-j-carter' },
    },
    schema: {
      operationId: 'getAuthor',
      tags: [tags.reading],
      summary: 'Get an author',
      description: 'By id or slug. An author whose bylines another took over answers 308.',
      params: AuthorKey,
      querystring: AuthorItemQuery,
      response: { 200: AnyAuthor },
    },
    handler: async (request, reply) => {
      const { version, fields } = request.query
      if (version === 'draft') {
        allowDrafts(request, reply)
        fieldsOfAuthor.refuse(version, fields)
        const record = await database.transaction((db) => authors.getRecord(db, request.params.author))
        reply.header('etag', record.etag)
        return fields ? select(record, ['etag', ...fields]) : record
      }
      fieldsOfAuthor.refuse(version, fields)
      const author = await authors.get(database, request.params.author)
      request.shown = { tags: [`author:${author.id}`] }
      return fields ? select(author, fields) : author
    },
  })
}
