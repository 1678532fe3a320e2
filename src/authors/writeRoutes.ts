import { z } from 'zod'
import { reassignBylines } from '../articles/reassign.ts'
import type { App } from '../http/app.ts'
import { requireMatch } from '../http/conditional.ts'
import { type Example, tags } from '../http/contract.ts'
import { applyPatch, parseBody, patchBodies } from '../http/patch.ts'
import {
  AuthorChange,
  AuthorDraft,
  AuthorEdit,
  AuthorKey,
  AuthorRecord,
  AuthorRemovalQuery,
} from './schema.ts'
import { authors, draftOfAuthor } from './store.ts'

const exampleUrl = '/v1/authors/019b1f00-0000-7000-8000-000000000921'
const exampleCreation: Example = {
  method: 'POST',
  url: '/v1/authors',
  body: { id: '019b1f00-0000-7000-8000-000000000921', name: 'Ada Example', jobTitle: 'Reporter' },
}
const matching = { url: exampleUrl, headers: { 'if-match': '"1"' }, after: [exampleCreation] }

export function authorWriteRoutes(app: App): void {
  app.post('/authors', {
    config: { access: 'editor', problems: ['slug-taken', 'id-taken'], example: exampleCreation },
    schema: {
      operationId: 'createAuthor',
      tags: [tags.writing],
      summary: 'Create an author',
      description: 'Authors are public at once; there are no drafts of them.',
      body: AuthorDraft,
      response: { 200: AuthorRecord, 201: AuthorRecord },
    },
    handler: async (request, reply) => {
      const author = await authors.create(request.change, request.body)
      reply.code(201).header('location', `/v1/authors/${author.id}`).header('etag', author.etag)
      return author
    },
  })

  app.put('/authors/:author', {
    config: {
      access: 'editor',
      isConditional: true,
      problems: ['slug-taken'],
      example: { ...matching, body: { name: 'Ada Example', jobTitle: 'Editor' } },
    },
    schema: {
      operationId: 'replaceAuthor',
      tags: [tags.writing],
      summary: 'Replace an author',
      description: 'What is not given is emptied; the slug stays unless one is given.',
      params: AuthorKey,
      body: AuthorEdit,
      response: { 200: AuthorRecord },
    },
    handler: async (request, reply) => {
      const author = await authors.change(request.change, request.params.author, (before) => {
        requireMatch(request, before.etag)
        return request.body
      })
      reply.header('etag', author.etag)
      return author
    },
  })

  app.patch('/authors/:author', {
    config: {
      access: 'editor',
      isConditional: true,
      problems: ['slug-taken', 'conflict'],
      example: { ...matching, body: { jobTitle: 'Editor' } },
    },
    schema: {
      operationId: 'changeAuthor',
      tags: [tags.writing],
      summary: 'Change an author',
      description: 'A corrected name shows everywhere at once, on old articles too.',
      params: AuthorKey,
      body: patchBodies(AuthorChange),
      response: { 200: AuthorRecord },
    },
    handler: async (request, reply) => {
      const author = await authors.change(request.change, request.params.author, (before) => {
        requireMatch(request, before.etag)
        return parseBody(AuthorEdit, applyPatch(request, draftOfAuthor(before)))
      })
      reply.header('etag', author.etag)
      return author
    },
  })

  app.delete('/authors/:author', {
    config: { access: 'editor', isConditional: true, problems: ['still-referenced'], example: matching },
    schema: {
      operationId: 'deleteAuthor',
      tags: [tags.writing],
      summary: 'Delete an author, or let another take its place',
      description:
        'An author whom articles name is deleted only with `reassignTo`: the other takes over every byline, and this one’s URL answers 308.',
      params: AuthorKey,
      querystring: AuthorRemovalQuery,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      const { change, params, query } = request
      const check = ({ etag }: AuthorRecord) => requireMatch(request, etag)
      if (query.reassignTo === undefined) await authors.delete(change, params.author, check)
      else {
        const { id, targetId } = await authors.merge(change, params.author, query.reassignTo, check)
        await reassignBylines(change, id, targetId)
      }
      reply.code(204)
      return null
    },
  })
}
