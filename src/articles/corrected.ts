import { Prisma } from '../database/client.ts'

/** An aggregate over the corrections of the row `shown`. One is public from the publication on that first carried it. */
export function correctionsOf(aggregate: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT ${aggregate} FROM correction
    JOIN publication AS begun ON begun.id = correction.publication_id
    WHERE correction.article_id = shown.article_id AND begun.visible_from <= shown.visible_from)`
}

/** When the newest correction became public. */
export const correctedAt = correctionsOf(Prisma.sql`max(begun.visible_from)`)
