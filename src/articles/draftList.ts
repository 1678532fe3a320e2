import { z } from 'zod'
import { Prisma, type Reader } from '../database/client.ts'
import { invalidRequest } from '../http/problems.ts'
import { Id, Moment, type PageOf, pageOf } from '../http/schemas.ts'
import { sortableOf } from '../query/field.ts'
import type { Filter } from '../query/filter.ts'
import { conditionOfFilter } from '../query/filterSql.ts'
import { currentMoment, readPage } from '../query/page.ts'
import { filtersOf } from '../query/parameters.ts'
import { orderOf } from '../query/sort.ts'
import { draftFields, stages } from './draftFields.ts'
import { type ArticleQuery, type ArticleState, articleStates } from './schema.ts'

/** A working copy in a list. */
export const ArticleDraftListed = z
  .object({
    id: Id,
    slug: z.string(),
    headline: z.string(),
    summary: z.string().nullable(),
    language: z.string(),
    stage: z.enum(stages),
    state: z.array(z.enum(articleStates)),
    revision: z.int32(),
    etag: z.string(),
    createdBy: z.string(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: 'ArticleDraftListed', description: 'A working copy in a list.' })
export type ArticleDraftListed = z.output<typeof ArticleDraftListed>

export const ArticleDraftPage = pageOf('ArticleDraftPage', ArticleDraftListed)

const draftSorts = sortableOf(draftFields)

/** Working copies that are not in the trash, changed last first. */
export async function listWorkingCopies(
  reader: Reader,
  query: ArticleQuery,
): Promise<PageOf<ArticleDraftListed>> {
  refuseForDrafts(query)
  const { limit, cursor, offset, count, state, sort = ['-updatedAt'] } = query
  const order = orderOf(draftSorts, sort, { column: Prisma.sql`article.id`, type: 'uuid' })
  const filters = draftFiltersOf(query)
  const { rows, page } = await readPage<Omit<ArticleDraftListed, 'etag'>>(
    reader,
    { limit, cursor, offset, count, order, boundTo: ['drafts', sort, state, filters] },
    {
      columns: Prisma.sql`article.id, article.slug, article.headline, article.summary, article.language, article.stage,
      ${states()} AS state, article.revision, article.created_by AS "createdBy", article.created_at AS "createdAt",
      article.updated_at AS "updatedAt"`,
      from: Prisma.sql`article`,
      row: Prisma.sql`article`,
      where: () => [
        Prisma.sql`article.trashed_at IS NULL`,
        ...(state ? [isInAny(state)] : []),
        ...filters.map((filter) => conditionOfFilter(draftFields, filter)),
      ],
      planning: 'planned for its values',
    },
  )
  return { data: rows.map((row) => ({ ...row, etag: `"${row.revision}"` })), page }
}

function draftFiltersOf(query: ArticleQuery): Filter[] {
  const { author, topic } = query
  return [
    ...filtersOf(query),
    ...(author ? [{ author: { in: author } }] : []),
    ...(topic ? [{ topic: { in: topic } }] : []),
  ]
}

function isInAny(states: readonly ArticleState[]): Prisma.Sql {
  const conditions = states.map((name) => Prisma.sql`(${has[name]})`)
  return Prisma.sql`(${Prisma.join(conditions, ' OR ')})`
}

/** What belongs to published articles only is refused, so that nobody believes that it was heard. */
function refuseForDrafts({ include, fields, format, ...query }: ArticleQuery): void {
  const { publishedAfter, publishedBefore, asOf, facets } = query
  const given = {
    include: include.length > 0,
    fields,
    publishedAfter,
    publishedBefore,
    asOf,
    facets,
    format: format !== 'markdown',
  }
  const faults = Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([parameter]) => ({ parameter, code: 'not-allowed', message: 'Does not go with version=draft.' }))
  if (faults.length > 0) throw invalidRequest(...faults)
}

const live = Prisma.sql`SELECT FROM publication WHERE publication.article_id = article.id
  AND visible_from <= ${currentMoment} AND (visible_until IS NULL OR visible_until > ${currentMoment})`
const scheduled = Prisma.sql`SELECT FROM publication WHERE publication.article_id = article.id AND visible_from > ${currentMoment}`
const begun = Prisma.sql`SELECT FROM publication WHERE publication.article_id = article.id AND visible_from <= ${currentMoment}`
const withdrawn = Prisma.sql`SELECT FROM withdrawal WHERE withdrawal.article_id = article.id AND ended_at IS NULL`

/** What each state means in SQL; the same as `stateOf` says of one working copy. */
const has: Record<ArticleState, Prisma.Sql> = {
  draft: Prisma.sql`article.stage = 'draft' AND NOT EXISTS (${begun}) AND NOT EXISTS (${scheduled})`,
  in_review: Prisma.sql`article.stage = 'in_review'`,
  approved: Prisma.sql`article.stage = 'approved'`,
  scheduled: Prisma.sql`EXISTS (${scheduled})`,
  published: Prisma.sql`EXISTS (${live})`,
  modified: Prisma.sql`EXISTS (SELECT FROM publication
    JOIN revision AS published ON published.article_id = article.id AND published.number = publication.revision_number
    JOIN revision AS newest ON newest.article_id = article.id AND newest.number = article.revision
    WHERE publication.article_id = article.id AND newest.content <> published.content
      AND visible_from <= ${currentMoment} AND (visible_until IS NULL OR visible_until > ${currentMoment}))`,
  unpublished: Prisma.sql`EXISTS (${begun}) AND NOT EXISTS (${live}) AND NOT EXISTS (${withdrawn})`,
  withdrawn: Prisma.sql`EXISTS (${withdrawn})`,
  trashed: Prisma.sql`article.trashed_at IS NOT NULL`,
}

function states(): Prisma.Sql {
  const cases = articleStates.map((name) => Prisma.sql`CASE WHEN ${has[name]} THEN ${name} END`)
  return Prisma.sql`array_to_json(array_remove(ARRAY[${Prisma.join(cases)}]::text[], NULL))`
}
