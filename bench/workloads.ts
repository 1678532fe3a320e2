import { type Check, sameAnswer, sameArticle, sameHits, sameSection } from './check.ts'
import type { Request } from './connection.ts'
import { authorized, type Newsroom } from './newsroom.ts'
import type { ServerName } from './servers.ts'
import { zipfRanks } from './zipf.ts'

/** Something that many clients ask for at the same time. To measure another one, add an entry to `workloads`. */
export interface Workload {
  /** For `--only`. */
  name: string
  title: string
  connections: number
  /** Every answer has this status. */
  status: number
  /** What a ratio compares: requests per second, or the median of waiting. */
  figure: 'rate' | 'median'
  /** Who is measured, in turn: the service, and what it is compared with. */
  contenders: readonly Contender[]
  check: Check
  /** Makes what is asked in each turn; every contender is asked the same. */
  prepare(newsroom: Newsroom, contender: Contender): Turns | Promise<Turns>
}

export interface Contender {
  name: string
  server: ServerName
}

/** Turns count from 0 and never come again, from the check to the last round. */
type Turns = (turn: number) => Request

const service: Contender = { name: 'service', server: 'service' }
/** Every answer is read from the database. */
const cold: Contender = { name: 'service, cold', server: 'uncached' }
const constant: Contender = { name: 'bare Fastify', server: 'constant' }
const statement: Contender = { name: 'hand-written SQL', server: 'statement' }
const firstPage: Contender = { name: 'first page, cold', server: 'uncached' }
const readsAlone: Contender = { name: 'reads alone', server: 'service' }

const readers = 32
const writers = 16

/** Requests of the mix of which one is a write: 95 to 5. */
const mixSize = 20

const newestWhole = '/v1/articles?limit=20&include=sections,takeaways,authors,topics,corrections'

/** The yardsticks that an entry names are the ones that say something about it. */
export const workloads: readonly Workload[] = [
  {
    ...reading('article-hot', 'One article by slug, always the same'),
    prepare: ({ slugs }) => always(get(`/v1/articles/${slugs[0]}`)),
  },
  {
    ...reading('article-zipf', 'Articles by slug, the popular ones more often'),
    prepare: zipfReads,
  },
  {
    ...reading('article-cold', 'Articles by slug, the popular ones more often, each read from the database'),
    contenders: [cold, statement],
    prepare: zipfReads,
  },
  {
    ...reading('article-unchanged', 'One article by slug that the reader has already (If-None-Match)'),
    status: 304,
    prepare: async ({ slugs, ask }, { server }) => {
      const path = `/v1/articles/${slugs[0]}`
      const { etag } = await ask(server === 'constant' ? 'service' : server, {
        ...get(path),
        headers: { 'if-none-match': '"another"' },
      })
      return always({ ...get(path), headers: { 'if-none-match': etag ?? '' } })
    },
  },
  {
    ...reading('list-newest', 'The 20 newest articles'),
    prepare: () => always(get('/v1/articles?limit=20')),
  },
  {
    ...reading('list-newest-cold', 'The 20 newest articles, read from the database'),
    contenders: [cold, statement],
    prepare: () => always(get('/v1/articles?limit=20')),
  },
  {
    ...reading(
      'list-everything-cold',
      'The 20 newest articles with everything in them, read from the database',
    ),
    contenders: [cold, statement],
    prepare: () => always(get(newestWhole)),
  },
  {
    ...reading('list-everything', 'The 20 newest articles with everything in them'),
    prepare: () => always(get(newestWhole)),
  },
  {
    ...reading('list-deep', '20 articles from the middle of all, by cursor'),
    contenders: [cold, firstPage, statement],
    prepare: async (newsroom, { name, server }) => {
      if (name === firstPage.name) return always(get('/v1/articles?limit=20'))
      const { publishedAt, id } = newsroom.middle
      const cursor = server === 'uncached' ? await findCursor(newsroom) : `${publishedAt},${id}`
      return always(get(`/v1/articles?limit=20&cursor=${cursor}`))
    },
  },
  {
    ...reading('list-filtered', '20 articles by author and topic, of the pairs that go together most'),
    contenders: [cold, statement],
    prepare: ({ pairs }) => {
      const requests = pairs.map(({ author, topic }) =>
        get(`/v1/articles?limit=20&author=${author}&topic=${topic}`),
      )
      return (turn) => at(requests, turn)
    },
  },
  searching('search-common', 'Search for words that many articles have', ({ words }) => words.common),
  searching('search-rare', 'Search for words that few articles have', ({ words }) => words.rare),
  {
    ...writing('create-one', 'Create an article with 6 sections and 3 takeaways, one after the other'),
    connections: 1,
    figure: 'median',
  },
  writing('create', 'Create articles with 6 sections and 3 takeaways'),
  {
    ...writing('section-change', 'Change a section'),
    status: 200,
    check: sameSection,
    prepare: (newsroom, { name }) => changes(newsroom, name),
  },
  {
    ...reading('mix', '95 reads of articles to 5 changes of sections'),
    contenders: [service, readsAlone, statement],
    prepare: (newsroom, { name }) => {
      if (name === readsAlone.name) return zipfReads(newsroom)
      const [read, write] = [zipfReads(newsroom), changes(newsroom, `mix, ${name}`)]
      return (turn) => (turn % mixSize === mixSize - 1 ? write(Math.floor(turn / mixSize)) : read(turn))
    },
  },
]

