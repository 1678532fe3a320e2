import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { isFresh, plantSeed } from '../prisma/seed/seed.ts'
import { projectPath } from '../src/lib/root.ts'
import { aService } from './support/service.ts'

const service = await aService()
const { client, database } = service

const seedFile = projectPath('prisma/seed/article.txt')
const givenFile = projectPath('../shared/seed/article.txt')
const slug = 'zelenskyy-offers-to-drop-nato-bid-in-return-for-security-guarantees'

beforeAll(async () => {
  expect(await isFresh(database)).toBe(true)
  expect(await plantSeed(database)).toBe(true)
})

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

async function plainText(): Promise<string> {
  const { text } = await client.get(`/v1/articles/${slug}`).set('accept', 'text/plain').expect(200)
  return text
}

describe('plantSeed', () => {
  test('changes nothing where the seed is planted', async () => {
    const everything = '/v1/articles?include=sections,takeaways,authors,topics'
    const before = await client.get(everything).expect(200)

    const isPlanted = await plantSeed(database)

    const after = await client.get(everything).expect(200)
    expect(isPlanted).toBe(false)
    expect(await isFresh(database)).toBe(false)
    expect(after.headers['etag']).toBe(before.headers['etag'])
  })

  test('is done by one of several that start together', async () => {
    const planted = await Promise.all([1, 2, 3].map(() => plantSeed(database)))

    expect(planted).toEqual([false, false, false])
  })
})

describe('the seed article', () => {
  test.runIf(existsSync(givenFile))('is made of the text that was given', () => {
    expect(readFileSync(seedFile, 'utf8')).toBe(readFileSync(givenFile, 'utf8'))
  })

  test('gives back every word of the original in its order, after its headline and byline', async () => {
    const original = words(readFileSync(seedFile, 'utf8'))
    const head = words(
      'Zelenskyy offers to drop NATO bid in return for security guarantees By Morgan J. Carter',
    )

    const text = await plainText()

    expect(words(text)).toEqual([...head, ...original])
  })

  test('has its bullets between the heading of the takeaways and their paragraph', async () => {
    const lines = (await plainText()).split('\n').filter(Boolean)

    const heading = lines.indexOf('Key Takeaways')
    const following = lines.slice(heading + 1, heading + 5)
    expect(following.map((line) => line.startsWith('- '))).toEqual([true, true, true, false])
    expect(following[3]).toMatch(/^Zelenskyy’s willingness to trade/)
  })

  test('has its sections in the order of the original, each of its kind', async () => {
    const { body } = await client.get(`/v1/articles/${slug}/sections`).expect(200)

    expect(body.data.map(({ kind, heading }: { kind: string; heading: string }) => [kind, heading])).toEqual([
      ['lede', null],
      ['body', 'NATO Bid and Security Guarantees'],
      ['body', 'Donetsk Dispute and Russian Demands'],
      ['body', 'International Reactions'],
      ['body', 'Russian Air Attacks'],
      ['takeaways', 'Key Takeaways'],
      ['closing', 'Closing'],
    ])
  })

  test('has three takeaways, each with words of the article that support it', async () => {
    const { body } = await client.get('/v1/takeaways').expect(200)

    const article = await client.get(`/v1/articles/${slug}?format=text`).expect(200)
    expect(body.data).toHaveLength(3)
    for (const { evidence } of body.data) {
      const section = article.body.sections.find(({ id }: { id: string }) => id === evidence[0].sectionId)
      expect(section.body).toContain(evidence[0].exact)
    }
  })

  test('names its author, whose life stands in one place only', async () => {
    const { body } = await client.get(`/v1/articles/${slug}`).expect(200)

    const bodies = body.sections.map((section: { body: string }) => section.body).join('\n')
    expect(body.byline).toMatchObject([{ role: 'author', author: { name: 'Morgan J. Carter' } }])
    expect(body.byline[0].author.bio).toMatch(/^Morgan J\. Carter is a Texas-based journalist/)
    expect(bodies).not.toContain('Morgan')
  })

  test('is about four topics', async () => {
    const { body } = await client.get('/v1/topics').expect(200)

    expect(body.data.map(({ name }: { name: string }) => name)).toEqual([
      'Diplomacy',
      'NATO',
      'Russia',
      'Ukraine',
    ])
  })
})
