import pg from 'pg'
import type { App } from '../src/http/app.ts'
import type { RecordedProblems } from '../src/http/documentExamples.ts'
import { limits } from '../src/http/limits.ts'
import type { Problem, ProblemCode } from '../src/http/problems.ts'

/** A request, and what was answered to it. */
type Call = (method: string, url: string, given?: Given) => Promise<Answer>

interface Given {
  key?: string | null
  body?: unknown
  /** The body as it is sent. */
  text?: string
  headers?: Record<string, string>
}

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: whatever the service answers
  body: any
}

interface Stage {
  call: Call
  /** A connection of its own to the database of the service. */
  database: pg.Client
}

const whatever = { 'if-match': '*' }
const article = { headline: 'Council votes for a second bridge' }
const section = '019b1f00-0000-7000-8000-000000000982'

/** How each problem that operations answer is brought about, in this order, in a newsroom that has the seed article. */
const provocations: Partial<Record<ProblemCode, (stage: Stage) => Promise<Answer>>> = {
  'invalid-request': ({ call }) => call('GET', '/v1/articles?limt=1'),
  'invalid-json': ({ call }) => call('POST', '/v1/topics', { text: '{"name": ' }),
  'invalid-url': ({ call }) => call('GET', '/v1/articles/%ff'),
  unauthenticated: ({ call }) => call('GET', '/v1/me', { key: null }),
  forbidden: async ({ call }) => {
    const { body } = await call('POST', '/v1/keys', { body: { name: 'Website', role: 'reader' } })
    return call('POST', '/v1/articles', { key: body.secret, body: article })
  },
  'not-found': ({ call }) => call('GET', '/v1/articles/no-such-article'),
  'method-not-allowed': ({ call }) => call('DELETE', '/v1/articles'),
  'not-acceptable': ({ call }) => call('GET', '/v1/articles', { headers: { accept: 'image/png' } }),
  'slug-taken': ({ call }) => call('POST', '/v1/topics', { body: { name: 'Ukraine' } }),
  'id-taken': async ({ call }) => {
    const { body } = await call('GET', '/v1/topics/ukraine')
    return call('POST', '/v1/topics', { body: { id: body.id, name: 'Black Sea' } })
  },
  conflict: async ({ call }) => {
    const { body } = await call('POST', '/v1/articles', { body: article })
    return call('DELETE', `/v1/trash/${body.id}`, { headers: whatever })
  },
  'still-referenced': ({ call }) => call('DELETE', '/v1/authors/morgan-j-carter', { headers: whatever }),
  'transition-refused': async ({ call }) => {
    const { body } = await call('POST', '/v1/articles', { body: { headline: 'Harbour reopens' } })
    const move = { headers: whatever, body: { to: 'unpublished' } }
    return call('POST', `/v1/articles/${body.id}/transitions`, move)
  },
  'takeaway-unsupported': ({ call }) =>
    call('POST', '/v1/articles', {
      body: {
        headline: 'Harbour dredged',
        sections: [{ id: section, body: 'The harbour was dredged in May.' }],
        takeaways: [{ text: 'It took a month.', evidence: [{ sectionId: section, exact: 'took a month' }] }],
        publish: true,
      },
    }),
  'request-in-progress': async ({ call, database }) => {
    const { body: me } = await call('GET', '/v1/me')
    const lock = [`${me.actor} again`]
    await database.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', lock)
    const headers = { 'idempotency-key': 'again' }
    const answer = await call('POST', '/v1/topics', { headers, body: { name: 'Ferries' } })
    await database.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', lock)
    return answer
  },
  withdrawn: ({ call }) => withdrawn(call, 'a-bridge-too-many', {}),
  'withdrawn-for-legal-reasons': ({ call }) =>
    withdrawn(call, 'a-name-too-many', { legalGround: 'Regional Court, 7 O 42/26' }),
  'precondition-failed': async ({ call }) => {
    const { body } = await call('POST', '/v1/articles', { body: { headline: 'Ferry late' } })
    const url = `/v1/articles/${body.id}`
    await call('PATCH', url, { headers: { 'if-match': '"1"' }, body: { headline: 'Ferry very late' } })
    return call('PATCH', url, { headers: { 'if-match': '"1"' }, body: { headline: 'Ferry sunk' } })
  },
  'body-too-large': ({ call }) =>
    call('POST', '/v1/topics', { body: { name: 'x'.repeat(limits.bodyBytes) } }),
  'article-too-large': ({ call }) => {
    const body = 'x'.repeat(limits.sectionBody)
    const sections = Array.from({ length: 6 }, () => ({ body }))
    return call('POST', '/v1/articles', { body: { headline: 'All of it', sections } })
  },
  'url-too-long': ({ call }) => call('GET', `/v1/articles/${'x'.repeat(limits.requestUrl)}`),
  'unsupported-media-type': ({ call }) =>
    call('POST', '/v1/topics', { headers: { 'content-type': 'text/csv' }, text: 'name' }),
  'idempotency-key-reused': async ({ call }) => {
    const headers = { 'idempotency-key': 'new-topic' }
    await call('POST', '/v1/topics', { headers, body: { name: 'Tides' } })
    return call('POST', '/v1/topics', { headers, body: { name: 'Winds' } })
  },
  'precondition-required': ({ call }) => call('DELETE', '/v1/topics/ukraine'),
  internal: (stage) => withClockThat(stage, 'XX000'),
  unavailable: (stage) => withClockThat(stage, '57014'),
}

