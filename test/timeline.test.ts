import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Prisma } from '../src/database/client.ts'
import {
  earliestStart,
  liveSpan,
  type Span,
  scheduledSpans,
  takenDown,
  withoutSchedules,
  withSpan,
} from '../src/publications/timeline.ts'
import {
  aNewVersion,
  anArticle,
  aPublishedArticle,
  type Made,
  unpublish,
  unschedule,
} from './support/factories.ts'
import { aService } from './support/service.ts'

const service = await aService()
const { client, clock, database } = service

/** Hours, written as moments of one day. */
function hour(number: number): Date {
  return new Date(Date.UTC(2026, 2, 1, number))
}

let spanCount = 0

/** A span that begins at one hour and is asked to end at another. */
function aSpan(from: number, until: number | null = null) {
  spanCount += 1
  return {
    id: `span ${spanCount}`,
    revision: 1,
    from: hour(from),
    intendedUntil: until === null ? null : hour(until),
  }
}

/** A timeline as it comes to be when each span is put in one hour before it begins. */
function aTimeline(...spans: [from: number, until?: number | null][]): Span[] {
  return spans.reduce<Span[]>(
    (timeline, [from, until = null]) => withSpan(timeline, aSpan(from, until), hour(from - 1)),
    [],
  )
}

/** From and until of every span, in hours. */
function bounds(spans: readonly Span[]): (number | null)[][] {
  const hours = (date: Date | null) =>
    date === null ? null : (date.getTime() - hour(0).getTime()) / 3_600_000
  return spans.map(({ from, until }) => [hours(from), hours(until)])
}

describe('withSpan', () => {
  test.each([
    ['into nothing', aTimeline(), aSpan(5), 4, [[5, null]]],
    ['with an end', aTimeline(), aSpan(5, 7), 4, [[5, 7]]],
    [
      'after one that is open-ended',
      aTimeline([1]),
      aSpan(5),
      4,
      [
        [1, 5],
        [5, null],
      ],
    ],
    [
      'after one that ends later',
      aTimeline([1, 9]),
      aSpan(5),
      4,
      [
        [1, 5],
        [5, null],
      ],
    ],
    [
      'after one that ends before',
      aTimeline([1, 3]),
      aSpan(5),
      4,
      [
        [1, 3],
        [5, null],
      ],
    ],
    [
      'after one that ends just then',
      aTimeline([1, 5]),
      aSpan(5),
      4,
      [
        [1, 5],
        [5, null],
      ],
    ],
    [
      'before one that is scheduled',
      aTimeline([1], [9]),
      aSpan(5),
      4,
      [
        [1, 5],
        [5, 9],
        [9, null],
      ],
    ],
    [
      'that ends before the next begins',
      aTimeline([1], [9]),
      aSpan(5, 7),
      4,
      [
        [1, 5],
        [5, 7],
        [9, null],
      ],
    ],
    [
      'into the past of one that ended',
      aTimeline([1, 2]),
      aSpan(5),
      4,
      [
        [1, 2],
        [5, null],
      ],
    ],
  ])('puts a span %s', (_, before, added, now, expected) => {
    expect(bounds(withSpan(before, added, hour(now)))).toEqual(expected)
  })

  test.each([
    ['the first', aTimeline(), aSpan(5), 5, 5],
    ['one that follows at once', aTimeline([1]), aSpan(5), 1, 1],
    ['one that follows a gap', aTimeline([1, 3]), aSpan(5), 5, 1],
  ])('counts the run of %s', (_, before, added, publishedAt, firstPublishedAt) => {
    const span = withSpan(before, added, hour(4)).at(-1)

    expect(span).toMatchObject({ publishedAt: hour(publishedAt), firstPublishedAt: hour(firstPublishedAt) })
  })
})

describe('withoutSchedules', () => {
  test.each([
    ['an open end', aTimeline([1], [5]), [[1, null]]],
    ['the end that was asked for', aTimeline([1, 9], [5]), [[1, 9]]],
    ['its end, whatever was scheduled', aTimeline([1, 9], [5], [7], [20]), [[1, 9]]],
    ['nothing, where it ends before', aTimeline([1, 3], [5]), [[1, 3]]],
  ])('gives the live span back %s', (_, before, expected) => {
    expect(bounds(withoutSchedules(before, hour(2)))).toEqual(expected)
  })

  test('leaves nothing where nothing has begun', () => {
    expect(withoutSchedules(aTimeline([5], [7]), hour(2))).toEqual([])
  })

  test('does not open what has ended', () => {
    expect(bounds(withoutSchedules(aTimeline([1], [3], [9]), hour(4)))).toEqual([
      [1, 3],
      [3, null],
    ])
  })
})

