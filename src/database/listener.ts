import pg from 'pg'

/** Hears what Postgres tells those who LISTEN, on a connection of its own. */
export interface Listener {
  /** Called with the payload of every notification; stops when the function that comes back is called. */
  onNotification(work: (payload: string) => void): () => void
  /**
   * Called when the connection is lost, and when it is back: what was told in between was not heard. Called at once with
   * how it is now; stops when the function that comes back is called.
   */
  onConnection(work: (isListening: boolean) => void): () => void
  close(): Promise<void>
}

/** Milliseconds. A dead connection is noticed within the sum of the first two. */
const heartbeat = { every: 2000, patience: 2000, beforeRetry: 250 }

/** The channel on which prisma/migrations tell of events. */
const channel = 'event'

/**
 * Listens until it is closed, and connects again whenever it has to. `url` must lead to Postgres itself: a pooler in
 * transaction mode would hand the connection to somebody else.
 */
export async function openListener(url: string): Promise<Listener> {
  const listening = new Set<(payload: string) => void>()
  const watching = new Set<(isListening: boolean) => void>()
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const tell = (isListening: boolean) => {
    for (const work of watching) work(isListening)
  }

  const lose = (lost: pg.Client) => {
    if (client !== lost) return
    client = null
    clearTimeout(timer)
    lost.end().catch(() => {})
    tell(false)
    timer = setTimeout(connect, heartbeat.beforeRetry)
  }

  const beat = (current: pg.Client) => {
    timer = setTimeout(async () => {
      try {
        await current.query('SELECT 1')
        if (client === current) beat(current)
      } catch {
        lose(current)
      }
    }, heartbeat.every)
  }

  const connect = async () => {
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: heartbeat.patience,
      query_timeout: heartbeat.patience,
      keepAlive: true,
    })
    fresh.on('error', () => lose(fresh))
    fresh.on('end', () => lose(fresh))
    fresh.on('notification', ({ payload = '' }) => {
      for (const work of listening) work(payload)
    })
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${channel}`)
    } catch {
      fresh.end().catch(() => {})
      if (!isClosed) timer = setTimeout(connect, heartbeat.beforeRetry)
      return
    }
    if (isClosed) return fresh.end()
    client = fresh
    beat(fresh)
    tell(true)
  }

  await connect()
  return {
    onNotification: (work) => subscribe(listening, work),
    onConnection(work) {
      work(client !== null)
      return subscribe(watching, work)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      const last = client
      client = null
      await last?.end()
    },
  }
}

function subscribe<Work>(all: Set<Work>, work: Work): () => void {
  all.add(work)
  return () => all.delete(work)
}
