import { describe, expect, test } from 'vitest'
import { limits } from '../src/http/limits.ts'
import { barePublications } from './support/barePublications.ts'
import { query } from './support/postgres.ts'
import { aService, type TestService } from './support/service.ts'
import { listed, walkOn } from './support/walk.ts'

const now = '2026-06-03T12:00:00.000Z'
const beforeMost = '2025-11-03T12:00:00.000Z'
const replacedAt = '2026-05-03T12:00:00.000Z'

/**
 * Which publications have which words, by their places in order of time, the newest first. A search takes up to 500 matches as
 * they are; for more it looks through the newest 4,000, then up to the 16,000th, then through the rest; `at_edge` are those
 * of the times at which it goes on.
 */
const words = {
  storm: 'true',
  fifth: 'place % 5 = 0',
  eighth: 'place % 8 = 0 OR at_edge',
  tenth: 'place % 10 = 0',
  eighteenth: 'place % 18 = 0',
  granite: 'place > 19500',
  marble: 'place > 19499',
  hundredth: 'place % 100 = 0 OR at_edge',
  archived: 'place % 30 = 0 OR place >= 4000 AND place % 4 = 0',
  relic: 'place > 16000',
  comet: 'place IN (2000, 9000, 19000)',
  wahlen: 'place % 6 = 0',
}

/** SQL of an article's id, made of a number; the ids are in no order. */
const idOf = (number: string) =>
  `overlay(overlay(md5((${number})::text) placing '7' from 13) placing '8' from 17)::uuid`

/**
 * Publications in threes of one time, an hour between them; those of an edge are on both sides of it. The first ninety are
 * scheduled. One in seven is German, one in 37 withdrawn, and of each fiftieth three, those at the edges among them, the
 * last is what the one before it replaced.
 */
async function anArchive(count: number) {
  const service = await aService()
  await service.clock.set(now)
  const text = Object.entries(words).map(
    ([word, condition]) => `CASE WHEN ${condition} THEN repeat('${word} ', 1 + place % 4) END`,
  )
  await barePublications(
    service.url,
    `SELECT ${idOf('CASE WHEN is_versioned AND place % 3 = 0 THEN place - 1 ELSE place END')} AS article_id,
        'article-' || place AS slug, language, place % 1000 AS word_count,
        setweight(to_tsvector(text_search_config(language), concat_ws(' ', ${text}, repeat('filler ', place % 50))),
          (ARRAY['A', 'B', 'C', 'D']::"char"[])[1 + place % 4]) AS search,
        CASE WHEN is_versioned AND place % 3 = 2 THEN '${replacedAt}' ELSE at END AS visible_from,
        CASE WHEN is_versioned AND place % 3 = 0 THEN timestamptz '${replacedAt}' END AS visible_until,
        at AS published_at
      FROM generate_series(1, ${count}) AS place,
        LATERAL (SELECT (place - 1) / 3 AS three) AS threes,
        LATERAL (SELECT CASE WHEN place % 7 = 0 THEN 'de' ELSE 'en' END AS language,
          three IN (1333, 5333) AS at_edge, timestamptz '${now}' - (three - 30) * interval '1 hour' AS at) AS written,
        LATERAL (SELECT three % 50 = 33 AND at < '${replacedAt}' AS is_versioned) AS versions`,
  )
  await query(service.url, 'ALTER TABLE withdrawal DROP CONSTRAINT withdrawal_article_id_fkey')
  await query(
    service.url,
    `INSERT INTO withdrawal (id, article_id, reason, at)
      SELECT ${idOf('place')}, ${idOf('place')}, 'Made up.', '${now}' FROM generate_series(37, ${count}, 37) AS place`,
  )
  await query(service.url, 'ANALYZE')
  return service
}

interface Sought {
  q: string
  /** What is asked for beside it, as parameters and as SQL. */
  parameters?: string
  condition?: string
  asOf?: string
}

