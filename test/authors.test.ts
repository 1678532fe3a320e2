import { describe, expect, test } from 'vitest'
import { aMerger, anAuthor } from './support/factories.ts'
import { aService } from './support/service.ts'
import { listed, pageAt, walkBack, walkOn } from './support/walk.ts'

const service = await aService()
const { client, clock } = service

describe('getAuthor', () => {
  test('answers what the public may know, by id and by slug', async () => {
    const { id } = await clock.during('2026-03-01T08:00:00.000Z', () =>
      anAuthor(service, {
        name: 'Ana Silva',
        jobTitle: 'Reporter',
        bio: 'Ana *writes*.',
        location: 'Lisbon',
        organisation: 'The Paper',
        website: 'https://ana.test',
        links: [{ label: 'Fediverse', url: 'https://social.test/@ana' }],
        email: 'ana@paper.test',
      }),
    )

    const bySlug = await client.get('/v1/authors/ana-silva').expect(200)
    const byId = await client.get(`/v1/authors/${id}`).expect(200)

    expect(byId.body).toEqual(bySlug.body)
    expect(byId.body).toEqual({
      id,
      slug: 'ana-silva',
      name: 'Ana Silva',
      jobTitle: 'Reporter',
      bio: 'Ana *writes*.',
      location: 'Lisbon',
      organisation: 'The Paper',
      website: 'https://ana.test',
      links: [{ label: 'Fediverse', url: 'https://social.test/@ana' }],
      updatedAt: '2026-03-01T08:00:00.000Z',
    })
  })

  test('takes an id in capital letters too', async () => {
    const { id } = await anAuthor(service)

    const { body } = await client.get(`/v1/authors/${id.toUpperCase()}`).expect(200)

    expect(body.id).toBe(id)
  })

  test('narrows to fields', async () => {
    const { id, slug } = await anAuthor(service, { name: 'Bo Berg' })

    const { body } = await client.get(`/v1/authors/${slug}?fields=name,links.url`).expect(200)

    expect(body).toEqual({ id, name: 'Bo Berg', links: [] })
  })

  test('answers 308 where another took their place, and keeps the query', async () => {
    const [away, stays] = [await anAuthor(service), await anAuthor(service)]

    await aMerger(service, 'author', away, stays)

    for (const key of [away.id, away.slug]) {
      await client
        .get(`/v1/authors/${key}?fields=name`)
        .expect(308)
        .expect('location', `/v1/authors/${stays.slug}?fields=name`)
    }
  })

  test('keeps what stands before the slug when it moves, though it holds the same word', async () => {
    const [away, stays] = [await anAuthor(service, { slug: 'authors' }), await anAuthor(service)]

    await aMerger(service, 'author', away, stays)

    await client.get('/v1/authors/authors').expect(308).expect('location', `/v1/authors/${stays.slug}`)
  })

  test.each(['nobody-at-all', '019b1f00-0000-7000-8000-0000000fffff', 'Nobody', '%20', 'É'])(
    'answers 404 for %s',
    async (key) => {
      const { body } = await client.get(`/v1/authors/${encodeURI(key)}`).expect(404)

      expect(body.detail).toBe('There is no such author.')
    },
  )
})

describe('listAuthors', () => {
  test('lists them by name, in both directions, and tells those of one name apart', async () => {
    for (const name of ['Zoe', 'Mia', 'Mia', 'Mia', 'Abe']) {
      await anAuthor(service, {
        name,
        slug: `listed-${name.toLowerCase()}-${Math.random()}`.replace('.', ''),
      })
    }
    const url = '/v1/authors?limit=2'

    const onward = await walkOn(client, url)
    const back = await walkBack(client, url, onward.at(-1))
    const reversed = await walkOn(client, '/v1/authors?limit=3&sort=-name')

    const names = listed(onward, 'name') as string[]
    expect(names).toEqual(names.toSorted())
    expect(new Set(listed(onward)).size).toBe(names.length)
    expect(back.map(({ data }) => data)).toEqual(onward.slice(0, -1).map(({ data }) => data))
    expect(listed(reversed)).toEqual(listed(onward).toReversed())
  })

  test('leaves out who was merged into another', async () => {
    const [away, stays] = [await anAuthor(service), await anAuthor(service)]

    await aMerger(service, 'author', away, stays)

    const ids = listed(await walkOn(client, '/v1/authors?limit=100'))
    expect(ids).toContain(stays.id)
    expect(ids).not.toContain(away.id)
  })

  test('narrows to fields', async () => {
    await anAuthor(service)

    const { data } = await pageAt(client, '/v1/authors?limit=1&fields=slug')

    expect(data).toEqual([{ id: expect.any(String), slug: expect.any(String) }])
  })

  test('never shows an e-mail address', async () => {
    const { slug } = await anAuthor(service, { email: 'hush@paper.test' })

    const list = await client.get('/v1/authors?limit=100').expect(200)
    const one = await client.get(`/v1/authors/${slug}`).expect(200)

    expect(list.text + one.text).not.toContain('hush@paper.test')
  })
})
