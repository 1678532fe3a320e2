import { isDeepStrictEqual } from 'node:util'
import { type Db, Prisma } from '../database/client.ts'
import { limits } from '../http/limits.ts'
import { ProblemError } from '../http/problems.ts'
import type { ArticleContent, WorkingCopy } from './content.ts'

/** Who made a revision, and why. */
export interface Origin {
  createdBy: string
  note: string | null
}

/**
 * Saves a working copy and snapshots it as a revision: the article's own row, and of the rows in it those that differ from
 * before (null: it is new), in one statement. Throws `article-too-large`, and `id-taken` for a section or takeaway of
 * another article.
 */
export async function saveCopy(
  db: Db,
  before: ArticleContent | null,
  copy: WorkingCopy,
  origin: Origin,
): Promise<void> {
  const { id, content } = copy
  const sections = difference(before?.sections ?? [], content.sections)
  const takeaways = difference(before?.takeaways ?? [], content.takeaways)
  const parts = [
    // All that is saved is read from here, so that it is sent and parsed once.
    Prisma.sql`given AS MATERIALIZED (SELECT ${jsonOf(content)}::jsonb AS content)`,
    Prisma.sql`root AS (${before ? updateOfRoot(copy) : insertOfRoot(copy)})`,
    Prisma.sql`snapshot AS (${insertOfRevision(copy, origin)})`,
    ...(isDeepStrictEqual(before?.byline ?? [], content.byline) ? [] : partsOfByline(id)),
    ...(isDeepStrictEqual(before?.topicIds ?? [], content.topicIds) ? [] : partsOfTopics(id)),
    ...partsOfChildren('section', id, sections),
    ...partsOfChildren('takeaway', id, takeaways),
  ]
  const [saved] = await db.rows<{ sections: number; takeaways: number }>(Prisma.sql`
    WITH ${Prisma.join(parts, ',\n')}
    SELECT ${countOf('section', sections)} AS sections, ${countOf('takeaway', takeaways)} AS takeaways`)
  refuseForeign('section', saved?.sections, sections)
  refuseForeign('takeaway', saved?.takeaways, takeaways)
}

function jsonOf(content: ArticleContent): string {
  const json = JSON.stringify(content)
  if (Buffer.byteLength(json) > limits.articleBytes) {
    const message = `The whole article may have ${limits.articleBytes} bytes as JSON.`
    throw new ProblemError('article-too-large', message)
  }
  return json
}

function insertOfRoot(copy: WorkingCopy): Prisma.Sql {
  const { id, stage, revision, externalSource, externalId, createdBy, createdAt, updatedAt, trashedAt } = copy
  return Prisma.sql`
    INSERT INTO article (id, stage, revision, external_source, external_id, created_by, created_at, updated_at, trashed_at,
      slug, headline, summary, language, dateline, canonical_url, seo)
    SELECT ${id}::uuid, ${stage}, ${revision}::int, ${externalSource}, ${externalId}, ${createdBy},
      ${createdAt}::timestamptz, ${updatedAt}::timestamptz, ${trashedAt}::timestamptz,
      content ->> 'slug', content ->> 'headline', content ->> 'summary', content ->> 'language', content ->> 'dateline',
      content ->> 'canonicalUrl', content -> 'seo'
    FROM given`
}

function updateOfRoot({ id, stage, revision, updatedAt, trashedAt }: WorkingCopy): Prisma.Sql {
  return Prisma.sql`
    UPDATE article SET stage = ${stage}, revision = ${revision}::int, updated_at = ${updatedAt}::timestamptz,
      trashed_at = ${trashedAt}::timestamptz, slug = content ->> 'slug', headline = content ->> 'headline',
      summary = content ->> 'summary', language = content ->> 'language', dateline = content ->> 'dateline',
      canonical_url = content ->> 'canonicalUrl', seo = content -> 'seo'
    FROM given WHERE article.id = ${id}::uuid`
}

