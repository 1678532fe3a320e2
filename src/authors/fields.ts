import { Prisma } from '../database/client.ts'
import type { Fields } from '../query/field.ts'

/** What authors are filtered and sorted by. */
export const authorFields = {
  id: { kind: 'id', description: 'Id of the author.', column: Prisma.sql`author.id` },
  slug: { kind: 'text', description: 'Slug.', column: Prisma.sql`author.slug`, isSortable: true },
  name: { kind: 'text', description: 'Name.', column: Prisma.sql`author.name`, isSortable: true },
  jobTitle: { kind: 'text', description: 'Job title.', column: Prisma.sql`author.job_title` },
  bio: { kind: 'text', description: 'Biography, in Markdown.', column: Prisma.sql`author.bio` },
  location: { kind: 'text', description: 'Where the author works.', column: Prisma.sql`author.location` },
  organisation: {
    kind: 'text',
    description: 'For whom the author works.',
    column: Prisma.sql`author.organisation`,
  },
  website: { kind: 'text', description: 'Website.', column: Prisma.sql`author.website` },
  updatedAt: {
    kind: 'moment',
    description: 'When it was last changed.',
    column: Prisma.sql`author.updated_at`,
    isSortable: true,
  },
} as const satisfies Fields
