import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { App } from '../src/http/app.ts'
import { tags } from '../src/http/contract.ts'
import { createServer } from '../src/http/server.ts'
import { type Client, clientOf } from './support/client.ts'
import { publicUrl } from './support/service.ts'

interface Reply {
  status?: number
  type?: string
  headers?: Record<string, string>
  body: unknown
}

const Greeting = z
  .object({ greeting: z.string(), at: z.iso.datetime().optional() })
  .meta({ id: 'GreetingOfAnHonestService' })

function problem(code: string) {
  return { type: code, title: code, status: 400, detail: code, instance: '/', code, requestId: code }
}

/** Answers of a service that does not keep to its document, by what there is to say of each. */
const lies: Record<string, Reply> = {
  'status 202': { status: 202, body: { greeting: 'hello' } },
  'media type text/html': { type: 'text/html', body: 'hello' },
  'must have required property': { body: {} },
  'must be string': { body: { greeting: 7 } },
  'must NOT have additional properties': { body: { greeting: 'hello', password: 'hush' } },
  'must match format': { body: { greeting: 'hello', at: '2026-02-31T00:00:00Z' } },
  'the header x-lie': { headers: { 'x-lie': 'none' }, body: { greeting: 'hello' } },
  'must be equal to constant': {
    status: 406,
    type: 'application/problem+json',
    body: { ...problem('withdrawn'), status: 406 },
  },
  'no Problem': { status: 404, type: 'application/problem+json', body: { status: 404 } },
}

const honest: Reply = { body: { greeting: 'hello' } }

let app: App
let client: Client

beforeAll(async () => {
  app = await createServer({
    publicUrl,
    logger: false,
    isTimed: false,
    isReadPublic: true,
    cacheMaxBytes: 0,
    maxEventLoopDelayMs: 0,
  })
  app.get('/greeting', {
    config: { access: 'anyone', example: { url: '/greeting' } },
    schema: {
      operationId: 'getGreeting',
      tags: [tags.service],
      summary: 'Get a greeting',
      description: 'In English, or a lie.',
      querystring: z.strictObject({ lie: z.string().optional().describe('What to lie about.') }),
      response: { 200: Greeting },
    },
    handler: async (request, reply) => {
      const {
        status = 200,
        type = 'application/json',
        headers = {},
        body,
      } = lies[request.query.lie ?? ''] ?? honest
      // What the serializer does not see, it cannot mend.
      return reply
        .code(status as 200)
        .type(type)
        .headers(headers)
        .serializer((text: string) => text)
        .send(JSON.stringify(body) as never)
    },
  })
  app.get('/unheard-of', { schema: { hide: true }, handler: async () => ({ greeting: 'hello' }) })
  await app.listen({ host: '127.0.0.1', port: 0 })
  client = clientOf(app)
})

afterAll(() => app.close())

describe('the client of the tests', () => {
  test('takes what is documented, and counts it', async ({ task }) => {
    await client.get('/greeting').expect(200)
    await client.head('/greeting').expect(200)

    expect(task.meta.answered).toEqual({ 'getGreeting 200': 2 })
  })

  test.each(Object.keys(lies))('refuses what is not: %s', async (lie) => {
    const answer = client.get(`/greeting?lie=${encodeURIComponent(lie)}`)

    await expect(answer).rejects.toThrow(lie)
  })

  test('refuses an answer of an operation that is not in the document', async () => {
    await expect(client.get('/unheard-of')).rejects.toThrow('there is no such operation')
  })

  test.each([
    ['a path that is nowhere', () => client.get('/nowhere').expect(404)],
    ['a method that a path does not have', () => client.put('/greeting').expect(405)],
    ['what a path has', () => client.options('/greeting').expect(204)],
  ])('lets HTTP answer by itself: %s', async (_, send) => {
    await send()
  })
})
