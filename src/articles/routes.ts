import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App, Services } from '../http/app.ts'
import { allowDrafts } from '../http/caller.ts'
import { tags } from '../http/contract.ts'
import { contentTypeOf } from '../http/negotiation.ts'
import { pageLinks } from '../http/paging.ts'
import { sendWritten } from '../http/written.ts'
import { refuseForDraft } from '../publications/asOf.ts'
import { shownInList } from '../publications/shown.ts'
import { select } from '../query/fields.ts'
import { searchArticles, searchArticlesText } from '../search/search.ts'
import { listWorkingCopies } from './draftList.ts'
import {
  ArticleDraftPage,
  ArticleDraftSelectionPage,
  ArticleWorkingCopy,
  ArticleWorkingCopySelection,
} from './draftSchema.ts'
import { seedArticle } from './examples.ts'
import { listArticles, listArticlesText } from './list.ts'
import { versionAsked, versionHeaders } from './memento.ts'
import { ArticleItemQuery, ArticleQuery, ArticleSearch, fieldsOfArticles } from './querySchema.ts'
import { getArticle, getArticleText, shownInArticle, type ToldArticle } from './read.ts'
import { articleTypes, representationOf, representations } from './representations.ts'
import { Article, ArticleKey, ArticlePage, ArticleSelection, ArticleSelectionPage } from './schema.ts'
import { getDraft, selectOfDraft } from './workingCopy.ts'

/**
 * An answer is written by the first schema that it fits, which leaves out what it does not know: so the narrowed form of a
 * working copy, which knows all of it, stands before the form of lists.
 */
const AnyArticlePage = z.union([
  ArticlePage,
  ArticleDraftSelectionPage,
  ArticleDraftPage,
  ArticleSelectionPage,
])
const AnyArticle = z.union([Article, ArticleWorkingCopy, ArticleWorkingCopySelection, ArticleSelection])

export function articleRoutes(app: App, services: Services): void {
  /** The same list, whether its query comes in the URL or in a body. */
  async function read(query: ArticleQuery, request: FastifyRequest, reply: FastifyReply) {
    const { version, q } = query
    if (version === 'published')
      return q === undefined ? listArticles(services, query) : searchArticles(services, { ...query, q })
    allowDrafts(request, reply)
    return listWorkingCopies(services.database, query)
  }

  app.get('/articles', {
    config: { access: 'public', isCached: true, example: { url: '/v1/articles?limit=1' } },
    schema: {
      operationId: 'listArticles',
      tags: [tags.reading],
      summary: 'List published articles',
      description:
        'Newest first; with `q`, what fits the words best. Sections, takeaways and all of authors and topics come with `include`. With `version=draft` working copies, changed last first, in the same language.',
      querystring: ArticleQuery,
      response: { 200: AnyArticlePage },
    },
    handler: async (request, reply) => {
      const { version, q, fields } = request.query
      if (version === 'published' && !fields) {
        const { pieces, page, span } = await (q === undefined
          ? listArticlesText(services, request.query)
          : searchArticlesText(services, { ...request.query, q }))
        request.shown = shownInList(span)
        reply.header('link', pageLinks(request, page, services.publicUrl))
        return sendWritten(reply, pieces)
      }
      const list = await read(request.query, request, reply)
      if ('span' in list) request.shown = shownInList(list.span)
      return list
    },
  })

  app.post('/articles/search', {
    config: {
      access: 'public',
      isReading: true,
      example: {
        url: '/v1/articles/search',
        body: {
          filter: {
            and: [{ topic: { in: ['ukraine'] } }, { not: { wordCount: { lt: 300 } } }],
            'takeaway.text': { contains: 'NATO' },
          },
          fields: ['headline', 'wordCount'],
        },
      },
    },
    schema: {
      operationId: 'searchArticles',
      tags: [tags.reading],
      summary: 'List published articles by a query in the body',
      description:
        'The same as listing them, words in `q` included, for queries that are too long for a URL: lists are arrays, and the filter is an object.',
      body: ArticleSearch,
      response: { 200: AnyArticlePage },
    },
    handler: (request, reply) => read(request.body, request, reply),
  })

  app.get('/articles/:article', {
    config: {
      access: 'public',
      isCached: true,
      produces: articleTypes,
      headers: ['Last-Modified'],
      canMove: true,
      isTimeGate: true,
      problems: ['withdrawn', 'withdrawn-for-legal-reasons'],
      example: { url: seedArticle },
    },
    schema: {
      operationId: 'getArticle',
      tags: [tags.reading],
      summary: 'Get a published article',
      description:
        'Everything that a page needs in one answer; by `Accept` also as JSON-LD for search engines, as a plain HTML page, as Markdown and as text, for which `format` and `fields` make no difference. An old slug answers 308, a withdrawn article 410 or 451.',
      params: ArticleKey,
      querystring: ArticleItemQuery,
      response: {
        200: {
          description: 'The article.',
          content: {
            'application/json': { schema: AnyArticle },
            ...representations,
          },
        },
      },
    },
    handler: async (request, reply) => {
      const { asOf, format, fields } = request.query
      if (request.query.version === 'draft') {
        allowDrafts(request, reply)
        refuseForDraft(asOf, fieldsOfArticles.faults('draft', fields))
        const draft = await getDraft(services.database, request.params.article, format)
        reply.header('etag', draft.etag)
        return fields ? selectOfDraft(draft, fields) : draft
      }
      fieldsOfArticles.refuse('published', fields)
      const version = await versionAsked(services.database, request)
      const representation = representationOf(request.answerType)
      const bodies = representation?.bodies ?? format
      const tell = (article: ToldArticle) => {
        request.shown = shownInArticle(article)
        reply
          .headers(versionHeaders(services, version, article))
          .header('last-modified', lastModified(article))
      }
      if (!representation && !fields) {
        const { pieces, told } = await getArticleText(services, version.key, bodies, version.at)
        tell(told)
        return sendWritten(reply, pieces)
      }
      const article = await getArticle(services, version.key, bodies, version.at)
      tell(article)
      if (!representation) return select(article, fields ?? [])
      reply.type(contentTypeOf(request)).headers(representation.headers ?? {})
      return representation.write(article, services)
    },
  })
}

/** The newest of what the answer shows: the version itself, its authors and its topics (RFC 9110, 8.8.2). */
function lastModified(article: ToldArticle): string {
  const authors = article.byline.map(({ author }) => author.updatedAt)
  const times = [article.updatedAt, ...authors, ...article.topics.map((topic) => topic.updatedAt)]
  // RFC 3339 in UTC, all of one length: their order is that of time.
  const newest = times.reduce((newest, time) => (time > newest ? time : newest))
  return new Date(newest).toUTCString()
}
