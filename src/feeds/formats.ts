import { z } from 'zod'
import { atomFeed } from './atom.ts'
import type { Feed } from './feed.ts'
import { jsonFeed } from './jsonFeed.ts'
import { rssFeed } from './rss.ts'
import { type feedFormats, JsonFeed } from './schema.ts'

interface Format {
  type: string
  write(feed: Feed): string | JsonFeed
}

/** How each format of feed is written, and under which media type. */
export const formats: Readonly<Record<(typeof feedFormats)[number], Format>> = {
  rss: { type: 'application/rss+xml', write: rssFeed },
  atom: { type: 'application/atom+xml', write: atomFeed },
  json: { type: 'application/feed+json', write: jsonFeed },
}

/** What a feed's route answers. */
export const feedAnswer = {
  description: 'The newest articles with their full text.',
  content: {
    'application/rss+xml': { schema: z.string() },
    'application/atom+xml': { schema: z.string() },
    'application/feed+json': { schema: JsonFeed },
  },
}

/** The path says which format it is; readers that ask for XML or JSON in general are content with it too. */
export const feedTypes = [
  ...Object.values(formats).map(({ type }) => type),
  'application/xml',
  'text/xml',
  'application/json',
]
