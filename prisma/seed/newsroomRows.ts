import type pg from 'pg'
import type { Prisma } from '../../src/database/client.ts'
import { tagsOf } from '../../src/events/tags.ts'
import type { Span } from '../../src/publications/timeline.ts'
import { lexiconOf } from '../../src/publishing/lexicon.ts'
import { type IdentifiedEvent, newsroomActor } from './newsroomEvents.ts'
import type { History } from './newsroomHistory.ts'
import { authors, topics } from './newsroomStaff.ts'

/** Saves all authors and topics, created at one moment. */
export async function saveStaff(client: pg.Client, createdAt: Date): Promise<void> {
  const origin = { revision: 1, createdAt, updatedAt: createdAt }
  const authorRows: Prisma.AuthorCreateManyInput[] = authors.map((author) => ({ ...author, ...origin }))
  const topicRows: Prisma.TopicCreateManyInput[] = topics.map((topic) => ({ ...topic, ...origin }))
  await insert(client, 'author', authorRows)
  await insert(client, 'topic', topicRows)
}

/** Saves articles with all that ever happened to them: the rows that editors' requests would have left. */
export async function saveHistories(client: pg.Client, histories: readonly History[]): Promise<void> {
  const publications = histories.flatMap(publicationsOf)
  await insert(client, 'article', histories.map(articleRow))
  await insert(client, 'byline', histories.flatMap(bylineRows))
  await insert(client, 'article_topic', histories.flatMap(topicRows))
  await insert(client, 'section', histories.flatMap(sectionRows))
  await insert(client, 'takeaway', histories.flatMap(takeawayRows))
  await insert(client, 'revision', histories.flatMap(revisionRows))
  await insertPublications(client, publications)
  await insertWords(client, publications)
  await insert(client, 'published_section', publications.flatMap(publishedSectionRows))
  await insert(client, 'published_takeaway', publications.flatMap(publishedTakeawayRows))
  await insert(client, 'published_byline', publications.flatMap(publishedBylineRows))
  await insert(client, 'published_topic', publications.flatMap(publishedTopicRows))
  await insert(client, 'correction', histories.flatMap(correctionRows))
  await insert(client, 'withdrawal', histories.flatMap(withdrawalRows))
}

/** Saves events as `recordEvents` does, with the ids that they have: the last statement of a transaction. */
export async function saveEvents(client: pg.Client, events: readonly IdentifiedEvent[]): Promise<void> {
  const sorted = [...events].sort((one, other) => one.at.getTime() - other.at.getTime())
  const rows = sorted.map((event, index) => ({
    ...event,
    data: { ...event.data, tags: tagsOf(event) },
    place: index + 1,
  }))
  await client.query(
    `WITH counter AS (UPDATE event_counter SET last_seq = last_seq + $1 RETURNING last_seq)
     INSERT INTO event (seq, id, type, subject, actor, at, data)
     SELECT counter.last_seq - $1 + draft.place, draft.id, draft.type, draft.subject, $2, draft.at, draft.data
     FROM counter, jsonb_to_recordset($3::jsonb)
       AS draft (place int, id uuid, type text, subject text, at timestamptz, data jsonb)`,
    [rows.length, newsroomActor, JSON.stringify(rows)],
  )
}

/** Inserts rows whose columns are named as in code. What they do not name gets its default. */
async function insert(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map(columnName).join(', ')
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [jsonOf(rows)],
  )
}

/** The search vector is the one that publishing makes: see `searchVector` in src/publishing/publish.ts. */
async function insertPublications(client: pg.Client, publications: readonly Publication[]): Promise<void> {
  const rows = publications.map(publicationRow)
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map(columnName)
  const texts = publications.map(({ span, compiled }) => ({ id: span.id, ...compiled.searchTexts }))
  await client.query(
    `INSERT INTO publication (${columns.join(', ')}, search)
     SELECT ${columns.map((column) => `shown.${column}`).join(', ')},
       setweight(to_tsvector(text_search_config(shown.language), texts.headline), 'A')
         || setweight(to_tsvector(text_search_config(shown.language), texts.points), 'B')
         || setweight(to_tsvector(text_search_config(shown.language), texts.headings), 'C')
         || setweight(to_tsvector(text_search_config(shown.language), texts.bodies), 'D')
     FROM json_populate_recordset(NULL::publication, $1) AS shown
     JOIN json_to_recordset($2) AS texts (id uuid, headline text, points text, headings text, bodies text) USING (id)`,
    [jsonOf(rows), JSON.stringify(texts)],
  )
}

