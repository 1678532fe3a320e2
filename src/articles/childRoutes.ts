import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App, Services } from '../http/app.ts'
import { allowDrafts } from '../http/caller.ts'
import { tags } from '../http/contract.ts'
import { pageOf, versionParameter, wholeList } from '../http/schemas.ts'
import { momentShown, refuseForDraft } from '../publications/asOf.ts'
import { withBodyIn } from '../publications/bodies.ts'
import { asOfParameter } from '../publications/schema.ts'
import { Section } from '../sections/schema.ts'
import { Takeaway } from '../takeaways/schema.ts'
import { getWorkingCopy } from './change.ts'
import { DraftSections, DraftTakeaways } from './draftSchema.ts'
import { seedArticle } from './examples.ts'
import { ArticlePartQuery } from './querySchema.ts'
import { listArticleSections, listArticleTakeaways } from './read.ts'
import { ArticleKey } from './schema.ts'
import { articleEtag, presentSection, presentTakeaway } from './workingCopy.ts'

const SectionsOfOneArticle = pageOf('SectionsOfOneArticle', Section)
const TakeawaysOfOneArticle = pageOf('TakeawaysOfOneArticle', Takeaway)

/** The sections and the takeaways of one article. */
export function articleChildRoutes(app: App, services: Services): void {
  app.get('/articles/:article/sections', {
    config: {
      access: 'public',
      isCached: true,
      canMove: true,
      problems: ['withdrawn', 'withdrawn-for-legal-reasons'],
      example: { url: `${seedArticle}/sections` },
    },
    schema: {
      operationId: 'listArticleSections',
      tags: [tags.reading],
      summary: 'List the sections of a published article',
      description: 'All of them, in order.',
      params: ArticleKey,
      querystring: ArticlePartQuery,
      response: { 200: z.union([DraftSections, SectionsOfOneArticle]) },
    },
    handler: async (request, reply) => {
      const { params, query } = request
      if (query.version === 'draft') {
        refuseForDraft(query.asOf)
        const { content } = await draftFor(services, request, reply, params.article)
        return wholeList(
          content.sections.map(presentSection).map((section) => withBodyIn(query.format, section)),
        )
      }
      const at = await momentShown(services.database, query.asOf)
      const { articleId, list, span } = await listArticleSections(
        services.database,
        params.article,
        query.format,
        at,
      )
      request.shown = { tags: [`article:${articleId}`], span }
      return list
    },
  })

  app.get('/articles/:article/takeaways', {
    config: {
      access: 'public',
      isCached: true,
      canMove: true,
      problems: ['withdrawn', 'withdrawn-for-legal-reasons'],
      example: { url: `${seedArticle}/takeaways` },
    },
    schema: {
      operationId: 'listArticleTakeaways',
      tags: [tags.reading],
      summary: 'List the takeaways of a published article',
      description: 'All of them, in order.',
      params: ArticleKey,
      querystring: z.strictObject({ version: versionParameter, asOf: asOfParameter }),
      response: { 200: z.union([DraftTakeaways, TakeawaysOfOneArticle]) },
    },
    handler: async (request, reply) => {
      const { params, query } = request
      if (query.version === 'draft') {
        refuseForDraft(query.asOf)
        const { content } = await draftFor(services, request, reply, params.article)
        return wholeList(content.takeaways.map(presentTakeaway))
      }
      const at = await momentShown(services.database, query.asOf)
      const { articleId, list, span } = await listArticleTakeaways(services.database, params.article, at)
      request.shown = { tags: [`article:${articleId}`], span }
      return list
    },
  })
}

async function draftFor(services: Services, request: FastifyRequest, reply: FastifyReply, key: string) {
  allowDrafts(request, reply)
  const copy = await services.database.transaction((db) => getWorkingCopy(db, key))
  reply.header('etag', articleEtag(copy))
  return copy
}
