import pg from 'pg'
import { serialize } from 'pg-protocol'
import type { RowDescriptionMessage } from 'pg-protocol/dist/messages.js'
import type { RawRow } from './rawRows.ts'

/** What pg's queries (8.23) have, and its types keep to themselves. */
interface OpenQuery {
  name: string
  values: unknown[]
  _result: { rows: object[] }
  /** What went wrong while rows were read: thrown when the statement is over. */
  _canceledDueToError: unknown
  /** Sends messages for the statement, which is parsed unless the connection knows it. */
  prepare(connection: Gathered): void
  submit(connection: pg.Connection): null
  handleRowDescription(message: RowDescriptionMessage): void
  handleDataRow(row: RawRow): void
}

/** A statement as it is run: prepared under its name, or for this once where that is empty. */
interface PreparedStatement {
  name: string
  text: string
  values: unknown[]
  /** JSON columns are left as they come. */
  isJsonBytes: boolean
}

/**
 * A statement on a connection of `RawRowsClient`. pg writes each of its messages by itself, and asks each time which columns
 * the rows have; this is one piece, and asks once per connection: what a prepared statement answers with never changes
 * (Postgres refuses to run it then).
 */
export class PreparedQuery extends (pg.Query as unknown as new (text: string) => OpenQuery) {
  readonly #isJsonBytes: boolean
  #shapes = new Map<string, Shape>()
  #shape: Shape | undefined

  constructor({ name, text, values, isJsonBytes }: PreparedStatement) {
    super(text)
    this.name = name
    this.values = values
    this.#isJsonBytes = isJsonBytes
  }

  override submit(connection: pg.Connection): null {
    this.#shapes = shapesOf(connection)
    this.#shape = this.#shapes.get(this.name)
    const gathered = new Gathered(connection, this.#shape !== undefined)
    this.prepare(gathered)
    connection.stream.write(Buffer.concat(gathered.messages))
    return null
  }

  override handleRowDescription({ fields }: RowDescriptionMessage): void {
    this.#shape = shapeOf(fields)
    if (this.name) this.#shapes.set(this.name, this.#shape)
  }

  override handleDataRow(row: RawRow): void {
    if (this._canceledDueToError) return
    try {
      this._result.rows.push(this.#read(row))
    } catch (error) {
      this._canceledDueToError = error
    }
  }

  #read(raw: RawRow): object {
    const shape = this.#shape
    if (shape?.names.length !== raw.valueCount) throw new Error('A row came that was not described')
    const { names, types, readers } = shape
    const row = { ...shape.empty }
    raw.eachValue((index, begin, end) => {
      if (end < begin) return
      row[names[index] as string] =
        this.#isJsonBytes && types[index] === jsonOid
          ? raw.bytes.subarray(begin, end)
          : readers[index]?.(raw.bytes.toString('utf8', begin, end))
    })
    return row
  }
}

/** The rows that a prepared statement gives. */
interface Shape {
  names: readonly string[]
  /** Object ids (pg_type.dat). */
  types: readonly number[]
  readers: readonly ((value: string) => unknown)[]
  /** A row of NULLs: to copy it is faster than to put one together. */
  empty: Record<string, unknown>
}

const shapes = new WeakMap<pg.Connection, Map<string, Shape>>()

function shapesOf(connection: pg.Connection): Map<string, Shape> {
  const known = shapes.get(connection) ?? new Map()
  shapes.set(connection, known)
  return known
}

function shapeOf(fields: RowDescriptionMessage['fields']): Shape {
  const names = fields.map(({ name }) => name)
  return {
    names,
    types: fields.map(({ dataTypeID }) => dataTypeID),
    readers: fields.map(({ dataTypeID }) => readerOf(dataTypeID)),
    empty: { ...Object.fromEntries(names.map((name) => [name, null])) },
  }
}

const timestamptzOid = 1184
const jsonOid = 114

/** Times come as RFC 3339 in UTC with milliseconds, everything else as pg has it. */
function readerOf(type: number): (value: string) => unknown {
  return type === timestamptzOid ? readMoment : pg.types.getTypeParser(type, 'text')
}

/**
 * Postgres writes `2026-11-25 08:00:00.12+00`, where the time zone is UTC, as ours is, and leaves out zeros at the end. A list
 * has dozens of times, and to make each a Date takes longer than all the rest of a row.
 */
export function readMoment(value: string): string {
  if (value[10] !== ' ' || !value.endsWith('+00')) return new Date(value).toISOString()
  const milliseconds = value.slice(20, -3).padEnd(3, '0').slice(0, 3)
  return `${value.slice(0, 10)}T${value.slice(11, 19)}.${milliseconds}Z`
}

/** Stands for a connection while a query writes its messages, and keeps them. */
class Gathered {
  readonly messages: Buffer[] = []
  /** Texts by name, which pg looks into and adds to. */
  readonly parsedStatements: unknown
  readonly submittedNamedStatements: unknown
  readonly #isDescribed: boolean

  constructor(connection: pg.Connection, isDescribed: boolean) {
    const { parsedStatements, submittedNamedStatements } = connection as pg.Connection & Gathered
    this.parsedStatements = parsedStatements
    this.submittedNamedStatements = submittedNamedStatements
    this.#isDescribed = isDescribed
  }

  parse(statement: Parameters<typeof serialize.parse>[0]): void {
    this.messages.push(serialize.parse(statement))
  }

  bind(values: Parameters<typeof serialize.bind>[0]): void {
    this.messages.push(serialize.bind(values))
  }

  describe(portal: Parameters<typeof serialize.describe>[0]): void {
    if (!this.#isDescribed) this.messages.push(serialize.describe(portal))
  }

  execute(portal: Parameters<typeof serialize.execute>[0]): void {
    this.messages.push(serialize.execute(portal))
  }

  close(statement: Parameters<typeof serialize.close>[0]): void {
    this.messages.push(serialize.close(statement))
  }

  sync(): void {
    this.messages.push(serialize.sync())
  }
}
