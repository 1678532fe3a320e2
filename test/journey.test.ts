import { createClient, eachOf } from 'copydesk/client'
import { expect, test } from 'vitest'
import { addressOf } from './support/client.ts'
import { aKey } from './support/factories.ts'
import { aService } from './support/service.ts'

const service = await aService()
const key = await aKey(service, 'editor')
const url = addressOf(service.app)

test('an editor writes, publishes and corrects an article, and a reader follows', async () => {
  const desk = createClient({ url, key })
  const reader = createClient({ url })

  // Somebody writes a draft. Readers see nothing of it.
  const author = await desk.createAuthor({ body: { name: 'Ana Silva' } })
  const draft = await desk.createArticle({
    body: {
      headline: 'Council votes for a second bridge',
      summary: 'Work begins in spring.',
      byline: [{ authorId: author.id }],
      sections: [{ kind: 'lede', body: 'The city council voted on Monday to build a second bridge.' }],
    },
  })
  await expect(reader.getArticle({ article: draft.slug })).rejects.toMatchObject({ code: 'not-found' })

  // The story grows: a section at its end, and what readers are to take away, with the words that support it.
  const cost = { heading: 'What it costs', body: 'The bridge is to cost 40 million euros.' }
  const section = await desk.addSection({ article: draft.id, body: cost })
  const evidence = [{ sectionId: section.id, exact: '40 million euros' }]
  await desk.addTakeaway({ article: draft.id, body: { text: 'It costs 40 million euros.', evidence } })

  // What is sent back with the ETag that was read cannot overwrite what somebody else saved since.
  const ready = await desk.getArticle({ article: draft.id, version: 'draft' })
  await desk.makeTransition({ article: draft.id, 'If-Match': ready.etag, body: { to: 'published' } })

  // Now it is public, with everything in it, in one request.
  const article = await reader.getArticle({ article: draft.slug })
  expect(article.sections.map(({ heading }) => heading)).toEqual([null, 'What it costs'])
  expect(article.takeaways[0]?.text).toBe('It costs 40 million euros.')
  expect(article.byline[0]?.author.name).toBe('Ana Silva')

  // A figure was wrong. The section, its takeaway and a note to readers change, and go public together.
  const body = 'The bridge is to cost 45 million euros.'
  await desk.changeSection({ section: section.id, 'If-Match': section.etag, body: { body } })
  const [takeaway] = (await desk.getArticle({ article: draft.id, version: 'draft' })).takeaways
  await desk.changeTakeaway({
    takeaway: takeaway?.id ?? '',
    'If-Match': '*',
    body: {
      text: 'It costs 45 million euros.',
      evidence: [{ sectionId: section.id, exact: '45 million euros' }],
    },
  })
  const note = 'An earlier version said 40 million euros.'
  const noted = await desk.addCorrection({ article: draft.id, body: { kind: 'correction', note } })
  await desk.makeTransition({ article: draft.id, 'If-Match': noted.etag, body: { to: 'published' } })

  const corrected = await reader.getArticle({ article: draft.slug })
  expect(corrected.corrections[0]?.note).toBe(note)
  expect(corrected.takeaways[0]?.text).toBe('It costs 45 million euros.')

  // Feed readers, lists and the event log tell of it.
  expect(await reader.getArticleFeed({ format: 'rss' })).toContain(note)
  const headlines: string[] = []
  for await (const { headline } of eachOf((cursor) => reader.listArticles({ cursor, limit: 1 })))
    headlines.push(headline)
  expect(headlines).toEqual(['Council votes for a second bridge'])
  const { data: events } = await reader.listChanges({ types: ['article.*'] })
  expect(events.map(({ type }) => type)).toEqual([
    'article.published',
    'article.published',
    'article.corrected',
  ])
})
