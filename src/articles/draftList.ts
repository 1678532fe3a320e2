import { z } from 'zod'
import { Prisma, type Reader } from '../database/client.ts'
import { invalidRequest } from '../http/problems.ts'
import { Id, Moment, type PageOf, pageOf } from '../http/schemas.ts'
import { splitKeys } from '../publications/schema.ts'
import { currentMoment, readPage } from '../query/page.ts'
import { orderOf, type Sortable } from '../query/sort.ts'
import { type ArticleQuery, type ArticleState, articleStates } from './schema.ts'

/** A working copy in a list. */
export const ArticleDraftListed = z
  .object({
    id: Id,
    slug: z.string(),
    headline: z.string(),
    summary: z.string().nullable(),
    language: z.string(),
    stage: z.enum(['draft', 'in_review', 'approved']),
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

const draftSorts = {
  updatedAt: { column: Prisma.sql`article.updated_at`, type: 'timestamptz' },
  createdAt: { column: Prisma.sql`article.created_at`, type: 'timestamptz' },
  headline: { column: Prisma.sql`article.headline`, type: 'text' },
} as const satisfies Sortable

/** Working copies that are not in the trash, changed last first. */
export async function listWorkingCopies(
  reader: Reader,
  query: ArticleQuery,
): Promise<PageOf<ArticleDraftListed>> {
  const { limit, cursor, state, author, topic, language } = query
  refuseForDrafts(query)
  const sort = query.sort ?? ['-updatedAt']
  const order = orderOf(draftSorts, sort, { column: Prisma.sql`article.id`, type: 'uuid' })
  const boundTo = ['drafts', sort, state, author, topic, language]
  const { rows, page } = await readPage<Omit<ArticleDraftListed, 'etag'>>(
    reader,
    { limit, cursor, order, boundTo },
    {
      columns: Prisma.sql`article.id, article.slug, article.headline, article.summary, article.language, article.stage,
      ${states()} AS state, article.revision, article.created_by AS "createdBy", article.created_at AS "createdAt",
      article.updated_at AS "updatedAt"`,
      from: Prisma.sql`article`,
      where: () => [
        Prisma.sql`article.trashed_at IS NULL`,
        ...(state
          ? [
              Prisma.sql`(${Prisma.join(
                state.map((name) => Prisma.sql`(${has[name]})`),
                ' OR ',
              )})`,
            ]
          : []),
        ...(author ? [namesAny('author', author)] : []),
        ...(topic ? [namesAny('topic', topic)] : []),
        ...(language ? [Prisma.sql`article.language = ANY(${language}::text[])`] : []),
      ],
    },
  )
  return { data: rows.map((row) => ({ ...row, etag: `"${row.revision}"` })), page }
}

/** What belongs to published articles only is refused, so that nobody believes that it was heard. */
function refuseForDrafts({
  include,
  fields,
  publishedAfter,
  publishedBefore,
  format,
  q,
  highlight,
}: ArticleQuery): void {
  const given = {
    include: include.length > 0,
    fields,
    publishedAfter,
    publishedBefore,
    format: format !== 'markdown',
    q,
    highlight,
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

function namesAny(noun: 'author' | 'topic', keys: readonly string[]): Prisma.Sql {
  const { ids, slugs } = splitKeys(keys)
  return noun === 'author'
    ? Prisma.sql`article.id IN (SELECT byline.article_id FROM byline JOIN author ON author.id = byline.author_id
        WHERE author.id = ANY(${ids}::uuid[]) OR author.slug = ANY(${slugs}::text[]))`
    : Prisma.sql`article.id IN (SELECT article_topic.article_id FROM article_topic
        JOIN topic ON topic.id = article_topic.topic_id
        WHERE topic.id = ANY(${ids}::uuid[]) OR topic.slug = ANY(${slugs}::text[]))`
}
