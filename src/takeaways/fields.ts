import { Prisma } from '../database/client.ts'
import { fieldsOfPart } from '../publications/fields.ts'
import type { Fields } from '../query/field.ts'

/** What public takeaways are filtered and sorted by. */
export const takeawayFields = {
  id: { kind: 'id', description: 'Id of the takeaway.', column: Prisma.sql`shown.takeaway_id` },
  text: { kind: 'text', description: 'The words of the takeaway.', column: Prisma.sql`shown.text` },
  ...fieldsOfPart,
} as const satisfies Fields
