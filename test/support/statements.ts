import pg from 'pg'
import { vi } from 'vitest'
import type { TestService } from './service.ts'

/** The statements that are sent to this service's database while something is done, but for the listener's sign of life. */
export async function statementsOf(
  { url }: TestService,
  doing: () => PromiseLike<unknown>,
): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await doing()
  const { calls, contexts } = sent.mock
  const statements = calls
    .filter((_, index) => url.endsWith(`/${(contexts[index] as pg.Client).database}`))
    .map(([statement]) => textOf(statement))
  sent.mockRestore()
  return statements.filter((statement) => statement !== 'SELECT 1')
}

function textOf(statement: unknown): string {
  return typeof statement === 'string' ? statement : (statement as pg.QueryConfig).text
}
