import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { GivenMoment, Id, listParameter, Moment, Slug } from '../http/schemas.ts'
import { simpleParameters } from '../query/parameters.ts'

/** What an author did for an article. */
export const bylineRoles = ['author', 'contributor', 'editor', 'photographer', 'translator'] as const

/** How bodies are written in an answer. */
export const bodyFormats = ['markdown', 'html', 'text'] as const
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

/** Id or slug, or several with commas: any of them. */
const keysParameter = (noun: string) =>
  listParameter(z.union([Id, Slug]), limits.anyOf)
    .optional()
    .describe(`Id or slug of the ${noun}; several with commas: any of them.`)

/** The parameters that every list of published things has. */
export const publishedParameters = {
  author: keysParameter('author'),
  topic: keysParameter('topic'),
  id: simpleParameters.id,
  language: simpleParameters.language,
  publishedAfter: simpleParameters.publishedAfter,
  publishedBefore: simpleParameters.publishedBefore,
  updatedAfter: simpleParameters.updatedAfter,
  asOf: asOfParameter,
}
