import type { PublicationRow } from '../articles/columns.ts'
import type { Facets } from '../articles/facets.ts'
import {
  type ArticleList,
  type ArticlePlan,
  articleSorts,
  articleTieBreaker,
  type ListedText,
  type ListText,
  listedText,
  planArticles,
  presentListed,
  readArticles,
  writeList,
} from '../articles/list.ts'
import type { ArticleQuery } from '../articles/querySchema.ts'
import type { Highlight, SearchablePage } from '../articles/searchSchema.ts'
import { Prisma } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import type { Spanned } from '../publications/shown.ts'
import { currentMoment } from '../query/moments.ts'
import type { ListStatement } from '../query/page.ts'
import { orderOf } from '../query/sort.ts'
import { type Asked, foundBy } from './asked.ts'
import { findHighlights } from './highlight.ts'
import { hintFor } from './hint.ts'
import { rankedBy, relevance } from './rank.ts'
import { carryWords, takeWords } from './searchCursor.ts'
import { correctSpelling } from './spelling.ts'
import { bareQuery, hasChoices } from './words.ts'

export type Search = ArticleQuery & { q: string }

/** A search under way: the list that it would be without its words, and what they are. */
interface Searching {
  services: Services
  search: Search & { sort: string[] }
  plan: ArticlePlan
  /** What is read of each article, and how; what the plan has when absent. */
  shown: Pick<ListStatement, 'columns' | 'json'> | undefined
}

/** Articles that were found, and by which words. */
type Found<Row> = Spanned<{
  rows: (Row & { publicationId: string })[]
  page: SearchablePage
  facets?: Facets
}> & {
  words: string
}

/** The published articles that have the words of `q`, each with what `fields` names. */
export async function searchArticles(services: Services, search: Search): Promise<ArticleList> {
  const { rows, words, ...list } = await searchRows<PublicationRow>(services, search)
  const highlights = await highlightsOf(services, search, { rows, words })
  const data = rows.map(({ publicationId, ...row }) => {
    const article = presentListed(services, search, row)
    const highlight = highlights.get(publicationId)
    return highlight ? { ...article, highlight } : article
  })
  return { data, ...list }
}

/** The same as JSON, which is not taken apart on its way from the database, for a search that does not narrow to `fields`. */
export async function searchArticlesText(services: Services, search: Search): Promise<ListText> {
  const found = await searchRows<ListedText>(services, search, listedText(search))
  const highlights = await highlightsOf(services, search, found)
  return writeList(services, found, ({ publicationId }) => highlights.get(publicationId))
}

async function highlightsOf(
  services: Services,
  search: Search,
  { rows, words }: Pick<Found<object>, 'rows' | 'words'>,
): Promise<ReadonlyMap<string, Highlight>> {
  const asked = { words: bareQuery(words), languages: search.language }
  const publicationIds = search.highlight ? rows.map(({ publicationId }) => publicationId) : []
  return findHighlights(services.database, publicationIds, asked)
}

/**
 * The published articles that have the words of `q`. Where there are none, those of the nearest words that public articles
 * have; the cursors to their other pages carry these words, so that the list holds still. What it took
 * a correction to find has no span, because a boundary may have passed in between.
 */
async function searchRows<Row extends object>(
  services: Services,
  given: Search,
  shown?: Searching['shown'],
): Promise<Found<Row>> {
  const { cursor, correction } = takeWords(given.cursor)
  const search = { ...given, cursor, sort: given.sort ?? ['relevance'] }
  const searching = { services, search, plan: await planArticles(services, search), shown }
  if (correction !== undefined) return corrected(await find(searching, correction))

  const found = await find<Row>(searching, search.q)
  if (cursor !== undefined) return found
  const isEmpty = await hasNone(searching, found)
  if (!isEmpty && !hasChoices(search.q)) return found

  const better = await findCorrected<Row>(searching)
  if (better) {
    if (isEmpty) return corrected(better)
    return { ...found, span: null, page: { ...found.page, didYouMean: better.words } }
  }
  const hint = isEmpty ? await hintFor(services.database, askedBy(searching, search.q)) : null
  return hint === null ? found : { ...found, page: { ...found.page, hint } }
}

/** The likeliest correction that finds something: by this very search, so that nothing is named that it does not show. */
async function findCorrected<Row extends object>(searching: Searching): Promise<Found<Row> | null> {
  const { services, search } = searching
  for (const words of await correctSpelling(services.database, askedBy(searching, search.q))) {
    const found = await find<Row>(searching, words)
    if (!(await hasNone(searching, found))) return found
  }
  return null
}

/** Whether nothing has the words: an empty page does not say so where an offset passes over what has them. */
async function hasNone(searching: Searching, { rows, words }: Found<object>): Promise<boolean> {
  const { search, plan } = searching
  if (rows.length > 0 || !search.offset) return rows.length === 0
  const request = { ...plan.request, limit: 1, offset: 0, count: 'none' as const }
  const first = { ...searching, search: { ...search, facets: undefined }, plan: { ...plan, request } }
  return (await find(first, words)).rows.length === 0
}

function corrected<Row>({ words, page, ...found }: Found<Row>): Found<Row> {
  const [nextCursor, prevCursor] = [carryWords(page.nextCursor, words), carryWords(page.prevCursor, words)]
  const told = { ...page, nextCursor, prevCursor, didYouMean: words, isCorrected: true }
  return { ...found, words, span: null, page: told }
}

function askedBy({ search, plan }: Searching, words: string): Asked {
  return { words: bareQuery(words), languages: search.language, at: plan.statement.asOf ?? currentMoment }
}

/** One page of what has the words, in one statement or two (`rankedBy`); the marked passages of its articles are read by another. */
async function find<Row extends object>(searching: Searching, words: string): Promise<Found<Row>> {
  const { services, search, plan } = searching
  const order = orderOf({ ...articleSorts, relevance }, search.sort, articleTieBreaker)
  const found = await readArticles<Row & { publicationId: string }>(
    services.database,
    search,
    { ...plan.request, order, boundTo: ['search', search.q, words, plan.request.boundTo] },
    statementOf(searching, askedBy(searching, words)),
  )
  return { ...found, words }
}

/** The list's own statement, of what has the words; they are weighed only where relevance is asked for. */
function statementOf({ search, plan, shown }: Searching, asked: Asked): ListStatement {
  const isRanked = search.sort.some((field) => field.endsWith('relevance'))
  const statement = { ...plan.statement, ...shown }
  return {
    ...statement,
    columns: Prisma.sql`shown.id AS "publicationId", ${statement.columns}`,
    from: foundBy(asked),
    ...(isRanked && { fromAt: rankedBy(asked) }),
  }
}
