import { isDeepStrictEqual } from 'node:util'
import { type Db, Prisma } from '../database/client.ts'
import { invalidRequest } from '../http/problems.ts'
import type { ArticleContent } from './content.ts'

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

/**
 * Locks the authors and topics that a content names anew, so that none is merged into another before the commit. Throws
 * `invalid-request` that points to those that do not exist.
 */
export async function lockReferences(
  db: Db,
  before: ArticleContent | null,
  { byline, topicIds }: ArticleContent,
): Promise<References> {
  const authorIds = byline.map(({ authorId }) => authorId)
  const newAuthorIds = isDeepStrictEqual(before?.byline, byline) ? [] : authorIds
  const newTopicIds = isDeepStrictEqual(before?.topicIds, topicIds) ? [] : topicIds
  if (newAuthorIds.length + newTopicIds.length === 0) return { authors: [], topics: [] }
  const [found] = await db.rows<References>(Prisma.sql`
    WITH known_author AS MATERIALIZED (SELECT id, slug, name FROM author
        WHERE id = ANY(${newAuthorIds}::uuid[]) AND merged_into_id IS NULL FOR KEY SHARE),
      known_topic AS MATERIALIZED (SELECT id, slug, name FROM topic
        WHERE id = ANY(${newTopicIds}::uuid[]) AND merged_into_id IS NULL FOR KEY SHARE)
    SELECT (SELECT coalesce(json_agg(known_author), '[]') FROM known_author) AS authors,
      (SELECT coalesce(json_agg(known_topic), '[]') FROM known_topic) AS topics`)
  const { authors = [], topics = [] } = found ?? {}
  const faults = [
    ...unknownOf('author', newAuthorIds, authors, (index) => `/byline/${index}/authorId`),
    ...unknownOf('topic', newTopicIds, topics, (index) => `/topicIds/${index}`),
  ]
  if (faults.length > 0) throw invalidRequest(...faults)
  return { authors, topics }
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
