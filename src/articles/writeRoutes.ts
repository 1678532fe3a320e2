import type { App } from '../http/app.ts'
import { heedConditions, readPutCondition } from '../http/conditional.ts'
import { type Example, tags } from '../http/contract.ts'
import { applyPatch, changeOf, patchBodies } from '../http/patch.ts'
import { invalidRequest, notFound, ProblemError } from '../http/problems.ts'
import { isId } from '../lib/ids.ts'
import { answerCopy, answerCreated, editArticle, replaceExternal } from '../publishing/edit.ts'
import { trashArticle } from '../publishing/trash.ts'
import { createArticle, findArticleId, findExternalArticle } from './change.ts'
import { ArticleWorkingCopy } from './draftSchema.ts'
import { ArticleDraft, ArticleKey, ExternalKey } from './schema.ts'

const ArticleChange = changeOf('ArticleChange', ArticleDraft)

const exampleId = '019b1f00-0000-7000-8000-000000000900'
const exampleDraft = {
  headline: 'Council votes for a second bridge',
  sections: [{ kind: 'lede', body: 'The city council voted on Monday to build a second bridge.' }],
  takeaways: [{ text: 'A second bridge is to be built.' }],
}
const exampleCreation: Example = {
  method: 'PUT',
  url: `/v1/articles/${exampleId}`,
  headers: { 'if-none-match': '*' },
  body: exampleDraft,
}

const writingProblems = [
  'slug-taken',
  'id-taken',
  'conflict',
  'article-too-large',
  'takeaway-unsupported',
  'transition-refused',
] as const

export function articleWriteRoutes(app: App): void {
  app.post('/articles', {
    config: {
      access: 'writer',
      problems: writingProblems,
      example: { url: '/v1/articles', body: exampleDraft },
    },
    schema: {
      operationId: 'createArticle',
      tags: [tags.writing],
      summary: 'Create an article',
      description:
        'With its sections, takeaways, byline and topics: all of it or nothing. `"publish": true` makes it public in the same transaction.',
      body: ArticleDraft,
      response: { 200: ArticleWorkingCopy, 201: ArticleWorkingCopy },
    },
    handler: async (request, reply) => {
      const created = await createArticle(request.change, request.body)
      return answerCreated(request, reply, created, request.body)
    },
  })

  app.put('/articles/:article', {
    config: { access: 'writer', isConditional: true, problems: writingProblems, example: exampleCreation },
    schema: {
      operationId: 'replaceArticle',
      tags: [tags.writing],
      summary: 'Replace an article, or create it with your own id',
      description:
        'With `If-Match` the whole working copy becomes what is sent; sections and takeaways whose ids are given stay the same ones. With `If-None-Match: *` and an id of your own in the URL the article is created.',
      params: ArticleKey,
      body: ArticleDraft,
      response: { 200: ArticleWorkingCopy, 201: ArticleWorkingCopy },
    },
    handler: async (request, reply) => {
      const { params, body, change } = request
      if (readPutCondition(request) === 'replace') {
        const copy = await editArticle(request, params.article, () => body)
        return answerCopy(change, reply, copy)
      }
      if (await findArticleId(change.db, params.article)) throw existsAlready()
      if (!isId(params.article)) throw notFound('article')
      heedConditions(request, null)
      const created = await createArticle(change, withIdOf(params.article, body))
      return answerCreated(request, reply, created, body)
    },
  })

  app.patch('/articles/:article', {
    config: {
      access: 'writer',
      isConditional: true,
      problems: writingProblems,
      example: {
        url: `/v1/articles/${exampleId}`,
        headers: { 'if-match': '"1"' },
        body: { headline: 'Council votes for a third bridge' },
        after: [exampleCreation],
      },
    },
    schema: {
      operationId: 'changeArticle',
      tags: [tags.writing],
      summary: 'Change an article',
      description:
        'By a merge patch (RFC 7396; plain JSON means the same) or a JSON Patch (RFC 6902) of the draft. A list in a merge patch replaces the whole list; its members keep the ids that they are given with.',
      params: ArticleKey,
      body: patchBodies(ArticleChange),
      response: { 200: ArticleWorkingCopy },
    },
    handler: async (request, reply) => {
      const copy = await editArticle(request, request.params.article, (draft) => applyPatch(request, draft))
      return answerCopy(request.change, reply, copy)
    },
  })

  app.delete('/articles/:article', {
    config: {
      access: 'writer',
      isConditional: true,
      problems: ['conflict'],
      example: { url: `/v1/articles/${exampleId}`, headers: { 'if-match': '"1"' }, after: [exampleCreation] },
    },
    schema: {
      operationId: 'trashArticle',
      tags: [tags.writing],
      summary: 'Put an article into the trash',
      description:
        'It is taken down if it is public, which needs the role editor, and its slug is free. Restore brings it back.',
      params: ArticleKey,
      response: { 200: ArticleWorkingCopy },
    },
    handler: async (request, reply) =>
      answerCopy(request.change, reply, await trashArticle(request, request.params.article)),
  })

  app.put('/articles/external/:source/:externalId', {
    config: {
      access: 'writer',
      isUpsert: true,
      heedsConditions: true,
      problems: writingProblems,
      example: { url: '/v1/articles/external/wire/42', body: exampleDraft },
    },
    schema: {
      operationId: 'putExternalArticle',
      tags: [tags.writing],
      summary: 'Create or replace an article by the id that another system gave it',
      description:
        'For feeds from elsewhere: needs no condition, but heeds one that is sent; the same content again changes nothing. Sections and takeaways without ids stay the ones at their place.',
      params: ExternalKey,
      body: ArticleDraft,
      response: { 200: ArticleWorkingCopy, 201: ArticleWorkingCopy },
    },
    handler: async (request, reply) => {
      const { params, body, change } = request
      const existing = await findExternalArticle(change.db, params)
      if (existing === null) {
        heedConditions(request, null)
        const external = { externalSource: params.source, externalId: params.externalId }
        return answerCreated(request, reply, await createArticle(change, body, external), body)
      }
      return answerCopy(change, reply, await replaceExternal(request, existing, body))
    },
  })
}

/** A given id may only say what the URL says. */
function withIdOf(id: string, draft: ArticleDraft): ArticleDraft {
  if (draft.id === undefined || draft.id === id) return { ...draft, id }
  throw invalidRequest({
    pointer: '/id',
    code: 'not-allowed',
    message: 'Must be the id in the URL, or absent.',
  })
}

function existsAlready() {
  return new ProblemError('precondition-failed', 'There is an article of this key already.')
}
