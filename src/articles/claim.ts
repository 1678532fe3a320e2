import { isDeepStrictEqual } from 'node:util'
import { type Db, Prisma } from '../database/client.ts'
import { invalidRequest } from '../http/problems.ts'
import type { ArticleContent, WorkingCopy } from './content.ts'

/** Somebody or something that an article names. */
interface Reference {
  id: string
  slug: string
  name: string
}

export interface References {
  authors: Reference[]
  topics: Reference[]
}

interface Claimed extends References {
  /** When the claims were granted. */
  at: string
}

/** What is nobody else's until the commit. */
interface Claims {
  slugs: string[]
  authorIds: string[]
  topicIds: string[]
}

/** Claims all that a new article takes. Throws `invalid-request` that points to authors and topics that do not exist. */
export function claimAll(db: Db, { slug, byline, topicIds }: ArticleContent): Promise<Claimed> {
  return claim(db, { slugs: [slug], authorIds: byline.map(({ authorId }) => authorId), topicIds })
}

/** Claims what an article takes that it did not have before; in the trash it has no slug. Throws as `claimAll` does. */
export async function claimNew(db: Db, before: WorkingCopy, after: WorkingCopy): Promise<void> {
  const { slug, byline, topicIds } = after.content
  const hadSlug = slug === before.content.slug && (before.trashedAt === null || after.trashedAt !== null)
  const hadByline = isDeepStrictEqual(before.content.byline, byline)
  const hadTopics = isDeepStrictEqual(before.content.topicIds, topicIds)
  if (hadSlug && hadByline && hadTopics) return
  await claim(db, {
    slugs: hadSlug ? [] : [slug],
    authorIds: hadByline ? [] : byline.map(({ authorId }) => authorId),
    topicIds: hadTopics ? [] : topicIds,
  })
}

/**
 * Others who take the same slug wait for the end of this change; the constraint then tells who was first. None of the authors
 * and topics is merged into another meanwhile.
 */
async function claim(db: Db, { slugs, authorIds, topicIds }: Claims): Promise<Claimed> {
  const [claimed] = await db.rows<Claimed>(Prisma.sql`
    WITH locked AS MATERIALIZED (SELECT count(pg_advisory_xact_lock(hashtextextended(slug, 2)))
        FROM unnest(${slugs}::text[]) AS slug),
      author AS MATERIALIZED (SELECT id, slug, name FROM author
        WHERE id = ANY(${authorIds}::uuid[]) AND merged_into_id IS NULL FOR KEY SHARE),
      topic AS MATERIALIZED (SELECT id, slug, name FROM topic
        WHERE id = ANY(${topicIds}::uuid[]) AND merged_into_id IS NULL FOR KEY SHARE)
    SELECT moment() AS at, (SELECT coalesce(json_agg(author), '[]') FROM author) AS authors,
      (SELECT coalesce(json_agg(topic), '[]') FROM topic) AS topics
    FROM locked`)
  if (!claimed) throw new Error('An aggregate gave no row')
  const faults = [
    ...unknownOf('author', authorIds, claimed.authors, (index) => `/byline/${index}/authorId`),
    ...unknownOf('topic', topicIds, claimed.topics, (index) => `/topicIds/${index}`),
  ]
  if (faults.length > 0) throw invalidRequest(...faults)
  return claimed
}

function unknownOf(
  noun: string,
  ids: readonly string[],
  known: readonly Reference[],
  pointerOf: (index: number) => string,
) {
  const knownIds = new Set(known.map(({ id }) => id))
  const message = `There is no such ${noun}.`
  return ids.flatMap((id, index) =>
    knownIds.has(id) ? [] : [{ pointer: pointerOf(index), code: 'unknown-reference', message }],
  )
}
