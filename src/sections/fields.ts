import { Prisma } from '../database/client.ts'
import { fieldsOfPart } from '../publications/fields.ts'
import type { Fields } from '../query/field.ts'

/** What a section is for: the opening, a part of the story, the key takeaways with their paragraph, the end. */
export const sectionKinds = ['lede', 'body', 'takeaways', 'closing'] as const

/** What public sections are filtered and sorted by. */
export const sectionFields = {
  id: { kind: 'id', description: 'Id of the section.', column: Prisma.sql`shown.section_id` },
  kind: {
    kind: 'text',
    values: sectionKinds,
    description: 'What the section is for.',
    column: Prisma.sql`shown.kind`,
  },
  heading: {
    kind: 'text',
    description: 'What stands above the section.',
    column: Prisma.sql`shown.heading`,
  },
  ...fieldsOfPart,
} as const satisfies Fields
