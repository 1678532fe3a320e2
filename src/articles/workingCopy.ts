import { z } from 'zod'
import { AuthorReference } from '../authors/schema.ts'
import { type Db, Prisma } from '../database/client.ts'
import { Id, Moment, pageOf } from '../http/schemas.ts'
import { renderText } from '../lib/markdown.ts'
import { countWords } from '../lib/text.ts'
import { Section } from '../sections/schema.ts'
import { evidenceStates, Takeaway } from '../takeaways/schema.ts'
import { TopicReference } from '../topics/schema.ts'
import type { NewArticle } from './change.ts'
import type { SectionContent, TakeawayContent, WorkingCopy } from './content.ts'
import { ArticleDraft, type ArticleState, articleStates, BylineDraft, Correction } from './schema.ts'

const Etag = z.string().describe('What If-Match takes; the same as in the ETag header.')

/** A section of a working copy. */
export const DraftSection = Section.omit({ anchor: true })
  .extend({
    position: z.int32().describe('From 0.'),
    revision: z.int32().describe('The revision of the article in which this section was last changed.'),
    etag: Etag,
  })
  .meta({ id: 'DraftSection', description: 'A section of a working copy, with an ETag of its own.' })
export type DraftSection = z.output<typeof DraftSection>

/** A takeaway of a working copy. */
export const DraftTakeaway = Takeaway.extend({
  position: z.int32().describe('From 0.'),
  evidenceState: z
    .enum(evidenceStates)
    .describe(
      'Whether the quoted words are there: `current`, `moved` to another section, `broken`: gone, `none` quoted.',
    ),
  revision: z.int32().describe('The revision of the article in which this takeaway was last changed.'),
  etag: Etag,
}).meta({ id: 'DraftTakeaway', description: 'A takeaway of a working copy, with an ETag of its own.' })
export type DraftTakeaway = z.output<typeof DraftTakeaway>

export const DraftSections = pageOf('DraftSections', DraftSection)
export const DraftTakeaways = pageOf('DraftTakeaways', DraftTakeaway)

const DraftCorrection = Correction.omit({ before: true, after: true, at: true })
  .extend({
    createdAt: Moment,
    publishedAt: Moment.nullable().describe('Null until it goes public with the next publication.'),
  })
  .meta({ id: 'DraftCorrection' })

/** A revision that is public, or will be. */
const PublicationReference = z
  .object({ revision: z.int32(), slug: z.string(), visibleFrom: Moment, visibleUntil: Moment.nullable() })
  .meta({ id: 'PublicationReference' })

/** What editors see: everything that they may write, as they may write it, and where it stands. */
export const ArticleWorkingCopy = z
  .object({
    id: Id,
    slug: z.string(),
    headline: z.string(),
    summary: z.string().nullable(),
    language: z.string(),
    dateline: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    seo: ArticleDraft.shape.seo.unwrap(),
    byline: z.array(
      z.object({ ...BylineDraft.shape, role: BylineDraft.shape.role.unwrap(), author: AuthorReference }),
    ),
    topicIds: z.array(Id),
    topics: z.array(TopicReference),
    sections: z.array(DraftSection),
    takeaways: z.array(DraftTakeaway),
    corrections: z.array(DraftCorrection).describe('Newest first, those that wait included.'),
    stage: z.enum(['draft', 'in_review', 'approved']),
    state: z
      .array(z.enum(articleStates))
      .describe('All that holds of it, such as `["published", "modified"]`.'),
    live: PublicationReference.nullable().describe('What is public now.'),
    scheduled: z.array(PublicationReference).describe('What will be public.'),
    external: z.object({ source: z.string(), id: z.string() }).nullable(),
    wordCount: z.int32(),
    revision: z.int32().describe('Grows by one with every change of the article or of anything in it.'),
    etag: Etag,
    createdBy: z.string(),
    createdAt: Moment,
    updatedAt: Moment,
    trashedAt: Moment.nullable(),
  })
  .meta({ id: 'ArticleWorkingCopy', description: 'An article as editors have it before them.' })
export type ArticleWorkingCopy = z.output<typeof ArticleWorkingCopy>

export function articleEtag({ revision }: Pick<WorkingCopy, 'revision'>): string {
  return `"${revision}"`
}

export function presentSection(
  { id, kind, heading, body, revision }: SectionContent,
  position: number,
): DraftSection {
  return { id, kind, heading, body, position, revision, etag: `"${revision}-${position}"` }
}

export function presentTakeaway(takeaway: TakeawayContent, position: number): DraftTakeaway {
  const { id, text, evidence, evidenceState, revision } = takeaway
  return {
    id,
    text,
    evidence,
    position,
    evidenceState,
    revision,
    etag: `"${revision}-${position}-${evidenceState}"`,
  }
}

/** A working copy as the API shows it. Reads, in one statement, what stands beside it: names, timeline, corrections. */
export async function presentWorkingCopy(db: Db, copy: WorkingCopy): Promise<ArticleWorkingCopy> {
  return present(copy, await readSurroundings(db, copy))
}

/** The same of an article that was just created: beside it stands only what it names. */
export function presentNewArticle({ references, ...copy }: NewArticle): ArticleWorkingCopy {
  return present(copy, { ...noSurroundings, ...references })
}

