import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { jsonParameter } from '../http/schemas.ts'
import { type Field, type Fields, fieldValue, kinds, type Operator } from './field.ts'

/** A condition on one field: what each operator compares it with. All of them have to hold. */
export type Condition = Partial<Record<Operator, unknown>>

/** Conditions on fields, and conditions made of others by `and`, `or` and `not`. All of them have to hold. */
export interface Filter {
  readonly [name: string]: Condition | Filter | readonly Filter[] | undefined
}

/** The schema of a resource's filter: the fields that it has, each with the operators that fit. */
export function filterOf(id: string, noun: string, fields: Fields): z.ZodType<Filter> {
  const Nested: z.ZodType<Filter> = z
    .strictObject({
      get and() {
        return z.array(Nested).min(1).optional().describe('All of these hold.')
      },
      get or() {
        return z.array(Nested).min(1).optional().describe('At least one of these holds.')
      },
      get not() {
        return Nested.optional().describe('This does not hold.')
      },
      ...Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [
          name,
          conditionOf(field).optional().describe(field.description),
        ]),
      ),
    })
    .meta({ id, description: descriptionOf(noun) })
  // Before the schema looks at it, which takes seconds for all that a body can hold.
  return z.preprocess((given, context) => {
    const { depth, termCount } = measure(given)
    if (depth > limits.filterDepth)
      context.addIssue(`must nest and, or and not at most ${limits.filterDepth} deep`)
    if (termCount > limits.filterTerms)
      context.addIssue(`must have at most ${limits.filterTerms} conditions; it has ${termCount}`)
    return given
  }, Nested)
}

/** The same filter as JSON in a query string. */
export function filterParameter(filter: z.ZodType<Filter>) {
  return jsonParameter(filter)
    .optional()
    .describe('Whatever the other parameters cannot say, as JSON; `and`, `or` and `not` combine conditions.')
}

function descriptionOf(noun: string): string {
  return (
    `Which ${noun} to list. All conditions have to hold. A field with a dot is of something related: it fulfils a condition when any ` +
    'of the related does. What has no value is not equal to anything: `ne`, `nin` and `not` find it.'
  )
}

const operatorDescriptions: Record<Operator, string> = {
  eq: 'Equal.',
  ne: 'Not equal, or without a value.',
  in: 'Equal to any of these.',
  nin: 'Equal to none of these, or without a value.',
  lt: 'Less, or earlier.',
  lte: 'Less or equal.',
  gt: 'Greater, or later.',
  gte: 'Greater or equal.',
  contains: 'Has these characters in it, in this case.',
  startsWith: 'Begins with these characters, in this case.',
  exists: '`true`: has a value; `false`: has none.',
}

/** The conditions on a kind of field are one schema of the document; those on a closed set of words are one each. */
function conditionOf(field: Field): z.ZodType<Condition> {
  return field.values ? conditionSchema(field, enumOperators) : kindConditions[field.kind]
}

/** Parts of a word of a closed set mean nothing. */
const enumOperators = ['eq', 'ne', 'in', 'nin', 'exists'] as const

function conditionSchema(field: Pick<Field, 'kind' | 'values'>, allowed: readonly Operator[]) {
  const shape = allowed.map((operator) => [
    operator,
    operandOf(field, operator).optional().describe(operatorDescriptions[operator]),
  ])
  return z
    .strictObject(Object.fromEntries(shape) as Record<string, z.ZodType>)
    .refine((condition) => Object.keys(condition).length > 0, {
      error: 'must have an operator',
      // What is not known has been told of already.
      when: ({ issues }) => issues.length === 0,
    })
    .meta({ minProperties: 1 })
}

const kindConditions = {
  text: conditionSchema({ kind: 'text' }, kinds.text.operators).meta({ id: 'TextCondition' }),
  integer: conditionSchema({ kind: 'integer' }, kinds.integer.operators).meta({ id: 'IntegerCondition' }),
  moment: conditionSchema({ kind: 'moment' }, kinds.moment.operators).meta({ id: 'MomentCondition' }),
  id: conditionSchema({ kind: 'id' }, kinds.id.operators).meta({ id: 'IdCondition' }),
  key: conditionSchema({ kind: 'key' }, kinds.key.operators).meta({ id: 'KeyCondition' }),
}

function operandOf(field: Pick<Field, 'kind' | 'values'>, operator: Operator): z.ZodType {
  if (operator === 'exists') return z.boolean()
  const value = fieldValue(field)
  return operator === 'in' || operator === 'nin' ? z.array(value).min(1).max(limits.anyOf) : value
}

/**
 * How deep a filter nests, and how many comparisons it makes; what makes none counts as one. It may be anything that JSON can
 * be, whose depth is bounded.
 */
function measure(filter: unknown): { depth: number; termCount: number } {
  let depth = 0
  let termCount = 0
  for (const [name, value] of membersOf(filter)) {
    if (!isConnective(name)) {
      termCount += Math.max(1, membersOf(value).length)
      continue
    }
    for (const inner of [value].flat()) {
      const measured = measure(inner)
      depth = Math.max(depth, measured.depth)
      termCount += measured.termCount
    }
  }
  return { depth: depth + 1, termCount: Math.max(1, termCount) }
}

function membersOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

export function isConnective(name: string): name is 'and' | 'or' | 'not' {
  return name === 'and' || name === 'or' || name === 'not'
}
