import { Prisma } from '../database/client.ts'
import type { Piece } from '../http/written.ts'
import type { ArticleInclude, ArticleListed } from './schema.ts'

/*
 * The authors and topics of articles as they are now: what is compiled at publishing knows only their ids, so that a
 * corrected name shows everywhere at once.
 */

/** SQL of the byline and the topics of one article: JSON each, null where there is nobody or nothing. */
export interface NameColumns {
  byline: Prisma.Sql
  topics: Prisma.Sql
}

/** For a row `shown` that is read alone. */
export function namesOf(include: readonly ArticleInclude[]): NameColumns {
  const { byline, topics } = namedJson(include)
  return {
    byline: Prisma.sql`(SELECT ${byline} FROM ${bylineNames} WHERE published_byline.publication_id = shown.id)`,
    topics: Prisma.sql`(SELECT ${topics} FROM ${topicNames} WHERE published_topic.publication_id = shown.id)`,
  }
}

/** For all rows of a page (`ListStatement.joined`), looked up together. */
export function namesOfPage(include: readonly ArticleInclude[]): Prisma.Sql {
  const { byline, topics } = namedJson(include)
  return Prisma.sql`
    LEFT JOIN (SELECT page.id, ${byline} AS named, count(named.merged_into_id) AS merged_count
      FROM page JOIN ${bylineNames} ON published_byline.publication_id = page.id GROUP BY page.id) AS bylines ON bylines.id = shown.id
    LEFT JOIN (SELECT page.id, ${topics} AS named, count(named.merged_into_id) AS merged_count
      FROM page JOIN ${topicNames} ON published_topic.publication_id = page.id GROUP BY page.id) AS subjects ON subjects.id = shown.id`
}

export const pageNames: NameColumns = {
  byline: Prisma.sql`bylines.named`,
  topics: Prisma.sql`subjects.named`,
}

/** True where an author or topic of the row took another one's place, else null: only then may one be named twice. */
export const mergedOnPage = Prisma.sql`nullif(bylines.merged_count > 0 OR subjects.merged_count > 0, false)`

const bylineNames = Prisma.sql`(published_byline JOIN author AS named ON named.id = published_byline.author_id
  JOIN author ON author.id = coalesce(named.merged_into_id, named.id))`

const topicNames = Prisma.sql`(published_topic JOIN topic AS named ON named.id = published_topic.topic_id
  JOIN topic ON topic.id = coalesce(named.merged_into_id, named.id))`

function namedJson(include: readonly ArticleInclude[]): NameColumns {
  const author = include.includes('authors') ? Prisma.sql`author.document` : Prisma.sql`author.reference`
  const topic = include.includes('topics') ? Prisma.sql`topic.document` : Prisma.sql`topic.reference`
  return {
    byline: Prisma.sql`json_agg(json_build_object('role', published_byline.role, 'author', ${author})
      ORDER BY published_byline.position)`,
    topics: Prisma.sql`json_agg(${topic} ORDER BY published_topic.position)`,
  }
}

/** The names of a row as they were sent, and as objects. */
export interface Names<Shown extends ArticleListed> {
  text: NamesText
  byline: Shown['byline']
  topics: Shown['topics']
}

/** The names of a row as JSON. */
export interface NamesText {
  byline: Piece | null
  topics: Piece | null
}

/** Takes the names of a row apart. Who took another one's place may be named twice, and is shown once. */
export function readNames<Shown extends ArticleListed>(row: NamesText): Names<Shown> {
  const [all, about]: [Shown['byline'], Shown['topics']] = [
    JSON.parse(String(row.byline ?? '[]')),
    JSON.parse(String(row.topics ?? '[]')),
  ]
  const [byline, topics] = [withoutDoubleAuthors(all), withoutDoubleTopics(about)]
  const isAsSent = byline.length === all.length && topics.length === about.length
  const text = isAsSent
    ? { byline: row.byline, topics: row.topics }
    : { byline: JSON.stringify(byline), topics: JSON.stringify(topics) }
  return { text, byline, topics }
}

export function withoutDoubleAuthors<Byline extends ArticleListed['byline']>(byline: Byline): Byline {
  return withoutDoubles(byline, ({ author }) => author.id) as Byline
}

export function withoutDoubleTopics<Topics extends ArticleListed['topics']>(topics: Topics): Topics {
  return withoutDoubles(topics, ({ id }) => id) as Topics
}

function withoutDoubles<Named>(all: readonly Named[], idOf: (named: Named) => string): Named[] {
  return all.filter((named, index) => all.findIndex((other) => idOf(other) === idOf(named)) === index)
}
