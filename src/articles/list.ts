import { Prisma, type Reader } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import type { Page } from '../http/schemas.ts'
import type { Piece } from '../http/written.ts'
import { momentShown } from '../publications/asOf.ts'
import { hoistNames } from '../publications/hoisted.ts'
import { findNamed, type NamedIds, namesAny } from '../publications/named.ts'
import type { Spanned } from '../publications/shown.ts'
import { picture, visibleOnPage } from '../publications/visible.ts'
import { sortableOf } from '../query/field.ts'
import { select } from '../query/fields.ts'
import type { Filter } from '../query/filter.ts'
import { conditionOfFilter } from '../query/filterSql.ts'
import type { Reading } from '../query/moments.ts'
import { type ListStatement, type PageRequest, readPage } from '../query/page.ts'
import { filtersOf } from '../query/parameters.ts'
import { orderOf } from '../query/sort.ts'
import {
  carriedColumns,
  columnsFor,
  type PublicationRow,
  type PublicationText,
  presentArticle,
  type Shape,
  textColumnsFor,
  writeArticle,
} from './columns.ts'
import { type Facets, publishedRows, readFacets } from './facets.ts'
import { articleFields } from './fields.ts'
import { mergedOnPage, namesOfPage, pageNames, readNames } from './names.ts'
import type { ArticleQuery } from './querySchema.ts'
import { findRange, type Range } from './range.ts'
import { type Article, type ArticleInclude, type ArticleListed, articleIncludes } from './schema.ts'
import type { Highlight, SearchablePage } from './searchSchema.ts'
import { refuseForPublished } from './versions.ts'

type ListedArticle = ArticleListed | Partial<Article>

export type ArticleList = Spanned<{ data: ListedArticle[]; page: SearchablePage; facets?: Facets }>

export const articleSorts = sortableOf(articleFields)
export const articleTieBreaker = { column: Prisma.sql`shown.article_id`, type: 'uuid' } as const

/** Public articles, newest first unless `sort` says otherwise. */
export async function listArticles(services: Services, query: ArticleQuery): Promise<ArticleList> {
  const { rows, ...list } = await readList<PublicationRow>(services, query)
  return { data: rows.map((row) => presentListed(services, query, row)), ...list }
}

/** A list as pieces of JSON, and what else its answer tells of it. */
export type ListText = Spanned<{ pieces: Piece[]; page: SearchablePage }>

/** The same as JSON, which is not taken apart on its way from the database, for a query that does not narrow to `fields`. */
export async function listArticlesText(services: Services, query: ArticleQuery): Promise<ListText> {
  return writeList(services, await readList<ListedText>(services, query, listedText(query)))
}

export type ListedText = PublicationText & { isMerged: boolean | null }

/** What has a list's statement read `ListedText`. */
export function listedText(query: ArticleQuery): Pick<ListStatement, 'columns' | 'json'> {
  const columns = Prisma.sql`${textColumnsFor(shapeOf(query))}, ${mergedOnPage} AS "isMerged"`
  return { columns, json: 'bytes' }
}

/** `highlightOf`: what a search shows besides of a row. */
export function writeList<Row extends ListedText>(
  services: Services,
  { rows, page, facets, span }: Spanned<{ rows: Row[]; page: SearchablePage; facets?: Facets }>,
  highlightOf: (row: Row) => Highlight | undefined = () => undefined,
): ListText {
  const pieces: Piece[] = ['{"data":[']
  for (const row of rows) {
    if (pieces.length > 1) pieces.push(',')
    const named = row.isMerged ? { ...row, ...readNames(row).text } : row
    pieces.push(...writeArticle(services, named, highlightOf(row)))
  }
  pieces.push('],"page":', JSON.stringify(page))
  if (facets) pieces.push(',"facets":', JSON.stringify(facets))
  pieces.push('}')
  return { pieces, page, span }
}

