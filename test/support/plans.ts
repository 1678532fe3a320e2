import { vi } from 'vitest'
import { type Database, Prisma } from '../../src/database/client.ts'
import type { TestService } from './service.ts'

/** A step of a plan, as EXPLAIN (FORMAT JSON) writes it. */
export interface Step {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  /** Of each loop, on average; those that a filter dropped are not among them. */
  'Actual Rows': number
  'Rows Removed by Filter'?: number
  'Actual Loops': number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: Step[]
}

/** The statements that something sends through this client of the database; they are sent as ever, only written down. */
export async function sentThrough(database: Database, work: () => Promise<unknown>): Promise<Prisma.Sql[]> {
  const sent = vi.spyOn(database, 'rows')
  try {
    await work()
    return sent.mock.calls.map(([statement]) => statement)
  } finally {
    sent.mockRestore()
  }
}

/** The statements that a request sends, and what it is answered. */
export async function statementsOf(
  { app, client, ownDatabase }: TestService,
  url: string,
): Promise<{ statements: Prisma.Sql[]; body: unknown }> {
  app.responses.clear()
  let body: unknown
  const statements = await sentThrough(ownDatabase, async () => {
    body = (await client.get(url).expect(200)).body
  })
  return { statements, body }
}

/** How Postgres reads the page that a URL asks for: all steps of its last statement that were taken, outermost first. */
export async function planOf(service: TestService, url: string): Promise<Step[]> {
  const { statements } = await statementsOf(service, url)
  return takenSteps(service.database, statements)
}

/** Runs the last of these statements again, and tells all steps of it that were taken, outermost first. */
export async function takenSteps(database: Database, statements: readonly Prisma.Sql[]): Promise<Step[]> {
  const statement = statements.at(-1)
  if (!statement) throw new Error('No statement was sent')
  const explain = Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement}`
  const [row] = await database.rows<{ 'QUERY PLAN': { Plan: Step }[] }>(explain, {
    planning: 'planned for its values',
  })
  const whole = row?.['QUERY PLAN'][0]?.Plan
  return whole ? stepsOf(whole) : []
}

function stepsOf(step: Step): Step[] {
  if (step['Actual Loops'] === 0) return []
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)]
}

/** Tables that are read from end to end. */
export function scannedWhole(steps: readonly Step[]): string[] {
  return steps.filter((step) => step['Node Type'] === 'Seq Scan').map((step) => step['Relation Name'] ?? '')
}

/** How many rows of a table its scans look at. */
export function rowsReadOf(table: string, steps: readonly Step[]): number {
  return steps
    .filter((step) => step['Relation Name'] === table && step['Node Type'].endsWith('Scan'))
    .map((step) => step['Actual Loops'] * (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)))
    .reduce((sum, count) => sum + count, 0)
}

/** How many blocks of tables and indexes a plan touches. */
export function blocksOf([whole]: readonly Step[]): number {
  return whole ? whole['Shared Hit Blocks'] + whole['Shared Read Blocks'] : 0
}
