import { type Db, Prisma } from '../database/client.ts'
import { type Change, momentOf } from '../events/record.ts'
import type { EventType } from '../events/types.ts'
import { notFound } from '../http/problems.ts'
import { isId, newId } from '../lib/ids.ts'
import { announceBoundaries } from '../publications/boundaries.ts'
import { type ArticleContent, changedPointers, contentOf, settle } from './content.ts'
import { saveContent } from './rows.ts'
import type { ArticleDraft } from './schema.ts'

export type Stage = 'draft' | 'in_review' | 'approved'

/** An article as editors have it before them, with everything in it. */
export interface WorkingCopy {
  id: string
  stage: Stage
  revision: number
  externalSource: string | null
  externalId: string | null
  createdBy: string
  createdAt: Date
  updatedAt: Date
  trashedAt: Date | null
  content: ArticleContent
}

/** What an edit leaves of a working copy; what it does not name stays. */
export interface Edit extends Partial<Pick<WorkingCopy, 'stage' | 'content' | 'trashedAt'>> {
  /**
   * The facts that the change is recorded as; `article.updated` when none is named. A named fact is one even where the
   * content stays.
   */
  eventTypes?: readonly EventType[]
  /** Why, for the list of revisions. */
  note?: string | null
}

/** A new article, as its first revision. */
export async function createArticle(
  change: Change,
  draft: ArticleDraft,
  external: Pick<WorkingCopy, 'externalSource' | 'externalId'> = { externalSource: null, externalId: null },
): Promise<WorkingCopy> {
  const at = await momentOf(change)
  const content = settle(null, contentOf(draft), 1)
  const copy: WorkingCopy = {
    id: draft.id ?? newId(),
    stage: 'draft',
    revision: 1,
    ...external,
    createdBy: change.actor,
    createdAt: at,
    updatedAt: at,
    trashedAt: null,
    content,
  }
  await lockSlug(change.db, content.slug)
  await change.db.article.create({ data: rootOf(copy) })
  await saveContent(change.db, copy.id, null, content)
  await snapshot(change, copy, null)
  recordArticleEvent(change, 'article.created', copy, { previousRevision: null, changed: [] })
  return copy
}

/**
 * The one way to change an article or anything inside it: lock it, read it, apply the edit, save the difference, count one
 * revision, snapshot it and record the fact; the caller's transaction keeps all of it or nothing. An edit that changes
 * nothing saves nothing. Throws `not-found`, and whatever the edit throws.
 */
export async function changeArticle(
  change: Change,
  key: string,
  edit: (copy: WorkingCopy, at: Date) => Edit | Promise<Edit>,
): Promise<WorkingCopy> {
  const before = await lockArticle(change, key)
  const { at } = before
  const { eventTypes, note = null, ...edited } = await edit(before.copy, at)
  const content = edited.content
    ? settle(before.copy.content, edited.content, before.copy.revision + 1)
    : before.copy.content
  const changed = changedPointers(before.copy.content, content)
  if (changed.length === 0 && eventTypes === undefined) return before.copy

  // An approval is for the words that were read: whoever changes them takes the article back to draft.
  const isUnapproved = before.copy.stage === 'approved' && changed.length > 0
  const stage = edited.stage ?? (isUnapproved ? 'draft' : before.copy.stage)
  const copy = {
    ...before.copy,
    ...edited,
    content,
    stage,
    revision: before.copy.revision + 1,
    updatedAt: at,
  }
  const takesSlug =
    content.slug !== before.copy.content.slug || (before.copy.trashedAt !== null && copy.trashedAt === null)
  if (takesSlug) await lockSlug(change.db, content.slug)
  const { id, createdBy, createdAt, ...columns } = rootOf(copy)
  await change.db.article.update({ where: { id }, data: columns })
  await saveContent(change.db, id, before.copy.content, content)
  await snapshot(change, copy, note)
  for (const type of eventTypes ?? (['article.updated'] as const)) {
    recordArticleEvent(change, type, copy, { previousRevision: before.copy.revision, changed })
  }
  return copy
}

/** The id of an article that has this key; null where there is none. */
export async function findArticleId(db: Db, key: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`SELECT id FROM article WHERE ${hasKey(key)}`
  return row?.id ?? null
}

/** The id of the article that another system calls this; null where there is none. */
export async function findExternalArticle(
  db: Db,
  { source: externalSource, externalId }: { source: string; externalId: string },
): Promise<string | null> {
  // The next who asks waits until this change is through, so that two of them never create the same article.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${JSON.stringify([externalSource, externalId])}, 1))`
  const row = await db.article.findUnique({
    where: { externalSource_externalId: { externalSource, externalId } },
    select: { id: true },
  })
  return row?.id ?? null
}

