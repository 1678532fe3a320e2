import { Prisma } from '../database/client.ts'
import type { Fields } from '../query/field.ts'
import { bylineRoles } from './schema.ts'

/**
 * Fields of everything that is published, in a statement whose rows with a publication's span are called `shown`.
 * `publicationId` is the column that names the publication.
 */
export function fieldsOfPublished(publicationId: Prisma.Sql) {
  const ofAuthor = (condition: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM published_byline
    JOIN author AS named ON named.id = published_byline.author_id
    JOIN author ON author.id = coalesce(named.merged_into_id, named.id)
    WHERE published_byline.publication_id = ${publicationId} AND ${condition})`
  const ofTopic = (condition: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM published_topic
    JOIN topic AS named ON named.id = published_topic.topic_id
    JOIN topic ON topic.id = coalesce(named.merged_into_id, named.id)
    WHERE published_topic.publication_id = ${publicationId} AND ${condition})`
  return {
    publishedAt: {
      kind: 'moment',
      description: 'Since when it has been public without a break.',
      column: Prisma.sql`shown.published_at`,
      isSortable: true,
    },
    updatedAt: {
      kind: 'moment',
      description: 'Since when this version has been public.',
      column: Prisma.sql`shown.visible_from`,
      isSortable: true,
    },
    ...namedFields(ofAuthor, Prisma.sql`published_byline.role`, ofTopic),
  } as const satisfies Fields
}

/** Fields of a part of an article, in a statement where `shown` is the part's row and `publication` is its publication. */
export const fieldsOfPart = {
  position: {
    kind: 'integer',
    description: 'Place in the article, from 0.',
    column: Prisma.sql`shown.position`,
  },
  language: { kind: 'text', description: 'Language tag.', column: Prisma.sql`shown.language` },
  article: {
    kind: 'key',
    description: 'Id or slug of the article.',
    column: Prisma.sql`shown.article_id`,
    slugColumn: Prisma.sql`publication.slug`,
  },
  'article.slug': {
    kind: 'text',
    description: 'Slug of the article.',
    column: Prisma.sql`publication.slug`,
  },
  'article.headline': {
    kind: 'text',
    description: 'Headline of the article.',
    column: Prisma.sql`publication.headline`,
  },
  ...fieldsOfPublished(Prisma.sql`shown.publication_id`),
} as const satisfies Fields

type Through = (condition: Prisma.Sql) => Prisma.Sql

/** Fields of the authors and topics of an article, published or not. */
export function namedFields(ofAuthor: Through, role: Prisma.Sql, ofTopic: Through) {
  return {
    author: {
      kind: 'key',
      description: 'Id or slug of an author.',
      column: Prisma.sql`author.id`,
      slugColumn: Prisma.sql`author.slug`,
      through: ofAuthor,
    },
    'author.slug': {
      kind: 'text',
      description: 'Slug of an author.',
      column: Prisma.sql`author.slug`,
      through: ofAuthor,
    },
    'author.name': {
      kind: 'text',
      description: 'Name of an author.',
      column: Prisma.sql`author.name`,
      through: ofAuthor,
    },
    'author.role': {
      kind: 'text',
      values: bylineRoles,
      description: 'What an author did for the article.',
      column: role,
      through: ofAuthor,
    },
    topic: {
      kind: 'key',
      description: 'Id or slug of a topic.',
      column: Prisma.sql`topic.id`,
      slugColumn: Prisma.sql`topic.slug`,
      through: ofTopic,
    },
    'topic.slug': {
      kind: 'text',
      description: 'Slug of a topic.',
      column: Prisma.sql`topic.slug`,
      through: ofTopic,
    },
    'topic.name': {
      kind: 'text',
      description: 'Name of a topic.',
      column: Prisma.sql`topic.name`,
      through: ofTopic,
    },
  } as const satisfies Fields
}
