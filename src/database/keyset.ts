import { Prisma } from './generated/client.ts'

/** One term of an order. Its column is never null, and all terms together name one row. */
export interface OrderTerm {
  column: Prisma.Sql
  type: 'timestamptz' | 'text' | 'uuid' | 'int'
  isDescending: boolean
}

/** ORDER BY of the terms, or of their reverse. */
export function orderBy(terms: readonly OrderTerm[], isReversed: boolean): Prisma.Sql {
  const parts = terms.map((term) =>
    term.isDescending !== isReversed ? Prisma.sql`${term.column} DESC` : Prisma.sql`${term.column} ASC`,
  )
  return Prisma.sql`ORDER BY ${Prisma.join(parts)}`
}

/** What stands after the row with these values in the order of the terms, or before it when reversed. */
export function after(
  terms: readonly OrderTerm[],
  values: readonly unknown[],
  isReversed: boolean,
): Prisma.Sql {
  const [first, ...rest] = terms
  if (!first) throw new Error('An order needs a term')
  // A row comparison is one range of an index; it exists only where all terms run the same way.
  if (rest.every((term) => term.isDescending === first.isDescending)) {
    const columns = Prisma.join(terms.map((term) => term.column))
    const given = Prisma.join(terms.map((term, index) => typed(term, values[index])))
    return first.isDescending !== isReversed
      ? Prisma.sql`(${columns}) < (${given})`
      : Prisma.sql`(${columns}) > (${given})`
  }
  const value = typed(first, values[0])
  const [beyond, upTo] =
    first.isDescending !== isReversed
      ? [Prisma.sql`${first.column} < ${value}`, Prisma.sql`${first.column} <= ${value}`]
      : [Prisma.sql`${first.column} > ${value}`, Prisma.sql`${first.column} >= ${value}`]
  // The first bound stands alone too, so that an index on it can start there.
  return Prisma.sql`${upTo} AND (${beyond} OR (${after(rest, values.slice(1), isReversed)}))`
}

/** An order has at most five fields that were asked for, and two that make it total. */
const keyNames = [
  ...[Prisma.sql`key0`, Prisma.sql`key1`, Prisma.sql`key2`, Prisma.sql`key3`],
  ...[Prisma.sql`key4`, Prisma.sql`key5`, Prisma.sql`key6`],
]

/** Columns of the values of a row's terms, which `keysetOf` reads. */
export function keysetColumns(terms: readonly OrderTerm[]): Prisma.Sql {
  return Prisma.join(terms.map(({ column }, index) => Prisma.sql`${column} AS ${keyNames[index]}`))
}

/** The same columns of a row that has them already. */
export function keysetNames(terms: readonly OrderTerm[]): Prisma.Sql {
  return Prisma.join(keyNames.slice(0, terms.length))
}

/** The values of a row's terms: what a cursor holds. */
export function keysetOf(row: object, terms: readonly OrderTerm[]): unknown[] {
  return terms.map(({ type }, index) => {
    const value = (row as Record<string, unknown>)[`key${index}`]
    // pg gives a bigint as text.
    return type === 'int' ? Number(value) : value
  })
}

function typed(term: OrderTerm, value: unknown): Prisma.Sql {
  switch (term.type) {
    case 'timestamptz':
      return Prisma.sql`${value}::timestamptz`
    case 'uuid':
      return Prisma.sql`${value}::uuid`
    case 'int':
      return Prisma.sql`${value}::int`
    case 'text':
      return Prisma.sql`${value}::text`
  }
}