async function withdrawn(call: Call, slug: string, more: object): Promise<Answer> {
  const { body } = await call('POST', '/v1/articles', { body: { headline: 'Bridge', slug, publish: true } })
  const move = { to: 'withdrawn', note: 'The article was about another bridge.', ...more }
  await call('POST', `/v1/articles/${body.id}/transitions`, { headers: whatever, body: move })
  return call('GET', `/v1/articles/${slug}`)
}

/** What is answered while the database's clock fails with an SQLSTATE. */
async function withClockThat({ call, database }: Stage, sqlState: string): Promise<Answer> {
  const { rows } = await database.query<{ source: string }>(
    `SELECT pg_get_functiondef('moment'::regproc) AS source`,
  )
  await database.query(`CREATE OR REPLACE FUNCTION moment() RETURNS timestamptz(3) LANGUAGE plpgsql STABLE
    PARALLEL SAFE AS $$ BEGIN RAISE EXCEPTION 'out of order' USING ERRCODE = '${sqlState}'; END $$`)
  const answer = await call('GET', '/v1/topics')
  await database.query(rows[0]?.source ?? '')
  return answer
}

/** One problem of each kind that can be brought about, as the service words it. */
export async function provokeProblems(
  app: App,
  databaseUrl: string,
  adminKey: string,
): Promise<RecordedProblems> {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  try {
    const problems: RecordedProblems = {}
    const stage = { call: callerOf(app, adminKey), database }
    for (const [code, provoke] of Object.entries(provocations)) {
      const { body } = (await provoke(stage)) as { body: Problem }
      if (body.code !== code) throw new Error(`Instead of ${code} there was: ${JSON.stringify(body)}`)
      problems[body.code] = body
    }
    return problems
  } finally {
    await database.end()
  }
}

/** What only a request over the network meets: one that is more than the limit lets through. */
export async function provokeLimit(app: App): Promise<RecordedProblems> {
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  await fetch(`${url}/v1/articles`)
  const problem = (await (await fetch(`${url}/v1/articles`)).json()) as Problem
  // How many are left differs from run to run.
  const detail = problem.detail.replace(/\d+ seconds/, '60 seconds')
  return { [problem.code]: { ...problem, detail } }
}

function callerOf(app: App, adminKey: string): Call {
  return async (method, url, { key = adminKey, body, text, headers } = {}) => {
    const payload = text ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await app.inject({
      method: method as 'GET',
      url,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    })
    return { body: response.body === '' ? null : response.json() }
  }
}
