import { z } from 'zod'
import { limits } from '../http/limits.ts'
import {
  GivenMoment,
  Id,
  integerParameter,
  LanguageTag,
  listParameter,
  pageParameters,
  Slug,
} from '../http/schemas.ts'
import { countings } from './count.ts'
import type { Operator } from './field.ts'
import type { Filter } from './filter.ts'

/** The parameters of every list that can be filtered. */
export const listParameters = {
  ...pageParameters,
  offset: integerParameter(0, limits.offset)
    .optional()
    .describe('How many to pass over, instead of `cursor`; the further, the slower.'),
  count: z
    .enum(countings)
    .default('none')
    .describe(
      `Whether to count the whole list in \`page.count\`. \`exact\` takes time on long lists; \`estimated\` is exact up to ${limits.exactCount}, and beyond that what the database believes.`,
    ),
}

/** The filters that have a parameter of their own. Each is short for a term of `filter`. */
export const simpleParameters = {
  id: listParameter(Id, limits.anyOf).optional().describe('Id; several with commas: any of them.'),
  slug: listParameter(Slug, limits.anyOf).optional().describe('Slug; several with commas: any of them.'),
  language: listParameter(LanguageTag, limits.anyOf)
    .optional()
    .describe('Language tag; several with commas: any of them.'),
  publishedAfter: GivenMoment.optional().describe('Published at this time or later.'),
  publishedBefore: GivenMoment.optional().describe('Published before this time.'),
  updatedAfter: GivenMoment.optional().describe('Changed at this time or later.'),
}

const meanings = {
  id: ['id', 'in'],
  slug: ['slug', 'in'],
  language: ['language', 'in'],
  kind: ['kind', 'eq'],
  publishedAfter: ['publishedAt', 'gte'],
  publishedBefore: ['publishedAt', 'lt'],
  updatedAfter: ['updatedAt', 'gte'],
} as const satisfies Record<string, readonly [string, Operator]>

/** What was given for parameters that are short for terms of a filter. */
export type SimpleQuery = { readonly [Name in keyof typeof meanings]?: unknown } & {
  readonly filter?: Filter | undefined
}

/** The simple parameters of a query and its `filter`, as filters that all have to hold. */
export function filtersOf(query: SimpleQuery): Filter[] {
  const simple = Object.entries(meanings).flatMap(([name, [field, operator]]): Filter[] => {
    const operand = query[name as keyof typeof meanings]
    return operand === undefined ? [] : [{ [field]: { [operator]: operand } }]
  })
  return query.filter ? [...simple, query.filter] : simple
}

/** The parameters of a query string as the fields of a JSON body: nothing in it has to be read out of text. */
export function bodyOf<Query extends z.ZodObject>(query: Query): Query {
  const fields = Object.entries(query.shape).map(([name, schema]) => [name, unread(schema)])
  return z.strictObject(Object.fromEntries(fields)) as unknown as Query
}

function unread(schema: z.core.$ZodType): z.core.$ZodType {
  const described = (plain: z.ZodType) => {
    const { description } = z.globalRegistry.get(schema) ?? {}
    return description === undefined ? plain : plain.describe(description)
  }
  if (schema instanceof z.ZodOptional) return described(z.optional(unread(schema.unwrap())))
  if (schema instanceof z.ZodDefault)
    return described(z._default(unread(schema.unwrap()) as z.ZodType, schema.def.defaultValue))
  return schema instanceof z.ZodPipe && schema.in instanceof z.ZodTransform ? schema.out : schema
}