/** Reads a working copy without locking it. Throws `not-found`. */
export async function getWorkingCopy(db: Db, key: string): Promise<WorkingCopy> {
  const found = await findWorkingCopy(db, key)
  if (!found) throw notFound('article')
  return found.copy
}

/** A trashed article keeps its id but not its slug, which another may have by now. */
function hasKey(key: string): Prisma.Sql {
  return isId(key)
    ? Prisma.sql`article.id = ${key}::uuid`
    : Prisma.sql`article.slug = ${key} AND article.trashed_at IS NULL`
}

/**
 * Locks the article's row, and only then reads it and the clock: whoever waited here sees what was saved meanwhile. A change
 * of several articles happens at one moment, unless one of them was published since.
 */
async function lockArticle(change: Change, key: string): Promise<Found> {
  const { db } = change
  const [locked] = await db.$queryRaw<
    { id: string }[]
  >`SELECT id FROM article WHERE ${hasKey(key)} FOR UPDATE`
  const found = locked && (await findWorkingCopy(db, locked.id))
  if (!found) throw notFound('article')
  change.at ??= found.at
  const at = found.begunAt && found.begunAt > change.at ? found.at : change.at
  if (found.hasBoundary) await announceBoundaries(change, found.copy.id, at)
  return { ...found, at }
}

/** Makes others who take the same slug wait for the end of this change; the constraint then tells who was first. */
async function lockSlug(db: Db, slug: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${slug}, 2))`
}

interface Found {
  copy: WorkingCopy
  at: Date
  /** When the newest of its publications began. */
  begunAt: Date | null
  /** Whether a schedule fired that the log was not told of yet. */
  hasBoundary: boolean
}

type Row = Omit<WorkingCopy, 'content'> & ArticleContent & Pick<Found, 'at' | 'begunAt' | 'hasBoundary'>

async function findWorkingCopy(db: Db, key: string): Promise<Found | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT moment() AS at, (SELECT max(visible_from) FROM publication WHERE article_id = article.id AND visible_from <= moment()) AS "begunAt",
      EXISTS (SELECT FROM boundary WHERE article_id = article.id AND at <= moment()) AS "hasBoundary",
      article.id, article.stage, article.revision, article.external_source AS "externalSource",
      article.external_id AS "externalId", article.created_by AS "createdBy", article.created_at AS "createdAt",
      article.updated_at AS "updatedAt", article.trashed_at AS "trashedAt",
      article.slug, article.headline, article.summary, article.language, article.dateline,
      article.canonical_url AS "canonicalUrl", article.seo,
      coalesce((SELECT json_agg(json_build_object('authorId', author_id, 'role', role) ORDER BY position)
        FROM byline WHERE article_id = article.id), '[]') AS byline,
      coalesce((SELECT json_agg(topic_id ORDER BY position)
        FROM article_topic WHERE article_id = article.id), '[]') AS "topicIds",
      coalesce((SELECT json_agg(json_build_object('id', id, 'kind', kind, 'heading', heading, 'body', body,
          'revision', revision) ORDER BY position)
        FROM section WHERE article_id = article.id), '[]') AS sections,
      coalesce((SELECT json_agg(json_build_object('id', id, 'text', text, 'evidence', evidence,
          'evidenceState', evidence_state, 'revision', revision) ORDER BY position)
        FROM takeaway WHERE article_id = article.id), '[]') AS takeaways
    FROM article WHERE ${hasKey(key)}`
  if (!row) return null
  const {
    at,
    begunAt,
    hasBoundary,
    id,
    stage,
    revision,
    externalSource,
    externalId,
    createdBy,
    createdAt,
    updatedAt,
    trashedAt,
    ...content
  } = row
  const root = { id, stage, revision, externalSource, externalId, createdBy, createdAt, updatedAt, trashedAt }
  return { at, begunAt, hasBoundary, copy: { ...root, content } }
}

/** The columns of the article's own row. */
function rootOf({ content, ...root }: WorkingCopy) {
  const { slug, headline, summary, language, dateline, canonicalUrl, seo } = content
  return { ...root, slug, headline, summary, language, dateline, canonicalUrl, seo }
}

async function snapshot({ db, actor }: Change, copy: WorkingCopy, note: string | null): Promise<void> {
  const content = copy.content as unknown as Prisma.InputJsonValue
  const { id: articleId, revision: number, updatedAt: createdAt } = copy
  await db.revision.create({ data: { articleId, number, content, note, createdBy: actor, createdAt } })
}

/** Records a fact about an article. */
export function recordArticleEvent(
  change: Change,
  type: EventType,
  copy: Pick<WorkingCopy, 'id' | 'revision' | 'updatedAt'>,
  details: { previousRevision: number | null; changed: string[]; [more: string]: unknown },
): void {
  const { id, revision, updatedAt: at } = copy
  const data = { id, revision, ...details }
  change.events.push({ type, subject: `articles/${id}`, at, data })
}
