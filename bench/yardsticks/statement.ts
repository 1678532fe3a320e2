import { createHash } from 'node:crypto'
import Fastify from 'fastify'
import pg from 'pg'
import { changeSection } from './changing.ts'
import { createArticle, type Draft } from './creating.ts'
import * as reading from './reading.ts'

// Yardstick: bare Fastify over statements written by hand, and pg's prepared statements.

/** As many connections as the service has. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 })
const app = Fastify()

interface ListQuery {
  q?: string
  include?: string
  cursor?: string
  author?: string
  topic?: string
}

app.get<{ Params: { slug: string } }>('/v1/articles/:slug', async (request, reply) => {
  const query = { name: 'articleBySlug', text: reading.articleBySlug, values: [request.params.slug] }
  const [article] = (await pool.query<{ body: string }>(query)).rows
  if (!article) return reply.code(404).send()
  const condition = request.headers['if-none-match']
  if (condition !== undefined) {
    const etag = `"${createHash('sha1').update(article.body).digest('base64url')}"`
    reply.header('etag', etag)
    if (condition === etag) return reply.code(304).send()
  }
  return reply.type('application/json; charset=utf-8').send(article.body)
})

app.get<{ Querystring: ListQuery }>('/v1/articles', async (request, reply) => {
  const { rows } = await pool.query<{ body: string }>(listStatement(request.query))
  return reply
    .type('application/json; charset=utf-8')
    .send(`{"data":[${rows.map(({ body }) => body).join(',')}],"page":{"limit":20}}`)
})

function listStatement({ q, include, cursor, author, topic }: ListQuery) {
  if (q) return { name: 'articlesAbout', text: reading.articlesAbout, values: [q] }
  if (cursor) return { name: 'articlesAfter', text: reading.articlesAfter, values: cursor.split(',') }
  if (author) return { name: 'articlesBy', text: reading.articlesBy, values: [author, topic] }
  if (include) return { name: 'newestArticlesWhole', text: reading.newestArticlesWhole }
  return { name: 'newestArticles', text: reading.newestArticles }
}

app.post<{ Body: Draft }>('/v1/articles', async (request, reply) => {
  const article = await createArticle(pool, request.body)
  return reply.code(201).send(article)
})

app.patch<{ Params: { id: string }; Body: { body: string } }>('/v1/sections/:id', (request) =>
  changeSection(pool, request.params.id, request.body.body),
)

await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