function insertOfRevision({ id, revision, updatedAt }: WorkingCopy, { createdBy, note }: Origin): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO revision (article_id, number, content, note, created_by, created_at)
    SELECT ${id}::uuid, ${revision}::int, content, ${note}, ${createdBy}, ${updatedAt}::timestamptz FROM given`
}

/*
 * The parts of one statement all see the tables as they were before it. So what is dropped and what is saved must be different
 * rows, and positions may be double on the way: their constraints are deferred.
 */

function partsOfByline(articleId: string): Prisma.Sql[] {
  const lines = Prisma.sql`ROWS FROM (jsonb_to_recordset(given.content -> 'byline') AS ("authorId" uuid, role text))
    WITH ORDINALITY AS line (author_id, role, place)`
  return [
    Prisma.sql`dropped_byline AS (DELETE FROM byline WHERE article_id = ${articleId}::uuid
      AND author_id NOT IN (SELECT line.author_id FROM given, ${lines}))`,
    Prisma.sql`saved_byline AS (INSERT INTO byline (article_id, author_id, role, position)
      SELECT ${articleId}::uuid, author_id, role, place - 1 FROM given, ${lines}
      ON CONFLICT (article_id, author_id) DO UPDATE SET role = excluded.role, position = excluded.position)`,
  ]
}

function partsOfTopics(articleId: string): Prisma.Sql[] {
  const lines = Prisma.sql`jsonb_array_elements_text(given.content -> 'topicIds')
    WITH ORDINALITY AS line (topic_id, place)`
  return [
    Prisma.sql`dropped_topic AS (DELETE FROM article_topic WHERE article_id = ${articleId}::uuid
      AND topic_id NOT IN (SELECT line.topic_id::uuid FROM given, ${lines}))`,
    Prisma.sql`saved_topic AS (INSERT INTO article_topic (article_id, topic_id, position)
      SELECT ${articleId}::uuid, topic_id::uuid, place - 1 FROM given, ${lines}
      ON CONFLICT (article_id, topic_id) DO UPDATE SET position = excluded.position)`,
  ]
}

type Noun = 'section' | 'takeaway'

/** An id that another article has, or has made public, is passed over, and then missing in what was saved. */
const insertOf: Record<Noun, (articleId: string, changed: string[]) => Prisma.Sql> = {
  section: (articleId, changed) => Prisma.sql`
    INSERT INTO section AS kept (id, article_id, kind, heading, body, revision, position)
    SELECT id, ${articleId}::uuid, kind, heading, body, revision, place - 1
    FROM given, ROWS FROM (jsonb_to_recordset(given.content -> 'sections')
        AS (id uuid, kind text, heading text, body text, revision int))
      WITH ORDINALITY AS line (id, kind, heading, body, revision, place)
    WHERE id = ANY(${changed}::uuid[]) AND NOT EXISTS (SELECT FROM published_section AS shown
      WHERE shown.section_id = line.id AND shown.article_id <> ${articleId}::uuid)
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, kind = excluded.kind, heading = excluded.heading,
      body = excluded.body, revision = excluded.revision
    WHERE kept.article_id = excluded.article_id RETURNING id`,
  takeaway: (articleId, changed) => Prisma.sql`
    INSERT INTO takeaway AS kept (id, article_id, text, evidence, evidence_state, revision, position)
    SELECT id, ${articleId}::uuid, text, evidence, evidence_state, revision, place - 1
    FROM given, ROWS FROM (jsonb_to_recordset(given.content -> 'takeaways')
        AS (id uuid, text text, evidence jsonb, "evidenceState" text, revision int))
      WITH ORDINALITY AS line (id, text, evidence, evidence_state, revision, place)
    WHERE id = ANY(${changed}::uuid[]) AND NOT EXISTS (SELECT FROM published_takeaway AS shown
      WHERE shown.takeaway_id = line.id AND shown.article_id <> ${articleId}::uuid)
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, text = excluded.text, evidence = excluded.evidence,
      evidence_state = excluded.evidence_state, revision = excluded.revision
    WHERE kept.article_id = excluded.article_id RETURNING id`,
}

const deleteOf: Record<Noun, (articleId: string, dropped: string[]) => Prisma.Sql> = {
  section: (articleId, dropped) =>
    Prisma.sql`DELETE FROM section WHERE article_id = ${articleId}::uuid AND id = ANY(${dropped}::uuid[])`,
  takeaway: (articleId, dropped) =>
    Prisma.sql`DELETE FROM takeaway WHERE article_id = ${articleId}::uuid AND id = ANY(${dropped}::uuid[])`,
}

const nameOf: Record<Noun, { saved: Prisma.Sql; dropped: Prisma.Sql }> = {
  section: { saved: Prisma.sql`saved_section`, dropped: Prisma.sql`dropped_section` },
  takeaway: { saved: Prisma.sql`saved_takeaway`, dropped: Prisma.sql`dropped_takeaway` },
}

function partsOfChildren(noun: Noun, articleId: string, { changed, dropped }: Difference): Prisma.Sql[] {
  const { saved, dropped: gone } = nameOf[noun]
  return [
    ...(dropped.length > 0 ? [Prisma.sql`${gone} AS (${deleteOf[noun](articleId, dropped)})`] : []),
    ...(changed.length > 0 ? [Prisma.sql`${saved} AS (${insertOf[noun](articleId, changed)})`] : []),
  ]
}

function countOf(noun: Noun, { changed }: Difference): Prisma.Sql {
  return changed.length > 0 ? Prisma.sql`(SELECT count(*)::int FROM ${nameOf[noun].saved})` : Prisma.sql`0`
}

/** Ids of the children whose row has to be written, and of those whose row has to go. */
interface Difference {
  changed: string[]
  dropped: string[]
}

function difference(before: readonly { id: string }[], after: readonly { id: string }[]): Difference {
  const places = new Map(before.map((child, position) => [child.id, { child, position }]))
  const changed = after.filter((child, position) => {
    return !isDeepStrictEqual(places.get(child.id), { child, position })
  })
  const kept = new Set(after.map(({ id }) => id))
  return {
    changed: changed.map(({ id }) => id),
    dropped: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  }
}

function refuseForeign(noun: Noun, savedCount = 0, { changed }: Difference): void {
  if (savedCount < changed.length)
    throw new ProblemError('id-taken', `A ${noun} with a given id belongs to another article.`)
}
