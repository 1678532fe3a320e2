import { Prisma } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { invalidRequest } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { momentShown } from '../publications/asOf.ts'
import { findNamed, type NamedIds, namesAny } from '../publications/named.ts'
import { picture, visibleOnPage } from '../publications/visible.ts'
import { sortableOf } from '../query/field.ts'
import { select } from '../query/fields.ts'
import type { Filter } from '../query/filter.ts'
import { conditionOfFilter } from '../query/filterSql.ts'
import { type ListStatement, type PageRequest, type Reading, readPage } from '../query/page.ts'
import { filtersOf } from '../query/parameters.ts'
import { orderOf } from '../query/sort.ts'
import { columnsFor, type PublicationRow, presentArticle } from './columns.ts'
import { type Facets, readFacets } from './facets.ts'
import { articleFields } from './fields.ts'
import { findRange } from './range.ts'
import {
  type Article,
  type ArticleInclude,
  type ArticleListed,
  type ArticleQuery,
  articleIncludes,
} from './schema.ts'

type ListedArticle = ArticleListed | Partial<Article>

export interface ArticleList extends PageOf<ListedArticle> {
  facets?: Facets
}

const articleSorts = sortableOf(articleFields)
const tieBreaker = { column: Prisma.sql`shown.article_id`, type: 'uuid' } as const

/** Public articles, newest first unless `sort` says otherwise. */
export async function listArticles(services: Services, query: ArticleQuery): Promise<ArticleList> {
  const { sort = ['-publishedAt'] } = query
  const { named, request, statement } = await planArticles(services, query)
  const range = findRange(named, sort)
  if (!range)
    return readArticles(
      services,
      query,
      { ...request, order: orderOf(articleSorts, sort, tieBreaker) },
      statement,
    )
  const { from, condition, order, others } = range
  const where = (reading: Reading) => [visibleOnPage(reading), condition, ...articleConditions(query, others)]
  return readArticles(services, query, { ...request, order }, { ...statement, from, where })
}

/** What a list of articles is made of but for its order. A search adds a condition to its statement. */
interface ArticlePlan {
  named: NamedIds
  request: Omit<PageRequest, 'order'>
  statement: ListStatement
}

/** Throws `invalid-request` for what does not go with published articles. */
export async function planArticles(services: Services, query: ArticleQuery): Promise<ArticlePlan> {
  refuseForPublished(query)
  const { limit, cursor, offset, count } = query
  const reader = services.database
  const asOf = query.asOf === undefined ? undefined : await momentShown(reader, query.asOf)
  const named = await findNamed(reader, query)
  return {
    named,
    request: { limit, cursor, offset, count, boundTo: boundOf(query) },
    statement: {
      columns: articleColumns(query),
      from: Prisma.sql`publication AS shown`,
      row: Prisma.sql`shown`,
      where: (reading) => [visibleOnPage(reading), ...articleConditions(query, named)],
      asOf,
      ...picture,
      planning: isPlain(query) ? 'prepared' : 'planned for its values',
    },
  }
}

/** A page of articles as the query wants to see it, with the facets that it asks for. */
export async function readArticles(
  services: Services,
  query: ArticleQuery,
  request: PageRequest,
  statement: ListStatement,
): Promise<ArticleList> {
  const { database: reader } = services
  const { rows, page, conditions } = await readPage<PublicationRow>(reader, request, statement)
  const { facets } = query
  return {
    data: rows.map((row) => presentListed(services, query, row)),
    page,
    ...(facets && { facets: await readFacets(reader, facets, statement.from, conditions) }),
  }
}

/** The columns of the row `shown` that this query wants to see of each article. */
function articleColumns({ include, fields, format }: ArticleQuery): Prisma.Sql {
  return columnsFor(includesOf(include, fields), format)
}

/** What the query demands of the row `shown`, beyond that it is visible. The authors and topics have been found before. */
function articleConditions(query: ArticleQuery, named: NamedIds): Prisma.Sql[] {
  const filters = [...filtersOf(query), ...impliedBy(query)]
  const conditions = filters.map((filter) => conditionOfFilter(articleFields, filter))
  return [...conditions, ...namesAny(named, Prisma.sql`shown.id`)]
}

/**
 * What follows from a time that was given, because an article is first published, then published, then updated. Postgres
 * cannot know; with it, an index on the other time begins where the list does.
 */
function impliedBy({ publishedAfter, publishedBefore }: ArticleQuery): Filter[] {
  return [
    ...(publishedAfter ? [{ updatedAt: { gte: publishedAfter } }] : []),
    ...(publishedBefore ? [{ firstPublishedAt: { lt: publishedBefore } }] : []),
  ]
}

/** A row of `articleColumns` as this query wants to see it. */
function presentListed(services: Services, { fields }: ArticleQuery, row: PublicationRow): ListedArticle {
  const article = presentArticle(services, row)
  return fields ? select(article as Article, fields) : article
}

/** What belongs to working copies only is refused, so that nobody believes that it was heard. */
function refuseForPublished({ state }: ArticleQuery): void {
  if (!state) return
  throw invalidRequest({ parameter: 'state', code: 'not-allowed', message: 'Goes with version=draft only.' })
}

/** Everything that decides which articles a list has, and in which order. */
function boundOf({ sort = ['-publishedAt'], ...query }: ArticleQuery): unknown {
  const { author, topic, id, slug, language, publishedAfter, publishedBefore, updatedAfter, asOf, filter } =
    query
  const parameters = { author, topic, id, slug, language, publishedAfter, publishedBefore, updatedAfter }
  return ['articles', sort, parameters, asOf, filter]
}

/** Whether the best plan is the same whatever the values are. */
function isPlain(query: ArticleQuery): boolean {
  return filtersOf(query).length === 0 && !query.author && !query.topic
}

/** Asking for a field asks for what it is in. */
function includesOf(
  include: readonly ArticleInclude[],
  fields: readonly string[] | undefined,
): ArticleInclude[] {
  if (!fields) return [...include]
  const names: Partial<Record<string, ArticleInclude>> = {
    byline: 'authors',
    topics: 'topics',
    sections: 'sections',
    takeaways: 'takeaways',
    corrections: 'corrections',
  }
  return articleIncludes.filter((name) =>
    fields.some((field) => names[field.split('.', 1)[0] ?? ''] === name),
  )
}
