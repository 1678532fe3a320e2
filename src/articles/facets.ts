import { z } from 'zod'
import { Prisma, type Reader } from '../database/client.ts'
import { limits } from '../http/limits.ts'

export const facetNames = ['topic', 'author', 'language', 'year'] as const
export type FacetName = (typeof facetNames)[number]

const FacetCount = z
  .object({
    value: z.string().describe('The slug of a topic or author, a language tag, or a year.'),
    name: z.string().nullable().describe('For people; null where the value says it.'),
    count: z.int32().describe('How many articles of the whole list have it.'),
  })
  .meta({ id: 'FacetCount' })

const counts = z.array(FacetCount).optional()

export const Facets = z
  .object({
    topic: counts,
    author: counts,
    language: counts,
    year: counts.describe('Of `publishedAt`, in UTC; of published articles only.'),
  })
  .meta({
    id: 'Facets',
    description: `The whole list counted by what \`facets\` names: the ${limits.facetValues} most frequent values, the most frequent first.`,
  })
export type Facets = z.output<typeof Facets>

/** What is counted: a list, and the tables by which its rows, as `listed`, name their topics and authors. */
export interface Counted {
  from: Prisma.Sql
  conditions: Prisma.Sql
  rows: FacetRows
}

interface FacetRows {
  /** The id and the language of a row, and its `published_at` where it has one. */
  columns: Prisma.Sql
  topics: Prisma.Sql
  bylines: Prisma.Sql
}

/** For a list whose rows are publications that are called `shown`. */
export const publishedRows: FacetRows = {
  columns: Prisma.sql`shown.id, shown.language, shown.published_at`,
  topics: Prisma.sql`published_topic AS naming ON naming.publication_id = listed.id`,
  bylines: Prisma.sql`published_byline AS naming ON naming.publication_id = listed.id`,
}

/** For a list whose rows are working copies that are called `article`; they have no year. */
export const draftRows: FacetRows = {
  columns: Prisma.sql`article.id, article.language`,
  topics: Prisma.sql`article_topic AS naming ON naming.article_id = listed.id`,
  bylines: Prisma.sql`byline AS naming ON naming.article_id = listed.id`,
}

/**
 * Each facet of the rows `listed`: value, name, and how many of them have it. Merging may have left two names for one author
 * on a publication, which counts once.
 */
const counted: Record<FacetName, (rows: FacetRows) => Prisma.Sql> = {
  topic: ({ topics }) => Prisma.sql`SELECT topic.slug AS value, topic.name, count(*)::int AS count FROM (
      SELECT DISTINCT listed.place, coalesce(named.merged_into_id, named.id) AS id FROM listed
      JOIN ${topics} JOIN topic AS named ON named.id = naming.topic_id) AS once
    JOIN topic ON topic.id = once.id GROUP BY topic.id`,
  author: ({ bylines }) => Prisma.sql`SELECT author.slug AS value, author.name, count(*)::int AS count FROM (
      SELECT DISTINCT listed.place, coalesce(named.merged_into_id, named.id) AS id FROM listed
      JOIN ${bylines} JOIN author AS named ON named.id = naming.author_id) AS once
    JOIN author ON author.id = once.id GROUP BY author.id`,
  language:
    () => Prisma.sql`SELECT listed.language AS value, NULL::text AS name, count(*)::int AS count FROM listed
    GROUP BY listed.language`,
  year: () => Prisma.sql`SELECT to_char(listed.published_at AT TIME ZONE 'UTC', 'YYYY') AS value, NULL::text AS name,
      count(*)::int AS count FROM listed GROUP BY 1`,
}

/** Counts a whole list by each of these facets, in one statement. */
export async function readFacets(
  reader: Reader,
  names: readonly FacetName[],
  { from, conditions, rows }: Counted,
): Promise<Facets> {
  const columns = names.map(
    (name) => Prisma.sql`(SELECT coalesce(json_agg(ranked), '[]') FROM (
      SELECT * FROM (${counted[name](rows)}) AS counted ORDER BY count DESC, value LIMIT ${limits.facetValues}) AS ranked)`,
  )
  const [row] = await reader.rows<{ facets: z.output<typeof FacetCount>[][] }>(
    Prisma.sql`WITH listed AS MATERIALIZED (
      SELECT row_number() OVER () AS place, ${rows.columns} FROM ${from} WHERE ${conditions})
    SELECT json_build_array(${Prisma.join(columns)}) AS facets`,
    { planning: 'planned for its values' },
  )
  return Object.fromEntries(names.map((name, index) => [name, row?.facets[index] ?? []]))
}
