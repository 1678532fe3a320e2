import type { Socket } from 'node:net'
import type pg from 'pg'

/**
 * Cuts connections of a pool on which somebody waits and Postgres says nothing for so long. A server that is frozen, or out
 * of reach without a word, keeps a connection open for ever: its own timeouts do not run then. Whatever was asked on the
 * connection fails at once, and the pool opens another.
 */
export function cutSilent(pool: pg.Pool, silenceMs: number): void {
  const lent = new WeakSet<pg.PoolClient>()
  pool.on('acquire', (client) => lent.add(client))
  pool.on('release', (_, client) => lent.delete(client))
  pool.on('connect', (client) => {
    const { stream } = (client as pg.PoolClient & Pick<pg.Client, 'connection'>).connection
    const socket = stream as Socket
    // Not as the second argument: that would be heard once, and a connection may have idled before somebody waits on it.
    socket.setTimeout(silenceMs).on('timeout', () => {
      // Who listens (LISTEN) is told something when there is something.
      if (lent.has(client) && client.listenerCount('notification') === 0) socket.destroy(new DatabaseSilent())
    })
  })
}

class DatabaseSilent extends Error {
  readonly code = 'ETIMEDOUT'
  override message = 'The database said nothing for too long'
}
