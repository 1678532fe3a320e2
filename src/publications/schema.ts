import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { GivenMoment, Id, LanguageTag, listParameter, Moment, Slug } from '../http/schemas.ts'
import { isId } from '../lib/ids.ts'

/** How bodies are written in an answer. */
const bodyFormats = ['markdown', 'html', 'text'] as const
export type BodyFormat = (typeof bodyFormats)[number]

export const formatParameter = z
  .enum(bodyFormats)
  .default('markdown')
  .describe('How bodies are written: Markdown as the editor wrote it, sanitised HTML, or plain text.')

export const asOfParameter = GivenMoment.optional().describe(
  'Shows what was public at this past time, less what was withdrawn since.',
)

/** The article that a section or takeaway belongs to. */
export const ArticleReference = z
  .object({
    id: Id,
    slug: z.string(),
    headline: z.string(),
    url: z.string().describe('Where the site shows the article.'),
    publishedAt: Moment,
  })
  .meta({ id: 'ArticleReference' })

/** `id or slug, or several with commas: any of them. */
const keysParameter = (noun: string) =>
  listParameter(z.union([Id, Slug]), limits.anyOf)
    .optional()
    .describe(`Id or slug of the ${noun}; several with commas: any of them.`)

/** The filters that every list of published things has. */
export const publicationFilters = {
  author: keysParameter('author'),
  topic: keysParameter('topic'),
  language: listParameter(LanguageTag, limits.anyOf)
    .optional()
    .describe('Language tag; several with commas: any of them.'),
  publishedAfter: GivenMoment.optional().describe('Published at this time or later.'),
  publishedBefore: GivenMoment.optional().describe('Published before this time.'),
}

export interface PublicationFilter {
  author?: string[] | undefined
  topic?: string[] | undefined
  language?: string[] | undefined
  publishedAfter?: string | undefined
  publishedBefore?: string | undefined
}

/** A list of ids and slugs, taken apart. */
export function splitKeys(keys: readonly string[]): { ids: string[]; slugs: string[] } {
  return { ids: keys.filter(isId), slugs: keys.filter((key) => !isId(key)) }
}
