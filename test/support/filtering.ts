import type { Filter } from '../../src/query/filter.ts'

/** What a thing has for a field: no value, one, or one of each that is related to it. */
export type ValuesOf<Thing> = (thing: Thing, field: string) => (string | number)[]

/** The plain meaning of a filter, over things in memory: what the service has to come to, however it does. */
export function holds<Thing>(thing: Thing, filter: Filter, valuesOf: ValuesOf<Thing>): boolean {
  return Object.entries(filter).every(([name, inner]) => {
    const filters = [inner].flat() as Filter[]
    if (name === 'and') return filters.every((one) => holds(thing, one, valuesOf))
    if (name === 'or') return filters.some((one) => holds(thing, one, valuesOf))
    if (name === 'not') return !filters.some((one) => holds(thing, one, valuesOf))
    return Object.entries(inner as object).every(([operator, operand]) =>
      fulfils(valuesOf(thing, name), operator, operand),
    )
  })
}

type Value = string | number

function fulfils(values: Value[], operator: string, operand: unknown): boolean {
  switch (operator) {
    case 'exists':
      return values.length > 0 === operand
    case 'ne':
      return !values.some((value) => value === operand)
    case 'nin':
      return !values.some((value) => (operand as Value[]).includes(value))
    default:
      return values.some((value) => compares(value, operator, operand))
  }
}

function compares(value: Value, operator: string, operand: unknown): boolean {
  const other = operand as Value
  switch (operator) {
    case 'eq':
      return value === other
    case 'in':
      return (operand as Value[]).includes(value)
    case 'lt':
      return value < other
    case 'lte':
      return value <= other
    case 'gt':
      return value > other
    case 'gte':
      return value >= other
    case 'contains':
      return String(value).includes(String(other))
    case 'startsWith':
      return String(value).startsWith(String(other))
    default:
      throw new Error(`No operator ${operator}`)
  }
}

/** Orders things by the values of fields, a minus before those that descend; ties by their last value. */
export function inOrder<Thing>(
  things: readonly Thing[],
  sort: readonly string[],
  valuesOf: ValuesOf<Thing>,
): Thing[] {
  return things.toSorted((one, other) => {
    for (const term of sort) {
      const field = term.replace('-', '')
      const [a = '', b = ''] = [valuesOf(one, field)[0], valuesOf(other, field)[0]]
      if (a !== b) return a < b === term.startsWith('-') ? 1 : -1
    }
    return 0
  })
}
