import { describe, expect, test } from 'vitest'
import { anArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aColleague, theDraft } from './support/writing.ts'

const service = await aService()
const reader = await aColleague(service, 'reader')

describe('a draft', () => {
  test.each([
    ['markdown', 'A *vote*.'],
    ['html', '<p>A <em>vote</em>.</p>'],
    ['text', 'A vote.'],
  ])('has its bodies in %s, wherever they are read', async (format, body) => {
    const { id } = await anArticle(service, { sections: [{ kind: 'lede', body: 'A *vote*.' }] })
    const [section] = (await theDraft(reader, { id })).sections
    const read = async (path: string) =>
      (await reader.get(`${path}?version=draft&format=${format}`).expect(200)).body

    expect((await read(`/v1/articles/${id}`)).sections[0].body).toBe(body)
    expect((await read(`/v1/articles/${id}/sections`)).data[0].body).toBe(body)
    expect((await read(`/v1/sections/${section?.id}`)).body).toBe(body)
  })

  test('is answered whole: fields is refused, as in lists, and not passed over', async () => {
    const { id } = await anArticle(service, {
      sections: [{ kind: 'lede', body: 'A vote.' }],
      takeaways: [{ text: 'A vote.' }],
    })
    const { sections, takeaways } = await theDraft(reader, { id })

    const paths = [
      ...[`/v1/articles/${id}?fields=headline`, `/v1/sections/${sections[0]?.id}?fields=body`],
      ...[`/v1/takeaways/${takeaways[0]?.id}?fields=text`, '/v1/articles?fields=headline'],
    ]
    for (const path of paths) {
      const { body } = await reader.get(`${path}&version=draft`).expect(400)
      expect(body.errors).toMatchObject([{ parameter: 'fields', message: 'Does not go with version=draft.' }])
    }
  })
})
