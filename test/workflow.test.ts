import { describe, expect, test } from 'vitest'
import { roles } from '../src/http/contract.ts'
import { moves, rules } from '../src/publishing/workflow.ts'
import { anArticle, anAuthor, aPublishedArticle, type Made, withdraw } from './support/factories.ts'
import { aService } from './support/service.ts'
import { aDesk, allRows, type Colleague, theDraft, theLog, whatever } from './support/writing.ts'

const service = await aService()
const { client, clock } = service
const desk = await aDesk(service)
const { editor, writer, reader } = desk

const noon = '2026-06-01T12:00:00.000Z'
const later = '2026-06-01T15:00:00.000Z'
const muchLater = '2026-06-01T18:00:00.000Z'
await clock.set(noon)

const stages = ['draft', 'in_review', 'approved'] as const

/** What brings a new article to a stage. */
const roadTo = { draft: [], in_review: ['in_review'], approved: ['in_review', 'approved'] } as const

function move({ id }: { id: string }, transition: object, by: Colleague = editor) {
  return by.post(`/v1/articles/${id}/transitions`).set(whatever).send(transition)
}

async function anArticleAt(stage: (typeof stages)[number], by: Colleague = writer): Promise<Made> {
  const { body } = await by
    .post('/v1/articles')
    .send({ headline: `At ${stage} ${Math.random()}` })
    .expect(201)
  for (const to of roadTo[stage]) await move(body, { to }).expect(200)
  return body
}

async function isPublic({ id }: { id: string }): Promise<boolean> {
  const { status } = await client.get(`/v1/articles/${id}`)
  return status === 200
}

async function withClockAt<Result>(moment: string, work: () => Promise<Result>): Promise<Result> {
  return clock.during(moment, work)
}

describe('the rule book', () => {
  const cases = roles
    .filter((role) => role === 'writer' || role === 'editor')
    .flatMap((role) => stages.flatMap((stage) => moves.map((to) => ({ role, stage, to }))))

  test.each(cases)('a $role moves what is $stage to $to, or is told why not', async ({ role, stage, to }) => {
    const { body: article } = await writer
      .post('/v1/articles')
      .send({ headline: `${role} ${stage} ${to}` })
      .expect(201)
    for (const step of roadTo[stage]) await move(article, { to: step }).expect(200)
    const by = role === 'writer' ? writer : desk[role]
    const { body: listed } = await by.get(`/v1/articles/${article.id}/transitions`).expect(200)
    const announced = listed.data.find((one: { to: string }) => one.to === to)

    const answer = await move(article, { to, ...(to === 'withdrawn' && { note: 'Why.' }) }, by)

    const { role: least, from, needs, to: next } = rules[to]
    const isHighEnough = roles.indexOf(role) >= roles.indexOf(least)
    const isPossible = from.includes(stage) && needs === undefined
    expect(announced).toMatchObject({ isAllowed: isHighEnough && isPossible, role: least })
    expect(announced.obstacles.length > 0).toBe(!announced.isAllowed)
    expect(answer.status).toBe(isHighEnough ? (isPossible ? 200 : 409) : 403)
    if (answer.status === 200) expect(answer.body.stage).toBe(next)
    if (answer.status === 409) expect(answer.body.code).toBe('transition-refused')
  })

  test('lets nobody move another writer’s article but editors, and says so', async () => {
    const article = await anArticleAt('draft', editor)

    await move(article, { to: 'in_review' }, writer).expect(403)

    const { body } = await writer.get(`/v1/articles/${article.id}/transitions`).expect(200)
    expect(body.data[0]).toMatchObject({ to: 'in_review', isAllowed: false })
  })

  test('lets readers see the moves, and make none', async () => {
    const article = await anArticleAt('draft')

    const { body } = await reader.get(`/v1/articles/${article.id}/transitions`).expect(200)

    expect(body.data.every(({ isAllowed }: { isAllowed: boolean }) => !isAllowed)).toBe(true)
    await move(article, { to: 'in_review' }, reader).expect(403)
  })

  test('refuses what belongs to another move', async () => {
    const article = await anArticleAt('draft')

    const strange = { at: later, until: muchLater, override: true, legalGround: 'A law' }
    const { body } = await move(article, { to: 'in_review', ...strange }).expect(400)

    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers).toEqual(['/at', '/until', '/override', '/legalGround'])
  })

  test('refuses a move that it does not know', async () => {
    const { body } = await move(await anArticleAt('draft'), { to: 'publish' }).expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/to', suggestion: 'published' })])
  })

  test('records each move as its own fact, with one revision and the note', async () => {
    const article = await anArticle(service)

    await move(article, { to: 'in_review' }).expect(200)
    await move(article, { to: 'draft', note: 'Needs a second source.' }).expect(200)
    await move(article, { to: 'in_review' }).expect(200)
    await move(article, { to: 'approved' }).expect(200)
    await move(article, { to: 'published' }).expect(200)

    const facts = (await theLog(service, article)).slice(1)
    expect(facts.map(({ type }) => type.replace('article.', ''))).toEqual([
      'submitted',
      'returned',
      'submitted',
      'approved',
      'published',
    ])
    expect(facts.map(({ data }) => data['revision'])).toEqual([2, 3, 4, 5, 6])
    const { body } = await reader.get(`/v1/articles/${article.id}/revisions/3`).expect(200)
    expect(body.note).toBe('Needs a second source.')
  })
})