/** Ids of all pages. */
async function found({ client }: TestService, { q, parameters = '', asOf }: Sought): Promise<unknown[]> {
  const past = asOf === undefined ? '' : `&asOf=${asOf}`
  return listed(await walkOn(client, `/v1/articles?q=${q}&fields=id&limit=100${parameters}${past}`))
}

/** The newest of all that have the words, in the order of their rank as src/search/README.md has it, told plainly. */
async function expectedOf(url: string, { q, condition = 'true', asOf = now }: Sought): Promise<string[]> {
  const found = await query<{ id: string }>(
    url,
    `SELECT id FROM (
        SELECT article_id AS id, ts_rank(search, asked, 1)::float8 AS weight,
          extract(epoch FROM timestamptz '${asOf}' - published_at)::float8 / 86400 AS age_days
        FROM publication, websearch_to_tsquery(text_search_config(language), '${q}') AS asked
        WHERE search @@ asked AND visible_from <= '${asOf}' AND coalesce(visible_until, 'infinity') > '${asOf}'
          AND article_id NOT IN (SELECT article_id FROM withdrawal) AND (${condition})
        ORDER BY published_at DESC, article_id DESC LIMIT ${limits.rankedHits}) AS newest
      ORDER BY round(1e9 * weight * (0.5 + 0.5 * 0.5 ^ (age_days / 30))) DESC, id`,
  )
  return found.map(({ id }) => id)
}

async function expectTheSame(archive: TestService, sought: Sought, count: number): Promise<void> {
  const expected = await expectedOf(archive.url, sought)

  expect(expected).toHaveLength(count)
  expect(await found(archive, sought)).toEqual(expected)
}

describe('a search of 20,000 publications', async () => {
  const archive = await anArchive(20_000)

  test.each([
    ['storm', 1000],
    ['fifth', 1000],
    ['eighth', 1000],
    ['tenth', 1000],
    ['eighteenth', 1000],
    ['granite', 484],
    ['marble', 485],
    ['hundredth', 197],
    ['archived', 1000],
    ['relic', 1000],
    ['comet', 3],
    ['wahlen', 1000],
    ['wahl', 445],
  ])('finds the newest that have "%s", each once and by rank', async (q, count) => {
    await expectTheSame(archive, { q }, count)
  })

  test.each<[Sought, number]>([
    [{ q: 'storm', parameters: '&language=de', condition: `language = 'de'` }, 1000],
    [{ q: 'fifth', parameters: '&filter={"wordCount":{"lt":300}}', condition: 'word_count < 300' }, 1000],
    [
      {
        q: 'fifth',
        parameters: `&publishedBefore=${beforeMost}`,
        condition: `published_at < '${beforeMost}'`,
      },
      904,
    ],
    [{ q: 'fifth', asOf: '2026-04-24T12:00:00.000Z' }, 1000],
    [{ q: 'fifth', asOf: '2026-02-24T12:00:00.000Z' }, 1000],
  ])('finds them with other conditions too: %j', async (sought, count) => {
    await expectTheSame(archive, sought, count)
  })

  test('shows neither what is scheduled nor what was withdrawn', async () => {
    const hidden = await query<{ id: string }>(
      archive.url,
      `SELECT article_id AS id FROM publication
        WHERE visible_from > '${now}' OR article_id IN (SELECT article_id FROM withdrawal)`,
    )
    const ids = new Set(await found(archive, { q: 'tenth' }))

    expect(hidden.length).toBeGreaterThan(600)
    expect(hidden.filter(({ id }) => ids.has(id))).toEqual([])
  })
})

describe.each([4000, 10_000])('a search of %i publications', async (archiveCount) => {
  const archive = await anArchive(archiveCount)

  test.each(['fifth', 'eighteenth', 'hundredth', 'archived'])(
    'finds those that have "%s", each once and by rank',
    async (q) => {
      const expected = await expectedOf(archive.url, { q })

      expect(expected.length).toBeGreaterThan(0)
      expect(await found(archive, { q })).toEqual(expected)
    },
  )
})
