import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { NewsroomError, plantNewsroom } from '../prisma/seed/newsroom.ts'
import { changeArticle, getWorkingCopy } from '../src/articles/change.ts'
import { draftOf, type WorkingCopy } from '../src/articles/content.ts'
import { ArticleDraft } from '../src/articles/schema.ts'
import { Prisma } from '../src/database/client.ts'
import { databaseFault } from '../src/database/faults.ts'
import { type Change, makeChange } from '../src/events/record.ts'
import { projectPath } from '../src/lib/root.ts'
import { publish } from '../src/publishing/publish.ts'
import { aMerger, aTopic, type Made } from './support/factories.ts'
import { query, urlOf } from './support/postgres.ts'
import { aDatabase, aService, type TestService } from './support/service.ts'

const service = await aService()
const { client, clock, database } = service
const newsroom = { articleCount: 60, today: new Date('2026-11-01T00:00:00Z') }

/** Where the newsroom is that tests look at, and do not change. */
let url: string

beforeAll(async () => {
  await clock.set('2026-11-01T09:00:00Z')
  url = await urlOfService(service)
  await plantNewsroom(url, newsroom)
})

async function urlOfService(of: TestService): Promise<string> {
  const [found] = await of.database.rows<{ name: string }>(Prisma.sql`SELECT current_database() AS name`)
  return urlOf(inject('databaseUrl'), found?.name ?? '')
}

const drops: (() => Promise<unknown>)[] = []
afterAll(() => Promise.all(drops.map((drop) => drop())))

async function anEmptyDatabase(): Promise<string> {
  const empty = await aDatabase()
  drops.push(empty.drop)
  return empty.url
}

const tables = [
  ...[
    'author',
    'topic',
    'article',
    'byline',
    'article_topic',
    'section',
    'takeaway',
    'revision',
    'publication',
  ],
  ...[
    'published_section',
    'published_takeaway',
    'published_byline',
    'published_topic',
    'correction',
    'withdrawal',
  ],
  'event',
]

/** A digest of the rows of every table; of events without `seq`, which tells when they were written. */
async function digest(databaseUrl: string): Promise<object | undefined> {
  const digests = tables.map(
    (table) => `(SELECT md5(string_agg(row, '' ORDER BY row)) FROM
      (SELECT (to_jsonb(${table}) - 'seq')::text AS row FROM ${table}) AS rows) AS ${table}`,
  )
  const [row] = await query<object>(databaseUrl, `SELECT ${digests.join(', ')}`)
  return row
}

async function readWorkingCopies(): Promise<WorkingCopy[]> {
  return database.transaction(async (db) => {
    const articles = await db.article.findMany({ select: { id: true } })
    return Promise.all(articles.map(({ id }) => getWorkingCopy(db, id)))
  })
}