describe('approval', () => {
  test('is lost when the words are changed', async () => {
    const article = await anArticleAt('approved')

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline: 'Other words' })
      .expect(200)

    expect(body).toMatchObject({ stage: 'draft', state: ['draft'] })
  })

  test('is lost when a section is added', async () => {
    const article = await anArticleAt('approved')

    await editor.post(`/v1/articles/${article.id}/sections`).send({ body: 'More.' }).expect(201)

    expect((await theDraft(editor, article)).stage).toBe('draft')
  })

  test('is kept when nothing is changed', async () => {
    const article = await anArticleAt('approved')
    const { headline } = await theDraft(editor, article)

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline })
      .expect(200)

    expect(body.stage).toBe('approved')
  })

  test('is used up by publishing', async () => {
    const { body } = await move(await anArticleAt('approved'), { to: 'published' }).expect(200)

    expect(body).toMatchObject({ stage: 'draft', state: ['published'] })
  })
})

describe('publishing', () => {
  test('makes the newest revision public at once', async () => {
    const article = await anArticle(service, { headline: 'On air', sections: [{ body: 'Now.' }] })

    const { body } = await move(article, { to: 'published' }).expect(200)

    expect(body.live).toEqual({ revision: 2, slug: 'on-air', visibleFrom: noon, visibleUntil: null })
    const shown = await client.get('/v1/articles/on-air').expect(200)
    expect(shown.body).toMatchObject({ publishedAt: noon, firstPublishedAt: noon, updatedAt: noon })
  })

  test('again keeps publishedAt, and renews updatedAt', async () => {
    const article = await aPublishedArticle(service, { at: '2026-05-01T00:00:00.000Z' })

    await move(article, { to: 'published' }).expect(200)

    const { body } = await client.get(`/v1/articles/${article.id}`).expect(200)
    expect(body).toMatchObject({
      firstPublishedAt: '2026-05-01T00:00:00.000Z',
      publishedAt: '2026-05-01T00:00:00.000Z',
      updatedAt: noon,
      correctedAt: null,
    })
  })

  test('after a gap renews publishedAt, and keeps firstPublishedAt', async () => {
    const article = await aPublishedArticle(service, {
      at: '2026-05-01T00:00:00.000Z',
      until: '2026-05-02T00:00:00.000Z',
    })

    await move(article, { to: 'published' }).expect(200)

    const { body } = await client.get(`/v1/articles/${article.id}`).expect(200)
    expect(body).toMatchObject({
      firstPublishedAt: '2026-05-01T00:00:00.000Z',
      publishedAt: noon,
      updatedAt: noon,
    })
  })

  test('with a time that is past means now', async () => {
    const { body } = await move(await anArticle(service), {
      to: 'published',
      at: '2020-01-01T00:00:00Z',
    }).expect(200)

    expect(body.live.visibleFrom).toBe(noon)
  })

  test('twice in one millisecond leaves two versions after one another', async () => {
    const article = await anArticle(service)

    await move(article, { to: 'published' }).expect(200)
    await move(article, { to: 'published' }).expect(200)

    const { body } = await reader.get(`/v1/articles/${article.id}/timeline`).expect(200)
    const [second, first] = body.data
    expect(first.visibleFrom).toBe(noon)
    expect(first.visibleUntil).toBe(second.visibleFrom)
  })

  test('refuses a slug under which another article is public', async () => {
    await aPublishedArticle(service, { slug: 'held', at: '2026-05-01T00:00:00.000Z' })
    const holder = (await client.get('/v1/articles/held').expect(200)).body
    await editor.patch(`/v1/articles/${holder.id}`).set(whatever).send({ slug: 'moved-on' }).expect(200)
    const other = await anArticle(service, { slug: 'held' })

    const { body } = await move(other, { to: 'published' }).expect(409)

    expect(body.code).toBe('slug-taken')
  })

  test.each([
    ['/until', { until: noon }],
    ['/until', { at: later, until: later }],
    ['/at', { at: 'tomorrow' }],
    ['/until', { until: 'tomorrow' }],
    ['/at', { at: '2026-06-01' }],
    ['/at', { at: '9999-12-31T23:59:59-23:59' }],
    ['/at', { at: '0000-12-31T23:59:59Z' }],
    ['/note', { override: true }],
  ])('points to %s of a span that cannot be: %j', async (pointer, span) => {
    const { body } = await move(await anArticle(service), { to: 'published', ...span }).expect(400)

    expect(body.errors).toEqual([expect.objectContaining({ pointer })])
  })
})

