import { query } from './database.ts'
import type { Server } from './servers.ts'

/** What readers may ask of a large archive, and how long 95 of 100 answers may take. */
interface Question {
  name: string
  boundMs: number
  paths: readonly string[]
}

/** How long the answers to a question took. */
export interface Waiting {
  name: string
  boundMs: number
  p50Ms: number
  p95Ms: number
}

/** Asked of each question, its paths in turn. */
const askedCount = 40

/** Asked before that: Postgres plans a prepared statement anew five times before it keeps a plan. */
const warmUpCount = 12

const sorts = ['publishedAt', 'firstPublishedAt', 'updatedAt', 'headline', 'wordCount'].flatMap((name) => [
  name,
  `-${name}`,
])

/** Milliseconds (src/README.md has what they come to). */
const bounds = { simple: 50, compound: 300, commonWord: 150, rareWord: 30 }

/**
 * Asks the service, which keeps no answers, one question after the other, one request at a time: what a reader waits for on an
 * idle machine, the way there and back included.
 */
export async function measureQueries(
  url: string,
  server: Server,
  onMeasured: (waiting: Waiting) => void,
): Promise<void> {
  for (const { name, boundMs, paths } of await questionsFor(url, server)) {
    const times: number[] = []
    const ask = (turn: number) => askFor(server, paths[turn % paths.length] ?? '')
    for (let turn = 0; turn < warmUpCount; turn += 1) await ask(turn)
    for (let turn = 0; turn < askedCount; turn += 1) {
      const sentAt = performance.now()
      await ask(turn)
      times.push(performance.now() - sentAt)
    }
    times.sort((a, b) => a - b)
    const quantile = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
    onMeasured({ name, boundMs, p50Ms: quantile(0.5), p95Ms: quantile(0.95) })
  }
}

async function questionsFor(url: string, server: Server): Promise<Question[]> {
  const keys = await findKeys(url)
  const simple = sorts.flatMap((sort) =>
    Object.entries(parametersOf(keys)).map(([name, values]) =>
      question(
        `${name} by ${sort}`,
        bounds.simple,
        values.map((value) => `sort=${sort}&${value}`),
      ),
    ),
  )
  const compound = filtersOf(keys).map((filter) => {
    const text = JSON.stringify(filter)
    return question(text, bounds.compound, [`filter=${encodeURIComponent(text)}`])
  })
  return [
    ...simple,
    ...compound,
    question('the first page', bounds.simple, ['limit=20']),
    question('a page from the middle, by cursor', bounds.simple, [
      `limit=20&cursor=${await findMiddle(server)}`,
    ]),
    question(
      'search for common words',
      bounds.commonWord,
      keys.commonWords.map((word) => `q=${word}`),
    ),
    question(
      'search for rare words',
      bounds.rareWord,
      keys.rareWords.map((word) => `q=${word}`),
    ),
  ]
}

function question(name: string, boundMs: number, queries: readonly string[]): Question {
  return { name, boundMs, paths: queries.map((text) => `/v1/articles?${text}`) }
}

interface Keys {
  authors: string[]
  topics: string[]
  slugs: string[]
  ids: string[]
  /** The middle of the archive, a little after its beginning and a little before its end. */
  times: string[]
  commonWords: string[]
  rareWords: string[]
}

/** Each simple parameter with values that many articles have, and some that few have. */
function parametersOf({ authors, topics, slugs, ids, times }: Keys): Record<string, string[]> {
  const each = (name: string, values: readonly string[]) => values.map((value) => `${name}=${value}`)
  return {
    author: each('author', authors),
    topic: each('topic', topics),
    language: each('language', ['en', 'de', 'fr', 'cy']),
    slug: each('slug', slugs),
    id: each('id', ids),
    publishedAfter: each('publishedAfter', times),
    publishedBefore: each('publishedBefore', times),
    updatedAfter: each('updatedAfter', times),
    asOf: each('asOf', times),
  }
}

