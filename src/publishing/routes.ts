import { createPatch } from 'rfc6902'
import { z } from 'zod'
import { changeArticle, getWorkingCopy } from '../articles/change.ts'
import { draftOf } from '../articles/content.ts'
import { ArticleDiff, diffContents } from '../articles/diff.ts'
import { requireOwn, requireUntrashed } from '../articles/permission.ts'
import { getArticle, shownInArticle } from '../articles/read.ts'
import { followMerges } from '../articles/reassign.ts'
import {
  getRevision,
  getRevisionContent,
  listRevisions,
  listTrash,
  RevisionPage,
  RevisionWithContent,
  TrashedArticle,
} from '../articles/revisions.ts'
import { ArticleKey, Correction } from '../articles/schema.ts'
import { ArticleWorkingCopy, articleEtag } from '../articles/workingCopy.ts'
import { readMoment } from '../database/client.ts'
import type { App, Services } from '../http/app.ts'
import { hasRole, requireRole } from '../http/caller.ts'
import { requireMatch } from '../http/conditional.ts'
import { type Example, tags } from '../http/contract.ts'
import { JsonPatch } from '../http/patch.ts'
import { integerParameter, pageOf, pageParameters, wholeList } from '../http/schemas.ts'
import { listTimeline, PublicationEntry } from '../publications/history.ts'
import { addCorrection, CorrectionDraft } from './corrections.ts'
import { answerCopy } from './edit.ts'
import { listTransitions, makeTransition, Transition, TransitionRequest } from './transitions.ts'
import { purgeArticle, restoreArticle } from './trash.ts'

const url = '/v1/articles/019b1f00-0000-7000-8000-000000000902'
const creation: Example = {
  method: 'PUT',
  url,
  headers: { 'if-none-match': '*' },
  body: { headline: 'A third bridge', sections: [{ body: 'The council votes on Monday.' }], publish: true },
}
const trashing: Example = { method: 'DELETE', url, headers: { 'if-match': '*' } }

const RevisionKey = ArticleKey.extend({
  number: integerParameter(1, 2_147_483_647).describe('Number of the revision.'),
})
const Transitions = pageOf('Transitions', Transition)
const Timeline = pageOf('Timeline', PublicationEntry)
const Corrections = pageOf('Corrections', Correction)

