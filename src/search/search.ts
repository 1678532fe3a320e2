import type { PublicationRow } from '../articles/columns.ts'
import {
  type ArticleList,
  type ArticlePlan,
  articleSorts,
  articleTieBreaker,
  planArticles,
  presentListed,
  readArticles,
} from '../articles/list.ts'
import type { ArticleQuery } from '../articles/querySchema.ts'
import { Prisma } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { currentMoment, type ListStatement } from '../query/page.ts'
import { orderOf } from '../query/sort.ts'
import { type Asked, foundBy } from './asked.ts'
import { findHighlights } from './highlight.ts'
import { hintFor } from './hint.ts'
import { rankedAt, relevance } from './rank.ts'
import { carryWords, takeWords } from './searchCursor.ts'
import { correctSpelling } from './spelling.ts'
import { bareQuery, hasChoices } from './words.ts'

export type Search = ArticleQuery & { q: string }

/** A search under way: the list that it would be without its words, and what they are. */
interface Searching {
  services: Services
  search: Search & { sort: string[] }
  plan: ArticlePlan
}

/**
 * The published articles that have the words of `q`. Where there are none, those of the nearest words that public articles
 * have; the cursors to their other pages carry these words, so that the list holds still. What was found out by several
 * statements has no span, because a boundary may have passed between them.
 */
export async function searchArticles(services: Services, given: Search): Promise<ArticleList> {
  const { cursor, correction } = takeWords(given.cursor)
  const search = { ...given, cursor, sort: given.sort ?? ['relevance'] }
  const searching = { services, search, plan: await planArticles(services, search) }
  if (correction !== undefined) return correctedList(correction, await find(searching, correction))

  const found = await find(searching, search.q)
  if (cursor !== undefined) return found
  const isEmpty = await hasNone(searching, search.q, found)
  if (!isEmpty && !hasChoices(search.q)) return found

  const better = await findCorrected(searching)
  if (better) {
    if (isEmpty) return correctedList(better.words, better.found)
    return { ...found, span: null, page: { ...found.page, didYouMean: better.words } }
  }
  const hint = isEmpty ? await hintFor(services.database, askedBy(searching, search.q)) : null
  return hint === null ? found : { ...found, page: { ...found.page, hint } }
}

/** The likeliest correction that finds something: by this very search, so that nothing is named that it does not show. */
async function findCorrected(searching: Searching): Promise<{ words: string; found: ArticleList } | null> {
  const { services, search } = searching
  for (const words of await correctSpelling(services.database, askedBy(searching, search.q))) {
    const found = await find(searching, words)
    if (!(await hasNone(searching, words, found))) return { words, found }
  }
  return null
}

/** Whether nothing has the words: an empty page does not say so where an offset passes over what has them. */
async function hasNone(searching: Searching, words: string, { data }: ArticleList): Promise<boolean> {
  const { search, plan } = searching
  if (data.length > 0 || !search.offset) return data.length === 0
  const request = { ...plan.request, limit: 1, offset: 0, count: 'none' as const }
  const first = { ...searching, search: { ...search, facets: undefined }, plan: { ...plan, request } }
  return (await find(first, words)).data.length === 0
}

function correctedList(didYouMean: string, { page, ...list }: ArticleList): ArticleList {
  const [nextCursor, prevCursor] = [
    carryWords(page.nextCursor, didYouMean),
    carryWords(page.prevCursor, didYouMean),
  ]
  return { ...list, span: null, page: { ...page, nextCursor, prevCursor, didYouMean, isCorrected: true } }
}

function askedBy({ search, plan }: Searching, words: string): Asked {
  return { words: bareQuery(words), languages: search.language, at: plan.statement.asOf ?? currentMoment }
}

/** One page of what has the words, in one statement; the marked passages of its articles are read by another. */
async function find(searching: Searching, words: string): Promise<ArticleList> {
  const { services, search, plan } = searching
  const asked = askedBy(searching, words)
  const order = orderOf({ ...articleSorts, relevance }, search.sort, articleTieBreaker)
  const { rows, ...list } = await readArticles<PublicationRow & { publicationId: string }>(
    services.database,
    search,
    { ...plan.request, order, boundTo: ['search', search.q, words, plan.request.boundTo] },
    statementOf(searching, asked),
  )
  const publicationIds = search.highlight ? rows.map(({ publicationId }) => publicationId) : []
  const highlights = await findHighlights(services.database, publicationIds, asked)
  const data = rows.map(({ publicationId, ...row }) => {
    const article = presentListed(services, search, row)
    const highlight = highlights.get(publicationId)
    return highlight ? { ...article, highlight } : article
  })
  return { data, ...list }
}

/** The list's own statement, of what has the words; they are weighed only where relevance is asked for. */
function statementOf({ search, plan: { statement } }: Searching, asked: Asked): ListStatement {
  const isRanked = search.sort.some((field) => field.endsWith('relevance'))
  return {
    ...statement,
    columns: Prisma.sql`shown.id AS "publicationId", ${statement.columns}`,
    from: foundBy(asked),
    ...(isRanked && { fromAt: (pictured, conditions) => rankedAt(pictured, asked, conditions) }),
  }
}
