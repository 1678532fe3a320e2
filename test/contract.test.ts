import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { App } from '../src/http/app.ts'
import { tags } from '../src/http/contract.ts'
import { createServer } from '../src/http/server.ts'
import { publicUrl } from './support/service.ts'

const config = { access: 'anyone', example: { url: '/greeting' } } as const
const schema = {
  operationId: 'getGreeting',
  tags: [tags.service],
  summary: 'Get a greeting',
  description: 'In English.',
  response: { 200: z.object({ greeting: z.string() }).meta({ id: 'Greeting' }) },
}

interface Route {
  method?: string
  url?: string
  config?: object
  schema?: object
}

/** A server that is about to start with these routes. */
async function aServerWith(...routes: Route[]): Promise<App> {
  const app = await createServer({
    publicUrl,
    logger: false,
    isTimed: false,
    isReadPublic: true,
    cacheMaxBytes: 0,
  })
  for (const [index, route] of routes.entries()) {
    const given = { method: 'GET', url: `/greeting${index || ''}`, ...route }
    app.route({ ...given, handler: () => ({ greeting: 'hello' }) } as never)
  }
  await app.ready()
  return app
}

function escaped(text: string): string {
  return text.replace(/[()]/g, '\\$&')
}

function without(declared: object, name: string): object {
  return Object.fromEntries(Object.entries(declared).filter(([key]) => key !== name))
}

describe('a route', () => {
  test('starts when it declares everything, and is in the document', async () => {
    const app = await aServerWith({ config, schema })

    expect(app.swagger().paths).toHaveProperty(['/greeting', 'get', 'operationId'], 'getGreeting')
    expect([...app.operations.keys()]).toEqual(['getGreeting'])
  })

  test.each(Object.keys(config))('cannot start without its %s', async (name) => {
    const forgetful = { config: without(config, name), schema }

    await expect(aServerWith(forgetful)).rejects.toThrow(`GET /greeting does not declare: ${name}`)
  })

  test.each(Object.keys(schema))('cannot start without its %s', async (name) => {
    const forgetful = { config, schema: without(schema, name) }

    await expect(aServerWith(forgetful)).rejects.toThrow(`GET /greeting does not declare: ${name}`)
  })

  const Name = z.strictObject({ name: z.string().describe('Whom to greet.') }).meta({ id: 'Name' })
  const nameless = z.object({ greeting: z.string() })
  const withBody = { ...config, example: { url: '/greeting', body: { name: 'Ada' } } }

  test.each<[string, Route]>([
    ['the parameter name', { url: '/greeting/:name' }],
    ['what the parameter name means', { schema: { querystring: z.strictObject({ name: z.string() }) } }],
    ['what the parameter x-name means', { schema: { headers: z.object({ 'x-name': z.string() }) } }],
    ['body', { method: 'PUT' }],
    ['body', { method: 'PATCH' }],
    ['the body of its example', { method: 'POST', schema: { body: Name } }],
    ['a name (meta id) for body', { method: 'POST', config: withBody, schema: { body: nameless } }],
    ['a name (meta id) for answer 200', { schema: { response: { 200: nameless } } }],
    [
      'a name (meta id) for answer 200 as application/json',
      { schema: { response: { 200: { content: { 'application/json': { schema: nameless } } } } } },
    ],
    ['an answer of success', { schema: { response: {} } }],
  ])('cannot start without %s', async (what, { schema: declared, ...route }) => {
    const forgetful = { config, ...route, schema: { ...schema, ...declared } }

    await expect(aServerWith(forgetful)).rejects.toThrow(new RegExp(`does not declare: ${escaped(what)}$`))
  })

  test('starts with all of it', async () => {
    const querystring = z.strictObject({ loud: z.string().optional().describe('Whether it is loud.') })
    const complete = { ...schema, params: Name, querystring, body: Name }

    const app = await aServerWith({
      method: 'PUT',
      url: '/greeting/:name',
      config: withBody,
      schema: complete,
    })

    expect(app.operations.get('getGreeting')).toMatchObject({ method: 'PUT', isWriting: true })
  })

  test('is told of all that it forgets', async () => {
    await expect(aServerWith({})).rejects.toThrow(
      /declare: operationId, summary, description, tags, response, access, example$/,
    )
  })

  test('cannot have the name of another', async () => {
    await expect(aServerWith({ config, schema }, { config, schema })).rejects.toThrow(
      'Two routes are called getGreeting',
    )
  })

  test('that is hidden from the document declares nothing', async () => {
    const app = await aServerWith({ schema: { hide: true } })

    expect(app.swagger().paths).toEqual({})
  })
})