/** As `rememberWords` does in src/publishing/lexicon.ts. */
async function insertWords(client: pg.Client, publications: readonly Publication[]): Promise<void> {
  const words = new Set(publications.flatMap(({ compiled }) => compiled.words))
  await client.query(
    `INSERT INTO search_word (word, folded) SELECT word, folded FROM json_populate_recordset(NULL::search_word, $1)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(lexiconOf([...words]))],
  )
}

function jsonOf(rows: readonly object[]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [columnName(name), value])),
    ),
  )
}

/** `visibleFrom` is `visible_from` in SQL. */
function columnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function articleRow({ copy: { content, ...root } }: History): Prisma.ArticleCreateManyInput {
  const { slug, headline, summary, language, dateline, canonicalUrl, seo } = content
  return { ...root, slug, headline, summary, language, dateline, canonicalUrl, seo }
}

function bylineRows({ copy: { id, content } }: History): Prisma.BylineCreateManyInput[] {
  return content.byline.map((line, position) => ({ articleId: id, position, ...line }))
}

function topicRows({ copy: { id, content } }: History): Prisma.ArticleTopicCreateManyInput[] {
  return content.topicIds.map((topicId, position) => ({ articleId: id, topicId, position }))
}

function sectionRows({ copy: { id, content } }: History): Prisma.SectionCreateManyInput[] {
  return content.sections.map((section, position) => ({ articleId: id, position, ...section }))
}

function takeawayRows({ copy: { id, content } }: History): Prisma.TakeawayCreateManyInput[] {
  return content.takeaways.map((takeaway, position) => ({ articleId: id, position, ...takeaway }))
}

function revisionRows({ revisions }: History): Prisma.RevisionCreateManyInput[] {
  return revisions.map(({ copy, note }) => ({
    articleId: copy.id,
    number: copy.revision,
    content: copy.content as unknown as Prisma.InputJsonValue,
    note,
    createdBy: newsroomActor,
    createdAt: copy.updatedAt,
  }))
}

type Publication = ReturnType<typeof publicationsOf>[number]

/** Each publication with the span that it has in the end. */
function publicationsOf({ spans, publications }: History) {
  return spans.flatMap((span) => {
    const publication = publications.get(span.id)
    return publication ? [{ ...publication, span }] : []
  })
}

function publicationRow({ copy, compiled, span }: Publication) {
  const { document, sections, takeaways } = compiled
  const { firstPublishedAt, intendedUntil } = span
  return {
    id: span.id,
    ...spanColumns(copy.id, span),
    intendedUntil,
    firstPublishedAt,
    revisionNumber: copy.revision,
    slug: copy.content.slug,
    language: document.language,
    headline: document.headline,
    wordCount: document.wordCount,
    document,
    sectionsMarkdown: sections.markdown,
    sectionsHtml: sections.html,
    sectionsText: sections.text,
    takeaways,
    createdBy: newsroomActor,
    createdAt: copy.updatedAt,
  }
}

function spanColumns(articleId: string, { from, until, publishedAt }: Span) {
  return { articleId, visibleFrom: from, visibleUntil: until, publishedAt }
}

function publishedSectionRows({ copy, span }: Publication): Prisma.PublishedSectionCreateManyInput[] {
  const common = { publicationId: span.id, ...spanColumns(copy.id, span), language: copy.content.language }
  return copy.content.sections.map(({ id: sectionId, kind, heading }, position) => ({
    ...common,
    position,
    sectionId,
    kind,
    heading,
  }))
}

function publishedTakeawayRows({ copy, span }: Publication): Prisma.PublishedTakeawayCreateManyInput[] {
  const common = { publicationId: span.id, ...spanColumns(copy.id, span), language: copy.content.language }
  return copy.content.takeaways.map(({ id: takeawayId, text }, position) => ({
    ...common,
    position,
    takeawayId,
    text,
  }))
}

function publishedBylineRows({ copy, span }: Publication): Prisma.PublishedBylineCreateManyInput[] {
  const common = { publicationId: span.id, ...spanColumns(copy.id, span) }
  return copy.content.byline.map((line, position) => ({ ...common, position, ...line }))
}

function publishedTopicRows({ copy, span }: Publication): Prisma.PublishedTopicCreateManyInput[] {
  const common = { publicationId: span.id, ...spanColumns(copy.id, span) }
  return copy.content.topicIds.map((topicId, position) => ({ ...common, position, topicId }))
}

function correctionRows({ copy, corrections }: History): Prisma.CorrectionCreateManyInput[] {
  return corrections.map((correction) => ({
    ...correction,
    articleId: copy.id,
    createdBy: newsroomActor,
  }))
}

function withdrawalRows({ copy, withdrawals }: History): Prisma.WithdrawalCreateManyInput[] {
  return withdrawals.map((withdrawal) => ({ ...withdrawal, articleId: copy.id }))
}
