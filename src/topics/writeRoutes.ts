import { z } from 'zod'
import { reassignTopics } from '../articles/reassign.ts'
import type { App } from '../http/app.ts'
import { requireMatch } from '../http/conditional.ts'
import { type Example, tags } from '../http/contract.ts'
import { applyPatch, parseBody, patchBodies } from '../http/patch.ts'
import { TopicChange, TopicDraft, TopicEdit, TopicKey, TopicRecord, TopicRemovalQuery } from './schema.ts'
import { draftOfTopic, topics } from './store.ts'

const exampleUrl = '/v1/topics/019b1f00-0000-7000-8000-000000000931'
const exampleCreation: Example = {
  method: 'POST',
  url: '/v1/topics',
  body: { id: '019b1f00-0000-7000-8000-000000000931', name: 'Bridges' },
}
const matching = { url: exampleUrl, headers: { 'if-match': '"1"' }, after: [exampleCreation] }

export function topicWriteRoutes(app: App): void {
  app.post('/topics', {
    config: { access: 'editor', problems: ['slug-taken', 'id-taken'], example: exampleCreation },
    schema: {
      operationId: 'createTopic',
      tags: [tags.writing],
      summary: 'Create a topic',
      description: 'Topics are public at once; there are no drafts of them.',
      body: TopicDraft,
      response: { 200: TopicRecord, 201: TopicRecord },
    },
    handler: async (request, reply) => {
      const topic = await topics.create(request.change, request.body)
      reply.code(201).header('location', `/v1/topics/${topic.id}`).header('etag', topic.etag)
      return topic
    },
  })

  app.put('/topics/:topic', {
    config: {
      access: 'editor',
      isConditional: true,
      problems: ['slug-taken'],
      example: { ...matching, body: { name: 'Bridges and tunnels' } },
    },
    schema: {
      operationId: 'replaceTopic',
      tags: [tags.writing],
      summary: 'Replace a topic',
      description: 'What is not given is emptied; the slug stays unless one is given.',
      params: TopicKey,
      body: TopicEdit,
      response: { 200: TopicRecord },
    },
    handler: async (request, reply) => {
      const topic = await topics.change(request.change, request.params.topic, (before) => {
        requireMatch(request, before.etag)
        return request.body
      })
      reply.header('etag', topic.etag)
      return topic
    },
  })

  app.patch('/topics/:topic', {
    config: {
      access: 'editor',
      isConditional: true,
      problems: ['slug-taken', 'conflict'],
      example: { ...matching, body: { name: 'Bridges and tunnels' } },
    },
    schema: {
      operationId: 'changeTopic',
      tags: [tags.writing],
      summary: 'Change a topic',
      description: 'A corrected name shows everywhere at once, on old articles too.',
      params: TopicKey,
      body: patchBodies(TopicChange),
      response: { 200: TopicRecord },
    },
    handler: async (request, reply) => {
      const topic = await topics.change(request.change, request.params.topic, (before) => {
        requireMatch(request, before.etag)
        return parseBody(TopicEdit, applyPatch(request, draftOfTopic(before)))
      })
      reply.header('etag', topic.etag)
      return topic
    },
  })

  app.delete('/topics/:topic', {
    config: { access: 'editor', isConditional: true, problems: ['still-referenced'], example: matching },
    schema: {
      operationId: 'deleteTopic',
      tags: [tags.writing],
      summary: 'Delete a topic, or let another take its place',
      description:
        'A topic that articles name is deleted only with `reassignTo`: the other takes its place on every article, and this one’s URL answers 308.',
      params: TopicKey,
      querystring: TopicRemovalQuery,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      const { change, params, query } = request
      const check = ({ etag }: TopicRecord) => requireMatch(request, etag)
      if (query.reassignTo === undefined) await topics.delete(change, params.topic, check)
      else {
        const { id, targetId } = await topics.merge(change, params.topic, query.reassignTo, check)
        await reassignTopics(change, id, targetId)
      }
      reply.code(204)
      return null
    },
  })
}
