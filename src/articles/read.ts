import { Prisma, type Reader } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { type PageOf, wholeList } from '../http/schemas.ts'
import type { Shown, Span } from '../http/storedResponse.ts'
import type { Piece } from '../http/written.ts'
import { isId } from '../lib/ids.ts'
import { absenceOf } from '../publications/absence.ts'
import { findNamed, type NamedKeys, namesAny } from '../publications/named.ts'
import { type BodyFormat, bodyFormats } from '../publications/schema.ts'
import { type Spanned, type SpanRow, spanColumns, spanOf } from '../publications/shown.ts'
import { visibleAt } from '../publications/visible.ts'
import { currentMoment } from '../query/moments.ts'
import type { Section } from '../sections/schema.ts'
import type { Takeaway } from '../takeaways/schema.ts'
import {
  columnsFor,
  type PublicationRow,
  type PublicationText,
  presentArticle,
  readOwn,
  type Shape,
  sectionsColumn,
  textColumnsFor,
  writeArticle,
} from './columns.ts'
import { namesOf, readNames } from './names.ts'
import { type Article, type ArticleListed, articleIncludes } from './schema.ts'

/** An article that is live at a moment, with everything in it. Throws what `absenceOf` finds where there is none. */
export async function getArticle(
  services: Services,
  key: string,
  format: BodyFormat,
  at: Prisma.Sql = currentMoment,
): Promise<Spanned<Article>> {
  const [row] = await services.database.rows<PublicationRow & SpanRow>(Prisma.sql`
    SELECT ${columnsFor(whole(format))}, ${spanColumns} FROM publication AS shown
    WHERE ${hasKey(key)} AND ${visibleAt(at)}`)
  if (!row) throw await absenceOf(services.database, key, at)
  return { ...(presentArticle(services, row) as Article), span: spanOf(row) }
}

/** What the headers of an answer tell of an article. */
export type ToldArticle = Spanned<Pick<Article, 'id' | 'updatedAt' | 'byline' | 'topics'>>

/** The same as pieces of JSON, which is not taken apart on its way from the database, and what to tell of it. */
export async function getArticleText(
  services: Services,
  key: string,
  format: BodyFormat,
  at: Prisma.Sql,
): Promise<{ pieces: Piece[]; told: ToldArticle }> {
  const [row] = await services.database.rows<PublicationText & SpanRow>(
    Prisma.sql`
    SELECT ${wholeText[format]} FROM publication AS shown WHERE ${hasKey(key)} AND ${visibleAt(at)}`,
    { json: 'bytes' },
  )
  if (!row) throw await absenceOf(services.database, key, at)
  const names = readNames<Article>(row)
  const { id, updatedAt } = readOwn(row)
  return {
    pieces: writeArticle(services, { ...row, ...names.text }),
    told: { id, updatedAt, byline: names.byline, topics: names.topics, span: spanOf(row) },
  }
}

function whole(format: BodyFormat): Shape {
  return { include: articleIncludes, format, names: namesOf(articleIncludes) }
}

/** Put together once: it takes longer than what is done with the row. */
const wholeText = Object.fromEntries(
  bodyFormats.map((format) => [format, Prisma.sql`${textColumnsFor(whole(format))}, ${spanColumns}`]),
) as Record<BodyFormat, Prisma.Sql>

/** What an article shows: itself, its authors and its topics. */
export function shownInArticle({ id, byline, topics, span }: ToldArticle): Shown | null {
  const authors = byline.map(({ author }) => `author:${author.id}`)
  return span && { tags: [`article:${id}`, ...authors, ...topics.map((topic) => `topic:${topic.id}`)], span }
}

/** The newest articles that are live, of these authors or topics, with everything in them: what a feed shows. */
export async function listNewestArticles(
  services: Services,
  filter: NamedKeys,
  format: BodyFormat,
  limit: number,
): Promise<Article[]> {
  const named = await findNamed(services.database, filter)
  const conditions = [visibleAt(currentMoment), ...namesAny(named, Prisma.sql`shown.id`)]
  const rows = await services.database.rows<PublicationRow>(Prisma.sql`
    SELECT ${columnsFor(whole(format))} FROM publication AS shown
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY shown.published_at DESC, shown.article_id DESC LIMIT ${limit}`)
  return rows.map((row) => presentArticle(services, row) as Article)
}

/** The articles of these ids that are live, as lists show them, in the order of the ids. */
export async function listArticlesById(services: Services, ids: readonly string[]): Promise<ArticleListed[]> {
  const rows = await services.database.rows<PublicationRow>(Prisma.sql`
    SELECT ${columnsFor({ include: [], format: 'text', names: namesOf([]) })} FROM publication AS shown
    WHERE shown.article_id = ANY(${ids}::uuid[]) AND ${visibleAt(currentMoment)}
    ORDER BY array_position(${ids}::uuid[], shown.article_id)`)
  return rows.map((row) => presentArticle(services, row))
}

/** The id of the publication that is live under a key. Throws what `absenceOf` finds where there is none. */
export async function findLivePublication(reader: Reader, key: string): Promise<string> {
  const [row] = await reader.rows<{ id: string }>(Prisma.sql`
    SELECT shown.id FROM publication AS shown WHERE ${hasKey(key)} AND ${visibleAt(currentMoment)}`)
  if (!row) throw await absenceOf(reader, key)
  return row.id
}

/** The id of the article that is live under a key; null where there is none. */
export async function findLiveArticleId(reader: Reader, key: string): Promise<string | null> {
  const [row] = await reader.rows<{ id: string }>(Prisma.sql`
    SELECT shown.article_id AS id FROM publication AS shown WHERE ${hasKey(key)} AND ${visibleAt(currentMoment)}`)
  return row?.id ?? null
}

/** The sections of an article that is live at a moment, in order. */
export async function listArticleSections(
  reader: Reader,
  key: string,
  format: BodyFormat,
  at: Prisma.Sql,
): Promise<ArticlePart<Section>> {
  return readPart<Section>(reader, key, sectionsColumn(format), at)
}

export async function listArticleTakeaways(
  reader: Reader,
  key: string,
  at: Prisma.Sql,
): Promise<ArticlePart<Takeaway>> {
  return readPart<Takeaway>(reader, key, Prisma.sql`shown.takeaways`, at)
}

/** All sections or takeaways of an article. */
interface ArticlePart<Part> {
  articleId: string
  list: PageOf<Part>
  span: Span
}

async function readPart<Part>(
  reader: Reader,
  key: string,
  column: Prisma.Sql,
  at: Prisma.Sql,
): Promise<ArticlePart<Part>> {
  const [row] = await reader.rows<{ articleId: string; part: Part[] } & SpanRow>(Prisma.sql`
    SELECT shown.article_id AS "articleId", ${column} AS part, ${spanColumns} FROM publication AS shown WHERE ${hasKey(key)} AND ${visibleAt(at)}`)
  if (!row) throw await absenceOf(reader, key, at)
  return { articleId: row.articleId, list: wholeList(row.part), span: spanOf(row) }
}

function hasKey(key: string): Prisma.Sql {
  return isId(key) ? Prisma.sql`shown.article_id = ${key}::uuid` : Prisma.sql`shown.slug = ${key}`
}
