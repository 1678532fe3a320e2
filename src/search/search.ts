import { columnsFor, draftsOnly, includesOf, type PublicationRow, present } from '../articles/read.ts'
import { type Article, type ArticleListed, type ArticleQuery, articleSorts } from '../articles/schema.ts'
import type { SearchablePage } from '../articles/searchSchema.ts'
import { Prisma } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import type { Page } from '../http/schemas.ts'
import { lastBoundary, matching, visibleAt } from '../publications/visible.ts'
import { select } from '../query/fields.ts'
import { type ListStatement, readPage } from '../query/page.ts'
import { orderOf } from '../query/sort.ts'
import { type Asked, foundBy } from './asked.ts'
import { findHighlights } from './highlight.ts'
import { hintFor } from './hint.ts'
import { rankedAt, relevance } from './rank.ts'
import { carryWords, takeWords } from './searchCursor.ts'
import { correctSpelling } from './spelling.ts'
import { bareQuery, hasChoices } from './words.ts'

export type Search = ArticleQuery & { q: string }

interface Found {
  articles: (ArticleListed | Partial<Article>)[]
  page: Page
}

/**
 * The published articles that have the words of `q`. Where there are none, those of the nearest words that live articles
 * have; the cursors to their other pages carry these words, so that the list holds still.
 */
export async function searchArticles(
  services: Services,
  search: Search,
): Promise<{ data: Found['articles']; page: SearchablePage }> {
  if (search.state) throw draftsOnly()
  const { cursor, correction } = takeWords(search.cursor)
  if (correction !== undefined)
    return correctedAnswer(correction, await find(services, search, correction, cursor))

  const given = await find(services, search, search.q, cursor)
  const answer = { data: given.articles, page: given.page }
  const isComplete = given.articles.length > 0 && !hasChoices(search.q)
  if (cursor !== undefined || isComplete) return answer

  const asked = askedBy(search, search.q)
  const better = await findCorrected(services, search, asked)
  if (better !== null) {
    if (given.articles.length === 0) return correctedAnswer(better.words, better.found)
    return { ...answer, page: { ...answer.page, didYouMean: better.words } }
  }
  const hint = given.articles.length > 0 ? null : await hintFor(services.database, asked)
  return hint === null ? answer : { ...answer, page: { ...answer.page, hint } }
}

/** The likeliest correction that finds something: by this very search, so that nothing is named that it does not show. */
async function findCorrected(services: Services, search: Search, asked: Asked) {
  for (const words of await correctSpelling(services.database, asked)) {
    const found = await find(services, search, words)
    if (found.articles.length > 0) return { words, found }
  }
  return null
}

function correctedAnswer(didYouMean: string, { articles, page }: Found) {
  const { limit, nextCursor, prevCursor } = page
  return {
    data: articles,
    page: {
      limit,
      nextCursor: carryWords(nextCursor, didYouMean),
      prevCursor: carryWords(prevCursor, didYouMean),
      didYouMean,
      isCorrected: true,
    },
  }
}

function askedBy({ language }: Search, words: string): Asked {
  return { words: bareQuery(words), languages: language }
}

/** One page of what has the words, in one statement; the marked passages of its articles are read by another. */
async function find(services: Services, search: Search, words: string, cursor?: string): Promise<Found> {
  const { limit, fields, format, sort = ['relevance'], include, highlight } = search
  const asked = askedBy(search, words)
  const tieBreaker = { column: Prisma.sql`shown.article_id`, type: 'uuid' } as const
  const request = {
    limit,
    cursor,
    order: orderOf({ ...articleSorts, relevance }, sort, tieBreaker),
    boundTo: ['search', sort, search.q, words, filterOf(search)],
  }
  const { rows, page } = await readPage<PublicationRow & { publicationId: string }>(
    services.database,
    request,
    {
      columns: Prisma.sql`shown.id AS "publicationId", ${columnsFor(includesOf(include, fields), format)}`,
      ...sourceOf(search, asked, sort),
    },
  )
  const publicationIds = highlight ? rows.map(({ publicationId }) => publicationId) : []
  const marks = await findHighlights(services.database, publicationIds, asked)
  const articles = rows.map(({ publicationId, ...row }) => {
    const article = present(services, row)
    const shown = fields ? select(article as Article, fields) : article
    const marked = marks.get(publicationId)
    return marked ? { ...shown, highlight: marked } : shown
  })
  return { articles, page }
}

/** Relevance is weighed before it is ordered by; any other order is that of a list. */
function sourceOf(search: Search, asked: Asked, sort: readonly string[]): Omit<ListStatement, 'columns'> {
  const isRanked = sort.some((field) => field.endsWith('relevance'))
  const filters = matching(filterOf(search), Prisma.sql`shown.id`)
  const where = (at: Prisma.Sql) => [visibleAt(at), ...filters]
  return isRanked
    ? { from: (at) => rankedAt(at, asked, filters), readAt: lastBoundary, where }
    : { from: foundBy(asked), readAt: lastBoundary, where }
}

/** The filters of a search: with its words, all that decides which articles it has. */
function filterOf({ author, topic, language, publishedAfter, publishedBefore }: Search) {
  return { author, topic, language, publishedAfter, publishedBefore }
}
