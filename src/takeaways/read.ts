import { Prisma } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { notFound } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { momentShown } from '../publications/asOf.ts'
import { findNamed, namesAny } from '../publications/named.ts'
import { type ArticleRow, articleReference, articleReferenceColumns } from '../publications/reference.ts'
import { picture, visibleAt, visibleOnPage } from '../publications/visible.ts'
import { sortableOf } from '../query/field.ts'
import { select } from '../query/fields.ts'
import { conditionOfFilter } from '../query/filterSql.ts'
import { readPage } from '../query/page.ts'
import { filtersOf } from '../query/parameters.ts'
import { orderOf } from '../query/sort.ts'
import { takeawayFields } from './fields.ts'
import type { Takeaway, TakeawayOfArticle, TakeawayQuery } from './schema.ts'

const takeawaySorts = sortableOf(takeawayFields)

/** Public takeaways across all articles, newest article first, in the order of the article. */
export async function listTakeaways(
  services: Services,
  query: TakeawayQuery,
): Promise<PageOf<Partial<TakeawayOfArticle>>> {
  const { limit, cursor, offset, count, fields, sort = ['-publishedAt'], ...filter } = query
  const reader = services.database
  const asOf = filter.asOf === undefined ? undefined : await momentShown(reader, filter.asOf)
  const named = await findNamed(reader, filter)
  const order = [
    ...orderOf(takeawaySorts, sort, { column: Prisma.sql`shown.article_id`, type: 'uuid' }),
    { column: Prisma.sql`shown.position`, type: 'int', isDescending: false } as const,
  ]
  const request = { limit, cursor, offset, count, order, boundTo: ['takeaways', sort, filter] }
  const { rows, page } = await readPage<TakeawayRow>(reader, request, {
    columns,
    from: shownTakeaways,
    where: (reading) => [
      visibleOnPage(reading),
      ...filtersOf(filter).map((one) => conditionOfFilter(takeawayFields, one)),
      ...namesAny(named, Prisma.sql`shown.publication_id`),
    ],
    asOf,
    ...picture,
    planning: 'planned for its values',
  })
  const takeaways = rows.map((row) => present(services, row))
  return { data: fields ? takeaways.map((takeaway) => select(takeaway, fields)) : takeaways, page }
}

/** Throws `not-found` unless the takeaway is in an article that is live at the moment. */
export async function getTakeaway(
  services: Services,
  id: string,
  at: Prisma.Sql,
): Promise<TakeawayOfArticle> {
  const [row] = await services.database.rows<TakeawayRow>(Prisma.sql`
    SELECT ${columns} FROM ${shownTakeaways}
    WHERE shown.takeaway_id = ${id}::uuid AND ${visibleAt(at)}`)
  if (!row) throw notFound('takeaway')
  return present(services, row)
}

interface TakeawayRow extends ArticleRow {
  takeaway: Takeaway
  position: number
}

const shownTakeaways = Prisma.sql`published_takeaway AS shown JOIN publication ON publication.id = shown.publication_id`

const columns = Prisma.sql`publication.takeaways -> shown.position AS takeaway, shown.position, ${articleReferenceColumns}`

function present(services: Services, row: TakeawayRow): TakeawayOfArticle {
  return { ...row.takeaway, position: row.position, article: articleReference(services, row) }
}
