import { z } from 'zod'
import { type Db, Prisma, type Reader } from '../database/client.ts'
import { notFound } from '../http/problems.ts'
import { Id, Moment, type PageOf, pageOf } from '../http/schemas.ts'
import { readPage } from '../query/page.ts'
import { type ArticleContent, draftOf } from './content.ts'
import { ArticleDraft } from './schema.ts'

const revisionFields = {
  number: z.int32().describe('From 1, without gaps.'),
  note: z.string().nullable(),
  createdBy: z.string().describe('`key:<id>`, `oidc:<subject>` or `system:<name>`.'),
  createdAt: Moment,
}

/** A snapshot of a whole working copy, by name. */
export const Revision = z
  .object(revisionFields)
  .meta({ id: 'Revision', description: 'An immutable snapshot of a whole working copy.' })
export type Revision = z.output<typeof Revision>

const { id, publish, ...snapshotFields } = ArticleDraft.shape
export const RevisionWithContent = z
  .object({ ...revisionFields, content: z.object(snapshotFields).required().meta({ id: 'RevisionContent' }) })
  .meta({
    id: 'RevisionWithContent',
    description: 'A snapshot with all that it holds, as a draft would say it.',
  })
export type RevisionWithContent = z.output<typeof RevisionWithContent>

export const RevisionPage = pageOf('RevisionPage', Revision)

/** An article in the trash. */
export const TrashedArticle = z
  .object({
    id: Id,
    slug: z.string(),
    headline: z.string(),
    revision: z.int32(),
    etag: z.string(),
    trashedAt: Moment,
  })
  .meta({ id: 'TrashedArticle', description: 'An article in the trash.' })
export type TrashedArticle = z.output<typeof TrashedArticle>

interface PageQuery {
  limit: number
  cursor?: string | undefined
}

/** What is in the trash, trashed last first. */
export async function listTrash(reader: Reader, query: PageQuery): Promise<PageOf<TrashedArticle>> {
  const order = [
    { column: Prisma.sql`article.trashed_at`, type: 'timestamptz', isDescending: true } as const,
    { column: Prisma.sql`article.id`, type: 'uuid', isDescending: true } as const,
  ]
  const { rows, page } = await readPage<Omit<TrashedArticle, 'etag'>>(
    reader,
    { ...query, order, boundTo: ['trash'] },
    {
      columns: Prisma.sql`id, slug, headline, revision, trashed_at AS "trashedAt"`,
      from: Prisma.sql`article`,
      where: () => [Prisma.sql`article.trashed_at IS NOT NULL`],
    },
  )
  return { data: rows.map((row) => ({ ...row, etag: `"${row.revision}"` })), page }
}

/** The revisions of an article, newest first. */
export async function listRevisions(
  reader: Reader,
  articleId: string,
  query: PageQuery,
): Promise<PageOf<Revision>> {
  const order = [{ column: Prisma.sql`revision.number`, type: 'int', isDescending: true } as const]
  const { rows, page } = await readPage<Revision>(
    reader,
    { ...query, order, boundTo: ['revisions', articleId] },
    {
      columns: Prisma.sql`number, note, created_by AS "createdBy", created_at AS "createdAt"`,
      from: Prisma.sql`revision`,
      where: () => [Prisma.sql`article_id = ${articleId}::uuid`],
    },
  )
  return { data: rows, page }
}

/** Throws `not-found`. */
export async function getRevision(db: Db, articleId: string, number: number): Promise<RevisionWithContent> {
  const row = await db.revision.findUnique({ where: { articleId_number: { articleId, number } } })
  if (!row) throw notFound('revision')
  const { note, createdBy, createdAt } = row
  const content = draftOf(row.content as unknown as ArticleContent)
  return { number, note, createdBy, createdAt: createdAt.toISOString(), content }
}

/** The content of an article as one of its revisions snapshot it. Throws `not-found`. */
export async function getRevisionContent(db: Db, articleId: string, number: number): Promise<ArticleContent> {
  const row = await db.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { content: true },
  })
  if (!row) throw notFound('revision')
  return row.content as unknown as ArticleContent
}
