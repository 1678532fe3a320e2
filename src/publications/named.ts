import { Prisma, type Reader } from '../database/client.ts'
import { splitKeys } from '../lib/ids.ts'

/** The ids that publications may name an author or topic by: its own, and those of all whose place it took. */
export interface NamedIds {
  author?: string[]
  topic?: string[]
}

export interface NamedKeys {
  author?: string[] | undefined
  topic?: string[] | undefined
}

/**
 * Finds the ids of authors and topics by ids and slugs. A list needs them before its own statement: Postgres knows how
 * many articles a topic has by its id, and so which index to take, but not by a slug that it has yet to look up.
 */
export async function findNamed(reader: Reader, { author, topic }: NamedKeys): Promise<NamedIds> {
  if (!author && !topic) return {}
  const lookups = [...(author ? [lookup('author', author)] : []), ...(topic ? [lookup('topic', topic)] : [])]
  const found = await reader.rows<{ noun: 'author' | 'topic'; id: string }>(
    Prisma.join(lookups, ' UNION ALL '),
  )
  const idsOf = (noun: 'author' | 'topic') => found.filter((row) => row.noun === noun).map(({ id }) => id)
  return { ...(author && { author: idsOf('author') }), ...(topic && { topic: idsOf('topic') }) }
}

function lookup(noun: 'author' | 'topic', keys: readonly string[]): Prisma.Sql {
  const { ids, slugs } = splitKeys(keys)
  const meant = Prisma.sql`sought.merged_into_id IS NULL
    AND (sought.id = ANY(${ids}::uuid[]) OR sought.slug = ANY(${slugs}::text[]))`
  return noun === 'author'
    ? Prisma.sql`SELECT 'author' AS noun, named.id FROM author AS sought
        JOIN author AS named ON named.id = sought.id OR named.merged_into_id = sought.id WHERE ${meant}`
    : Prisma.sql`SELECT 'topic' AS noun, named.id FROM topic AS sought
        JOIN topic AS named ON named.id = sought.id OR named.merged_into_id = sought.id WHERE ${meant}`
}

/** The conditions that a publication names any of them. */
export function namesAny({ author, topic }: NamedIds, publicationId: Prisma.Sql): Prisma.Sql[] {
  return [
    ...(author
      ? [
          Prisma.sql`${publicationId} IN (SELECT published_byline.publication_id FROM published_byline
            WHERE published_byline.author_id = ANY(${author}::uuid[]))`,
        ]
      : []),
    ...(topic
      ? [
          Prisma.sql`${publicationId} IN (SELECT published_topic.publication_id FROM published_topic
            WHERE published_topic.topic_id = ANY(${topic}::uuid[]))`,
        ]
      : []),
  ]
}
