import { z } from 'zod'
import { Author, AuthorReference } from '../authors/schema.ts'
import { limits } from '../http/limits.ts'
import { GivenMoment, Id, keyOf, LanguageTag, Moment, Slug, text, WebUrl } from '../http/schemas.ts'
import { bylineRoles } from '../publications/schema.ts'
import { selectionOf } from '../query/fields.ts'
import { Section, SectionDraft } from '../sections/schema.ts'
import { Takeaway, TakeawayDraft } from '../takeaways/schema.ts'
import { Topic, TopicReference } from '../topics/schema.ts'
import { Highlight, searchablePageOf } from './searchSchema.ts'

const BylineRole = z.enum(bylineRoles).describe('What the author did for the article.')

export const correctionKinds = ['correction', 'clarification', 'update', 'retraction'] as const

/** A correction as the public sees it. */
export const Correction = z
  .object({
    id: Id,
    kind: z.enum(correctionKinds),
    note: z.string().describe('What was wrong and what is right.'),
    sectionId: Id.nullable().describe('The section that it is about; null for the article as a whole.'),
    before: z.string().nullable().describe('The words of that section before, as plain text.'),
    after: z.string().nullable().describe('The words of that section after.'),
    at: Moment.describe('When it became public.'),
  })
  .meta({ id: 'Correction', description: 'A public note that the article was wrong, and what changed.' })
export type Correction = z.output<typeof Correction>

/** Words for search engines and previews; null where the article’s own do. */
const Seo = z
  .strictObject({
    title: text(limits.headline).nullable().default(null),
    description: text(limits.summary).nullable().default(null),
  })
  .meta({ id: 'Seo', description: 'Title and description for search engines and previews.' })

const Byline = z.object({ role: BylineRole, author: Author }).meta({ id: 'Byline' })
const BylineReference = z
  .object({ role: BylineRole, author: AuthorReference })
  .meta({ id: 'BylineReference' })

/** A published article with everything in it. */
export const Article = z
  .object({
    id: Id,
    slug: z.string(),
    url: z.string().describe('Where the site shows the article (`ARTICLE_URL`).'),
    language: z.string().describe('BCP 47.'),
    headline: z.string(),
    summary: z.string().nullable(),
    dateline: z.string().nullable().describe('Where the story was filed from.'),
    canonicalUrl: z.string().nullable().describe('Where the article first appeared, if elsewhere.'),
    byline: z.array(Byline),
    sections: z.array(Section),
    takeaways: z.array(Takeaway),
    topics: z.array(Topic),
    corrections: z.array(Correction).describe('Newest first.'),
    firstPublishedAt: Moment.describe('When it was first public, ever.'),
    publishedAt: Moment.describe('Since when it has been public without a break.'),
    updatedAt: Moment.describe('Since when this version has been public.'),
    correctedAt: Moment.nullable().describe('When the newest correction became public.'),
    revision: z.int32().describe('Which revision of the working copy this is.'),
    wordCount: z.int32(),
    readingMinutes: z.int32(),
    seo: Seo,
    links: z
      .object({ self: z.string(), sections: z.string(), takeaways: z.string() })
      .meta({ id: 'ArticleLinks' }),
  })
  .meta({ id: 'Article', description: 'A published article.' })
export type Article = z.output<typeof Article>

export const articleIncludes = ['sections', 'takeaways', 'authors', 'topics', 'corrections'] as const
export type ArticleInclude = (typeof articleIncludes)[number]

/** An article in a list: what `include` does not ask for is left out. */
export const ArticleListed = Article.extend({
  byline: z.array(BylineReference),
  topics: z.array(TopicReference),
  sections: Article.shape.sections.optional(),
  takeaways: Article.shape.takeaways.optional(),
  corrections: Article.shape.corrections.optional(),
  highlight: Highlight.optional(),
}).meta({
  id: 'ArticleListed',
  description: 'A published article in a list; `include` adds what is left out.',
})
export type ArticleListed = z.output<typeof ArticleListed>

export const BylineDraft = z
  .strictObject({ authorId: Id, role: BylineRole.default('author') })
  .meta({ id: 'BylineDraft' })

/** When and how an article goes public. */
export const PublicationRequest = z
  .strictObject({
    at: GivenMoment.optional().describe('Goes public then; at once when absent or past.'),
    until: GivenMoment.optional().describe('Is taken down then, by itself.'),
    note: text(limits.note).optional().describe('Why, for the timeline.'),
    override: z
      .boolean()
      .default(false)
      .describe('Publish although a takeaway is no longer supported by the article; needs a note.'),
  })
  .meta({ id: 'PublicationRequest' })
export type PublicationRequest = z.output<typeof PublicationRequest>

/** What a new article is made of: one request, all or nothing. */
export const ArticleDraft = z
  .strictObject({
    id: Id.optional().describe('A UUID of your own, version 7 at best; made here when absent.'),
    slug: Slug.optional().describe('Made of the headline when absent.'),
    headline: text(limits.headline),
    summary: text(limits.summary, 0).nullable().default(null),
    language: LanguageTag.default('en'),
    dateline: text(limits.dateline).nullable().default(null),
    canonicalUrl: WebUrl.nullable().default(null),
    seo: Seo.default({ title: null, description: null }),
    byline: z.array(BylineDraft).max(limits.byline).default([]),
    topicIds: z.array(Id).max(limits.topics).default([]),
    sections: z.array(SectionDraft).max(limits.sections).default([]),
    takeaways: z.array(TakeawayDraft).max(limits.takeaways).default([]),
    publish: z
      .union([z.boolean(), PublicationRequest])
      .optional()
      .describe('Makes it public in the same transaction; role editor.'),
  })
  .meta({ id: 'ArticleDraft' })
export type ArticleDraft = z.output<typeof ArticleDraft>

export const ArticleKey = z.strictObject({ article: keyOf('article') })

export const ExternalKey = z.strictObject({
  source: text(limits.externalId).describe('The system that the article comes from.'),
  externalId: text(limits.externalId).describe('Its name for the article.'),
})

export const ArticleSelection = selectionOf('ArticleSelection', Article)
export const ArticlePage = searchablePageOf('ArticlePage', ArticleListed)
export const ArticleSelectionPage = searchablePageOf(
  'ArticleSelectionPage',
  ArticleSelection.extend({ highlight: Highlight.optional() }),
)
