import { z } from 'zod'
import type { App, Services } from '../http/app.ts'
import { allowDrafts } from '../http/caller.ts'
import { tags } from '../http/contract.ts'
import { select } from '../query/fields.ts'
import {
  fieldsOfTopic,
  Topic,
  TopicItemQuery,
  TopicKey,
  TopicPage,
  TopicQuery,
  TopicRecord,
  TopicRecordSelection,
  TopicSelection,
  TopicSelectionPage,
} from './schema.ts'
import { topics } from './store.ts'

/** The first that an answer fits writes it: what has an `etag` is of a record. */
const AnyTopic = z.union([TopicRecord, TopicRecordSelection, Topic, TopicSelection])

export function topicRoutes(app: App, { database }: Services): void {
  app.get('/topics', {
    config: { access: 'public', isCached: true, example: { url: '/v1/topics?limit=1' } },
    schema: {
      operationId: 'listTopics',
      tags: [tags.reading],
      summary: 'List topics',
      description: 'By name.',
      querystring: TopicQuery,
      response: { 200: z.union([TopicPage, TopicSelectionPage]) },
    },
    handler: (request) => {
      request.shown = { tags: ['topics'] }
      return topics.list(database, request.query)
    },
  })

  app.get('/topics/:topic', {
    config: { access: 'public', isCached: true, canMove: true, example: { url: '/v1/topics/ukraine' } },
    schema: {
      operationId: 'getTopic',
      tags: [tags.reading],
      summary: 'Get a topic',
      description: 'By id or slug. A topic whose articles another took over answers 308.',
      params: TopicKey,
      querystring: TopicItemQuery,
      response: { 200: AnyTopic },
    },
    handler: async (request, reply) => {
      const { version, fields } = request.query
      if (version === 'draft') {
        allowDrafts(request, reply)
        fieldsOfTopic.refuse(version, fields)
        const record = await database.transaction((db) => topics.getRecord(db, request.params.topic))
        reply.header('etag', record.etag)
        return fields ? select(record, ['etag', ...fields]) : record
      }
      fieldsOfTopic.refuse(version, fields)
      const topic = await topics.get(database, request.params.topic)
      request.shown = { tags: [`topic:${topic.id}`] }
      return fields ? select(topic, fields) : topic
    },
  })
}
