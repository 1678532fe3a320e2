import { Prisma, type Reader } from '../database/client.ts'
import { limits } from '../http/limits.ts'

export const countings = ['exact', 'estimated', 'none'] as const
export type Counting = (typeof countings)[number]

/** How many rows a list has. */
export async function countRows(
  reader: Reader,
  from: Prisma.Sql,
  conditions: Prisma.Sql,
  counting: Exclude<Counting, 'none'>,
): Promise<number> {
  const rows = Prisma.sql`SELECT FROM ${from} WHERE ${conditions}`
  if (counting === 'exact') return count(reader, rows)
  const counted = await count(reader, Prisma.sql`${rows} LIMIT ${limits.exactCount + 1}`)
  return counted <= limits.exactCount ? counted : Math.max(counted, await estimate(reader, rows))
}

async function count(reader: Reader, rows: Prisma.Sql): Promise<number> {
  const statement = Prisma.sql`SELECT count(*)::int AS count FROM (${rows}) AS listed`
  const [counted] = await reader.rows<{ count: number }>(statement, { planning: 'planned for its values' })
  return counted?.count ?? 0
}

/** What the planner believes (PostgreSQL manual, 14.1): it is as old as the last ANALYZE, and reads no row. */
async function estimate(reader: Reader, rows: Prisma.Sql): Promise<number> {
  const [explained] = await reader.rows<Explained>(Prisma.sql`EXPLAIN (FORMAT JSON) ${rows}`, {
    planning: 'planned for its values',
  })
  return explained?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}

interface Explained {
  'QUERY PLAN': { Plan: { 'Plan Rows': number } }[]
}
