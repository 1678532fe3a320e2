import type pg from 'pg'
import { v7 as newId } from 'uuid'

export const actor = 'system:yardstick'

export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** The last statement, as in the service: the counter's row is locked until the commit. */
export async function recordEvent(
  client: pg.ClientBase,
  type: string,
  id: string,
  details: object,
): Promise<void> {
  const data = { id, ...details, tags: type === 'article.created' ? [] : [`article:${id}`, 'articles'] }
  await client.query({
    name: 'recordEvent',
    text: `WITH counter AS (UPDATE event_counter SET last_seq = last_seq + 1 RETURNING last_seq)
      INSERT INTO event (seq, id, type, subject, actor, at, data)
      SELECT last_seq, $1, $2, $3, $4, now(), $5 FROM counter`,
    values: [newId(), type, `articles/${id}`, actor, data],
  })
}
