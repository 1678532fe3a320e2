import { Prisma } from '../database/client.ts'
import { fieldsOfPublished } from '../publications/fields.ts'
import type { Fields } from '../query/field.ts'
import { sectionKinds } from '../sections/fields.ts'
import { correctedAt } from './corrected.ts'

const ofSection = (condition: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM published_section WHERE published_section.publication_id = shown.id AND ${condition})`
const ofTakeaway = (condition: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM published_takeaway WHERE published_takeaway.publication_id = shown.id AND ${condition})`

/** What published articles are filtered and sorted by: columns of the publication that is called `shown`. */
export const articleFields = {
  id: { kind: 'id', description: 'Id of the article.', column: Prisma.sql`shown.article_id` },
  slug: { kind: 'text', description: 'Slug.', column: Prisma.sql`shown.slug` },
  headline: {
    kind: 'text',
    description: 'Headline.',
    column: Prisma.sql`shown.headline`,
    isSortable: true,
  },
  summary: { kind: 'text', description: 'Summary.', column: Prisma.sql`shown.document ->> 'summary'` },
  dateline: {
    kind: 'text',
    description: 'Where the story was filed from.',
    column: Prisma.sql`shown.document ->> 'dateline'`,
  },
  canonicalUrl: {
    kind: 'text',
    description: 'Where the article first appeared, if elsewhere.',
    column: Prisma.sql`shown.document ->> 'canonicalUrl'`,
  },
  language: { kind: 'text', description: 'Language tag.', column: Prisma.sql`shown.language` },
  wordCount: {
    kind: 'integer',
    description: 'How many words it has.',
    column: Prisma.sql`shown.word_count`,
    isSortable: true,
  },
  revision: {
    kind: 'integer',
    description: 'Which revision of the working copy it is.',
    column: Prisma.sql`shown.revision_number`,
  },
  firstPublishedAt: {
    kind: 'moment',
    description: 'When it was first public, ever.',
    column: Prisma.sql`shown.first_published_at`,
    isSortable: true,
  },
  correctedAt: {
    kind: 'moment',
    description: 'When its newest correction became public.',
    column: correctedAt,
  },
  ...fieldsOfPublished(Prisma.sql`shown.id`),
  'section.kind': {
    kind: 'text',
    values: sectionKinds,
    description: 'What a section is for.',
    column: Prisma.sql`published_section.kind`,
    through: ofSection,
  },
  'section.heading': {
    kind: 'text',
    description: 'What stands above a section.',
    column: Prisma.sql`published_section.heading`,
    through: ofSection,
  },
  'takeaway.text': {
    kind: 'text',
    description: 'The words of a takeaway.',
    column: Prisma.sql`published_takeaway.text`,
    through: ofTakeaway,
  },
} as const satisfies Fields
