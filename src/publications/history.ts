import { z } from 'zod'
import { Prisma, type Reader } from '../database/client.ts'
import { Moment } from '../http/schemas.ts'

/** One publication of an article. */
export const PublicationEntry = z
  .object({
    revision: z.int32(),
    slug: z.string(),
    headline: z.string(),
    visibleFrom: Moment,
    visibleUntil: Moment.nullable().describe('Null while no end is set.'),
    note: z.string().nullable(),
  })
  .meta({ id: 'PublicationEntry', description: 'A revision that was, is or will be public.' })
export type PublicationEntry = z.output<typeof PublicationEntry>

/** An article's publications, newest first. What has not begun, and when it ends what is public, only editors may know. */
export function listTimeline(
  reader: Reader,
  articleId: string,
  part: 'all' | 'begun',
): Promise<PublicationEntry[]> {
  return part === 'all'
    ? reader.rows<PublicationEntry>(Prisma.sql`
        SELECT revision_number AS revision, slug, headline, visible_from AS "visibleFrom",
          visible_until AS "visibleUntil", note
        FROM publication WHERE article_id = ${articleId}::uuid ORDER BY visible_from DESC`)
    : reader.rows<PublicationEntry>(Prisma.sql`
        WITH clock AS MATERIALIZED (SELECT moment() AS now)
        SELECT revision_number AS revision, slug, headline, visible_from AS "visibleFrom",
          CASE WHEN visible_until <= now THEN visible_until END AS "visibleUntil", NULL AS note
        FROM publication, clock WHERE article_id = ${articleId}::uuid AND visible_from <= now ORDER BY visible_from DESC`)
}
