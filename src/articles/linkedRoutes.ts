import { z } from 'zod'
import type { App, Services } from '../http/app.ts'
import { tags } from '../http/contract.ts'
import { contentTypeOf } from '../http/negotiation.ts'
import { pageOf } from '../http/schemas.ts'
import { readPulse } from '../publications/pulse.ts'
import { shownInList } from '../publications/shown.ts'
import { seedArticle } from './examples.ts'
import { articleTimemap } from './memento.ts'
import { RelatedQuery } from './querySchema.ts'
import { getArticle, shownInArticle } from './read.ts'
import { listRelatedArticles } from './related.ts'
import { ArticleKey, ArticleListed } from './schema.ts'

const RelatedArticles = pageOf('RelatedArticles', ArticleListed)

/** Where an article leads: to its other versions and to other articles. */
export function linkedArticleRoutes(app: App, services: Services): void {
  app.get('/articles/:article/timemap', {
    config: {
      access: 'public',
      isCached: true,
      produces: ['application/link-format'],
      headers: ['Last-Modified'],
      canMove: true,
      problems: ['withdrawn', 'withdrawn-for-legal-reasons'],
      example: { url: `${seedArticle}/timemap` },
    },
    schema: {
      operationId: 'getArticleTimemap',
      tags: [tags.reading],
      summary: 'Get the versions of a published article as a TimeMap',
      description: 'Where each version that was public is found, and since when it was (RFC 7089, 5).',
      params: ArticleKey,
      response: {
        200: {
          description: 'Links, the oldest version first.',
          content: { 'application/link-format': { schema: z.string() } },
        },
      },
    },
    handler: async (request, reply) => {
      const article = await getArticle(services, request.params.article, 'text')
      request.shown = shownInArticle(article)
      reply.header('last-modified', new Date(article.updatedAt).toUTCString())
      reply.type(contentTypeOf(request))
      return articleTimemap(services, article)
    },
  })

  app.get('/articles/:article/related', {
    config: {
      access: 'public',
      isCached: true,
      canMove: true,
      problems: ['withdrawn', 'withdrawn-for-legal-reasons'],
      headers: ['Link'],
      example: { url: `${seedArticle}/related` },
    },
    schema: {
      operationId: 'listRelatedArticles',
      tags: [tags.reading],
      summary: 'List articles that are related to a published one',
      description: 'By the topics and the words that they share, in the same language, the closest first.',
      params: ArticleKey,
      querystring: RelatedQuery,
      response: { 200: RelatedArticles },
    },
    handler: async (request) => {
      const { params, query } = request
      const { limit } = query
      request.shown = shownInList((await readPulse(services.database)).span)
      const data = await listRelatedArticles(services, params.article, limit)
      return { data, page: { limit, nextCursor: null, prevCursor: null } }
    },
  })
}
