/** Every kind of fact: the words in which the world is told. A new one is entered here first. */
export const eventTypes = [
  'article.created',
  'article.updated',
  'article.submitted',
  'article.approved',
  'article.returned',
  'article.scheduled',
  'article.unscheduled',
  'article.published',
  'article.unpublished',
  'article.corrected',
  'article.withdrawn',
  'article.trashed',
  'article.restored',
  'article.purged',
  'author.created',
  'author.updated',
  'author.merged',
  'author.deleted',
  'topic.created',
  'topic.updated',
  'topic.merged',
  'topic.deleted',
  'key.created',
  'key.changed',
  'key.revoked',
  'webhook.created',
  'webhook.changed',
  'webhook.rotated',
  'webhook.disabled',
  'webhook.deleted',
] as const
export type EventType = (typeof eventTypes)[number]

/** What everybody may know: facts that every reader of the site could see happen. */
export const publicTypes: readonly EventType[] = [
  'article.published',
  'article.unpublished',
  'article.corrected',
  'article.withdrawn',
]

const resources = [...new Set(eventTypes.map((type) => type.slice(0, type.indexOf('.'))))]

/** What a filter may name: a type, or `article.*` for all types of a resource. */
export const typeFilters = [...eventTypes, ...resources.map((resource) => `${resource}.*`)] as [
  string,
  ...string[],
]

/** The types that a filter means. */
export function typesOf(filters: readonly string[]): EventType[] {
  return eventTypes.filter(
    (type) => filters.includes(type) || filters.includes(`${type.slice(0, type.indexOf('.'))}.*`),
  )
}