function present(copy: WorkingCopy, surroundings: Surroundings): ArticleWorkingCopy {
  const { authors, topics, corrections, live, scheduled } = surroundings
  const { id, stage, revision, externalSource, externalId, createdBy, content } = copy
  const { byline, sections, takeaways, ...rest } = content
  const texts = [...sections.map(({ body }) => renderText(body)), ...takeaways.map(({ text }) => text)]
  return {
    id,
    ...rest,
    byline: byline.map((line) => ({ ...line, author: referenceTo(authors, line.authorId) })),
    topics: content.topicIds.map((topicId) => referenceTo(topics, topicId)),
    sections: sections.map(presentSection),
    takeaways: takeaways.map(presentTakeaway),
    corrections: corrections ?? [],
    stage,
    state: stateOf(copy, surroundings),
    live,
    scheduled: scheduled ?? [],
    external:
      externalSource !== null && externalId !== null ? { source: externalSource, id: externalId } : null,
    wordCount: countWords(texts.join('\n')),
    revision,
    etag: articleEtag(copy),
    createdBy,
    createdAt: copy.createdAt.toISOString(),
    updatedAt: copy.updatedAt.toISOString(),
    trashedAt: copy.trashedAt?.toISOString() ?? null,
  }
}

type Reference = z.output<typeof AuthorReference>
type Publication = z.output<typeof PublicationReference>

interface Surroundings {
  authors: Reference[] | null
  topics: Reference[] | null
  corrections: z.output<typeof DraftCorrection>[] | null
  live: Publication | null
  scheduled: Publication[] | null
  hasBeenPublic: boolean
  isWithdrawn: boolean
  /** Whether the working copy says something else than what is public. */
  isModified: boolean
}

const noSurroundings: Surroundings = {
  authors: null,
  topics: null,
  corrections: null,
  live: null,
  scheduled: null,
  hasBeenPublic: false,
  isWithdrawn: false,
  isModified: false,
}

/** What the word in `state` means is said here and nowhere else. */
function stateOf(copy: WorkingCopy, surroundings: Surroundings): ArticleState[] {
  const { live, scheduled, hasBeenPublic, isWithdrawn, isModified } = surroundings
  const states: Partial<Record<ArticleState, boolean>> = {
    trashed: copy.trashedAt !== null,
    published: live !== null,
    modified: live !== null && isModified,
    scheduled: scheduled !== null,
    withdrawn: isWithdrawn,
    unpublished: hasBeenPublic && live === null && !isWithdrawn,
    draft: copy.stage === 'draft' && !hasBeenPublic && scheduled === null,
    in_review: copy.stage === 'in_review',
    approved: copy.stage === 'approved',
  }
  return articleStates.filter((state) => states[state])
}

const reference = (noun: 'author' | 'topic') =>
  noun === 'author'
    ? Prisma.sql`json_agg(json_build_object('id', author.id, 'slug', author.slug, 'name', author.name))`
    : Prisma.sql`json_agg(json_build_object('id', topic.id, 'slug', topic.slug, 'name', topic.name))`

const publication = Prisma.sql`json_build_object('revision', revision_number, 'slug', slug,
  'visibleFrom', iso_moment(visible_from), 'visibleUntil', iso_moment(visible_until))`

async function readSurroundings(db: Db, { id, revision, content }: WorkingCopy): Promise<Surroundings> {
  const authorIds = content.byline.map(({ authorId }) => authorId)
  const [row] = await db.rows<Surroundings>(Prisma.sql`
    WITH clock AS MATERIALIZED (SELECT moment() AS now),
      live AS (SELECT publication.* FROM publication, clock WHERE article_id = ${id}::uuid
        AND visible_from <= now AND (visible_until IS NULL OR visible_until > now))
    SELECT
      (SELECT ${reference('author')} FROM author WHERE id = ANY(${authorIds}::uuid[])) AS authors,
      (SELECT ${reference('topic')} FROM topic WHERE id = ANY(${content.topicIds}::uuid[])) AS topics,
      (SELECT json_agg(json_build_object('id', correction.id, 'kind', kind, 'note', correction.note,
          'sectionId', section_id, 'createdAt', iso_moment(correction.created_at),
          'publishedAt', iso_moment(begun.visible_from)) ORDER BY correction.created_at DESC, correction.id DESC)
        FROM correction LEFT JOIN publication AS begun ON begun.id = correction.publication_id
        WHERE correction.article_id = ${id}::uuid) AS corrections,
      (SELECT ${publication} FROM live) AS live,
      (SELECT json_agg(${publication} ORDER BY visible_from) FROM publication, clock
        WHERE article_id = ${id}::uuid AND visible_from > now) AS scheduled,
      EXISTS (SELECT FROM publication, clock WHERE article_id = ${id}::uuid AND visible_from <= now) AS "hasBeenPublic",
      EXISTS (SELECT FROM withdrawal WHERE article_id = ${id}::uuid AND ended_at IS NULL) AS "isWithdrawn",
      EXISTS (SELECT FROM live, revision AS published, revision AS newest
        WHERE published.article_id = ${id}::uuid AND published.number = live.revision_number
          AND newest.article_id = ${id}::uuid AND newest.number = ${revision}
          AND newest.content <> published.content) AS "isModified"`)
  if (!row) throw new Error('A statement without FROM gave no row')
  return row
}

/** An author or topic that is gone since cannot be: the database keeps what is referred to. */
function referenceTo(references: Reference[] | null, id: string): Reference {
  const found = references?.find((one) => one.id === id)
  if (!found) throw new Error(`A working copy names ${id}, which is gone`)
  return found
}