describe('takenDown', () => {
  test.each([
    ['ends what is live', aTimeline([1]), [[1, 4]]],
    ['ends it before its end', aTimeline([1, 9]), [[1, 4]]],
    ['drops what is scheduled', aTimeline([1], [5], [7]), [[1, 4]]],
    ['leaves what has ended', aTimeline([1, 2]), [[1, 2]]],
    ['leaves nothing of what has not begun', aTimeline([5]), []],
  ])('%s', (_, before, expected) => {
    expect(bounds(takenDown(before, hour(4)))).toEqual(expected)
  })
})

describe('earliestStart', () => {
  test('is now, but a millisecond after what began just now', () => {
    expect(earliestStart([], hour(4))).toEqual(hour(4))
    expect(earliestStart(aTimeline([1]), hour(4))).toEqual(hour(4))
    expect(earliestStart(aTimeline([4]), hour(4))).toEqual(new Date(hour(4).getTime() + 1))
  })

  test('is never when another span begins', () => {
    const busy = withSpan(aTimeline([4]), { ...aSpan(4), from: new Date(hour(4).getTime() + 1) }, hour(4))

    expect(earliestStart(busy, hour(4))).toEqual(new Date(hour(4).getTime() + 2))
  })
})

describe('a timeline', () => {
  /** What editors do, in the order of time: the hours that pass before, and how far ahead it is. */
  const action = fc.oneof(
    fc.record({
      kind: fc.constant('publish' as const),
      passes: fc.integer({ min: 1, max: 5 }),
      ahead: fc.option(fc.integer({ min: 1, max: 10 })),
      lasts: fc.option(fc.integer({ min: 1, max: 10 })),
    }),
    fc.record({
      kind: fc.constantFrom('unschedule' as const, 'take down' as const),
      passes: fc.integer({ min: 1, max: 5 }),
    }),
  )

  interface Step {
    before: Span[]
    after: Span[]
    now: Date
  }

  type Action = typeof action extends fc.Arbitrary<infer One> ? One : never

  function perform(done: Action, before: Span[], now: number): Span[] {
    if (done.kind !== 'publish')
      return (done.kind === 'unschedule' ? withoutSchedules : takenDown)(before, hour(now))
    const from = now + (done.ahead ?? 0)
    // Nobody may schedule two for one moment: that is refused before it comes here.
    if (before.some((span) => span.from.getTime() === hour(from).getTime())) return before
    return withSpan(before, aSpan(from, done.lasts === null ? null : from + done.lasts), hour(now))
  }

  function stepsOf(actions: Action[]): Step[] {
    let [spans, now]: [Span[], number] = [[], 0]
    return actions.map((done) => {
      now += done.passes
      const before = spans
      spans = perform(done, before, now)
      return { before, after: spans, now: hour(now) }
    })
  }

  function always(claim: (step: Step) => void): void {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        for (const step of stepsOf(actions)) claim(step)
      }),
      { numRuns: 300 },
    )
  }

  test('never has two spans at one time, nor an empty one', () => {
    always(({ after }) => {
      for (const [index, { from, until }] of after.entries()) {
        const next = after[index + 1]
        if (until) expect(until.getTime()).toBeGreaterThan(from.getTime())
        if (next) expect(until?.getTime()).toBeLessThanOrEqual(next.from.getTime())
      }
    })
  })

  test('never changes a bound that has passed', () => {
    always(({ before, after, now }) => {
      for (const span of before.filter(({ from }) => from <= now)) {
        const kept = after.find(({ id }) => id === span.id)
        const { from, publishedAt, firstPublishedAt } = span
        expect(kept).toMatchObject({ from, publishedAt, firstPublishedAt })
        if (span.until && span.until <= now) expect(kept?.until).toEqual(span.until)
        else expect(kept?.until?.getTime() ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(now.getTime())
      }
    })
  })

  test('never sets an end later than was asked for', () => {
    always(({ after }) => {
      for (const { until, intendedUntil } of after) {
        if (intendedUntil) expect(until?.getTime()).toBeLessThanOrEqual(intendedUntil.getTime())
      }
    })
  })

  test('is as before once a schedule is cancelled', () => {
    always(({ after, now }) => {
      const settled = withoutSchedules(after, now)
      const scheduled = withSpan(settled, { ...aSpan(0), from: new Date(now.getTime() + 1) }, now)

      expect(withoutSchedules(scheduled, now)).toEqual(settled)
    })
  })

  test('has nothing live and nothing to come once it is taken down', () => {
    always(({ after, now }) => {
      const down = takenDown(after, now)

      expect(liveSpan(down, new Date(now.getTime() + 1))).toBeUndefined()
      expect(scheduledSpans(down, now)).toEqual([])
    })
  })

  test('counts runs: one that follows at once keeps the start, one after a gap renews it', () => {
    always(({ after }) => {
      for (const [index, { from, publishedAt, firstPublishedAt }] of after.entries()) {
        const previous = after[index - 1]
        const continues = previous?.until?.getTime() === from.getTime()
        expect(publishedAt).toEqual(continues ? previous?.publishedAt : from)
        expect(firstPublishedAt).toEqual(after[0]?.from)
      }
    })
  })
})

