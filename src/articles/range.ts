import { Prisma } from '../database/client.ts'
import type { OrderTerm } from '../database/keyset.ts'
import type { NamedIds } from '../publications/named.ts'

/** A list that is one range of an index: the articles of one author or topic by the time of publication. */
export interface Range {
  from: Prisma.Sql
  condition: Prisma.Sql
  order: OrderTerm[]
  /** What the range does not say, and has to be asked of each article. */
  others: NamedIds
}

/**
 * The range of an index that a list is, if it is one. The index of `published_byline` or `published_topic` has the order of
 * the list, so a page costs the same wherever it is, however old the articles are.
 */
export function findRange({ author, topic }: NamedIds, sort: readonly string[]): Range | null {
  const [first, ...more] = sort
  if (more.length > 0 || (first !== 'publishedAt' && first !== '-publishedAt')) return null
  const isDescending = first.startsWith('-')
  const order: OrderTerm[] = [
    { column: Prisma.sql`entry.published_at`, type: 'timestamptz', isDescending },
    { column: Prisma.sql`entry.article_id`, type: 'uuid', isDescending },
  ]
  if (author?.length === 1) {
    const from = Prisma.sql`published_byline AS entry JOIN publication AS shown ON shown.id = entry.publication_id`
    const condition = Prisma.sql`entry.author_id = ${author[0]}::uuid`
    return { from, condition, order, others: topic ? { topic } : {} }
  }
  if (topic?.length !== 1) return null
  const from = Prisma.sql`published_topic AS entry JOIN publication AS shown ON shown.id = entry.publication_id`
  const condition = Prisma.sql`entry.topic_id = ${topic[0]}::uuid`
  return { from, condition, order, others: author ? { author } : {} }
}
