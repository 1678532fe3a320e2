import type { FastifyReply } from 'fastify'
import type { App, Services } from '../http/app.ts'
import { tags } from '../http/contract.ts'
import { readPulse } from '../publications/pulse.ts'
import { shownInList } from '../publications/shown.ts'
import { type Feed, getArticleFeed, getAuthorFeed, getTopicFeed } from './feed.ts'
import { feedAnswer, feedTypes, formats } from './formats.ts'
import { AuthorFeedKey, FeedKey, TopicFeedKey } from './schema.ts'

export function feedRoutes(app: App, services: Services): void {
  app.get('/feeds/articles.:format', {
    config: {
      access: 'public',
      isCached: true,
      produces: feedTypes,
      headers: ['Last-Modified'],
      example: { url: '/feeds/articles.json' },
    },
    schema: {
      operationId: 'getArticleFeed',
      tags: [tags.feeds],
      summary: 'Get the feed of all articles',
      description: 'The newest articles with their full text, as RSS, Atom or JSON Feed.',
      params: FeedKey,
      response: { 200: feedAnswer },
    },
    handler: (request, reply) => sendFeed(reply, request.params.format, () => getArticleFeed(services)),
  })

  app.get('/feeds/topics/:topic.:format', {
    config: {
      access: 'public',
      isCached: true,
      produces: feedTypes,
      headers: ['Last-Modified'],
      canMove: true,
      example: { url: '/feeds/topics/ukraine.atom' },
    },
    schema: {
      operationId: 'getTopicFeed',
      tags: [tags.feeds],
      summary: 'Get the feed of a topic',
      description: 'By id or slug. A topic whose articles another took over answers 308.',
      params: TopicFeedKey,
      response: { 200: feedAnswer },
    },
    handler: (request, reply) => {
      const { topic, format } = request.params
      return sendFeed(reply, format, () => getTopicFeed(services, topic))
    },
  })

  app.get('/feeds/authors/:author.:format', {
    config: {
      access: 'public',
      isCached: true,
      produces: feedTypes,
      headers: ['Last-Modified'],
      canMove: true,
      example: { url: '/feeds/authors/morgan-j-carter.rss' },
    },
    schema: {
      operationId: 'getAuthorFeed',
      tags: [tags.feeds],
      summary: 'Get the feed of an author',
      description: 'By id or slug. An author whose bylines another took over answers 308.',
      params: AuthorFeedKey,
      response: { 200: feedAnswer },
    },
    handler: (request, reply) => {
      const { author, format } = request.params
      return sendFeed(reply, format, () => getAuthorFeed(services, author))
    },
  })

  async function sendFeed(reply: FastifyReply, format: keyof typeof formats, read: () => Promise<Feed>) {
    const { type, write } = formats[format]
    const { changedAt, span } = await readPulse(services.database)
    reply.request.shown = shownInList(span)
    const feed = await read()
    reply.type(type).header('last-modified', new Date(changedAt).toUTCString())
    return write(feed)
  }
}
