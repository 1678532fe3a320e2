import { Prisma, type Reader } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { isId } from '../lib/ids.ts'
import { absenceOf } from '../publications/absence.ts'
import type { BodyFormat } from '../publications/schema.ts'
import { visibleAt } from '../publications/visible.ts'
import { currentMoment } from '../query/page.ts'
import type { Section } from '../sections/schema.ts'
import type { Takeaway } from '../takeaways/schema.ts'
import { columnsFor, type PublicationRow, presentArticle, sectionsColumn } from './columns.ts'
import { type Article, articleIncludes } from './schema.ts'

/** A live article with everything in it. Throws what `absenceOf` finds where there is none. */
export async function getArticle(services: Services, key: string, format: BodyFormat): Promise<Article> {
  const [row] = await services.database.rows<PublicationRow>(Prisma.sql`
    SELECT ${columnsFor(articleIncludes, format)} FROM publication AS shown
    WHERE ${hasKey(key)} AND ${visibleAt(currentMoment)}`)
  if (!row) throw await absenceOf(services.database, key)
  return presentArticle(services, row) as Article
}

/** The sections of a live article, in order. */
export async function listArticleSections(
  reader: Reader,
  key: string,
  format: BodyFormat,
): Promise<Section[]> {
  return readPart<Section>(reader, key, sectionsColumn(format))
}

export async function listArticleTakeaways(reader: Reader, key: string): Promise<Takeaway[]> {
  return readPart<Takeaway>(reader, key, Prisma.sql`shown.takeaways`)
}

async function readPart<Part>(reader: Reader, key: string, column: Prisma.Sql): Promise<Part[]> {
  const [row] = await reader.rows<{ part: Part[] }>(Prisma.sql`
    SELECT ${column} AS part FROM publication AS shown WHERE ${hasKey(key)} AND ${visibleAt(currentMoment)}`)
  if (!row) throw await absenceOf(reader, key)
  return row.part
}

function hasKey(key: string): Prisma.Sql {
  return isId(key) ? Prisma.sql`shown.article_id = ${key}::uuid` : Prisma.sql`shown.slug = ${key}`
}
