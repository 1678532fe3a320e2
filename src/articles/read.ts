import { authorJson } from '../authors/store.ts'
import { Prisma, type Reader } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { invalidRequest } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { isId } from '../lib/ids.ts'
import { absenceOf } from '../publications/absence.ts'
import { articleLinks, articleUrl } from '../publications/links.ts'
import type { BodyFormat, PublicationFilter } from '../publications/schema.ts'
import { lastBoundary, matching, visibleAt } from '../publications/visible.ts'
import { select } from '../query/fields.ts'
import { currentMoment, readPage } from '../query/page.ts'
import { orderOf } from '../query/sort.ts'
import type { Section } from '../sections/schema.ts'
import type { Takeaway } from '../takeaways/schema.ts'
import { topicJson } from '../topics/store.ts'
import {
  type Article,
  type ArticleInclude,
  type ArticleListed,
  type ArticleQuery,
  articleIncludes,
  articleSorts,
  type Correction,
} from './schema.ts'

/** An article that is live at a moment, with everything in it. Throws what `absenceOf` finds where there is none. */
export async function getArticle(
  services: Services,
  key: string,
  format: BodyFormat,
  at: Prisma.Sql = currentMoment,
): Promise<Article> {
  const [row] = await services.database.rows<PublicationRow>(Prisma.sql`
    SELECT ${columnsFor(articleIncludes, format)} FROM publication AS shown
    WHERE ${hasKey(key)} AND ${visibleAt(at)}`)
  if (!row) throw await absenceOf(services.database, key, at)
  return present(services, row) as Article
}

export async function listArticles(
  services: Services,
  query: ArticleQuery,
): Promise<PageOf<ArticleListed | Partial<Article>>> {
  const {
    limit,
    cursor,
    fields,
    format,
    sort = ['-publishedAt'],
    include,
    version: _,
    state,
    ...filter
  } = query
  if (state) throw draftsOnly()
  const tieBreaker = { column: Prisma.sql`shown.article_id`, type: 'uuid' } as const
  const request = {
    limit,
    cursor,
    order: orderOf(articleSorts, sort, tieBreaker),
    boundTo: ['articles', sort, filter],
  }
  const { rows, page } = await readPage<PublicationRow>(services.database, request, {
    columns: columnsFor(includesOf(include, fields), format),
    from: Prisma.sql`publication AS shown`,
    readAt: lastBoundary,
    where: (at) => [visibleAt(at), ...matching(filter, Prisma.sql`shown.id`)],
  })
  const articles = rows.map((row) => present(services, row))
  return { data: fields ? articles.map((article) => select(article as Article, fields)) : articles, page }
}

/** The newest articles that are live, with everything in them: what a feed shows. */
export async function listNewestArticles(
  services: Services,
  filter: PublicationFilter,
  format: BodyFormat,
  limit: number,
): Promise<Article[]> {
  const conditions = [visibleAt(currentMoment), ...matching(filter, Prisma.sql`shown.id`)]
  const rows = await services.database.rows<PublicationRow>(Prisma.sql`
    SELECT ${columnsFor(articleIncludes, format)} FROM publication AS shown
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY shown.published_at DESC, shown.article_id DESC LIMIT ${limit}`)
  return rows.map((row) => present(services, row) as Article)
}

/** The articles of these ids that are live, as lists show them, in the order of the ids. */
export async function listArticlesById(services: Services, ids: readonly string[]): Promise<ArticleListed[]> {
  const rows = await services.database.rows<PublicationRow>(Prisma.sql`
    SELECT ${columnsFor([], 'text')} FROM publication AS shown
    WHERE shown.article_id = ANY(${ids}::uuid[]) AND ${visibleAt(currentMoment)}
    ORDER BY array_position(${ids}::uuid[], shown.article_id)`)
  return rows.map((row) => present(services, row))
}

/** The id of the publication that is live under a key. Throws what `absenceOf` finds where there is none. */
export async function findLivePublication(reader: Reader, key: string): Promise<string> {
  const [row] = await reader.rows<{ id: string }>(Prisma.sql`
    SELECT shown.id FROM publication AS shown WHERE ${hasKey(key)} AND ${visibleAt(currentMoment)}`)
  if (!row) throw await absenceOf(reader, key)
  return row.id
}

function draftsOnly() {
  return invalidRequest({ parameter: 'state', code: 'not-allowed', message: 'Goes with version=draft only.' })
}

/** The sections of an article that is live at a moment, in order. */
export async function listArticleSections(
  reader: Reader,
  key: string,
  format: BodyFormat,
  at: Prisma.Sql,
): Promise<Section[]> {
  return readPart<Section>(reader, key, sectionsColumn(format), at)
}

export async function listArticleTakeaways(reader: Reader, key: string, at: Prisma.Sql): Promise<Takeaway[]> {
  return readPart<Takeaway>(reader, key, Prisma.sql`shown.takeaways`, at)
}

async function readPart<Part>(
  reader: Reader,
  key: string,
  column: Prisma.Sql,
  at: Prisma.Sql,
): Promise<Part[]> {
  const [row] = await reader.rows<{ part: Part[] }>(Prisma.sql`
    SELECT ${column} AS part FROM publication AS shown WHERE ${hasKey(key)} AND ${visibleAt(at)}`)
  if (!row) throw await absenceOf(reader, key, at)
  return row.part
}