describe('through the database', () => {
  const isPublic = async ({ id }: Made) => (await client.get(`/v1/articles/${id}`)).status === 200

  test('an embargo ends at its millisecond, with nothing running', async () => {
    const article = await aPublishedArticle(service, { at: '2099-01-01T08:00:00.000Z' })
    const list = async () => (await client.get('/v1/articles').expect(200)).text

    await clock.during('2099-01-01T07:59:59.999Z', async () => {
      expect(await isPublic(article)).toBe(false)
      expect(await list()).not.toContain(article.id)
    })
    await clock.during('2099-01-01T08:00:00.000Z', async () => {
      expect(await isPublic(article)).toBe(true)
      expect(await list()).toContain(article.id)
    })
  })

  test('an end comes at its millisecond too', async () => {
    const article = await aPublishedArticle(service, {
      at: '2099-01-01T08:00:00.000Z',
      until: '2099-01-01T09:00:00.000Z',
    })

    await clock.during('2099-01-01T08:59:59.999Z', async () => expect(await isPublic(article)).toBe(true))
    await clock.during('2099-01-01T09:00:00.000Z', async () => expect(await isPublic(article)).toBe(false))
  })

  test('one version follows the other without a gap', async () => {
    const article = await aPublishedArticle(service, { headline: 'Before' })
    await aNewVersion(service, article, { headline: 'After', at: '2099-01-01T08:00:00.000Z' })
    const headlineAt = (moment: string) =>
      clock.during(moment, async () => (await client.get(`/v1/articles/${article.id}`)).body.headline)

    expect(await headlineAt('2099-01-01T07:59:59.999Z')).toBe('Before')
    expect(await headlineAt('2099-01-01T08:00:00.000Z')).toBe('After')
  })

  test('a cancelled schedule gives the version before it its end back', async () => {
    const article = await aPublishedArticle(service, { until: '2099-06-01T00:00:00.000Z' })
    await aNewVersion(service, article, { at: '2099-01-01T00:00:00.000Z' })

    await unschedule(service, article)

    await clock.during('2099-05-31T23:59:59.999Z', async () => expect(await isPublic(article)).toBe(true))
    await clock.during('2099-06-01T00:00:00.000Z', async () => expect(await isPublic(article)).toBe(false))
  })

  test('two versions can follow each other in one instant', async () => {
    await clock.during('2098-01-01T00:00:00.000Z', async () => {
      const article = await aPublishedArticle(service, { headline: 'One' })
      for (const headline of ['Two', 'Three', 'Four']) await aNewVersion(service, article, { headline })
      await clock.advance({ milliseconds: 9 })

      const { body } = await client.get(`/v1/articles/${article.id}`).expect(200)
      expect(body).toMatchObject({ headline: 'Four', publishedAt: '2098-01-01T00:00:00.000Z' })
    })
  })

  test('a version that is scheduled gives way to a later one for the same instant', async () => {
    const article = await aPublishedArticle(service)
    await aNewVersion(service, article, { at: '2099-01-01T00:00:00.000Z' })

    await aNewVersion(service, article, { at: '2099-01-01T00:00:00.000Z' })

    expect(
      await service.database.rows(
        Prisma.sql`SELECT FROM publication WHERE article_id = ${article.id}::uuid AND visible_from > moment()`,
      ),
    ).toHaveLength(1)
  })

  test('two articles cannot have one slug at one time', async () => {
    const first = await aPublishedArticle(service, { slug: 'contested' })
    await aNewVersion(service, first, { slug: 'given-up' })
    const second = await aPublishedArticle(service, { slug: 'contested' })
    await aNewVersion(service, second, { slug: 'given-up-too', at: '2099-01-01T00:00:00.000Z' })

    await aNewVersion(service, first, { slug: 'contested-no-more', at: '2098-12-31T00:00:00.000Z' })

    await expect(aPublishedArticle(service, { slug: 'contested' })).rejects.toThrow(/publication_slug_excl/)
    await client.get('/v1/articles/contested').expect(200)
  })
})

