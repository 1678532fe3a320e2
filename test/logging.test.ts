import { beforeEach, describe, expect, test } from 'vitest'
import { anAuthor } from './support/factories.ts'
import { query } from './support/postgres.ts'
import { aService } from './support/service.ts'
import { aColleague, whatever } from './support/writing.ts'

const lines: string[] = []
const logger = { level: 'trace', stream: { write: (line: string) => void lines.push(line) } }
const service = await aService({ logger })
const editor = await aColleague(service, 'editor')

beforeEach(() => {
  lines.length = 0
})

/** What the log says of requests that were answered. */
function answered(): Record<string, unknown>[] {
  return lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')
}

describe('the log', () => {
  test('has a line for an answer, under the name that a problem gives it', async () => {
    const { body } = await editor.get('/v1/articles/nothing?version=draft').expect(404)

    expect(answered()).toEqual([
      expect.objectContaining({
        requestId: body.requestId,
        method: 'GET',
        path: '/v1/articles/nothing',
        status: 404,
        durationMs: expect.any(Number),
        actor: editor.actor,
      }),
    ])
  })

  test('holds no query, no body, no header and no key', async () => {
    const { id } = await anAuthor(service, {})
    await editor.get('/v1/articles?filter=hush').expect(400)
    await editor.get('/v1/articles?hush=hush').expect(400)
    await editor
      .post('/v1/articles')
      .set('idempotency-key', 'hush')
      .send({ headline: 'hush', hush: 1 })
      .expect(400)
    await editor.patch(`/v1/authors/${id}`).set(whatever).send({ email: 'hush@news.test' }).expect(200)
    await service.client.get('/v1/me').auth('cd_hushhush_hush', { type: 'bearer' }).expect(401)

    expect(answered()).toHaveLength(5)
    expect(lines.join('\n')).not.toMatch(/hush/)
    expect(lines.join('\n')).not.toContain(editor.secret)
  })

  test('tells where a fault of ours is, and nothing of what was asked', async () => {
    const broken = await aService({ logger })
    await query(broken.url, 'ALTER TABLE topic DROP COLUMN document')

    const { body } = await broken.client.get('/v1/topics?slug=hush').expect(500)

    const [fault] = lines.map((line) => JSON.parse(line)).filter(({ err }) => err !== undefined)
    expect(fault).toMatchObject({ requestId: body.requestId, level: 50 })
    expect(Object.keys(fault.err).sort()).toEqual(['code', 'message', 'stack', 'type'])
    expect(lines.join('\n')).not.toContain('hush')
  })
})