describe('plantNewsroom', () => {
  test('hires two hundred authors for sixty topics, and writes as many articles as are asked for', async () => {
    const [counts] = await query(
      url,
      `SELECT (SELECT count(*)::int FROM author) AS authors, (SELECT count(*)::int FROM topic) AS topics,
              count(*)::int AS articles, count(DISTINCT headline)::int AS headlines, count(DISTINCT slug)::int AS slugs
       FROM article`,
    )

    expect(counts).toEqual({ authors: 200, topics: 60, articles: 60, headlines: 60, slugs: 60 })
  })

  test('writes six sections of about nine hundred characters, and three takeaways', async () => {
    const [sizes] = await query(
      url,
      `SELECT avg(length(body))::float AS length, count(*)::float / 60 AS sections,
              (SELECT count(*)::int FROM takeaway) AS takeaways,
              (SELECT array_agg(DISTINCT evidence_state ORDER BY evidence_state) FROM takeaway) AS evidence
       FROM section`,
    )

    expect(sizes).toMatchObject({ takeaways: 180, evidence: ['current', 'none'] })
    expect(sizes).toMatchObject({ sections: expect.closeTo(6, 0), length: expect.closeTo(900, -2) })
  })

  test('leaves nothing that editors could not have written', async () => {
    const copies = await readWorkingCopies()

    for (const { content } of copies) expect(ArticleDraft.safeParse(draftOf(content)).error).toBeUndefined()
  })

  test('leaves each working copy as its newest revision says, and no revision out', async () => {
    const revisions = await database.transaction((db) => db.revision.findMany())
    const copies = await readWorkingCopies()

    for (const { id, revision, content } of copies) {
      const own = revisions.filter(({ articleId }) => articleId === id).map(({ number }) => number)
      const newest = revisions.find((one) => one.articleId === id && one.number === revision)
      expect(own.sort()).toEqual(Array.from({ length: revision }, (_, index) => index + 1))
      expect(newest?.content).toEqual(content)
    }
    expect(Math.max(...copies.map(({ revision }) => revision))).toBe(4)
  })

  test.each([
    ['byline', 'article_id'],
    ['article_topic', 'article_id'],
    ['section', 'article_id'],
    ['takeaway', 'article_id'],
    ['published_section', 'publication_id'],
    ['published_takeaway', 'publication_id'],
    ['published_byline', 'publication_id'],
    ['published_topic', 'publication_id'],
  ])('counts the positions of %s from 0 without a gap', async (table, parent) => {
    const gaps = await query(
      url,
      `SELECT ${parent} FROM ${table} GROUP BY 1 HAVING min(position) <> 0 OR max(position) <> count(*) - 1`,
    )

    expect(gaps).toEqual([])
  })

  test('lets a publication end where the next begins, and counts an unbroken run from its start', async () => {
    const wrong = await query(
      url,
      `SELECT * FROM (
         SELECT *, lag(visible_until) OVER timeline AS ended, lag(published_at) OVER timeline AS run,
                first_value(visible_from) OVER timeline AS first
         FROM publication WINDOW timeline AS (PARTITION BY article_id ORDER BY visible_from)) AS span
       WHERE ended > visible_from OR first_published_at <> first
          OR published_at <> CASE WHEN ended = visible_from THEN run ELSE visible_from END
          OR (visible_until > moment() AND visible_until <> intended_until
              AND NOT EXISTS (SELECT FROM publication AS next
                              WHERE next.article_id = span.article_id AND next.visible_from = span.visible_until))`,
    )

    expect(wrong).toEqual([])
  })

  test('gives the rows of public lists the span of their publication', async () => {
    const lists = ['published_section', 'published_takeaway', 'published_byline', 'published_topic']
    const spans = lists.map(
      (table) => `SELECT publication_id, article_id, visible_from, visible_until, published_at FROM ${table}`,
    )

    const wrong = await query(
      url,
      `${spans.join(' UNION ')} EXCEPT SELECT id, article_id, visible_from, visible_until, published_at FROM publication`,
    )

    expect(wrong).toEqual([])
  })

  test('makes public exactly what publishing makes of the same words', async () => {
    const other = await aService()
    const otherUrl = await urlOfService(other)
    await plantNewsroom(otherUrl, newsroom)
    const unmodified = await query<{ id: string }>(
      otherUrl,
      `SELECT DISTINCT ON (article.language) article.id FROM article
       JOIN publication ON article_id = article.id AND revision_number = article.revision
       WHERE visible_until IS NULL ORDER BY article.language, article.id`,
    )

    const versions = await makeChange(other.database, 'system:test', async (change) => {
      const pairs: object[][] = []
      for (const { id } of unmodified) {
        await publish(change, await touch(change, id), { override: false })
        pairs.push(
          await change.db.$queryRaw<object[]>`
            SELECT slug, language, headline, word_count, document, sections_markdown, sections_html, sections_text, takeaways,
              search::text AS search
            FROM publication WHERE article_id = ${id}::uuid ORDER BY visible_from DESC LIMIT 2`,
        )
      }
      return pairs
    })

    expect(versions.length).toBeGreaterThan(2)
    for (const [published, planted] of versions) expect(planted).toEqual(published)
  })

  test('records every revision and publication as an event, numbered without a gap', async () => {
    const [log] = await query(
      url,
      `SELECT count(*) = max(seq) AS "isGapFree", max(seq) = (SELECT last_seq FROM event_counter) AS "isCounted",
        ARRAY(SELECT (article_id, number) FROM revision
              EXCEPT SELECT ((data ->> 'id')::uuid, (data ->> 'revision')::int) FROM event)::text AS "unrecordedRevisions",
        ARRAY(SELECT (article_id, revision_number, iso_moment(visible_from)) FROM publication
              EXCEPT SELECT ((data ->> 'id')::uuid, (data ->> 'revision')::int, data ->> 'from') FROM event
              WHERE type IN ('article.published', 'article.scheduled'))::text AS "unrecordedPublications"
       FROM event`,
    )

    expect(log).toEqual({
      isGapFree: true,
      isCounted: true,
      unrecordedRevisions: '{}',
      unrecordedPublications: '{}',
    })
  })

  test('says in a correction what stood there before and after', async () => {
    const corrections = await query<{ note: string; before: string; after: string }>(
      url,
      `SELECT note, text_before AS before, text_after AS after FROM correction WHERE publication_id IS NOT NULL`,
    )

    expect(corrections.length).toBeGreaterThan(0)
    for (const { before, after, note } of corrections) {
      const [right] = after.match(/[\d.,\u00a0\u202f]*\d/g)?.slice(-1) ?? []
      expect(before).not.toBe(after)
      expect(note).toContain(right)
    }
  })

  test('has articles that are public, that are not, and that were withdrawn', async () => {
    const articles = await query<{ id: string; statuses: number[] }>(
      url,
      `SELECT id, CASE
          WHEN EXISTS (SELECT FROM withdrawal WHERE article_id = article.id) THEN '{410,451}'::int[]
          WHEN EXISTS (SELECT FROM publication WHERE article_id = article.id AND visible_from <= moment()
            AND coalesce(visible_until > moment(), true)) THEN '{200}' ELSE '{404}' END AS statuses
       FROM article`,
    )

    const answered = new Set<number>()
    for (const { id, statuses } of articles) {
      const { status } = await client.get(`/v1/articles/${id}`)
      expect(statuses).toContain(status)
      answered.add(status)
    }

    expect(answered).toEqual(new Set([200, 404, 410, 451]))
  })

  test('moves articles from one slug to another', async () => {
    const [renamed] = await query<{ before: string; after: string }>(
      url,
      `SELECT former.slug AS before, publication.slug AS after FROM publication
       JOIN publication AS former USING (article_id) WHERE former.visible_until = publication.visible_from
         AND former.slug <> publication.slug`,
    )

    const answer = await client.get(`/v1/articles/${renamed?.before}`).expect(308)

    expect(answer.headers['location']).toContain(renamed?.after)
  })

  test('makes the same rows in another database', async () => {
    const other = await anEmptyDatabase()

    await plantNewsroom(other, newsroom)

    expect(await digest(other)).toEqual(await digest(url))
  })

  test('grows to what it would have been at once', async () => {
    const grown = await anEmptyDatabase()

    const added = [
      await plantNewsroom(grown, { ...newsroom, articleCount: 25 }),
      await plantNewsroom(grown, { articleCount: 60 }),
    ]

    expect(added).toEqual([25, 35])
    expect(await digest(grown)).toEqual(await digest(url))
  })

  test('adds nothing where all is there', async () => {
    const before = await digest(url)

    const addedCount = await plantNewsroom(url, { articleCount: 60 })

    expect(addedCount).toBe(0)
    expect(await digest(url)).toEqual(before)
  })

  test('leaves whole articles when the connection is lost, and goes on from there', async () => {
    const other = await anEmptyDatabase()
    const loseConnection = () =>
      query(
        other,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      )

    const lost = plantNewsroom(other, {
      articleCount: 120,
      onProgress: loseConnection,
    })

    await expect(lost).rejects.toSatisfy((error) => databaseFault(error)?.kind === 'unavailable')
    const [left] = await query<{ count: number }>(other, 'SELECT count(*)::int FROM article')
    expect(left?.count).toBe(100)
    expect(await plantNewsroom(other, { articleCount: 120 })).toBe(20)
  })

  test('stops when it is told to', async () => {
    const other = await anEmptyDatabase()

    const stopped = plantNewsroom(other, { articleCount: 1, signal: AbortSignal.abort() })

    await expect(stopped).rejects.toThrow(/abort/)
    expect(await plantNewsroom(other, { articleCount: 1 })).toBe(1)
  })

  test('says which slug stands in its way', async () => {
    const other = await aService()
    await aTopic(other, { name: 'Economy' })

    const refused = plantNewsroom(await urlOfService(other), newsroom)

    await expect(refused).rejects.toThrow(NewsroomError)
    await expect(refused).rejects.toThrow(/Key \(slug\)=\(economy\) already exists/)
  })

  test('does not grow where editors have merged its authors', async () => {
    const other = await aService()
    const otherUrl = await urlOfService(other)
    await plantNewsroom(otherUrl, { ...newsroom, articleCount: 1 })
    const [one, two] = await query<Made>(otherUrl, 'SELECT id, slug FROM author LIMIT 2')
    if (one && two) await aMerger(other, 'author', one, two)

    const refused = plantNewsroom(otherUrl, newsroom)

    await expect(refused).rejects.toThrow(/merged/)
    expect(await plantNewsroom(otherUrl, { articleCount: 1 })).toBe(0)
  })

  test.each([
    ['another than at first', '2026-10-01', /has the day 2026-11-01/],
    ['ahead of the clock', '2126-10-01', /cannot lie ahead/],
  ])('refuses a day %s', async (_, day, message) => {
    const database = day < '2100' ? url : await anEmptyDatabase()

    const refused = plantNewsroom(database, { articleCount: 1, today: new Date(day) })

    await expect(refused).rejects.toThrow(message)
  })
})

describe('npm run seed', () => {
  test.concurrent.each([
    [['--articles', 'ten'], '--articles must be a whole number'],
    [['--articles', '10', '--today', '2026-02-30'], '--today must be a date'],
    [['--artikel', '10'], "Unknown option '--artikel'"],
  ])('explains itself when given %s', async (args, message) => {
    const main = projectPath('prisma/seed/main.ts')

    const refused = promisify(execFile)(process.execPath, ['--import', 'tsx', main, ...args])

    await expect(refused).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(message) })
  })
})

/** A revision of its own for a publication, with the same words. */
function touch(change: Change, id: string): Promise<WorkingCopy> {
  return changeArticle(change, id, () => ({ stage: 'draft', eventTypes: [] }))
}
