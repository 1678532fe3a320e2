import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { openOutgoing } from '../src/http/outgoing.ts'
import { createPurger } from '../src/webhooks/purgers.ts'
import { aPublishedArticle } from './support/factories.ts'
import { manyArticles } from './support/manyArticles.ts'
import { aService } from './support/service.ts'
import { aVarnish, hasVarnish, recipeOf } from './support/varnish.ts'
import { aColleague, type Colleague, whatever } from './support/writing.ts'

/*
 * A real Varnish before the service, with the recipes of the README.
 */
if (!hasVarnish)
  process.stderr.write('There is no varnishd on this machine: test/varnish.test.ts tests nothing.\n')

const outgoing = openOutgoing(['127.0.0.1'])
afterAll(() => outgoing.close())

/** What is in the cache besides what a test changes. */
const others = Array.from({ length: 1000 }, (_, index) => `article-${index + 1}`)

/** It is told a second time of what was made, which may come between two reads. */
const patiently = { timeout: 20_000 }

interface Front {
  editor: Colleague
  article: { id: string; slug: string }
  /** A reader's request, through the cache. */
  read(slug: string): Promise<{ headline: string; isHit: boolean }>
}

async function aFront(method: 'varnish-xkey' | 'varnish-ban'): Promise<Front> {
  const varnish = await aVarnish()
  const purging = createPurger({ urls: [varnish.url], method, token: undefined }, outgoing)
  const service = await aService({ isWorking: true, purging })
  await manyArticles(service, others.length)
  const { port } = service.app.server.address() as AddressInfo
  await varnish.serve(port, await recipeOf(method === 'varnish-xkey' ? 'PURGE' : 'BAN'))
  return {
    editor: await aColleague(service, 'editor'),
    article: await aPublishedArticle(service, { headline: 'Before' }),
    async read(slug) {
      const answer = await fetch(`${varnish.url}v1/articles/${slug}`)
      const { headline } = (await answer.json()) as { headline: string }
      // Of a hit it names the request that fetched it, too.
      return { headline, isHit: answer.headers.get('x-varnish')?.includes(' ') === true }
    },
  }
}

describe.runIf(hasVarnish).each(['varnish-xkey', 'varnish-ban'] as const)('behind Varnish, %s', (method) => {
  test('what is published is new to the next request, and all else stays kept', async () => {
    const { editor, article, read } = await aFront(method)
    for (const slug of [...others, article.slug]) await read(slug)
    await expect.poll(() => read(article.slug), patiently).toEqual({ headline: 'Before', isHit: true })

    const change = { headline: 'After', publish: true }
    await editor.patch(`/v1/articles/${article.id}`).set(whatever).send(change).expect(200)

    expect(await read(article.slug)).toEqual({ headline: 'After', isHit: false })
    const misses = []
    for (const slug of others) if (!(await read(slug)).isHit) misses.push(slug)
    expect(misses).toEqual([])
  }, 120_000)
})
