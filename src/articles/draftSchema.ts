import { z } from 'zod'
import { Author } from '../authors/schema.ts'
import { Id, Moment, Page, pageOf } from '../http/schemas.ts'
import { selectionOf } from '../query/fields.ts'
import { Section } from '../sections/schema.ts'
import { evidenceStates, Takeaway } from '../takeaways/schema.ts'
import { Topic } from '../topics/schema.ts'
import { stages } from './draftFields.ts'
import { Facets } from './facets.ts'
import { ArticleDraft, type ArticleInclude, BylineDraft, Correction } from './schema.ts'

/** What may hold of an article at one time. */
export const articleStates = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'published',
  'modified',
  'unpublished',
  'withdrawn',
  'trashed',
] as const
export type ArticleState = (typeof articleStates)[number]

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

export const DraftSectionSelection = selectionOfDraft('DraftSectionSelection', DraftSection)
export const DraftTakeawaySelection = selectionOfDraft('DraftTakeawaySelection', DraftTakeaway)

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

const AuthorName = Author.pick({ id: true, slug: true, name: true }).meta({
  id: 'AuthorName',
  description: 'An author by name.',
})
const TopicName = Topic.pick({ id: true, slug: true, name: true }).meta({
  id: 'TopicName',
  description: 'A topic by name.',
})

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
      z.object({ ...BylineDraft.shape, role: BylineDraft.shape.role.unwrap(), author: AuthorName }),
    ),
    topicIds: z.array(Id),
    topics: z.array(TopicName),
    sections: z.array(DraftSection),
    takeaways: z.array(DraftTakeaway),
    corrections: z.array(DraftCorrection).describe('Newest first, those that wait included.'),
    stage: z.enum(stages),
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

/** What each `include` adds to a working copy in a list. */
export const draftIncludes = {
  sections: ['sections'],
  takeaways: ['takeaways'],
  authors: ['byline'],
  topics: ['topicIds', 'topics'],
  corrections: ['corrections'],
} as const satisfies Record<ArticleInclude, readonly (keyof ArticleWorkingCopy)[]>

const AlwaysListed = ArticleWorkingCopy.pick({
  id: true,
  slug: true,
  headline: true,
  summary: true,
  language: true,
  stage: true,
  state: true,
  revision: true,
  etag: true,
  createdBy: true,
  createdAt: true,
  updatedAt: true,
})

/** What lists show of a working copy whatever they are asked for. */
export const alwaysListed = AlwaysListed.keyof().options

const { sections, takeaways, byline, topicIds, topics, corrections } = ArticleWorkingCopy.partial().shape

/** A working copy in a list. */
const ArticleDraftListed = AlwaysListed.extend({
  byline,
  topicIds,
  topics,
  sections,
  takeaways,
  corrections,
}).meta({
  id: 'ArticleDraftListed',
  description: 'A working copy in a list; `include` adds what is left out.',
})

export const ArticleWorkingCopySelection = selectionOfDraft('ArticleWorkingCopySelection', ArticleWorkingCopy)

export const ArticleDraftPage = draftPageOf('ArticleDraftPage', ArticleDraftListed)
export const ArticleDraftSelectionPage = draftPageOf('ArticleDraftSelectionPage', ArticleWorkingCopySelection)

/** Nothing that is published has an `etag`, so that nothing of it is ever taken for this. */
function selectionOfDraft<Draft extends z.ZodObject>(id: string, draft: Draft) {
  return selectionOf(id, draft, { id: true, etag: true })
}

function draftPageOf<Item extends z.ZodType>(id: string, item: Item) {
  return z.object({ data: z.array(item), page: Page, facets: Facets.optional() }).meta({ id })
}