export function publishingRoutes(app: App, services: Services): void {
  const { database } = services

  app.get('/articles/:article/transitions', {
    config: { access: 'reader', example: { url: `${url}/transitions`, after: [creation] } },
    schema: {
      operationId: 'listTransitions',
      tags: [tags.publishing],
      summary: 'List the moves of the workflow',
      description: 'Which you may make now, and for the rest why not.',
      params: ArticleKey,
      response: { 200: Transitions },
    },
    handler: (request, reply) =>
      database.transaction(async (db) => {
        const caller = requireRole(request, 'reader')
        const copy = await getWorkingCopy(db, request.params.article)
        reply.header('etag', articleEtag(copy))
        return wholeList(await listTransitions(db, caller, copy, await readMoment(db)))
      }),
  })

  app.post('/articles/:article/transitions', {
    config: {
      access: 'writer',
      isConditional: true,
      problems: ['transition-refused', 'takeaway-unsupported', 'slug-taken', 'conflict'],
      example: {
        url: `${url}/transitions`,
        headers: { 'if-match': '"1"' },
        body: { to: 'published' },
        after: [{ ...creation, body: { headline: 'A third bridge' } }],
      },
    },
    schema: {
      operationId: 'makeTransition',
      tags: [tags.publishing],
      summary: 'Move an article in the workflow',
      description:
        'Submit, approve, return, publish, schedule (`at` in the future), take down or withdraw. What is scheduled is invisible until its moment, to the millisecond.',
      params: ArticleKey,
      body: TransitionRequest,
      response: { 200: ArticleWorkingCopy },
    },
    handler: async (request, reply) => {
      const copy = await makeTransition(request, request.params.article, request.body)
      return answerCopy(request.change, reply, copy)
    },
  })

  app.get('/articles/:article/revisions', {
    config: { access: 'reader', example: { url: `${url}/revisions`, after: [creation] } },
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
    config: { access: 'reader', example: { url: `${url}/revisions/1`, after: [creation] } },
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
      example: { url: `${url}/revisions/1/restore`, headers: { 'if-match': '"1"' }, after: [creation] },
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
        url: `${url}/diff?from=1&to=2`,
        after: [
          creation,
          {
            method: 'PATCH',
            url,
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
            'application/json-patch+json': { schema: JsonPatch },
          },
        },
      },
    },
    handler: (request, reply) =>
      database.transaction(async (db) => {
        const { from, to } = request.query
        const { id } = await getWorkingCopy(db, request.params.article)
        const [older, newer] = [await getRevisionContent(db, id, from), await getRevisionContent(db, id, to)]
        if (request.answerType === 'application/json') return { from, to, ...diffContents(older, newer) }
        reply.type(request.answerType)
        return createPatch(draftOf(older), draftOf(newer)) as z.output<typeof JsonPatch>
      }),
  })

  app.get('/articles/:article/timeline', {
    config: {
      access: 'public',
      problems: ['withdrawn', 'withdrawn-for-legal-reasons'],
      example: { url: `${url}/timeline`, after: [creation] },
    },
    schema: {
      operationId: 'getTimeline',
      tags: [tags.publishing],
      summary: 'Get the publications of an article in time',
      description: 'Which revision was public from when until when; with a key also what is scheduled.',
      params: ArticleKey,
      response: { 200: Timeline },
    },
    handler: async (request, reply) => {
      const { caller, params } = request
      if (caller && hasRole(caller, 'reader')) {
        reply.header('cache-control', 'private, no-store')
        const { id } = await database.transaction((db) => getWorkingCopy(db, params.article))
        return wholeList(await listTimeline(database, id, 'all'))
      }
      const { id } = await getArticle(services, params.article, 'text')
      return wholeList(await listTimeline(database, id, 'begun'))
    },
  })

  app.get('/articles/:article/corrections', {
    config: {
      access: 'public',
      isCached: true,
      canMove: true,
      problems: ['withdrawn', 'withdrawn-for-legal-reasons'],
      example: { url: `${url}/corrections`, after: [creation] },
    },
    schema: {
      operationId: 'listCorrections',
      tags: [tags.reading],
      summary: 'List the corrections of a published article',
      description: 'Newest first, those that are public.',
      params: ArticleKey,
      response: { 200: Corrections },
    },
    handler: async (request) => {
      const article = await getArticle(services, request.params.article, 'markdown')
      request.shown = shownInArticle(article)
      return wholeList(article.corrections)
    },
  })

  app.post('/articles/:article/corrections', {
    config: {
      access: 'editor',
      problems: ['conflict'],
      example: {
        url: `${url}/corrections`,
        body: { kind: 'correction', note: 'The vote is on Tuesday, not on Monday.' },
        after: [creation],
      },
    },
    schema: {
      operationId: 'addCorrection',
      tags: [tags.publishing],
      summary: 'Correct a published article',
      description:
        'The note goes public with the next publication of the article, with the words of its section before and after.',
      params: ArticleKey,
      body: CorrectionDraft,
      response: { 200: ArticleWorkingCopy, 201: ArticleWorkingCopy },
    },
    handler: async (request, reply) => {
      const { change, params, body } = request
      const copy = await addCorrection(change, params.article, body, requireUntrashed)
      reply.code(201).header('location', `/v1/articles/${copy.id}/corrections`)
      return answerCopy(change, reply, copy)
    },
  })

  app.get('/trash', {
    config: { access: 'reader', example: { url: '/v1/trash', after: [creation, trashing] } },
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
      problems: ['slug-taken', 'conflict'],
      example: { url: `${url}/restore`, after: [creation, trashing] },
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
        after: [creation, trashing],
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