/** `shown`: what is read of each article, and how; what the plan has when absent. */
async function readList<Row extends object>(
  services: Services,
  given: ArticleQuery,
  shown?: Pick<ListStatement, 'columns' | 'json'>,
) {
  const { query, named, request, statement: planned } = await planArticles(services, given)
  const { sort = ['-publishedAt'] } = query
  const statement = { ...planned, ...shown }
  const range = findRange(named, sort)
  const order = range?.order ?? orderOf(articleSorts, sort, articleTieBreaker)
  return readArticles<Row>(
    services.database,
    query,
    { ...request, order },
    range ? inRange(query, statement, range) : statement,
  )
}

function inRange(
  query: ArticleQuery,
  statement: ListStatement,
  { from, condition, others }: Range,
): ListStatement {
  const where = (reading: Reading) => [visibleOnPage(reading), condition, ...articleConditions(query, others)]
  return { ...statement, from, where }
}

/** What a list of articles is made of but for its order. A search puts another source into its statement. */
export interface ArticlePlan {
  /** What was asked for, in the form that is planned for. */
  query: ArticleQuery
  named: NamedIds
  request: Omit<PageRequest, 'order'>
  statement: ListStatement
}

/** Throws `invalid-request` for what does not go with published articles. */
export async function planArticles(services: Services, given: ArticleQuery): Promise<ArticlePlan> {
  refuseForPublished(given)
  const query = hoistNames(given)
  const { limit, cursor, offset, count } = query
  const reader = services.database
  const asOf = query.asOf === undefined ? undefined : await momentShown(reader, query.asOf)
  const named = await findNamed(reader, query)
  return {
    query,
    named,
    request: { limit, cursor, offset, count, boundTo: boundOf(given) },
    statement: {
      columns: columnsFor(shapeOf(query)),
      joined: namesOfPage(includesOf(query)),
      from: Prisma.sql`publication AS shown`,
      row: Prisma.sql`shown`,
      carried: carriedColumns(shapeOf(query)),
      where: (reading) => [
        ...(isPlain(query) ? [isPublished(reading)] : []),
        visibleOnPage(reading),
        ...articleConditions(query, named),
      ],
      asOf,
      ...picture,
      planning: isPlain(query) ? 'prepared' : 'planned for its values',
    },
  }
}

/** A page of rows of articles, with the facets that the query asks for. */
export async function readArticles<Row extends object>(
  reader: Reader,
  { facets }: ArticleQuery,
  request: PageRequest,
  statement: ListStatement,
): Promise<Spanned<{ rows: Row[]; page: Page; facets?: Facets }>> {
  const { rows, page, conditions, span } = await readPage<Row>(reader, request, statement)
  return {
    rows,
    page,
    span,
    ...(facets && {
      facets: await readFacets(reader, facets, { from: statement.from, conditions, rows: publishedRows }),
    }),
  }
}

/** What this query wants to see of each article. */
function shapeOf(query: ArticleQuery): Shape {
  return { include: includesOf(query), format: query.format, names: pageNames }
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
export function presentListed(
  services: Services,
  { fields }: ArticleQuery,
  row: PublicationRow,
): ListedArticle {
  const article = presentArticle(services, row)
  return fields ? select(article as Article, fields) : article
}

/** Everything that decides which articles a list has, and in which order. */
function boundOf({ sort = ['-publishedAt'], ...query }: ArticleQuery): unknown {
  const { author, topic, id, slug, language, publishedAfter, publishedBefore, updatedAfter, asOf, filter } =
    query
  const parameters = { author, topic, id, slug, language, publishedAfter, publishedBefore, updatedAfter }
  return ['articles', sort, parameters, asOf, filter]
}

/**
 * What is visible is published (`publication_published_check`): so the index that gives the newest first passes over what is
 * scheduled. Only where nothing else is asked for, because two bounds are a range, and Postgres does not know this one.
 */
function isPublished({ at }: Reading): Prisma.Sql {
  return Prisma.sql`shown.published_at <= ${at}`
}

/** Whether the best plan is the same whatever the values are. */
function isPlain(query: ArticleQuery): boolean {
  return filtersOf(query).length === 0 && !query.author && !query.topic
}

/** Asking for a field asks for what it is in. */
function includesOf({ include, fields }: ArticleQuery): ArticleInclude[] {
  if (!fields) return include
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
