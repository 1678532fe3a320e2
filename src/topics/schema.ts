import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { changeOf } from '../http/patch.ts'
import { Id, keyOf, Moment, pageOf, Slug, text, versionParameter } from '../http/schemas.ts'
import { sortableOf } from '../query/field.ts'
import { fieldsParameter, selectionOf, versionedFields } from '../query/fields.ts'
import { filterOf, filterParameter } from '../query/filter.ts'
import { listParameters, simpleParameters } from '../query/parameters.ts'
import { sortParameter } from '../query/sort.ts'
import { topicFields } from './fields.ts'

export const Topic = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    updatedAt: Moment,
  })
  .meta({ id: 'Topic', description: 'What articles are about.' })
export type Topic = z.output<typeof Topic>

export const TopicReference = Topic.partial()
  .required({ id: true, slug: true, name: true })
  .meta({ id: 'TopicReference', description: 'A topic by name; everything else with `include=topics`.' })
export type TopicReference = z.output<typeof TopicReference>

/** What a new topic is made of. */
export const TopicDraft = z
  .strictObject({
    id: Id.optional().describe('A UUID of your own, version 7 at best; made here when absent.'),
    slug: Slug.optional().describe('Made of the name when absent.'),
    name: text(limits.name),
    description: text(limits.summary, 0).nullable().default(null),
  })
  .meta({ id: 'TopicDraft' })
export type TopicDraft = z.output<typeof TopicDraft>

/** A topic as editors have it before them. */
export const TopicRecord = Topic.extend({
  revision: z.int32().describe('Grows by one with every change.'),
  etag: z.string().describe('What If-Match takes; the same as in the ETag header.'),
  createdAt: Moment,
}).meta({ id: 'TopicRecord', description: 'A topic with what only editors see.' })
export type TopicRecord = z.output<typeof TopicRecord>

/** The whole of it, for PUT. */
export const TopicEdit = TopicDraft.omit({ id: true }).meta({ id: 'TopicEdit' })

export const TopicChange = changeOf('TopicChange', TopicDraft)

export const TopicKey = z.strictObject({ topic: keyOf('topic') })

const TopicFilter = filterOf('TopicFilter', 'topics', topicFields)

export const TopicQuery = z.strictObject({
  ...listParameters,
  id: simpleParameters.id,
  slug: simpleParameters.slug,
  updatedAfter: simpleParameters.updatedAfter,
  filter: filterParameter(TopicFilter),
  sort: sortParameter(Object.keys(sortableOf(topicFields)), 'name'),
  fields: fieldsParameter(Topic),
})
export type TopicQuery = z.output<typeof TopicQuery>

export const fieldsOfTopic = versionedFields(Topic, TopicRecord)

export const TopicItemQuery = z.strictObject({
  version: versionParameter,
  fields: fieldsOfTopic.parameter,
})

export const TopicRemovalQuery = z.strictObject({
  reassignTo: Id.optional().describe('Id of the topic that takes its place everywhere.'),
})

export const TopicSelection = selectionOf('TopicSelection', Topic)
export const TopicRecordSelection = selectionOf('TopicRecordSelection', TopicRecord, { id: true, etag: true })
export const TopicPage = pageOf('TopicPage', Topic)
export const TopicSelectionPage = pageOf('TopicSelectionPage', TopicSelection)
