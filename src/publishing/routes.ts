import { findArticleId, getWorkingCopy } from '../articles/change.ts'
import { ArticleWorkingCopy } from '../articles/draftSchema.ts'
import { requireUntrashed } from '../articles/permission.ts'
import { findLiveArticleId, getArticle, shownInArticle } from '../articles/read.ts'
import { ArticleKey, Correction } from '../articles/schema.ts'
import { articleEtag } from '../articles/workingCopy.ts'
import { readMoment } from '../database/client.ts'
import type { App, Services } from '../http/app.ts'
import { hasRole, requireRole } from '../http/caller.ts'
import { heedConditions } from '../http/conditional.ts'
import { tags } from '../http/contract.ts'
import { pageOf, wholeList } from '../http/schemas.ts'
import { absenceOf } from '../publications/absence.ts'
import { listTimeline, PublicationEntry } from '../publications/history.ts'
import { addCorrection, CorrectionDraft } from './corrections.ts'
import { answerCopy } from './edit.ts'
import { exampleCreation, exampleUrl } from './examples.ts'
import { listTransitions, makeTransition, Transition, TransitionRequest } from './transitions.ts'

const Transitions = pageOf('Transitions', Transition)
const Timeline = pageOf('Timeline', PublicationEntry)
const Corrections = pageOf('Corrections', Correction)

export function publishingRoutes(app: App, services: Services): void {
  const { database } = services

  app.get('/articles/:article/transitions', {
    config: { access: 'reader', example: { url: `${exampleUrl}/transitions`, after: [exampleCreation] } },
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
        url: `${exampleUrl}/transitions`,
        headers: { 'if-match': '"1"' },
        body: { to: 'published' },
        after: [{ ...exampleCreation, body: { headline: 'A third bridge' } }],
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

  app.get('/articles/:article/timeline', {
    config: {
      access: 'public',
      canMove: true,
      problems: ['withdrawn', 'withdrawn-for-legal-reasons'],
      example: { url: `${exampleUrl}/timeline`, after: [exampleCreation] },
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
      const seesDrafts = caller !== null && hasRole(caller, 'reader')
      if (seesDrafts) reply.header('cache-control', 'private, no-store')
      const live = await findLiveArticleId(database, params.article)
      const id = live ?? (seesDrafts ? await findArticleId(database, params.article) : null)
      if (id === null) throw await absenceOf(database, params.article)
      return wholeList(await listTimeline(database, id, seesDrafts ? 'all' : 'begun'))
    },
  })

  app.get('/articles/:article/corrections', {
    config: {
      access: 'public',
      isCached: true,
      canMove: true,
      problems: ['withdrawn', 'withdrawn-for-legal-reasons'],
      example: { url: `${exampleUrl}/corrections`, after: [exampleCreation] },
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
      heedsConditions: true,
      problems: ['conflict'],
      example: {
        url: `${exampleUrl}/corrections`,
        body: { kind: 'correction', note: 'The vote is on Tuesday, not on Monday.' },
        after: [exampleCreation],
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
      const copy = await addCorrection(change, params.article, body, (before) => {
        requireUntrashed(before)
        heedConditions(request, articleEtag(before))
      })
      reply.code(201).header('location', `/v1/articles/${copy.id}/corrections`)
      return answerCopy(change, reply, copy)
    },
  })
}
