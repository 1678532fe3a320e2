import pg from 'pg'
import { serialize } from 'pg-protocol'
import type { RowDescriptionMessage } from 'pg-protocol/dist/messages.js'
import type { RawRow } from './rawRows.ts'
import { readRow, type Shape, shapeOf } from './rowShape.ts'

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
      this._result.rows.push(readRow(row, this.#shape, this.#isJsonBytes))
    } catch (error) {
      this._canceledDueToError = error
    }
  }
}

const shapes = new WeakMap<pg.Connection, Map<string, Shape>>()

function shapesOf(connection: pg.Connection): Map<string, Shape> {
  const known = shapes.get(connection) ?? new Map()
  shapes.set(connection, known)
  return known
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