function reading(name: string, title: string) {
  return {
    name,
    title,
    connections: readers,
    status: 200,
    figure: 'rate',
    contenders: [service, statement, constant],
    check: sameAnswer,
  } as const
}

/** What is asked again would come from memory, and nobody asks in the same words all the time. */
function searching(
  name: string,
  title: string,
  wordsOf: (newsroom: Newsroom) => readonly string[],
): Workload {
  return {
    ...reading(name, title),
    contenders: [cold, statement],
    check: sameHits,
    prepare: (newsroom) => {
      const requests = wordsOf(newsroom).map((word) => get(`/v1/articles?limit=20&q=${word}`))
      return (turn) => at(requests, turn)
    },
  }
}

function writing(name: string, title: string): Workload {
  return {
    name,
    title,
    connections: writers,
    status: 201,
    figure: 'rate',
    contenders: [service, statement],
    check: sameArticle,
    prepare: ({ draft }, { server }) => {
      return (turn) => ({
        method: 'POST',
        path: '/v1/articles',
        headers: authorized,
        body: { ...draft, slug: `${name}-${server}-${turn}` },
      })
    },
  }
}

function get(path: string): Request {
  return { method: 'GET', path }
}

function always(request: Request): Turns {
  return () => request
}

function zipfReads({ slugs }: Newsroom): Turns {
  const requests = slugs.map((slug) => get(`/v1/articles/${slug}`))
  const ranks = zipfRanks(requests.length)
  return (turn) => at(requests, at(ranks, turn))
}

/** Each says something that nobody else says, because what changes nothing saves nothing. */
function changes({ sections }: Newsroom, label: string): Turns {
  return (turn) => {
    const { id, body } = at(sections, turn)
    return {
      method: 'PATCH',
      path: `/v1/sections/${id}`,
      headers: { ...authorized, 'if-match': '*' },
      body: { body: `${body}\n\nUpdate ${turn} (${label}).` },
    }
  }
}

/** The cursor behind the middle row, found as a reader finds it. */
async function findCursor({ middlePlace, ask }: Newsroom): Promise<string> {
  let cursor = ''
  for (let left = middlePlace + 1; left > 0; left -= 100) {
    const path = `/v1/articles?fields=id&limit=${Math.min(left, 100)}${cursor && `&cursor=${cursor}`}`
    const { page } = JSON.parse((await ask('service', get(path))).body)
    cursor = page.nextCursor
  }
  return cursor
}

/** The members in turn, from the start again after the last. */
function at<Member>(list: ArrayLike<Member>, turn: number): Member {
  return list[turn % list.length] as Member
}
