import { Prisma } from '../database/client.ts'
import type { Fields } from '../query/field.ts'

/** What topics are filtered and sorted by. */
export const topicFields = {
  id: { kind: 'id', description: 'Id of the topic.', column: Prisma.sql`topic.id` },
  slug: { kind: 'text', description: 'Slug.', column: Prisma.sql`topic.slug`, isSortable: true },
  name: { kind: 'text', description: 'Name.', column: Prisma.sql`topic.name`, isSortable: true },
  description: { kind: 'text', description: 'What the topic is.', column: Prisma.sql`topic.description` },
  updatedAt: {
    kind: 'moment',
    description: 'When it was last changed.',
    column: Prisma.sql`topic.updated_at`,
    isSortable: true,
  },
} as const satisfies Fields
