import { type Db, Prisma, type Reader } from '../database/client.ts'
import type { Change } from '../events/record.ts'
import type { EventType } from '../events/types.ts'
import { notFound } from '../http/problems.ts'
import { isId, newId } from '../lib/ids.ts'
import { announceBoundaries } from '../publications/boundaries.ts'
import { claimAll, claimNew, type References } from './claim.ts'
import { changedPointers, contentOf, settle, type WorkingCopy } from './content.ts'
import { type ContentRow, contentColumns, type OwnRow, ownColumns, type Written } from './draftColumns.ts'
import { saveCopy } from './rows.ts'
import type { ArticleDraft } from './schema.ts'

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

/** An article that nothing has happened to yet but its first revision. */
export interface NewArticle extends WorkingCopy {
  references: References
}

/** A new article, as its first revision. */
export async function createArticle(
  change: Change,
  draft: ArticleDraft,
  external: Pick<WorkingCopy, 'externalSource' | 'externalId'> = { externalSource: null, externalId: null },
): Promise<NewArticle> {
  const content = settle(null, contentOf(draft), 1)
  const { at, authors, topics } = await claimAll(change.db, content)
  change.at ??= new Date(at)
  const copy: WorkingCopy = {
    id: draft.id ?? newId(),
    stage: 'draft',
    revision: 1,
    ...external,
    createdBy: change.actor,
    createdAt: change.at,
    updatedAt: change.at,
    trashedAt: null,
    content,
  }
  await saveCopy(change.db, null, copy, { createdBy: change.actor, note: null })
  recordArticleEvent(change, 'article.created', copy, { previousRevision: null, changed: [] })
  return { ...copy, references: { authors, topics } }
}

/**
 * The one way to change an article or anything inside it: lock it, read it, apply the edit, save the difference, count one
 * revision, snapshot it and record the fact; the caller's transaction keeps all of it or nothing. An edit that changes
 * nothing saves nothing. Throws `not-found`, and whatever the edit throws.
 */
export async function changeArticle(
  change: Change,
  key: ArticleKey,
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
  await claimNew(change.db, before.copy, copy)
  await saveCopy(change.db, before.copy.content, copy, { createdBy: change.actor, note })
  for (const type of eventTypes ?? (['article.updated'] as const)) {
    recordArticleEvent(change, type, copy, { previousRevision: before.copy.revision, changed })
  }
  return copy
}

/** The id of the article whose working copy has this key; null where there is none. */
export async function findArticleId(reader: Reader, key: string): Promise<string | null> {
  const [row] = await reader.rows<{ id: string }>(Prisma.sql`SELECT id FROM article WHERE ${hasKey(key)}`)
  return row?.id ?? null
}

/** The id of the article that another system calls this; null where there is none. */
export async function findExternalArticle(
  db: Db,
  { source: externalSource, externalId }: { source: string; externalId: string },
): Promise<string | null> {
  // The next who asks waits until this change is through, so that two of them never create the same article.
  const name = JSON.stringify([externalSource, externalId])
  await db.execute(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 1))`)
  const [row] = await db.rows<{ id: string }>(Prisma.sql`
    SELECT id FROM article WHERE external_source = ${externalSource} AND external_id = ${externalId}`)
  return row?.id ?? null
}

/** Reads a working copy without locking it. Throws `not-found`. */
export async function getWorkingCopy(db: Db, key: ArticleKey): Promise<WorkingCopy> {
  const { noun, isIt } = wanted(key)
  const found = await findWorkingCopy(db, isIt)
  if (!found) throw notFound(noun)
  return found.copy
}

/** An id, a slug, or something else by which an article is found; `noun` is what is missing where there is none. */
export type ArticleKey = string | { noun: string; isIt: Prisma.Sql }

function wanted(key: ArticleKey): Exclude<ArticleKey, string> {
  return typeof key === 'string' ? { noun: 'article', isIt: hasKey(key) } : key
}

/** A trashed article keeps its id but not its slug, which another may have by now. */
export function hasKey(key: string): Prisma.Sql {
  return isId(key)
    ? Prisma.sql`article.id = ${key}::uuid`
    : Prisma.sql`article.slug = ${key} AND article.trashed_at IS NULL`
}

/**
 * Locks the article's row, and only then reads it and the clock: whoever waited here sees what was saved meanwhile. A change
 * of several articles happens at one moment, unless one of them was published since.
 */
async function lockArticle(change: Change, key: ArticleKey): Promise<Found> {
  const { db } = change
  const { noun, isIt } = wanted(key)
  // Sent at once: Postgres begins the second when the first has its lock.
  const [[locked], read] = await Promise.all([
    db.rows<{ id: string }>(Prisma.sql`SELECT id FROM article WHERE ${isIt} FOR UPDATE`),
    findWorkingCopy(db, isIt),
  ])
  if (!locked) throw notFound(noun)
  // What the key means may have changed in between.
  const found = read?.copy.id === locked.id ? read : await findWorkingCopy(db, hasKey(locked.id))
  if (!found) throw notFound(noun)
  change.at ??= found.at
  const at = found.begunAt && found.begunAt > change.at ? found.at : change.at
  if (found.hasBoundary) await announceBoundaries(change, found.copy.id, at)
  return { ...found, at }
}

interface Found {
  copy: WorkingCopy
  at: Date
  /** When the newest of its publications began. */
  begunAt: Date | null
  /** Whether a schedule fired that the log was not told of yet. */
  hasBoundary: boolean
}

type Row = OwnRow & ContentRow & Written<Pick<Found, 'at' | 'begunAt' | 'hasBoundary'>>

async function findWorkingCopy(db: Db, isIt: Prisma.Sql): Promise<Found | null> {
  const [row] = await db.rows<Row>(Prisma.sql`
    SELECT moment() AS at, (SELECT max(visible_from) FROM publication WHERE article_id = article.id AND visible_from <= moment()) AS "begunAt",
      EXISTS (SELECT FROM boundary WHERE article_id = article.id AND at <= moment()) AS "hasBoundary",
      ${ownColumns}, ${Prisma.join(Object.values(contentColumns))}
    FROM article WHERE ${isIt}`)
  if (!row) return null
  const { at, begunAt, hasBoundary, createdAt, updatedAt, trashedAt, ...columns } = row
  const { id, stage, revision, externalSource, externalId, createdBy, ...content } = columns
  const root = { id, stage, revision, externalSource, externalId, createdBy }
  const moments = {
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    trashedAt: trashedAt === null ? null : new Date(trashedAt),
  }
  return {
    at: new Date(at),
    begunAt: begunAt === null ? null : new Date(begunAt),
    hasBoundary,
    copy: { ...root, ...moments, content },
  }
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