/** Compound filters as people write them, of several fields each. */
function filtersOf({ authors, topics, times }: Keys): object[] {
  const [topic, other = topic] = topics
  const [author] = authors
  const [middle] = times
  const [isAbout, isBy, isLater] = [
    { topic: { eq: topic } },
    { author: { eq: author } },
    { publishedAt: { gte: middle } },
  ]
  return [
    { and: [isAbout, isBy] },
    { and: [{ topic: { in: [topic, other] } }, { not: { wordCount: { lt: 300 } } }] },
    { and: [{ language: { eq: 'de' } }, isAbout, isLater] },
    { or: [isBy, isAbout] },
    { and: [{ headline: { contains: 'flood' } }, { language: { eq: 'en' } }] },
    { and: [{ headline: { startsWith: 'Why' } }, { not: isLater }] },
    { and: [{ 'section.heading': { contains: 'next' } }, isAbout] },
    { and: [{ 'takeaway.text': { contains: 'council' } }, { wordCount: { gt: 500 } }] },
    { and: [{ correctedAt: { exists: true } }, { language: { eq: 'en' } }] },
    { not: { or: [isAbout, { language: { eq: 'en' } }] } },
  ]
}

async function findKeys(url: string): Promise<Keys> {
  const [keys] = await query<Keys>(url, keysStatement)
  if (!keys) throw new Error('The newsroom has no articles')
  return keys
}

/** A word that is rare in one language may be the stem of a common one in another. */
const keysStatement = `
  WITH author AS (SELECT slug, row_number() OVER (ORDER BY count(*) DESC) AS place, count(*) OVER () AS total
      FROM published_byline JOIN author ON author.id = author_id GROUP BY slug),
    topic AS (SELECT slug, row_number() OVER (ORDER BY count(*) DESC) AS place, count(*) OVER () AS total
      FROM published_topic JOIN topic ON topic.id = topic_id GROUP BY slug),
    live AS (SELECT slug, article_id FROM publication WHERE visible_from <= moment() AND visible_until IS NULL
      ORDER BY md5(slug) LIMIT 20),
    word AS (SELECT word, ndoc FROM ts_stat('SELECT search FROM publication TABLESAMPLE SYSTEM (5) REPEATABLE (1)')
      WHERE word ~ '^[a-z]{5,}$')
  SELECT (SELECT array_agg(slug) FROM author WHERE place <= 2 OR place IN (total / 2, total)) AS authors,
    (SELECT array_agg(slug) FROM topic WHERE place <= 2 OR place IN (total / 2, total)) AS topics,
    (SELECT array_agg(slug) FROM live) AS slugs, (SELECT array_agg(article_id) FROM live) AS ids,
    (SELECT array_agg(iso_moment(at)) FROM (SELECT unnest(percentile_disc(ARRAY[0.5, 0.02, 0.98])
      WITHIN GROUP (ORDER BY published_at)) AS at FROM publication WHERE visible_from <= moment()) AS times) AS times,
    (SELECT array_agg(word) FROM (SELECT word FROM word ORDER BY ndoc DESC, word LIMIT 5) AS common) AS "commonWords",
    (SELECT array_agg(word) FROM (SELECT word FROM word WHERE ndoc BETWEEN 2 AND 5 AND
      (SELECT count(*) FROM asked_queries(word, NULL) AS asked JOIN publication
        ON search @@ asked.query AND language = ANY (asked.languages)) < 200 ORDER BY md5(word) LIMIT 10) AS rare) AS "rareWords"`

/** The cursor of a page from the middle of what `offset` reaches. */
async function findMiddle(server: Server): Promise<string> {
  const { page } = JSON.parse(await askFor(server, '/v1/articles?limit=20&fields=id&offset=10000'))
  return page.nextCursor
}

async function askFor({ port }: Server, path: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`)
  const body = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}: ${body.slice(0, 500)}`)
  return body
}
