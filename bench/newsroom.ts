import type { Request } from './connection.ts'
import { query } from './database.ts'
import { adminKey, type ServerName, type Servers } from './servers.ts'
import type { Draft } from './yardsticks/creating.ts'

/** What the workloads ask for: keys of what was seeded, found once. */
export interface Newsroom {
  /** Of all live articles, in an order that stands for their popularity. */
  slugs: readonly string[]
  /** An author and a topic that many live articles have both of. */
  pairs: readonly { author: string; topic: string }[]
  /** The row in the middle of the newest-first list of all. */
  middle: { publishedAt: string; id: string }
  middlePlace: number
  /** Words of bodies, as they are searched for: each in more than a tenth of all articles, and in two to five. */
  words: { common: readonly string[]; rare: readonly string[] }
  /** Sections of live articles. */
  sections: readonly { id: string; body: string }[]
  /** Six sections, three takeaways, a byline and topics. */
  draft: Draft
  /** Sends one request that is not timed. */
  ask(server: ServerName, request: Request): Promise<Answer>
  /** Looks into the database of the service. */
  look<Row extends object>(statement: string, values: unknown[]): Promise<Row[]>
}

export interface Answer {
  status: number
  etag: string | null
  body: string
}

export const authorized = { authorization: `Bearer ${adminKey}` } as const

/** The sections that are changed: enough that two clients seldom wait for each other. */
const changedSectionCount = 1000

const pairCount = 100

export async function surveyNewsroom(url: string, servers: Servers): Promise<Newsroom> {
  // The hash of a slug has nothing to do with its age or its length.
  const articles = await query<{ slug: string }>(url, 'SELECT slug FROM plain.article ORDER BY md5(slug)')
  const pairs = await query<{ author: string; topic: string }>(url, pairsOfMostArticles, [pairCount])
  const middlePlace = Math.floor(articles.length / 2)
  const [middle] = await query<Newsroom['middle']>(url, rowAtPlace, [middlePlace])
  const sections = await query<Newsroom['sections'][number]>(url, someSections, [changedSectionCount])
  const [words] = await query<Newsroom['words']>(url, wordsOfBodies)
  const [typical] = await query<{ draft: Draft }>(url, typicalDraft)
  if (!middle || !words || !typical) throw new Error('The newsroom has too few articles')
  return {
    slugs: articles.map(({ slug }) => slug),
    pairs,
    middle,
    middlePlace,
    words,
    sections,
    draft: typical.draft,
    ask: (server, request) => ask(servers[server].port, request),
    look: (statement, values) => query(url, statement, values),
  }
}

const pairsOfMostArticles = `
  SELECT author.slug AS author, topic.slug AS topic
  FROM plain.byline JOIN plain.article_topic USING (article_id)
  JOIN author ON author.id = author_id JOIN topic ON topic.id = topic_id
  GROUP BY author.slug, topic.slug ORDER BY count(*) DESC, author.slug, topic.slug LIMIT $1`

const rowAtPlace = `
  SELECT iso_moment(published_at) AS "publishedAt", id FROM plain.article
  ORDER BY published_at DESC, id DESC OFFSET $1 LIMIT 1`

/** Of the tongue that most articles are in, and whole as their stems are: they mean the same to both. */
const wordsOfBodies = `
  WITH word AS (SELECT word, ndoc FROM ts_stat($$SELECT search FROM plain.article WHERE language LIKE 'en%'$$)
    WHERE word ~ '^[a-z]{5,}$' AND strip(to_tsvector('english', word)) = array_to_tsvector(ARRAY[word]))
  SELECT (SELECT array_agg(word) FROM (SELECT word FROM word
      WHERE ndoc > (SELECT count(*) FROM plain.article) / 10 ORDER BY md5(word) LIMIT 20) AS often) AS common,
    (SELECT array_agg(word) FROM (SELECT word FROM word
      WHERE ndoc BETWEEN 2 AND 5 ORDER BY md5(word) LIMIT 100) AS seldom) AS rare`

const someSections = `
  SELECT DISTINCT ON (article_id) section.id, section.body
  FROM section JOIN plain.article ON article.id = article_id WHERE kind = 'body' ORDER BY article_id, position LIMIT $1`

const typicalDraft = `
  SELECT json_build_object('headline', headline, 'summary', summary, 'language', language, 'dateline', dateline,
    'canonicalUrl', canonical_url, 'seo', seo,
    'byline', (SELECT json_agg(json_build_object('authorId', author_id, 'role', role) ORDER BY position)
      FROM plain.byline WHERE article_id = article.id),
    'topicIds', (SELECT json_agg(topic_id ORDER BY position) FROM plain.article_topic WHERE article_id = article.id),
    'sections', (SELECT json_agg(json_build_object('kind', kind, 'heading', heading, 'body', body) ORDER BY position)
      FROM plain.section WHERE article_id = article.id),
    'takeaways', (SELECT json_agg(json_build_object('text', text) ORDER BY position)
      FROM plain.takeaway WHERE article_id = article.id)) AS draft
  FROM plain.article
  WHERE (SELECT count(*) FROM plain.section WHERE article_id = article.id) = 6
    AND (SELECT count(*) FROM plain.takeaway WHERE article_id = article.id) = 3
    AND (SELECT count(*) FROM plain.article_topic WHERE article_id = article.id) > 0
    AND (SELECT count(*) FROM plain.byline WHERE article_id = article.id) > 0
  ORDER BY published_at DESC LIMIT 1`

async function ask(port: number, { method, path, headers, body }: Request): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      // As whoever is timed asks: each coding of an answer has an ETag of its own.
      'accept-encoding': 'identity',
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, etag: response.headers.get('etag'), body: await response.text() }
}
