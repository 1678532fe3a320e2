import { Prisma } from '../database/client.ts'
import type { Change } from '../events/record.ts'

/** Who lets a schedule fire: time does, whoever notices it first. */
const scheduleActor = 'system:schedule'

interface Passed {
  at: string
  /** What went live then; null where nothing did. */
  begun: { revision: number; until: string | null; correctionCount: number } | null
  /** What ended then; null where nothing did. */
  ended: { revision: number } | null
}

/**
 * Records what went live and what was taken down by schedule, each once: the row that remembers a boundary goes with the
 * change that tells of it. The caller holds the article's lock and tells of its own doings afterwards, so that the events of
 * an article are in the order in which readers saw them happen.
 */
export async function announceBoundaries(change: Change, articleId: string, upTo: Date): Promise<void> {
  const passed = await change.db.rows<Passed>(Prisma.sql`
    WITH passed AS (DELETE FROM boundary WHERE article_id = ${articleId}::uuid AND at <= ${upTo} RETURNING at)
    SELECT passed.at,
      (SELECT json_build_object('revision', revision_number, 'until', iso_moment(visible_until), 'correctionCount',
          (SELECT count(*) FROM correction WHERE correction.publication_id = publication.id))
        FROM publication WHERE article_id = ${articleId}::uuid AND visible_from = passed.at) AS begun,
      (SELECT json_build_object('revision', revision_number)
        FROM publication WHERE article_id = ${articleId}::uuid AND visible_until = passed.at) AS ended
    FROM passed ORDER BY passed.at`)
  for (const boundary of passed) {
    for (const [type, more] of factsOf(boundary)) {
      const data = { id: articleId, changed: [], ...more }
      change.events.push({
        type,
        subject: `articles/${articleId}`,
        actor: scheduleActor,
        at: new Date(boundary.at),
        data,
      })
    }
  }
}

/** Forgets boundaries that the change tells of itself, because they are what it does. */
export async function settleBoundaries(change: Change, articleId: string, upTo: Date | 'all'): Promise<void> {
  const condition = upTo === 'all' ? Prisma.sql`true` : Prisma.sql`at <= ${upTo}`
  await change.db.execute(
    Prisma.sql`DELETE FROM boundary WHERE article_id = ${articleId}::uuid AND ${condition}`,
  )
}

type Fact = ['article.published' | 'article.corrected' | 'article.unpublished', Record<string, unknown>]

/** A version that takes the place of another is published, and nothing is taken down. */
function factsOf({ at, begun, ended }: Passed): Fact[] {
  const previousRevision = ended?.revision ?? null
  if (!begun) return ended ? [['article.unpublished', { revision: ended.revision, previousRevision }]] : []
  const { revision, until, correctionCount } = begun
  const details = { revision, previousRevision, from: at, until }
  const published: Fact = ['article.published', details]
  return correctionCount > 0 ? [published, ['article.corrected', details]] : [published]
}