describe('an embargo', () => {
  test('hides the article everywhere until its millisecond, and then shows it without any job', async () => {
    const author = await anAuthor(service)
    const article = await anArticle(service, {
      headline: 'Embargoed',
      by: [author],
      sections: [{ body: 'Secret.' }],
      takeaways: [{ text: 'Secret.' }],
    })
    const { sections, takeaways } = await theDraft(editor, article)
    await move(article, { to: 'published', at: later }).expect(200)
    const urls = [
      `/v1/articles/${article.id}`,
      '/v1/articles/embargoed',
      `/v1/articles/${article.id}/sections`,
      `/v1/articles/${article.id}/takeaways`,
      `/v1/articles/${article.id}/timeline`,
      `/v1/articles/${article.id}/corrections`,
      `/v1/sections/${sections[0]?.id}`,
      `/v1/takeaways/${takeaways[0]?.id}`,
    ]
    const lists = ['articles', 'sections', 'takeaways'].map((list) => `/v1/${list}?author=${author.id}`)
    const statuses = async () => Promise.all(urls.map(async (url) => (await client.get(url)).status))
    const counts = async () =>
      Promise.all(lists.map(async (url) => (await client.get(url).expect(200)).body.data.length))

    await withClockAt('2026-06-01T14:59:59.999Z', async () => {
      expect(await statuses()).toEqual(urls.map(() => 404))
      expect(await counts()).toEqual([0, 0, 0])
    })
    await withClockAt(later, async () => {
      expect(await statuses()).toEqual(urls.map(() => 200))
      expect(await counts()).toEqual([1, 1, 1])
    })
  })

  test('leaves the version before it in place until then', async () => {
    const article = await aPublishedArticle(service, { headline: 'Before', at: '2026-05-01T00:00:00.000Z' })
    const publish = { at: later }
    await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline: 'After', publish })
      .expect(200)
    const headlineAt = (moment: string) =>
      withClockAt(moment, async () => (await client.get(`/v1/articles/${article.id}`)).body.headline)

    expect(await headlineAt('2026-06-01T14:59:59.999Z')).toBe('Before')
    expect(await headlineAt(later)).toBe('After')
  })

  test('keeps what is edited afterwards for itself', async () => {
    const article = await anArticle(service, { headline: 'As approved' })
    await move(article, { to: 'published', at: later }).expect(200)
    await editor.patch(`/v1/articles/${article.id}`).set(whatever).send({ headline: 'Edited' }).expect(200)

    const { headline, slug } = await withClockAt(
      later,
      async () => (await client.get(`/v1/articles/${article.id}`).expect(200)).body,
    )

    expect([headline, slug]).toEqual(['As approved', article.slug])
  })

  test('is no sign of a future slug', async () => {
    const article = await aPublishedArticle(service, { slug: 'present', at: '2026-05-01T00:00:00.000Z' })
    await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ slug: 'future', publish: { at: later } })
      .expect(200)

    await client.get('/v1/articles/future').expect(404)
    await withClockAt(later, async () => {
      await client.get('/v1/articles/future').expect(200)
      await client.get('/v1/articles/present').redirects(0).expect(308)
    })
  })

  test('holds the slug for its time', async () => {
    const article = await anArticle(service, { slug: 'reserved' })
    await move(article, { to: 'published', at: later }).expect(200)
    await editor.patch(`/v1/articles/${article.id}`).set(whatever).send({ slug: 'elsewhere' }).expect(200)
    const other = await anArticle(service, { slug: 'reserved' })

    const { body } = await move(other, { to: 'published' }).expect(409)

    expect(body.code).toBe('slug-taken')
    await move(other, { to: 'published', until: later }).expect(200)
  })

  test('may be set anew to the same moment, for other words', async () => {
    const article = await anArticle(service, { headline: 'First try' })
    await move(article, { to: 'published', at: later }).expect(200)

    const { body } = await editor
      .patch(`/v1/articles/${article.id}`)
      .set(whatever)
      .send({ headline: 'Second try', publish: { at: later } })
      .expect(200)

    expect(body.scheduled).toMatchObject([{ revision: 3, visibleFrom: later }])
    await withClockAt(later, async () => {
      expect((await client.get(`/v1/articles/${article.id}`).expect(200)).body.headline).toBe('Second try')
    })
  })

  test('that is cancelled gives the version before it its end back', async () => {
    const article = await aPublishedArticle(service, { at: '2026-05-01T00:00:00.000Z', until: muchLater })
    const { body: scheduled } = await move(article, { to: 'published', at: later }).expect(200)

    const { body } = await move(article, { to: 'unscheduled' }).expect(200)

    expect(scheduled.live.visibleUntil).toBe(later)
    expect(body.live.visibleUntil).toBe(muchLater)
    expect(body.scheduled).toEqual([])
    expect((await theLog(service, article)).at(-1)?.type).toBe('article.unscheduled')
  })

  test('ends what is published meanwhile', async () => {
    const article = await anArticle(service)
    await move(article, { to: 'published', at: later }).expect(200)

    const { body } = await move(article, { to: 'published' }).expect(200)

    expect(body.live).toMatchObject({ visibleFrom: noon, visibleUntil: later })
    expect(body.state).toEqual(['scheduled', 'published'])
  })

  test('does not change firstPublishedAt of what was public before it', async () => {
    const article = await anArticle(service)
    await move(article, { to: 'published', at: muchLater }).expect(200)
    await move(article, { to: 'published', at: later }).expect(200)

    const readAt = (moment: string) =>
      withClockAt(moment, async () => (await client.get(`/v1/articles/${article.id}`).expect(200)).body)

    const times = { firstPublishedAt: later, publishedAt: later }
    expect(await readAt(later)).toMatchObject({ ...times, updatedAt: later })
    expect(await readAt(muchLater)).toMatchObject({ ...times, updatedAt: muchLater })
  })
})

