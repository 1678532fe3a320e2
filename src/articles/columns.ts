import { authorJson } from '../authors/store.ts'
import { Prisma } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { articleLinks, articleUrl } from '../publications/links.ts'
import type { BodyFormat } from '../publications/schema.ts'
import type { Section } from '../sections/schema.ts'
import type { Takeaway } from '../takeaways/schema.ts'
import { topicJson } from '../topics/store.ts'
import { correctedAt, correctionsOf } from './corrected.ts'
import type { Article, ArticleInclude, ArticleListed, Correction } from './schema.ts'

/** What is compiled into a publication's `document`: the article but for what is joined or added at reading. */
export type CompiledDocument = Pick<
  Article,
  'language' | 'headline' | 'summary' | 'dateline' | 'canonicalUrl' | 'wordCount' | 'readingMinutes' | 'seo'
>

export interface PublicationRow {
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

/** The same row with its large parts as the JSON that they are stored as: nobody has to take them apart to send them on. */
export interface PublicationText extends Omit<PublicationRow, 'document' | 'sections' | 'takeaways'> {
  document: string
  sections?: string
  takeaways?: string
}

/** The columns of the row `shown` that make an article. One statement reads all that is asked for. */
export function columnsFor(include: readonly ArticleInclude[], format: BodyFormat): Prisma.Sql {
  const columns = [currentColumns(include), Prisma.sql`shown.document`]
  if (include.includes('sections')) columns.push(Prisma.sql`${sectionsColumn(format)} AS sections`)
  if (include.includes('takeaways')) columns.push(Prisma.sql`shown.takeaways`)
  return Prisma.join(columns)
}

/** The columns that make `PublicationText`. */
export function textColumnsFor(include: readonly ArticleInclude[], format: BodyFormat): Prisma.Sql {
  const columns = [currentColumns(include), Prisma.sql`shown.document::text AS document`]
  if (include.includes('sections')) columns.push(Prisma.sql`${sectionsColumn(format)}::text AS sections`)
  if (include.includes('takeaways')) columns.push(Prisma.sql`shown.takeaways::text AS takeaways`)
  return Prisma.join(columns)
}

/** What was not compiled at publishing: authors and topics as they are now, and the place on the timeline. */
function currentColumns(include: readonly ArticleInclude[]): Prisma.Sql {
  const has = (name: ArticleInclude) => include.includes(name)
  const columns = [
    Prisma.sql`shown.article_id AS id, shown.slug, shown.revision_number AS revision,
      shown.first_published_at AS "firstPublishedAt", shown.published_at AS "publishedAt",
      shown.visible_from AS "updatedAt"`,
    Prisma.sql`${correctedAt} AS "correctedAt"`,
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
  if (has('corrections')) columns.push(Prisma.sql`${correctionsOf(correctionsJson)} AS corrections`)
  return Prisma.join(columns)
}

/** What of an article is so now, and was not compiled at publishing. */
export type CurrentArticle = Omit<Article, keyof CompiledDocument | 'sections' | 'takeaways'>

/** An article as JSON, and what of it is so now: what was compiled at publishing goes out as it is. */
export function writeArticle(services: Services, { document, sections, takeaways, ...row }: PublicationText) {
  const current = presentCurrent(services, row) as CurrentArticle
  const parts = [JSON.stringify(current).slice(1, -1), document.slice(1, -1)]
  if (sections) parts.push(`"sections":${sections}`)
  if (takeaways) parts.push(`"takeaways":${takeaways}`)
  return { current, text: `{${parts.join(',')}}` }
}

/** A row of these columns as the API shows it. */
export function presentArticle(services: Services, row: PublicationRow): ArticleListed {
  const { document, sections, takeaways } = row
  return {
    ...document,
    ...presentCurrent(services, row),
    ...(sections && { sections }),
    ...(takeaways && { takeaways }),
  }
}

/** All of an article but what was compiled at publishing. */
function presentCurrent(
  services: Services,
  row: Omit<PublicationRow, 'document' | 'sections' | 'takeaways'>,
) {
  const { id, slug, revision, firstPublishedAt, publishedAt, updatedAt, correctedAt } = row
  const { byline, topics, corrections } = row
  return {
    id,
    slug,
    url: articleUrl(services, row),
    revision,
    firstPublishedAt,
    publishedAt,
    updatedAt,
    correctedAt,
    byline: withoutDoubles(byline ?? [], ({ author }) => author.id),
    topics: withoutDoubles(topics ?? [], (topic) => topic.id),
    links: articleLinks(services, row),
    ...(corrections !== undefined && { corrections: corrections ?? [] }),
  }
}

export function sectionsColumn(format: BodyFormat): Prisma.Sql {
  const columns = {
    markdown: Prisma.sql`shown.sections_markdown`,
    html: Prisma.sql`shown.sections_html`,
    text: Prisma.sql`shown.sections_text`,
  }
  return columns[format]
}

function referenceJson(noun: 'author' | 'topic'): Prisma.Sql {
  return noun === 'author'
    ? Prisma.sql`json_build_object('id', author.id, 'slug', author.slug, 'name', author.name)`
    : Prisma.sql`json_build_object('id', topic.id, 'slug', topic.slug, 'name', topic.name)`
}

const correctionsJson = Prisma.sql`json_agg(json_build_object('id', correction.id, 'kind', correction.kind,
  'note', correction.note, 'sectionId', correction.section_id, 'before', correction.text_before,
  'after', correction.text_after, 'at', iso_moment(begun.visible_from)) ORDER BY begun.visible_from DESC, correction.id DESC)`

/** Merging authors or topics may name the same one twice. */
function withoutDoubles<Named>(all: Named[], idOf: (named: Named) => string): Named[] {
  return all.filter((named, index) => all.findIndex((other) => idOf(other) === idOf(named)) === index)
}
