import { describe, expect, test } from 'vitest'
import { plantSeed } from '../prisma/seed/seed.ts'
import { aPage, isBrowserHere } from './support/browser.ts'
import { addressOf } from './support/client.ts'
import { aKey } from './support/factories.ts'
import { aService } from './support/service.ts'

/** Of what is awaited, and of a test; however slow the machine is. */
const timeout = 60_000
const testTimeout = 180_000

// Its public URL is another one, as behind a proxy: the page must do with the address where it was found.
const service = await aService()
const origin = addressOf(service.app)

describe.runIf(isBrowserHere)('/docs in a browser', { timeout: testTimeout }, () => {
  test('shows the reference, and tries a GET as it stands', async () => {
    await plantSeed(service.database)
    const { page, faults } = await aPage(origin)
    await page.goto(origin)

    const operation = page.locator('#operations-Reading-getArticle')
    await operation.locator('.opblock-summary').click()
    await operation.locator('.execute').click()

    const answer = operation.locator('.live-responses-table .response').first()
    await expect.poll(() => answer.textContent(), { timeout }).toContain('Zelenskyy offers to drop NATO bid')
    expect(await operation.locator('.request-url').textContent()).toContain(origin)
    expect(faults).toEqual([])
  })

  test('takes a key, and publishes an article', async () => {
    const { page, faults } = await aPage(origin)
    await page.goto(`${origin}/docs`)

    await page.locator('.scheme-container .authorize').click()
    await page.locator('.auth-container input').fill(await aKey(service, 'admin'))
    await page.locator('.auth-btn-wrapper .authorize').click()
    await page.locator('.auth-btn-wrapper .btn-done').click()
    const operation = page.locator('#operations-Writing-createArticle')
    await operation.locator('.opblock-summary').click()
    const body = operation.locator('textarea')
    const example = JSON.parse(await body.inputValue())
    await body.fill(JSON.stringify({ ...example, headline: 'My first article', publish: true }))
    await operation.locator('.execute').click()

    const status = operation.locator('.live-responses-table .response .response-col_status')
    await expect.poll(() => status.textContent(), { timeout }).toContain('201')
    const { body: article } = await service.client.get('/v1/articles/my-first-article').expect(200)
    expect(article.sections).toHaveLength(1)
    expect(faults).toEqual([])
  })

  test('leads to a guide for each reader', async () => {
    const { page, faults } = await aPage(origin)
    await page.goto(`${origin}/docs`)
    const links = page.locator('.info a[href^="/docs/guides/"]')
    await expect.poll(() => links.count(), { timeout }).toBe(3)

    for (const path of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
      await page.goto(origin + path)
      expect(await page.locator('h1').textContent()).toMatch(/^Guide for /)
    }
    expect(faults).toEqual([])
  })
})
