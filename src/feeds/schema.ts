import { z } from 'zod'
import { AuthorKey } from '../authors/schema.ts'
import { Moment } from '../http/schemas.ts'
import { TopicKey } from '../topics/schema.ts'

export const feedFormats = ['rss', 'atom', 'json'] as const
const FeedFormat = z
  .enum(feedFormats)
  .describe('RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1: the ending of the path.')

export const FeedKey = z.strictObject({ format: FeedFormat })
export const TopicFeedKey = TopicKey.extend({ format: FeedFormat })
export const AuthorFeedKey = AuthorKey.extend({ format: FeedFormat })

const JsonFeedAuthor = z.object({ name: z.string(), url: z.string().optional() })

const JsonFeedItem = z.object({
  id: z.string().describe('Stays for the life of the article.'),
  url: z.string(),
  title: z.string(),
  summary: z.string().optional(),
  content_html: z.string(),
  date_published: Moment,
  date_modified: Moment,
  authors: z.array(JsonFeedAuthor).optional(),
  tags: z.array(z.string()).optional(),
  language: z.string(),
})

export const JsonFeed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: z.string(),
    feed_url: z.string(),
    description: z.string(),
    authors: z.array(JsonFeedAuthor),
    language: z.string().optional().describe('Where all articles have the same.'),
    items: z.array(JsonFeedItem),
  })
  .meta({ id: 'JsonFeed', description: 'The newest articles (JSON Feed 1.1).' })
export type JsonFeed = z.output<typeof JsonFeed>
