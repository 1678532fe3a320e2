import { Prisma } from '../database/client.ts'
import { publicTypes } from '../events/types.ts'

/** What a webhook wants of the log, in a statement that has the rows `event` and `webhook`. */
export const wanted = Prisma.sql`(webhook.audience = 'editors' OR event.type = ANY(${[...publicTypes]}::text[]))
  AND (cardinality(webhook.types) = 0 OR event.type = ANY(webhook.types)
    OR split_part(event.type, '.', 1) || '.*' = ANY(webhook.types))
  AND (cardinality(webhook.subjects) = 0 OR event.subject = ANY(webhook.subjects))
  AND (cardinality(webhook.tags) = 0 OR jsonb_exists_any(event.data -> 'tags', webhook.tags))`
