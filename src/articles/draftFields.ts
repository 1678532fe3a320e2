import { Prisma } from '../database/client.ts'
import { namedFields } from '../publications/fields.ts'
import type { Fields } from '../query/field.ts'
import { sectionKinds } from '../sections/fields.ts'
import { evidenceStates } from '../takeaways/schema.ts'

const ofAuthor = (condition: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM byline
  JOIN author ON author.id = byline.author_id WHERE byline.article_id = article.id AND ${condition})`
const ofTopic = (condition: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM article_topic
  JOIN topic ON topic.id = article_topic.topic_id WHERE article_topic.article_id = article.id AND ${condition})`
const ofSection = (condition: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM section WHERE section.article_id = article.id AND ${condition})`
const ofTakeaway = (condition: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM takeaway WHERE takeaway.article_id = article.id AND ${condition})`

export const stages = ['draft', 'in_review', 'approved'] as const

/** What working copies are filtered and sorted by: columns of the row that is called `article`. */
export const draftFields = {
  id: { kind: 'id', description: 'Id of the article.', column: Prisma.sql`article.id` },
  slug: { kind: 'text', description: 'Slug.', column: Prisma.sql`article.slug` },
  headline: {
    kind: 'text',
    description: 'Headline.',
    column: Prisma.sql`article.headline`,
    isSortable: true,
  },
  summary: { kind: 'text', description: 'Summary.', column: Prisma.sql`article.summary` },
  dateline: {
    kind: 'text',
    description: 'Where the story was filed from.',
    column: Prisma.sql`article.dateline`,
  },
  canonicalUrl: {
    kind: 'text',
    description: 'Where the article first appeared, if elsewhere.',
    column: Prisma.sql`article.canonical_url`,
  },
  language: { kind: 'text', description: 'Language tag.', column: Prisma.sql`article.language` },
  stage: {
    kind: 'text',
    values: stages,
    description: 'Where the working copy stands; with `version=draft`.',
    column: Prisma.sql`article.stage`,
  },
  revision: {
    kind: 'integer',
    description: 'Which revision of the working copy it is.',
    column: Prisma.sql`article.revision`,
  },
  createdBy: {
    kind: 'text',
    description: 'Who created it; with `version=draft`.',
    column: Prisma.sql`article.created_by`,
  },
  createdAt: {
    kind: 'moment',
    description: 'When it was created; with `version=draft`.',
    column: Prisma.sql`article.created_at`,
    isSortable: true,
  },
  updatedAt: {
    kind: 'moment',
    description: 'When it was last changed.',
    column: Prisma.sql`article.updated_at`,
    isSortable: true,
  },
  ...namedFields(ofAuthor, Prisma.sql`byline.role`, ofTopic),
  'section.kind': {
    kind: 'text',
    values: sectionKinds,
    description: 'What a section is for.',
    column: Prisma.sql`section.kind`,
    through: ofSection,
  },
  'section.heading': {
    kind: 'text',
    description: 'What stands above a section.',
    column: Prisma.sql`section.heading`,
    through: ofSection,
  },
  'takeaway.text': {
    kind: 'text',
    description: 'The words of a takeaway.',
    column: Prisma.sql`takeaway.text`,
    through: ofTakeaway,
  },
  'takeaway.evidenceState': {
    kind: 'text',
    values: evidenceStates,
    description: 'Whether the words that a takeaway quotes are there; with `version=draft`.',
    column: Prisma.sql`takeaway.evidence_state`,
    through: ofTakeaway,
  },
} as const satisfies Fields
