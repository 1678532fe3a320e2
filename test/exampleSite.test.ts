import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from 'copydesk/client'
import { beforeAll, describe, expect, test } from 'vitest'
import { createSite } from '../examples/frontend/site.ts'
import { plantSeed } from '../prisma/seed/seed.ts'
import { aPage, isBrowserHere } from './support/browser.ts'
import { addressOf } from './support/client.ts'
import { atEnd } from './support/ending.ts'
import { aNewVersion, aPublishedArticle, withdraw } from './support/factories.ts'
import { aService } from './support/service.ts'

const service = await aService()
/** Statuses of what the site was answered. */
const answered: number[] = []
let url: string

beforeAll(async () => {
  await plantSeed(service.database)
  const counted: typeof fetch = async (...request) => {
    const response = await fetch(...request)
    answered.push(response.status)
    return response
  }
  const site = createServer(createSite(createClient({ url: addressOf(service.app), fetch: counted })))
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  atEnd(() => void site.close())
  url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})

describe('the example site', () => {
  test('asks for what it has by ETag, and so do its readers', async () => {
    const first = await fetch(url)
    const second = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })

    expect(await first.text()).toContain(
      'Zelenskyy offers to drop NATO bid in return for security guarantees',
    )
    expect([first.status, second.status]).toEqual([200, 304])
    expect(answered.slice(-2)).toEqual([200, 304])
  })

  test('escapes what editors wrote', async () => {
    const headline = '<script>alert("1 & 2")</script>'
    const { slug } = await aPublishedArticle(service, { headline, summary: '"><img src=x onerror=alert(1)>' })

    for (const path of ['/', `/articles/${slug}`]) {
      const page = await (await fetch(url + path)).text()
      expect(page).toContain('&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;')
      expect(page).not.toMatch(/<script|<img/)
    }
  })

  test('leads from an old address to the new one', async () => {
    const article = await aPublishedArticle(service, { slug: 'rain-was' })
    await aNewVersion(service, article, { slug: 'rain-is' })

    const moved = await fetch(`${url}/articles/rain-was`, { redirect: 'manual' })

    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/articles/rain-is'])
  })

  test('tells readers what is not there, and why', async () => {
    const article = await aPublishedArticle(service, { slug: 'forged' })
    await withdraw(service, article, { reason: 'It was based on a forged document.' })

    const withdrawn = await fetch(`${url}/articles/forged`)
    const statuses = await Promise.all(
      ['/articles/nothing', '/nothing', '/articles/%ff', '/?cursor=nonsense'].map(
        async (path) => (await fetch(url + path)).status,
      ),
    )

    expect(withdrawn.status).toBe(410)
    expect(await withdrawn.text()).toContain('It was based on a forged document.')
    expect(statuses).toEqual([404, 404, 404, 404])
  })
})

describe.runIf(isBrowserHere)('the example site in a browser', { timeout: 180_000 }, () => {
  test('shows an article with its sections and takeaways, from the front page on', async () => {
    const { page, faults } = await aPage(url)
    await page.goto(url)
    await page.getByText('Zelenskyy offers to drop NATO bid').click()
    await page.waitForURL(`${url}/articles/zelenskyy-**`)

    const { body } = await service.client.get(
      new URL(page.url()).pathname.replace('/articles', '/v1/articles'),
    )
    const headings = await page.locator('section h2').allTextContents()
    expect(headings).toEqual(body.sections.map(({ heading }: { heading: string }) => heading).filter(Boolean))
    expect(await page.locator('.takeaways li').allTextContents()).toEqual(
      body.takeaways.map(({ text }: { text: string }) => text),
    )
    // The style is there, and nothing is wider than the window.
    const read = <Value>(expression: string) => page.evaluate<Value>(expression)
    expect(await read<string>("getComputedStyle(document.querySelector('h1')).fontFamily")).toMatch(/Georgia/)
    expect(await read<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1200)
    expect(faults).toEqual([])
  })
})
