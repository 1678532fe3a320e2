import { Prisma, type Reader } from '../database/client.ts'
import { type Asked, liveQueriesOf } from './asked.ts'

/** What to say where no language has anything to search for in the words; null where one has. */
export async function hintFor(reader: Reader, asked: Asked): Promise<string | null> {
  const [answer] = await reader.rows<{ isSearchable: boolean | null }>(Prisma.sql`
    SELECT bool_or(asked.is_searchable) AS "isSearchable" FROM ${liveQueriesOf(asked)}`)
  return answer?.isSearchable === false
    ? 'Nothing is left to search for: words as common as these are not indexed, and what to leave out finds nothing by itself.'
    : null
}
