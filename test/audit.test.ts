import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '../src/events/auditSchema.ts'
import { anArticle, anAuthor, aPublishedArticle } from './support/factories.ts'
import { aService } from './support/service.ts'
import { listed, walkOn } from './support/walk.ts'
import { aDesk, theLog } from './support/writing.ts'

const service = await aService()
const { admin, writer } = await aDesk(service)
const article = await aPublishedArticle(service)
await anAuthor(service)
await writer.post('/v1/articles').send({ headline: 'By a writer' }).expect(201)

async function audit(query: string): Promise<AuditEntry[]> {
  return (await admin.get(`/v1/audit?${query}`).expect(200)).body.data
}

describe('listAudit', () => {
  test('shows the whole log with who did it, newest first, page by page', async () => {
    const log = await theLog(service)

    const pages = await walkOn(admin, '/v1/audit?limit=2')

    expect(listed(pages, 'type')).toEqual(log.map(({ type }) => type).reverse())
    expect(listed(pages, 'actor')).toEqual(log.map(({ actor }) => actor).reverse())
  })

  test.each([
    ['actor', `actor=${encodeURIComponent(writer.actor)}`, ['article.created']],
    ['types', 'types=author.*,article.published', ['author.created', 'article.published']],
    ['subject', `subject=articles/${article.id}`, ['article.published', 'article.created']],
  ])('filters by %s', async (_, query, expected) => {
    expect((await audit(query)).map(({ type }) => type)).toEqual(expected)
  })

  test('filters by time', async () => {
    const entries = await service.clock.during('2080-01-01T00:00:00.000Z', async () => {
      const { id } = await anArticle(service)
      return [id, await audit('since=2080-01-01T00:00:00Z&until=2080-01-01T00:00:01Z')] as const
    })

    const [id, found] = entries
    expect(found.map(({ subject }) => subject)).toEqual([`articles/${id}`])
  })

  test('is exported as one JSON object on each line, oldest first', async () => {
    const ndjson = { accept: 'application/x-ndjson' }

    const { text, headers } = await admin.get('/v1/audit?types=article.*').set(ndjson).buffer().expect(200)

    const entries: AuditEntry[] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const expected = (await theLog(service)).filter(({ type }) => type.startsWith('article.'))
    expect(entries.map(({ type, subject }) => [type, subject])).toEqual(
      expected.map(({ type, subject }) => [type, subject]),
    )
    expect(headers['cache-control']).toBe('private, no-store')
  })

  test('answers 400 to what it does not know', async () => {
    const { body } = await admin.get('/v1/audit?by=me&types=story.told').expect(400)

    expect(body.errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
      'by',
      'types',
    ])
  })
})
