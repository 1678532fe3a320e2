import { EventEmitter, once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { changeArticle } from '../src/articles/change.ts'
import { makeChange } from '../src/events/record.ts'
import { publish } from '../src/publishing/publish.ts'
import { aNewVersion, aPublishedArticle, aTopic, type Made, unpublish } from './support/factories.ts'
import { aService } from './support/service.ts'
import { listed, pageAt, walkOn } from './support/walk.ts'

const service = await aService()
const { client } = service

/** Each moves articles otherwise while they are rewritten. */
const sorts = ['-publishedAt', 'updatedAt', '-updatedAt', 'headline']

/** Whoever writes goes on until told to stop; what was under way is finished. */
async function whileWriting<Result>(
  writers: readonly (() => Promise<unknown>)[],
  work: () => Promise<Result>,
): Promise<Result> {
  let isOver = false
  const shifts = writers.map(async (write) => {
    while (!isOver) await write()
  })
  try {
    return await work()
  } finally {
    isOver = true
    await Promise.all(shifts)
  }
}

describe('walking all pages while others write', () => {
  test.each(sorts)(
    'shows no article twice and misses none that was there throughout, by %s',
    async (sort) => {
      const topic = await aTopic(service)
      const articles: Made[] = []
      for (let index = 0; index < 30; index += 1)
        articles.push(
          await aPublishedArticle(service, {
            about: [topic],
            slug: `${sort.replace('-', 'descending-').toLowerCase()}-${index}`,
          }),
        )
      const [staying, leaving] = [articles.slice(0, 20), articles.slice(20)]

      let version = 0
      const rewrite = (share: Made[]) => async () => {
        version += 1
        const article = share[version % share.length]
        const words = { headline: `Story ${(version * 7) % 31}`, sections: [] }
        if (article) await aNewVersion(service, article, words)
      }
      const publishMore = async () => {
        await aPublishedArticle(service, { about: [topic] })
        const gone = leaving.pop()
        if (gone) await unpublish(service, gone)
      }
      const writers = [
        rewrite(staying.slice(0, 7)),
        rewrite(staying.slice(7, 14)),
        rewrite(staying.slice(14)),
        publishMore,
      ]
      const walks = await whileWriting(writers, async () => {
        const walks: unknown[][] = []
        for (let walk = 0; walk < 5; walk += 1)
          walks.push(listed(await walkOn(client, `/v1/articles?topic=${topic.slug}&sort=${sort}&limit=4`)))
        return walks
      })

      for (const ids of walks) {
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).toEqual(expect.arrayContaining(staying.map(({ id }) => id)))
      }
    },
  )

  test('goes on with an article as the first page saw it, though its change had begun by then', async () => {
    const topic = await aTopic(service)
    const [first, changed, last] = [
      await aPublishedArticle(service, { about: [topic] }),
      await aPublishedArticle(service, { about: [topic] }),
      await aPublishedArticle(service, { about: [topic] }),
    ]
    const url = `/v1/articles?topic=${topic.slug}&sort=updatedAt&limit=1`
    const { commit, committed } = await aSlowVersion(changed)
    await aPublishedArticle(service)

    const one = await pageAt(client, url)
    commit()
    await committed
    const two = await pageAt(client, url, one.page.nextCursor)
    const three = await pageAt(client, url, two.page.nextCursor)

    expect(listed([one, two, three])).toEqual([first.id, changed.id, last.id])
    expect(listed([two, three], 'revision')).toEqual([1, 1])
    expect(three.page.nextCursor).toBeNull()
    expect(listed(await walkOn(client, url))).toEqual([first.id, last.id, changed.id])
  })
})

/** A new version of an article that has its time, and is committed when told to. */
async function aSlowVersion({ id }: Made): Promise<{ commit: () => void; committed: Promise<void> }> {
  const signals = new EventEmitter()
  const begun = once(signals, 'begun')
  const committed = makeChange(service.database, 'system:test', async (change) => {
    const copy = await changeArticle(change, id, ({ content }) => ({
      content: { ...content, summary: 'Newer.' },
      eventTypes: [],
    }))
    await publish(change, copy, { override: false })
    const told = once(signals, 'commit')
    signals.emit('begun')
    await told
  })
  await Promise.race([begun, committed])
  return { commit: () => signals.emit('commit'), committed }
}
