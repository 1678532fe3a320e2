import { Prisma } from '../database/client.ts'
import { storeOf } from '../references/store.ts'
import { topicFields } from './fields.ts'
import type { Topic, TopicDraft, TopicRecord } from './schema.ts'

export const topics = storeOf<Topic, TopicRecord, TopicDraft>({
  noun: 'topic',
  plural: 'topics',
  table: Prisma.sql`topic`,
  fields: topicFields,
})

/** The draft that would make this topic: what a patch is applied to. */
export function draftOfTopic({ slug, name, description }: TopicRecord) {
  return { slug, name, description }
}