/** What is compiled into a publication's `document`: the article but for what is joined or added at reading. */
export type CompiledDocument = Pick<
  Article,
  'language' | 'headline' | 'summary' | 'dateline' | 'canonicalUrl' | 'wordCount' | 'readingMinutes' | 'seo'
>

interface PublicationRow {
  id: string
  slug: string
  revision: number
  document: CompiledDocument
  firstPublishedAt: string
  publishedAt: string
  updatedAt: string
  correctedAt: string | null
  byline: ArticleListed['byline'] | null
  topics: ArticleListed['topics'] | null
  sections?: Section[]
  takeaways?: Takeaway[]
  corrections?: Correction[] | null
}

/** Asking for a field asks for what it is in. */
function includesOf(
  include: readonly ArticleInclude[],
  fields: readonly string[] | undefined,
): ArticleInclude[] {
  if (!fields) return [...include]
  const names: Partial<Record<string, ArticleInclude>> = {
    byline: 'authors',
    topics: 'topics',
    sections: 'sections',
    takeaways: 'takeaways',
    corrections: 'corrections',
  }
  return articleIncludes.filter((name) =>
    fields.some((field) => names[field.split('.', 1)[0] ?? ''] === name),
  )
}

function hasKey(key: string): Prisma.Sql {
  return isId(key) ? Prisma.sql`shown.article_id = ${key}::uuid` : Prisma.sql`shown.slug = ${key}`
}

function sectionsColumn(format: BodyFormat): Prisma.Sql {
  const columns = {
    markdown: Prisma.sql`shown.sections_markdown`,
    html: Prisma.sql`shown.sections_html`,
    text: Prisma.sql`shown.sections_text`,
  }
  return columns[format]
}

/** One statement reads all that is asked for: what was compiled at publishing, and authors and topics as they are now. */
function columnsFor(include: readonly ArticleInclude[], format: BodyFormat): Prisma.Sql {
  const has = (name: ArticleInclude) => include.includes(name)
  const columns = [
    Prisma.sql`shown.article_id AS id, shown.slug, shown.revision_number AS revision, shown.document,
      shown.first_published_at AS "firstPublishedAt", shown.published_at AS "publishedAt",
      shown.visible_from AS "updatedAt"`,
    Prisma.sql`${correctionsOf(Prisma.sql`max(begun.visible_from)`)} AS "correctedAt"`,
    Prisma.sql`(SELECT json_agg(json_build_object('role', published_byline.role,
        'author', ${has('authors') ? authorJson : referenceJson('author')}) ORDER BY published_byline.position)
      FROM published_byline JOIN author AS named ON named.id = published_byline.author_id
      JOIN author ON author.id = coalesce(named.merged_into_id, named.id)
      WHERE published_byline.publication_id = shown.id) AS byline`,
    Prisma.sql`(SELECT json_agg(${has('topics') ? topicJson : referenceJson('topic')} ORDER BY published_topic.position)
      FROM published_topic JOIN topic AS named ON named.id = published_topic.topic_id
      JOIN topic ON topic.id = coalesce(named.merged_into_id, named.id)
      WHERE published_topic.publication_id = shown.id) AS topics`,
  ]
  if (has('sections')) columns.push(Prisma.sql`${sectionsColumn(format)} AS sections`)
  if (has('takeaways')) columns.push(Prisma.sql`shown.takeaways`)
  if (has('corrections')) columns.push(Prisma.sql`${correctionsOf(correctionsJson)} AS corrections`)
  return Prisma.join(columns)
}

function referenceJson(noun: 'author' | 'topic'): Prisma.Sql {
  return noun === 'author'
    ? Prisma.sql`json_build_object('id', author.id, 'slug', author.slug, 'name', author.name)`
    : Prisma.sql`json_build_object('id', topic.id, 'slug', topic.slug, 'name', topic.name)`
}

const correctionsJson = Prisma.sql`json_agg(json_build_object('id', correction.id, 'kind', correction.kind,
  'note', correction.note, 'sectionId', correction.section_id, 'before', correction.text_before,
  'after', correction.text_after, 'at', iso_moment(begun.visible_from)) ORDER BY begun.visible_from DESC, correction.id DESC)`

/** A correction is public from the publication on that first carried it. */
function correctionsOf(aggregate: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT ${aggregate} FROM correction
    JOIN publication AS begun ON begun.id = correction.publication_id
    WHERE correction.article_id = shown.article_id AND begun.visible_from <= shown.visible_from)`
}

function present(services: Services, row: PublicationRow): ArticleListed {
  const { id, slug, document, byline, topics, corrections, ...rest } = row
  return {
    ...document,
    ...rest,
    id,
    slug,
    url: articleUrl(services, row),
    byline: withoutDoubles(byline ?? [], ({ author }) => author.id),
    topics: withoutDoubles(topics ?? [], (topic) => topic.id),
    links: articleLinks(services, row),
    ...(corrections !== undefined && { corrections: corrections ?? [] }),
  }
}

/** Merging authors or topics may name the same one twice. */
function withoutDoubles<Named>(all: Named[], idOf: (named: Named) => string): Named[] {
  return all.filter((named, index) => all.findIndex((other) => idOf(other) === idOf(named)) === index)
}
