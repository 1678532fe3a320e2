import { Prisma } from '../database/client.ts'
import { type ArticleState, articleStates } from './draftSchema.ts'

/** What each state means, of the row `article` at a moment. It is said here and nowhere else. */
function meanings(now: Prisma.Sql): Record<ArticleState, Prisma.Sql> {
  const ofArticle = Prisma.sql`FROM publication WHERE publication.article_id = article.id`
  const live = Prisma.sql`SELECT ${ofArticle} AND visible_from <= ${now} AND (visible_until IS NULL OR visible_until > ${now})`
  const scheduled = Prisma.sql`SELECT ${ofArticle} AND visible_from > ${now}`
  const begun = Prisma.sql`SELECT ${ofArticle} AND visible_from <= ${now}`
  const withdrawn = Prisma.sql`SELECT FROM withdrawal WHERE withdrawal.article_id = article.id AND ended_at IS NULL`
  return {
    draft: Prisma.sql`article.stage = 'draft' AND NOT EXISTS (${begun}) AND NOT EXISTS (${scheduled})`,
    in_review: Prisma.sql`article.stage = 'in_review'`,
    approved: Prisma.sql`article.stage = 'approved'`,
    scheduled: Prisma.sql`EXISTS (${scheduled})`,
    published: Prisma.sql`EXISTS (${live})`,
    modified: Prisma.sql`EXISTS (SELECT FROM publication
      JOIN revision AS published ON published.article_id = article.id AND published.number = publication.revision_number
      JOIN revision AS newest ON newest.article_id = article.id AND newest.number = article.revision
      WHERE publication.article_id = article.id AND newest.content <> published.content
        AND visible_from <= ${now} AND (visible_until IS NULL OR visible_until > ${now}))`,
    unpublished: Prisma.sql`EXISTS (${begun}) AND NOT EXISTS (${live}) AND NOT EXISTS (${withdrawn})`,
    withdrawn: Prisma.sql`EXISTS (${withdrawn})`,
    trashed: Prisma.sql`article.trashed_at IS NOT NULL`,
  }
}

/** All states of the row `article`, as a JSON list. */
export function statesAt(now: Prisma.Sql): Prisma.Sql {
  const has = meanings(now)
  const cases = articleStates.map((name) => Prisma.sql`CASE WHEN ${has[name]} THEN ${name} END`)
  return Prisma.sql`array_to_json(array_remove(ARRAY[${Prisma.join(cases)}]::text[], NULL))`
}

export function isInAny(states: readonly ArticleState[], now: Prisma.Sql): Prisma.Sql {
  const has = meanings(now)
  const conditions = states.map((name) => Prisma.sql`(${has[name]})`)
  return Prisma.sql`(${Prisma.join(conditions, ' OR ')})`
}
