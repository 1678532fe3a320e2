import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../database/client.ts'
import { invalidRequest, ProblemError } from '../http/problems.ts'
import type { ArticleContent } from './content.ts'

/** Brings an article's rows from one content to the next, touching those that differ, in one statement for each table. */
export async function saveContent(
  db: Db,
  articleId: string,
  before: ArticleContent | null,
  after: ArticleContent,
): Promise<void> {
  await saveByline(db, articleId, before?.byline ?? [], after.byline)
  await saveTopics(db, articleId, before?.topicIds ?? [], after.topicIds)
  await saveSections(db, articleId, before?.sections ?? [], after.sections)
  await saveTakeaways(db, articleId, before?.takeaways ?? [], after.takeaways)
}

type Byline = ArticleContent['byline']

async function saveByline(db: Db, articleId: string, before: Byline, after: Byline): Promise<void> {
  if (isDeepStrictEqual(before, after)) return
  if (before.length > 0) await db.byline.deleteMany({ where: { articleId } })
  if (after.length === 0) return
  const authorIds = after.map(({ authorId }) => authorId)
  // Locked, so that none is merged into another between this look and the commit.
  const known = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM author WHERE id = ANY(${authorIds}::uuid[]) AND merged_into_id IS NULL FOR KEY SHARE`
  refuseUnknown('byline', authorIds, known, (index) => `/byline/${index}/authorId`)
  await db.byline.createMany({ data: after.map((byline, position) => ({ articleId, position, ...byline })) })
}

async function saveTopics(db: Db, articleId: string, before: string[], after: string[]): Promise<void> {
  if (isDeepStrictEqual(before, after)) return
  if (before.length > 0) await db.articleTopic.deleteMany({ where: { articleId } })
  if (after.length === 0) return
  const known = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM topic WHERE id = ANY(${after}::uuid[]) AND merged_into_id IS NULL FOR KEY SHARE`
  refuseUnknown('topic', after, known, (index) => `/topicIds/${index}`)
  await db.articleTopic.createMany({
    data: after.map((topicId, position) => ({ articleId, topicId, position })),
  })
}

function refuseUnknown(
  noun: string,
  ids: readonly string[],
  known: readonly { id: string }[],
  pointerOf: (index: number) => string,
): void {
  const knownIds = new Set(known.map(({ id }) => id))
  const faults = ids.flatMap((id, index) =>
    knownIds.has(id)
      ? []
      : [{ pointer: pointerOf(index), code: 'unknown-reference', message: `There is no such ${noun}.` }],
  )
  if (faults.length > 0) throw invalidRequest(...faults)
}

type Sections = ArticleContent['sections']

async function saveSections(db: Db, articleId: string, before: Sections, after: Sections): Promise<void> {
  const { changed, dropped } = difference(before, after)
  if (dropped.length > 0) await db.section.deleteMany({ where: { articleId, id: { in: dropped } } })
  if (changed.length === 0) return
  const saved = await db.$executeRaw`
    INSERT INTO section AS kept (id, article_id, position, kind, heading, body, revision)
    SELECT id, ${articleId}::uuid, position, kind, heading, body, revision
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      AS given (id uuid, position int, kind text, heading text, body text, revision int)
    WHERE NOT EXISTS (SELECT FROM published_section AS shown
      WHERE shown.section_id = given.id AND shown.article_id <> ${articleId}::uuid)
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, kind = excluded.kind, heading = excluded.heading,
      body = excluded.body, revision = excluded.revision
    WHERE kept.article_id = excluded.article_id`
  refuseForeign('section', saved, changed.length)
}

type Takeaways = ArticleContent['takeaways']

async function saveTakeaways(db: Db, articleId: string, before: Takeaways, after: Takeaways): Promise<void> {
  const { changed, dropped } = difference(before, after)
  if (dropped.length > 0) await db.takeaway.deleteMany({ where: { articleId, id: { in: dropped } } })
  if (changed.length === 0) return
  const saved = await db.$executeRaw`
    INSERT INTO takeaway AS kept (id, article_id, position, text, evidence, evidence_state, revision)
    SELECT id, ${articleId}::uuid, position, text, evidence, "evidenceState", revision
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      AS given (id uuid, position int, text text, evidence jsonb, "evidenceState" text, revision int)
    WHERE NOT EXISTS (SELECT FROM published_takeaway AS shown
      WHERE shown.takeaway_id = given.id AND shown.article_id <> ${articleId}::uuid)
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, text = excluded.text, evidence = excluded.evidence,
      evidence_state = excluded.evidence_state, revision = excluded.revision
    WHERE kept.article_id = excluded.article_id`
  refuseForeign('takeaway', saved, changed.length)
}

/** Children whose row has to be written, with their place, and the ids of those whose row has to go. */
function difference<Child extends { id: string }>(before: readonly Child[], after: readonly Child[]) {
  const places = new Map(before.map((child, position) => [child.id, { ...child, position }]))
  const changed = after
    .map((child, position) => ({ ...child, position }))
    .filter((child) => !isDeepStrictEqual(places.get(child.id), child))
  const kept = new Set(after.map(({ id }) => id))
  return { changed, dropped: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id) }
}

/** The upsert passes over ids that another article has, or has made public, so a missing one is an id that somebody else has. */
function refuseForeign(noun: string, savedCount: number, givenCount: number): void {
  if (savedCount < givenCount)
    throw new ProblemError('id-taken', `A ${noun} with a given id belongs to another article.`)
}