describe('the database itself', () => {
  /** Changes a publication behind the back of the code. */
  const change = ({ id }: Made, assignment: Prisma.Sql) =>
    database.rows(Prisma.sql`UPDATE publication SET ${assignment} WHERE article_id = ${id}::uuid`)

  /** SQLSTATE of a rule that is broken. */
  const checkViolation = expect.objectContaining({ code: '23514' })
  const refusal = (constraint: string) => expect.objectContaining({ constraint })

  test('does not move the start of what has begun', async () => {
    const article = await aPublishedArticle(service)

    await expect(
      change(article, Prisma.sql`visible_from = visible_from - interval '1 hour'`),
    ).rejects.toEqual(refusal('publication_begun'))
  })

  test('does not open what has ended', async () => {
    const article = await aPublishedArticle(service)
    await unpublish(service, article)

    await expect(change(article, Prisma.sql`visible_until = NULL`)).rejects.toEqual(
      refusal('publication_ended'),
    )
  })

  test('does not end what is live in the past', async () => {
    const article = await aPublishedArticle(service, { at: '2026-03-01T08:00:00.000Z' })

    await expect(change(article, Prisma.sql`visible_until = '2026-03-02T08:00:00Z'`)).rejects.toThrow()
  })

  test.each([
    ['slug', Prisma.sql`slug = 'another'`],
    ['revision', Prisma.sql`revision_number = 2`],
    ['headline', Prisma.sql`headline = 'Another'`],
    ['document', Prisma.sql`document = '{}'`],
    ['sections', Prisma.sql`sections_html = '[]'`],
    ['takeaways', Prisma.sql`takeaways = '[]'`],
  ])('does not change the %s of a publication', async (_, assignment) => {
    const article = await aPublishedArticle(service)

    await expect(change(article, assignment)).rejects.toEqual(checkViolation)
  })

  test('does not take an empty span', async () => {
    const article = await aPublishedArticle(service, { at: '2099-01-01T00:00:00.000Z' })

    await expect(change(article, Prisma.sql`visible_until = visible_from`)).rejects.toEqual(
      refusal('publication_span_check'),
    )
  })

  test('moves what has not begun, and the rows of its parts with it', async () => {
    const article = await aPublishedArticle(service, {
      at: '2099-01-01T00:00:00.000Z',
      sections: [{ body: 'Rain.' }],
      takeaways: [{ text: 'Rain.' }],
    })
    const earlier = '2098-01-01T00:00:00.000Z'

    await change(
      article,
      Prisma.sql`visible_from = ${earlier}::timestamptz, published_at = ${earlier}::timestamptz,
        first_published_at = ${earlier}::timestamptz`,
    )

    await clock.during(earlier, async () => {
      for (const list of ['articles', 'sections', 'takeaways']) {
        expect((await client.get(`/v1/${list}`).expect(200)).text).toContain(article.id)
      }
    })
  })

  test.each(['revision', 'event'])('does not change a %s', async (table) => {
    await anArticle(service)
    const update = {
      revision: Prisma.sql`UPDATE revision SET note = 'Another'`,
      event: Prisma.sql`UPDATE event SET actor = 'Another'`,
    }[table]

    await expect(database.rows(update as Prisma.Sql)).rejects.toEqual(checkViolation)
  })
})
