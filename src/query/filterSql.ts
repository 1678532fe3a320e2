import { Prisma } from '../database/client.ts'
import { invalidRequest } from '../http/problems.ts'
import { castOf, type Field, type Fields, isAnyOf, type Operator } from './field.ts'
import { type Condition, type Filter, isConnective } from './filter.ts'

/**
 * The SQL condition of a filter. It is true or not, as a caller understands it: where Postgres would say null, it does not
 * hold, and its opposite does. Throws `invalid-request` for a field that these are without.
 */
export function conditionOfFilter(fields: Fields, filter: Filter): Prisma.Sql {
  const conditions = Object.entries(filter).flatMap(([name, value]) => {
    if (value === undefined) return []
    return isConnective(name)
      ? [connected(fields, name, [value].flat() as Filter[])]
      : [conditionOnField(requireField(fields, name), value as Condition)]
  })
  return joined(conditions, ' AND ')
}

function connected(fields: Fields, name: 'and' | 'or' | 'not', filters: readonly Filter[]): Prisma.Sql {
  const conditions = filters.map((filter) => conditionOfFilter(fields, filter))
  return name === 'not' ? opposite(joined(conditions, ' AND ')) : joined(conditions, separators[name])
}

const separators = { and: ' AND ', or: ' OR ' } as const

function conditionOnField(field: Field, condition: Condition): Prisma.Sql {
  const { through = (related: Prisma.Sql) => related } = field
  const conditions = Object.entries(condition).map(([operator, operand]) => {
    const { is, isNot } = comparisonOf(field, operator as Operator, operand)
    return is ? through(is) : opposite(through(isNot))
  })
  return joined(conditions, ' AND ')
}

/** What has to hold of the value, or of no value at all. */
type Comparison = { is: Prisma.Sql; isNot?: never } | { is?: never; isNot: Prisma.Sql }

function comparisonOf(field: Field, operator: Operator, operand: unknown): Comparison {
  const { column } = field
  const values = [operand].flat() as (string | number)[]
  switch (operator) {
    case 'eq':
    case 'in':
      return { is: isAnyOf(field, values) }
    case 'ne':
    case 'nin':
      return { isNot: isAnyOf(field, values) }
    case 'lt':
      return { is: Prisma.sql`${column} < ${typed(field, operand)}` }
    case 'lte':
      return { is: Prisma.sql`${column} <= ${typed(field, operand)}` }
    case 'gt':
      return { is: Prisma.sql`${column} > ${typed(field, operand)}` }
    case 'gte':
      return { is: Prisma.sql`${column} >= ${typed(field, operand)}` }
    // Not LIKE: its wildcards would be found in what is given.
    case 'contains':
      return { is: Prisma.sql`strpos(${column}, ${operand}::text) > 0` }
    case 'startsWith':
      return { is: Prisma.sql`starts_with(${column}, ${operand}::text)` }
    case 'exists': {
      const has = Prisma.sql`${column} IS NOT NULL`
      return operand === true ? { is: has } : { isNot: has }
    }
  }
}

function typed({ kind }: Field, value: unknown): Prisma.Sql {
  return kind === 'key' ? castOf.id(value) : castOf[kind](value)
}

function opposite(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${condition}) IS NOT TRUE`
}

function joined(conditions: readonly Prisma.Sql[], separator: ' AND ' | ' OR '): Prisma.Sql {
  if (conditions.length === 0) return Prisma.sql`true`
  return Prisma.sql`(${Prisma.join([...conditions], separator)})`
}

function requireField(fields: Fields, name: string): Field {
  const field = fields[name]
  if (field) return field
  const message = `\`${name}\` does not go with this version; there are: ${Object.keys(fields).join(', ')}.`
  throw invalidRequest({ parameter: 'filter', code: 'not-allowed', message })
}
