import { describe, expect, test } from 'vitest'
import { aMerger, aTopic } from './support/factories.ts'
import { aService } from './support/service.ts'
import { listed, pageAt, walkBack, walkOn } from './support/walk.ts'

const service = await aService()
const { client, clock } = service

describe('getTopic', () => {
  test('answers the topic by id and by slug', async () => {
    const { id } = await clock.during('2026-03-01T08:00:00.000Z', () =>
      aTopic(service, { name: 'The weather', description: 'Rain and sun.' }),
    )

    const bySlug = await client.get('/v1/topics/the-weather').expect(200)
    const byId = await client.get(`/v1/topics/${id}`).expect(200)

    expect(byId.body).toEqual(bySlug.body)
    expect(byId.body).toEqual({
      id,
      slug: 'the-weather',
      name: 'The weather',
      description: 'Rain and sun.',
      updatedAt: '2026-03-01T08:00:00.000Z',
    })
  })

  test('narrows to fields', async () => {
    const { id, slug } = await aTopic(service)

    const { body } = await client.get(`/v1/topics/${slug}?fields=slug`).expect(200)

    expect(body).toEqual({ id, slug })
  })

  test('answers 308 where another took its place', async () => {
    const [old, current] = [await aTopic(service), await aTopic(service)]

    await aMerger(service, 'topic', old, current)

    for (const key of [old.id, old.slug]) {
      await client.get(`/v1/topics/${key}`).expect(308).expect('location', `/v1/topics/${current.slug}`)
    }
  })

  test.each(['nothing-at-all', '019b1f00-0000-7000-8000-0000000fffff'])('answers 404 for %s', async (key) => {
    const { body } = await client.get(`/v1/topics/${key}`).expect(404)

    expect(body.detail).toBe('There is no such topic.')
  })
})

describe('listTopics', () => {
  test('lists them by name, in both directions', async () => {
    for (const name of ['Sun', 'Rain', 'Snow']) await aTopic(service, { name })
    const url = '/v1/topics?limit=2'

    const onward = await walkOn(client, url)
    const back = await walkBack(client, url, onward.at(-1))
    const reversed = await walkOn(client, '/v1/topics?limit=100&sort=-name')

    const names = listed(onward, 'name') as string[]
    expect(names).toEqual(names.toSorted())
    expect(back.map(({ data }) => data)).toEqual(onward.slice(0, -1).map(({ data }) => data))
    expect(listed(reversed, 'name')).toEqual(names.toReversed())
  })

  test('leaves out what was merged into another', async () => {
    const [old, current] = [await aTopic(service), await aTopic(service)]

    await aMerger(service, 'topic', old, current)

    const ids = listed(await walkOn(client, '/v1/topics?limit=100'))
    expect(ids).toContain(current.id)
    expect(ids).not.toContain(old.id)
  })

  test('narrows to fields', async () => {
    await aTopic(service)

    const { data } = await pageAt(client, '/v1/topics?limit=1&fields=name')

    expect(data).toEqual([{ id: expect.any(String), name: expect.any(String) }])
  })
})
