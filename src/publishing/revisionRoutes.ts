import { z } from 'zod'
import { changeArticle, getWorkingCopy } from '../articles/change.ts'
import { ArticleDiff, diffContents } from '../articles/diff.ts'
import { ArticleWorkingCopy } from '../articles/draftSchema.ts'
import { patchBetween } from '../articles/patchBetween.ts'
import { requireOwn, requireUntrashed } from '../articles/permission.ts'
import { followMerges } from '../articles/reassign.ts'
import {
  getRevision,
  getRevisionContent,
  listRevisions,
  RevisionPage,
  RevisionWithContent,
} from '../articles/revisions.ts'
import { ArticleKey } from '../articles/schema.ts'
import { articleEtag } from '../articles/workingCopy.ts'
import type { App, Services } from '../http/app.ts'
import { requireRole } from '../http/caller.ts'
import { requireMatch } from '../http/conditional.ts'
import { tags } from '../http/contract.ts'
import { PatchOperations } from '../http/patch.ts'
import { integerParameter, pageParameters } from '../http/schemas.ts'
import { answerCopy } from './edit.ts'
import { exampleCreation, exampleUrl } from './examples.ts'

const RevisionKey = ArticleKey.extend({
  number: integerParameter(1, 2_147_483_647).describe('Number of the revision.'),
})

/** As long as the revisions differ: what a request may bring is limited, not what is true. */
const RevisionPatch = PatchOperations.meta({
  id: 'RevisionPatch',
  description: 'What makes one revision another (RFC 6902).',
})

export function revisionRoutes(app: App, services: Services): void {
  const { database } = services

  app.get('/articles/:article/revisions', {
    config: { access: 'reader', example: { url: `${exampleUrl}/revisions`, after: [exampleCreation] } },
    schema: {
      operationId: 'listRevisions',
      tags: [tags.publishing],
      summary: 'List the revisions of an article',
      description: 'Newest first: who changed it, when, and why if they said so.',
      params: ArticleKey,
      querystring: z.strictObject(pageParameters),
      response: { 200: RevisionPage },
    },
    handler: async (request) => {
      const { id } = await database.transaction((db) => getWorkingCopy(db, request.params.article))
      return listRevisions(database, id, request.query)
    },
  })

  app.get('/articles/:article/revisions/:number', {
    config: { access: 'reader', example: { url: `${exampleUrl}/revisions/1`, after: [exampleCreation] } },
    schema: {
      operationId: 'getRevision',
      tags: [tags.publishing],
      summary: 'Get a revision',
      description: 'The whole content of the working copy as it was then.',
      params: RevisionKey,
      response: { 200: RevisionWithContent },
    },
    handler: (request) =>
      database.transaction(async (db) => {
        const { id } = await getWorkingCopy(db, request.params.article)
        return getRevision(db, id, request.params.number)
      }),
  })

  app.post('/articles/:article/revisions/:number/restore', {
    config: {
      access: 'writer',
      isConditional: true,
      problems: ['slug-taken', 'conflict', 'id-taken'],
      example: {
        url: `${exampleUrl}/revisions/1/restore`,
        headers: { 'if-match': '"1"' },
        after: [exampleCreation],
      },
    },
    schema: {
      operationId: 'restoreRevision',
      tags: [tags.publishing],
      summary: 'Make an old revision the newest',
      description: 'As a new revision; nothing is lost. It is not published by that.',
      params: RevisionKey,
      response: { 200: ArticleWorkingCopy },
    },
    handler: async (request, reply) => {
      const { change, params } = request
      const copy = await changeArticle(change, params.article, async (before) => {
        requireOwn(requireRole(request, 'writer'), before)
        requireUntrashed(before)
        requireMatch(request, articleEtag(before))
        const old = await getRevisionContent(change.db, before.id, params.number)
        const content = await followMerges(change.db, old)
        return { content, note: `Restored revision ${params.number}.` }
      })
      return answerCopy(change, reply, copy)
    },
  })

  app.get('/articles/:article/diff', {
    config: {
      access: 'reader',
      produces: ['application/json', 'application/json-patch+json'],
      example: {
        url: `${exampleUrl}/diff?from=1&to=2`,
        after: [
          exampleCreation,
          {
            method: 'PATCH',
            url: exampleUrl,
            headers: { 'if-match': '*' },
            body: { headline: 'A third bridge after all' },
          },
        ],
      },
    },
    schema: {
      operationId: 'diffRevisions',
      tags: [tags.publishing],
      summary: 'Compare two revisions',
      description:
        'By section: added, removed, moved, edited with runs of words. As `application/json-patch+json`: RFC 6902.',
      params: ArticleKey,
      querystring: z.strictObject({
        from: integerParameter(1, 2_147_483_647).describe('Number of the older revision.'),
        to: integerParameter(1, 2_147_483_647).describe('Number of the newer revision.'),
      }),
      response: {
        200: {
          description: 'What changed.',
          content: {
            'application/json': { schema: ArticleDiff },
            'application/json-patch+json': { schema: RevisionPatch },
          },
        },
      },
    },
    handler: async (request, reply) => {
      const { from, to } = request.query
      const [older, newer] = await database.transaction(async (db) => {
        const { id } = await getWorkingCopy(db, request.params.article)
        return [await getRevisionContent(db, id, from), await getRevisionContent(db, id, to)] as const
      })
      if (request.answerType === 'application/json') return { from, to, ...diffContents(older, newer) }
      reply.type(request.answerType)
      return patchBetween(older, newer)
    },
  })
}
