import { Prisma } from '../database/client.ts'
import { visibleAt } from '../publications/visible.ts'

/** What a search asks for. */
export interface Asked {
  /** In web syntax: quotes, minus, or. */
  words: string
  /** The languages to search in; all where there are none. */
  languages: string[] | undefined
  /** The moment whose public articles are searched. */
  at: Prisma.Sql
}

interface AskedInColumn extends Omit<Asked, 'words'> {
  words: Prisma.Sql
}

/**
 * The queries of a search, as a source called `asked`: one for each stemmer that reads the words in its own way. The words
 * may come from a column too.
 */
export function queriesOf({ words, languages }: Omit<Asked | AskedInColumn, 'at'>): Prisma.Sql {
  return Prisma.sql`asked_queries(${words}::text, ${languages ?? null}::text[]) AS asked`
}

/** What joins a publication called `shown` to the query of its language; GIN finds the rows of each query. */
const answers = Prisma.sql`(asked.is_searchable AND shown.search @@ asked.query
  AND shown.language = ANY(asked.languages))`

/** The queries of the languages that public articles are in: another language would tell of what is not public. */
export function liveQueriesOf(asked: Asked | AskedInColumn): Prisma.Sql {
  return Prisma.sql`(SELECT * FROM ${queriesOf(asked)} WHERE EXISTS (
    SELECT FROM publication AS shown WHERE shown.language = ANY(asked.languages) AND ${visibleAt(asked.at)})) AS asked`
}

/**
 * The publications that have the words, as a source called `shown` with the `query` that found each: in place of the whole
 * table in a list, a count or facets. OFFSET keeps the planner from walking the table in the list's order, or along some
 * other filter, until it meets them: it cannot know how dear it is to look for words in a row.
 */
export function foundBy(asked: Asked): Prisma.Sql {
  return foundAmong(queriesOf(asked), Prisma.sql`true`)
}

/** The same of some publications only, by queries that are there already. */
export function foundAmong(queries: Prisma.Sql, among: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT shown.*, asked.query FROM ${queries}
    JOIN publication AS shown ON ${answers} AND ${among} OFFSET 0) AS shown`
}

/**
 * Some public articles that have the words. What is materialized is planned as if all were wanted, by the index, and yet
 * stops when it has enough; planned for a few, it would be a walk through the table.
 */
export function someFoundBy(asked: Asked | AskedInColumn, maxCount: number): Prisma.Sql {
  return Prisma.sql`WITH found AS MATERIALIZED (
      SELECT shown.* FROM ${queriesOf(asked)} JOIN publication AS shown ON ${answers} WHERE ${visibleAt(asked.at)})
    SELECT * FROM found LIMIT ${maxCount}`
}
