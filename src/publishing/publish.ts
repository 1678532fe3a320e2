import type { WorkingCopy } from '../articles/change.ts'
import { Prisma } from '../database/client.ts'
import type { Change } from '../events/record.ts'
import { newId } from '../lib/ids.ts'
import { readTimeline, type Span, saveTimeline, withSpan } from '../publications/timeline.ts'
import { type Compiled, compile } from './compile.ts'

/** When a publication is to be public. */
export interface PublicationSpan {
  from: Date
  until: Date | null
  note: string | null
}

/**
 * Makes the newest revision of an article public for a span of time. The caller has changed the article in the same
 * transaction, and so holds its lock; `now` is the moment of that change.
 */
export async function openPublication(
  change: Change,
  copy: WorkingCopy,
  now: Date,
  { from, until, note }: PublicationSpan,
): Promise<Span> {
  const { db } = change
  const id = newId()
  const before = await readTimeline(db, copy.id)
  const after = withSpan(before, { id, from, intendedUntil: until }, now)
  await saveTimeline(db, before, after)
  const span = after.find((one) => one.id === id)
  if (!span) throw new Error('A timeline lost the span that was put into it')
  await insertPublication(change, copy, span, note)
  await carryCorrections(change, copy.id, id)
  await db.withdrawal.updateMany({
    where: { articleId: copy.id, endedAt: null },
    data: { endedAt: span.from },
  })
  return span
}

async function insertPublication(
  change: Change,
  copy: WorkingCopy,
  span: Span,
  note: string | null,
): Promise<void> {
  const { document, sections, takeaways, searchTexts } = compile(copy.content)
  const { id, from, until, intendedUntil, publishedAt, firstPublishedAt } = span
  await change.db.$executeRaw`
    INSERT INTO publication (id, article_id, revision_number, slug, language, headline, word_count, document,
      sections_markdown, sections_html, sections_text, takeaways, search,
      visible_from, visible_until, intended_until, published_at, first_published_at, note, created_by, created_at)
    VALUES (${id}::uuid, ${copy.id}::uuid, ${copy.revision}, ${copy.content.slug}, ${document.language},
      ${document.headline}, ${document.wordCount}, ${json(document)}::json,
      ${json(sections.markdown)}::json, ${json(sections.html)}::json, ${json(sections.text)}::json,
      ${json(takeaways)}::json, ${searchVector(document.language, searchTexts)},
      ${from}, ${until}, ${intendedUntil}, ${publishedAt}, ${firstPublishedAt}, ${note}, ${change.actor}, ${copy.updatedAt})`
  await insertRows(change, copy, span)
}

/** The rows that public lists of sections, takeaways, authors and topics are read from. */
async function insertRows({ db }: Change, copy: WorkingCopy, span: Span): Promise<void> {
  const { language, sections, takeaways, byline, topicIds } = copy.content
  const common = {
    publicationId: span.id,
    articleId: copy.id,
    visibleFrom: span.from,
    visibleUntil: span.until,
    publishedAt: span.publishedAt,
  }
  await db.publishedSection.createMany({
    data: sections.map(({ id: sectionId, kind, heading }, position) => ({
      ...common,
      position,
      sectionId,
      kind,
      heading,
      language,
    })),
  })
  await db.publishedTakeaway.createMany({
    data: takeaways.map(({ id: takeawayId }, position) => ({ ...common, position, takeawayId, language })),
  })
  await db.publishedByline.createMany({
    data: byline.map(({ authorId, role }, position) => ({ ...common, position, authorId, role })),
  })
  await db.publishedTopic.createMany({
    data: topicIds.map((topicId, position) => ({ ...common, position, topicId })),
  })
}

/** Corrections that wait go public with the next publication. */
async function carryCorrections({ db }: Change, articleId: string, publicationId: string): Promise<void> {
  await db.correction.updateMany({ where: { articleId, publicationId: null }, data: { publicationId } })
}

function searchVector(language: string, texts: Compiled['searchTexts']): Prisma.Sql {
  const weighted = (text: string, weight: 'A' | 'B' | 'C' | 'D') =>
    Prisma.sql`setweight(to_tsvector(text_search_config(${language}), ${text}), ${weight}::"char")`
  return Prisma.sql`${weighted(texts.headline, 'A')} || ${weighted(texts.points, 'B')}
    || ${weighted(texts.headings, 'C')} || ${weighted(texts.bodies, 'D')}`
}

function json(value: unknown): string {
  return JSON.stringify(value)
}
