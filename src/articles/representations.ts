import { z } from 'zod'
import type { Services } from '../http/app.ts'
import type { BodyFormat } from '../publications/schema.ts'
import { articleMarkdown } from './markdown.ts'
import { NewsArticle, newsArticle } from './newsArticle.ts'
import { articlePage, pagePolicy } from './page.ts'
import type { Article } from './schema.ts'
import { articleText } from './text.ts'

/** One way to have an article other than as JSON. */
interface Representation {
  /** How the bodies are written in what `write` is given. */
  bodies: BodyFormat
  write(article: Article, services: Services): string | NewsArticle
  schema: z.ZodType
  headers?: Record<string, string>
}

/** What an article is besides JSON, by media type. */
export const representations = {
  'application/ld+json': { bodies: 'text', write: newsArticle, schema: NewsArticle },
  'text/html': {
    bodies: 'html',
    write: articlePage,
    schema: z.string(),
    headers: { 'content-security-policy': pagePolicy },
  },
  'text/markdown': { bodies: 'markdown', write: articleMarkdown, schema: z.string() },
  'text/plain': { bodies: 'text', write: articleText, schema: z.string() },
} as const satisfies Record<string, Representation>

/** The preferred one first. */
export const articleTypes = ['application/json', ...Object.keys(representations)]

/** Undefined for JSON, which is the article itself. */
export function representationOf(mediaType: string): Representation | undefined {
  return (representations as Readonly<Record<string, Representation>>)[mediaType]
}
