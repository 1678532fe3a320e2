import { type Db, Prisma, type Reader } from '../database/client.ts'
import { Moved, needsSlug, notFound } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { isId, newId } from '../lib/ids.ts'
import { slugify } from '../lib/slug.ts'
import { select } from '../query/fields.ts'
import { readPage } from '../query/page.ts'
import { orderOf } from '../query/sort.ts'
import { type Author, type AuthorDraft, type AuthorQuery, authorSorts } from './schema.ts'

/** The public columns of a row called `author`, as JSON: what bylines embed too. */
export const authorJson = Prisma.sql`json_build_object('id', author.id, 'slug', author.slug, 'name', author.name,
  'jobTitle', author.job_title, 'bio', author.bio, 'location', author.location, 'organisation', author.organisation,
  'website', author.website, 'links', author.links, 'updatedAt', iso_moment(author.updated_at))`

export async function listAuthors(reader: Reader, query: AuthorQuery): Promise<PageOf<Partial<Author>>> {
  const tieBreaker = { column: Prisma.sql`author.id`, type: 'uuid' } as const
  const order = orderOf(authorSorts, query.sort, tieBreaker)
  const request = { limit: query.limit, cursor: query.cursor, order, boundTo: ['authors', query.sort] }
  const { rows, page } = await readPage<{ author: Author }>(reader, request, {
    columns: Prisma.sql`${authorJson} AS author`,
    from: Prisma.sql`author`,
    where: () => [Prisma.sql`author.merged_into_id IS NULL`],
  })
  const { fields } = query
  return { data: rows.map(({ author }) => (fields ? select(author, fields) : author)), page }
}

/** Throws `not-found`, or `Moved` where another author took this one's place. */
export async function getAuthor(reader: Reader, key: string): Promise<Author> {
  const [row] = await reader.rows<{ author: Author; target: string | null }>(Prisma.sql`
    SELECT ${authorJson} AS author, target.slug AS target
    FROM author LEFT JOIN author AS target ON target.id = author.merged_into_id
    WHERE ${isId(key) ? Prisma.sql`author.id = ${key}::uuid` : Prisma.sql`author.slug = ${key}`}`)
  if (!row) throw notFound('author')
  if (row.target) throw new Moved(key, row.target)
  return row.author
}

export async function createAuthor(db: Db, draft: AuthorDraft, at: Date): Promise<{ id: string }> {
  const { id = newId(), slug = slugify(draft.name), ...words } = draft
  if (slug === null) throw needsSlug('name')
  await db.author.create({ data: { ...words, id, slug, createdAt: at, updatedAt: at } })
  return { id }
}
