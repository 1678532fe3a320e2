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
  response: { 200: z.object({ greeting: z.string() }) },
}

interface Route {
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
    app.get(`/greeting${index || ''}`, { ...route, handler: () => ({ greeting: 'hello' }) } as never)
  }
  await app.ready()
  return app
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