describe('an end that was set', () => {
  test('takes the article down by itself', async () => {
    const article = await anArticle(service)
    await move(article, { to: 'published', until: later }).expect(200)

    await withClockAt('2026-06-01T14:59:59.999Z', async () => expect(await isPublic(article)).toBe(true))
    await withClockAt(later, async () => {
      expect(await isPublic(article)).toBe(false)
      expect((await theDraft(editor, article)).state).toEqual(['unpublished'])
    })
  })
})

describe('unpublishing', () => {
  test('takes down what is public and drops what is scheduled', async () => {
    const article = await aPublishedArticle(service, { at: '2026-05-01T00:00:00.000Z' })
    await move(article, { to: 'published', at: later }).expect(200)

    const { body } = await move(article, { to: 'unpublished', note: 'Not now.' }).expect(200)

    expect(body).toMatchObject({ live: null, scheduled: [], state: ['unpublished'] })
    expect(await isPublic(article)).toBe(false)
    await withClockAt(muchLater, async () => expect(await isPublic(article)).toBe(false))
  })

  test('is no other 404 than that of what never was', async () => {
    const article = await aPublishedArticle(service, { at: '2026-05-01T00:00:00.000Z' })
    await move(article, { to: 'unpublished' }).expect(200)

    const gone = await client.get(`/v1/articles/${article.slug}`).expect(404)
    const unknown = await client.get('/v1/articles/never-was').expect(404)

    const plain = ({ instance, requestId, ...rest }: Record<string, unknown>) => rest
    expect(plain(gone.body)).toEqual(plain(unknown.body))
  })
})

