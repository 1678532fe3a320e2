import type { z } from 'zod'
import { createKey } from '../../src/access/store.ts'
import { changeArticle, createArticle, type Edit } from '../../src/articles/change.ts'
import type { WorkingCopy } from '../../src/articles/content.ts'
import { ArticleDraft, type correctionKinds } from '../../src/articles/schema.ts'
import { AuthorDraft } from '../../src/authors/schema.ts'
import { authors } from '../../src/authors/store.ts'
import { readMoment } from '../../src/database/client.ts'
import { type Change, makeChange } from '../../src/events/record.ts'
import type { EventType } from '../../src/events/types.ts'
import type { Role } from '../../src/http/contract.ts'
import { newId } from '../../src/lib/ids.ts'
import { readTimeline, saveTimeline, withoutSchedules } from '../../src/publications/timeline.ts'
import { publish } from '../../src/publishing/publish.ts'
import { takeDown } from '../../src/publishing/transitions.ts'
import { TopicDraft } from '../../src/topics/schema.ts'
import { topics } from '../../src/topics/store.ts'
import type { TestService } from './service.ts'

/** What a made thing is found by. */
export interface Made {
  id: string
  slug: string
}

let madeCount = 0

/** Whatever a test does not name differs from one thing to the next. */
function another(noun: string): string {
  madeCount += 1
  return `${noun} ${madeCount}`
}

const actor = 'system:test'

export async function anAuthor(
  { database }: TestService,
  given: Partial<z.input<typeof AuthorDraft>> = {},
): Promise<Made> {
  const draft = AuthorDraft.parse({ name: another('Author'), ...given })
  return makeChange(database, actor, (change) => authors.create(change, draft))
}

export async function aTopic(
  { database }: TestService,
  given: Partial<z.input<typeof TopicDraft>> = {},
): Promise<Made> {
  const draft = TopicDraft.parse({ name: another('Topic'), ...given })
  return makeChange(database, actor, (change) => topics.create(change, draft))
}

/** A key as Authorization takes it: `.auth(key, { type: 'bearer' })`. */
export async function aKey({ database }: TestService, role: Role): Promise<string> {
  const draft = { name: another('Key'), role, authorId: null, expiresAt: null }
  const { secret } = await makeChange(database, actor, (change) => createKey(change, draft))
  return secret
}

/** The bylines or articles of one author or topic go to another one. */
export async function aMerger(
  { database }: TestService,
  noun: 'author' | 'topic',
  from: Made,
  to: Made,
): Promise<void> {
  await makeChange(database, actor, async ({ db }) => {
    const merger = { where: { id: from.id }, data: { mergedIntoId: to.id } }
    await (noun === 'author' ? db.author.update(merger) : db.topic.update(merger))
  })
}

export interface GivenArticle extends Partial<z.input<typeof ArticleDraft>> {
  by?: Made[]
  about?: Made[]
}

/** A working copy that nobody but editors can see. */
export async function anArticle({ database }: TestService, given: GivenArticle = {}): Promise<Made> {
  return makeChange(database, actor, async (change) => madeOf(await createArticle(change, draftOf(given))))
}

interface Publishing {
  /** When it begins; in the past, everything happens at that time. Now when absent. */
  at?: string
  until?: string
}

export async function aPublishedArticle(
  service: TestService,
  { at, until, ...given }: GivenArticle & Publishing = {},
): Promise<Made> {
  return atTime(service, at, () =>
    makeChange(service.database, actor, async (change) => {
      const copy = await createArticle(change, draftOf(given))
      await publish(change, copy, requestOf({ at, until }))
      return madeOf(copy)
    }),
  )
}

type Words = Partial<WorkingCopy['content']>

/** Changes a working copy, and leaves what is public as it is. */
export async function anEdit({ database }: TestService, { id }: Made, words: Words): Promise<Made> {
  return makeChange(database, actor, async (change) =>
    madeOf(await changeArticle(change, id, ({ content }) => ({ content: { ...content, ...words } }))),
  )
}

/** Publishes an article again, with other words. */
export async function aNewVersion(
  service: TestService,
  { id }: Made,
  { at, until, ...words }: Words & Publishing = {},
): Promise<Made> {
  return atTime(service, at, () =>
    makeChange(service.database, actor, async (change) => {
      const copy = await changeArticle(change, id, ({ content }) => ({
        content: { ...content, ...words },
        stage: 'draft',
        eventTypes: [],
      }))
      await publish(change, copy, requestOf({ at, until }))
      return madeOf(copy)
    }),
  )
}

/** Ends what is public of an article, and all that is scheduled. */
export async function unpublish({ database }: TestService, { id }: Made): Promise<void> {
  await makeChange(database, actor, (change) => leave(change, id, 'article.unpublished'))
}

export async function withdraw(
  { database }: TestService,
  { id }: Made,
  { reason, legalGround = null }: { reason: string; legalGround?: string | null },
): Promise<void> {
  await makeChange(database, actor, async (change) => {
    const at = await readMoment(change.db)
    await change.db.withdrawal.create({ data: { id: newId(), articleId: id, reason, legalGround, at } })
    await leave(change, id, 'article.withdrawn')
  })
}

export async function trash({ database }: TestService, { id }: Made): Promise<void> {
  await makeChange(database, actor, async (change) => {
    const trashedAt = await readMoment(change.db)
    await leave(change, id, 'article.trashed', { trashedAt })
  })
}

/** Cancels what is scheduled of an article; what is live stays. */
export async function unschedule({ database }: TestService, { id }: Made): Promise<void> {
  await makeChange(database, actor, async ({ db }) => {
    const before = await readTimeline(db, id)
    await saveTimeline(db, before, withoutSchedules(before, await readMoment(db)))
  })
}

/** A correction, which waits for the next version of its article. */
export async function aCorrection(
  { database }: TestService,
  { id: articleId }: Made,
  { note, kind = 'correction' }: { note: string; kind?: (typeof correctionKinds)[number] },
): Promise<void> {
  await makeChange(database, actor, async ({ db }) => {
    const createdAt = await readMoment(db)
    await db.correction.create({ data: { id: newId(), articleId, kind, note, createdBy: actor, createdAt } })
  })
}

function draftOf({ by = [], about = [], ...given }: GivenArticle): ArticleDraft {
  return ArticleDraft.parse({
    headline: another('Story'),
    byline: by.map(({ id }) => ({ authorId: id })),
    topicIds: about.map(({ id }) => id),
    ...given,
  })
}

function madeOf({ id, content: { slug } }: WorkingCopy): Made {
  return { id, slug }
}

function requestOf({ at, until }: { at: string | undefined; until: string | undefined }) {
  return { override: false, ...(at !== undefined && { at }), ...(until !== undefined && { until }) }
}

async function leave(change: Change, id: string, eventType: EventType, edit: Edit = {}): Promise<void> {
  const copy = await changeArticle(change, id, () => ({ ...edit, eventTypes: [eventType] }))
  await takeDown(change, copy)
}

/** What begins in the past was done in the past. */
async function atTime<Result>(
  { clock }: TestService,
  at: string | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const isPast = at !== undefined && at < (await clock.read())
  return isPast ? clock.during(at, work) : work()
}
