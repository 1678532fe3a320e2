import { Prisma } from '../database/client.ts'
import type { ArticleContent, WorkingCopy } from './content.ts'
import type { ArticleWorkingCopy } from './draftSchema.ts'
import { statesAt } from './states.ts'

/*
 * What a working copy is read from: its own row, which is called `article`; what editors write beside it; and what stands
 * beside it at a moment. Lists read of it what they are asked for.
 */

/** Moments as they come from the database. */
export type Written<Columns> = {
  [Name in keyof Columns]: Columns[Name] extends Date
    ? string
    : Columns[Name] extends Date | null
      ? string | null
      : Columns[Name]
}

type Child = 'byline' | 'topicIds' | 'sections' | 'takeaways'

export type OwnRow = Written<Omit<WorkingCopy, 'content'>> & Omit<ArticleContent, Child>
export type ContentRow = Pick<ArticleContent, Child>

/** Its authors and topics by name, in any order, its corrections, and where it is on the timeline. */
export interface StandingRow
  extends Pick<ArticleWorkingCopy, 'corrections' | 'live' | 'scheduled' | 'state'> {
  authors: Named[]
  topics: Named[]
}
type Named = ArticleWorkingCopy['topics'][number]

export type DraftRow = OwnRow & ContentRow & StandingRow

export const ownColumns = Prisma.sql`article.id, article.stage, article.revision,
  article.external_source AS "externalSource", article.external_id AS "externalId", article.created_by AS "createdBy",
  article.created_at AS "createdAt", article.updated_at AS "updatedAt", article.trashed_at AS "trashedAt",
  article.slug, article.headline, article.summary, article.language, article.dateline,
  article.canonical_url AS "canonicalUrl", article.seo`

/** Each under the name that it has in a row. */
type Columns<Row> = { [Name in keyof Row]: Prisma.Sql }

export const contentColumns: Columns<ContentRow> = {
  byline: Prisma.sql`coalesce((SELECT json_agg(json_build_object('authorId', author_id, 'role', role) ORDER BY position)
    FROM byline WHERE article_id = article.id), '[]') AS byline`,
  topicIds: Prisma.sql`coalesce((SELECT json_agg(topic_id ORDER BY position)
    FROM article_topic WHERE article_id = article.id), '[]') AS "topicIds"`,
  sections: sectionsWith(Prisma.sql`body`),
  takeaways: Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', id, 'text', text, 'evidence', evidence,
      'evidenceState', evidence_state, 'revision', revision) ORDER BY position)
    FROM takeaway WHERE article_id = article.id), '[]') AS takeaways`,
}

/** Sections without their words, which are large. */
export const sectionOutlines = sectionsWith(Prisma.sql`''`)

function sectionsWith(body: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', id, 'kind', kind, 'heading', heading, 'body', ${body},
      'revision', revision) ORDER BY position)
    FROM section WHERE article_id = article.id), '[]') AS sections`
}

export function standingColumns(now: Prisma.Sql): Columns<StandingRow> {
  const publication = Prisma.sql`json_build_object('revision', revision_number, 'slug', publication.slug,
    'visibleFrom', iso_moment(visible_from), 'visibleUntil', iso_moment(visible_until))`
  return {
    authors: Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', author.id, 'slug', author.slug, 'name', author.name))
      FROM byline JOIN author ON author.id = author_id WHERE article_id = article.id), '[]') AS authors`,
    topics: Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', topic.id, 'slug', topic.slug, 'name', topic.name))
      FROM article_topic JOIN topic ON topic.id = topic_id WHERE article_id = article.id), '[]') AS topics`,
    corrections: Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', correction.id, 'kind', kind,
        'note', correction.note, 'sectionId', section_id, 'createdAt', iso_moment(correction.created_at),
        'publishedAt', iso_moment(begun.visible_from)) ORDER BY correction.created_at DESC, correction.id DESC)
      FROM correction LEFT JOIN publication AS begun ON begun.id = correction.publication_id
      WHERE correction.article_id = article.id), '[]') AS corrections`,
    live: Prisma.sql`(SELECT ${publication} FROM publication WHERE article_id = article.id AND visible_from <= ${now}
      AND (visible_until IS NULL OR visible_until > ${now})) AS live`,
    scheduled: Prisma.sql`coalesce((SELECT json_agg(${publication} ORDER BY visible_from)
      FROM publication WHERE article_id = article.id AND visible_from > ${now}), '[]') AS scheduled`,
    state: Prisma.sql`${statesAt(now)} AS state`,
  }
}
