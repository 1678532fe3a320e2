import { Prisma, type Reader } from '../database/client.ts'
import { Moved, notFound, ProblemError } from '../http/problems.ts'
import { isId } from '../lib/ids.ts'
import { currentMoment } from '../query/moments.ts'
import { visibleAt } from './visible.ts'

interface Trace {
  slug: string | null
  withdrawnAt: string | null
  reason: string | null
  legalGround: string | null
}

/**
 * Why no article that is live at a moment has this key, as what to throw: withdrawn (410, or 451 where the law demanded it),
 * moved (a slug of an article that is live then under another: 308), or not found. What is only scheduled leaves no trace.
 */
export async function absenceOf(
  reader: Reader,
  articleKey: string,
  at: Prisma.Sql = currentMoment,
): Promise<Error> {
  const [trace] = await reader.rows<Trace>(Prisma.sql`
    WITH sought AS (${articleNamed(articleKey, at)})
    SELECT shown.slug, withdrawal.at AS "withdrawnAt", withdrawal.reason, withdrawal.legal_ground AS "legalGround"
    FROM sought
    LEFT JOIN withdrawal ON withdrawal.article_id = sought.article_id AND withdrawal.ended_at IS NULL
    LEFT JOIN publication AS shown ON shown.article_id = sought.article_id AND ${visibleAt(at)}`)
  if (trace?.withdrawnAt) return withdrawn(trace, trace.withdrawnAt)
  if (trace?.slug && !isId(articleKey)) return new Moved(articleKey, trace.slug)
  return notFound('article')
}

/**
 * SQL of the id of the article that a key names at a moment. A slug belongs to the article that was the last to be public
 * under it by then; to one that took it later, if there was none.
 */
export function articleNamed(key: string, at: Prisma.Sql): Prisma.Sql {
  return isId(key)
    ? Prisma.sql`SELECT ${key}::uuid AS article_id`
    : Prisma.sql`SELECT article_id FROM publication WHERE slug = ${key} AND visible_from <= ${currentMoment}
        ORDER BY visible_from <= ${at} DESC, visible_from DESC LIMIT 1`
}

function withdrawn({ reason, legalGround }: Trace, withdrawnAt: string): ProblemError {
  const facts = { withdrawnAt, ...(reason && { reason }) }
  return legalGround
    ? new ProblemError('withdrawn-for-legal-reasons', 'The law demanded that this article be withdrawn.', {
        ...facts,
        legalGround,
      })
    : new ProblemError('withdrawn', 'The newsroom withdrew this article.', facts)
}
