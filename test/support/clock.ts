import pg from 'pg'

/** The database's clock in our hand: it stands still where it is put. */
export interface Clock {
  /** Puts it to a moment, in RFC 3339. */
  set(moment: string): Promise<void>
  /** Puts it ahead of where it is, by so much. */
  advance(by: { hours?: number; minutes?: number; seconds?: number; milliseconds?: number }): Promise<void>
  /** Works at a moment, and then puts the clock back to how it was. */
  during<Result>(moment: string, work: () => Promise<Result>): Promise<Result>
  /** What it shows, in RFC 3339 with milliseconds. */
  read(): Promise<string>
  /** Lets it run again, with the time of the world. */
  release(): Promise<void>
  close(): Promise<void>
}

/** The expression that production has, in prisma/migrations. */
const running = `date_trunc('milliseconds', clock_timestamp())`

/** Moves the clock by replacing `moment()`, which is all that content knows of time; tells whoever reckons with one that runs. */
export function clockOf(databaseUrl: string, onMove: () => void): Clock {
  const connection = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  // A server that ends before its clock takes the connection along.
  connection.on('error', () => {})
  let expression = running
  const replace = async (replacement: string) => {
    expression = replacement
    await connection.query(
      `CREATE OR REPLACE FUNCTION moment() RETURNS timestamptz(3)
       LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT ${replacement} $$`,
    )
    onMove()
  }
  const clock: Clock = {
    set: (moment) => replace(`timestamptz(3) '${new Date(moment).toISOString()}'`),
    async advance({ hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }) {
      const byMs = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
      await clock.set(new Date(Date.parse(await clock.read()) + byMs).toISOString())
    },
    async during(moment, work) {
      const before = expression
      await clock.set(moment)
      try {
        return await work()
      } finally {
        await replace(before)
      }
    },
    async read() {
      const { rows } = await connection.query<{ at: string }>('SELECT iso_moment(moment()) AS at')
      return rows[0]?.at ?? ''
    },
    release: () => replace(running),
    close: () => connection.end(),
  }
  return clock
}
