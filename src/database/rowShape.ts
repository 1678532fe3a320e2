import pg from 'pg'
import type { RowDescriptionMessage } from 'pg-protocol/dist/messages.js'
import type { RawRow } from './rawRows.ts'

/** The rows that a prepared statement gives. */
export interface Shape {
  names: readonly string[]
  /** Object ids (pg_type.dat). */
  types: readonly number[]
  readers: readonly ((value: string) => unknown)[]
  /** A row of NULLs: to copy it is faster than to put one together. */
  empty: Record<string, unknown>
}

export function shapeOf(fields: RowDescriptionMessage['fields']): Shape {
  const names = fields.map(({ name }) => name)
  return {
    names,
    types: fields.map(({ dataTypeID }) => dataTypeID),
    readers: fields.map(({ dataTypeID }) => readerOf(dataTypeID)),
    empty: Object.fromEntries(names.map((name) => [name, null])),
  }
}

/** A row by the names of its columns; `isJsonBytes`: JSON is left as it came. Throws for a row of another shape. */
export function readRow(raw: RawRow, shape: Shape | undefined, isJsonBytes: boolean): object {
  if (shape?.names.length !== raw.valueCount) throw new Error('A row came that was not described')
  const { names, types, readers } = shape
  const row = { ...shape.empty }
  raw.eachValue((index, begin, end) => {
    if (end < begin) return
    row[names[index] as string] =
      isJsonBytes && types[index] === jsonOid
        ? raw.bytes.subarray(begin, end)
        : readers[index]?.(raw.bytes.toString('utf8', begin, end))
  })
  return row
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