describe('withdrawing', () => {
  const published = () => aPublishedArticle(service, { at: '2026-05-01T00:00:00.000Z' })

  test('answers 410 with when and why, by id, by slug and for every part', async () => {
    const article = await published()

    await move(article, { to: 'withdrawn', note: 'It was made up.' }).expect(200)

    for (const key of [article.id, article.slug, `${article.id}/sections`, `${article.slug}/timeline`]) {
      const { body } = await client.get(`/v1/articles/${key}`).expect(410)
      expect(body).toMatchObject({ code: 'withdrawn', reason: 'It was made up.', withdrawnAt: noon })
      expect(body).not.toHaveProperty('legalGround')
    }
  })

  test('answers 451 with the law where the law demanded it', async () => {
    const article = await published()

    await move(article, { to: 'withdrawn', note: 'By order.', legalGround: 'Order 7/26' }).expect(200)

    const { body } = await client.get(`/v1/articles/${article.slug}`).expect(451)
    expect(body).toMatchObject({ reason: 'By order.', legalGround: 'Order 7/26', withdrawnAt: noon })
  })

  test('takes the article out of all lists', async () => {
    const author = await anAuthor(service)
    const article = await aPublishedArticle(service, {
      by: [author],
      sections: [{ body: 'A' }],
      takeaways: [{ text: 'T' }],
      at: '2026-05-01T00:00:00.000Z',
    })

    await move(article, { to: 'withdrawn', note: 'Why.' }).expect(200)

    for (const list of ['articles', 'sections', 'takeaways']) {
      const { body } = await client.get(`/v1/${list}?author=${author.id}`).expect(200)
      expect(body.data).toEqual([])
    }
  })

  test('needs a reason, and something that was public', async () => {
    const article = await published()

    const { body } = await move(article, { to: 'withdrawn' }).expect(400)
    await move(await anArticle(service), { to: 'withdrawn', note: 'Why.' }).expect(409)

    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/note', code: 'required' })])
    expect(await isPublic(article)).toBe(true)
  })

  test('happens once', async () => {
    const article = await published()
    await move(article, { to: 'withdrawn', note: 'Why.' }).expect(200)

    const { body } = await move(article, { to: 'withdrawn', note: 'Again.' }).expect(409)

    expect(body.code).toBe('transition-refused')
  })

  test('is over when the article is published again', async () => {
    const article = await published()
    await withdraw(service, article, { reason: 'Too early.' })

    const { body } = await withClockAt(later, async () => {
      await move(article, { to: 'published' }).expect(200)
      return client.get(`/v1/articles/${article.id}`).expect(200)
    })

    expect(body).toMatchObject({ firstPublishedAt: '2026-05-01T00:00:00.000Z', publishedAt: later })
  })

  test('is not over at a later time: a schedule is refused', async () => {
    const article = await published()
    await move(article, { to: 'withdrawn', note: 'Why.' }).expect(200)
    const before = await allRows(service)

    const { body } = await move(article, { to: 'published', at: later }).expect(409)

    expect(body.code).toBe('transition-refused')
    expect(await allRows(service)).toEqual(before)
  })

  test('leaves the slug free for another article', async () => {
    const article = await published()
    await move(article, { to: 'withdrawn', note: 'Why.' }).expect(200)
    await editor.delete(`/v1/articles/${article.id}`).set(whatever).expect(200)
    const other = await anArticle(service, { slug: article.slug })

    await withClockAt(later, async () => {
      await move(other, { to: 'published' }).expect(200)
      expect((await client.get(`/v1/articles/${article.slug}`).expect(200)).body.id).toBe(other.id)
      await client.get(`/v1/articles/${article.id}`).expect(410)
    })
  })
})

describe('the state of a working copy', () => {
  test.each([
    ['draft', async () => anArticle(service)],
    ['in_review', async () => anArticleAt('in_review')],
    ['approved', async () => anArticleAt('approved')],
    ['scheduled', async () => aPublishedArticle(service, { at: later })],
    ['published', async () => aPublishedArticle(service)],
    [
      'unpublished',
      async () => aPublishedArticle(service, { at: '2026-05-01T00:00:00Z', until: '2026-05-02T00:00:00Z' }),
    ],
  ] as const)('is %s, in the draft and in the list of drafts', async (state, make) => {
    const { id } = await make()

    const draft = await theDraft(editor, { id })
    const { body } = await editor.get(`/v1/articles?version=draft&state=${state}&limit=100`).expect(200)

    expect(draft.state).toContain(state)
    const listed = body.data.find((one: Made) => one.id === id)
    expect(listed.state).toEqual(draft.state)
  })

  test('is modified while the working copy says something else than what is public', async () => {
    const article = await aPublishedArticle(service)
    expect((await theDraft(editor, article)).state).toEqual(['published'])

    await editor.patch(`/v1/articles/${article.id}`).set(whatever).send({ summary: 'New.' }).expect(200)

    expect((await theDraft(editor, article)).state).toEqual(['published', 'modified'])
    const { body } = await editor.get('/v1/articles?version=draft&state=modified&limit=100').expect(200)
    expect(body.data.map(({ id }: Made) => id)).toContain(article.id)
  })
})
