import { z } from 'zod'
import { idPattern, isId } from '../lib/ids.ts'
import { maxSlugLength, reservedSlugs, slugPattern } from '../lib/slug.ts'
import { nestsTooDeep } from './body.ts'
import { limits } from './limits.ts'
import { jsonMediaType } from './schemaAt.ts'

/**
 * Text for people, as one line or several: well-formed, without NUL, in Unicode's composed form. Its length is counted in
 * characters, as JSON Schema counts (Validation, 6.3.1), and not in the halves of them that UTF-16 has.
 */
export function text(maxLength: number, minLength = 1) {
  return z
    .string()
    .check((context) => void context.issues.push(...lengthFaults(context.value, minLength, maxLength)))
    .refine((value) => value.isWellFormed(), 'has a lone surrogate, which is no character')
    .refine((value) => !value.includes('\0'), 'has a NUL character, which cannot be stored')
    .overwrite((value) => value.normalize('NFC'))
    .meta({ minLength, maxLength, pattern: withoutNul })
}

/** What the document says of text; a lone surrogate is no text at all (RFC 8259, 8.2). */
const withoutNul = '^[^\\u0000]*$'

function lengthFaults(value: string, minLength: number, maxLength: number): z.core.$ZodRawIssue[] {
  const fault = { origin: 'string', inclusive: true, input: value } as const
  if (value.length < minLength) return [{ ...fault, code: 'too_small', minimum: minLength }]
  const isLonger = value.length > maxLength && [...value].length > maxLength
  return isLonger ? [{ ...fault, code: 'too_big', maximum: maxLength }] : []
}

/** Markdown (CommonMark); raw HTML in it is shown as text. */
export function markdown(maxLength: number) {
  return text(maxLength, 0)
}

export const Id = z.uuid().overwrite((value) => value.toLowerCase())

/** All that is said of a slug below, as one pattern for the document. */
const allOfSlug = slugPattern.source.replace(
  '^',
  `^(?!(?:${[...reservedSlugs].join('|')})$)(?!${idPattern.source.slice(1, -1)}$)`,
)

export const Slug = z
  .string()
  .max(maxSlugLength)
  .regex(slugPattern, 'must be lower-case letters and digits in words joined by single hyphens')
  .refine((slug) => !isId(slug), 'must not look like an id')
  .refine((slug) => !reservedSlugs.has(slug), `must not be one of: ${[...reservedSlugs].join(', ')}`)
  .meta({ pattern: allOfSlug })

/** A time in answers: RFC 3339 in UTC with milliseconds. */
export const Moment = z.iso.datetime({ precision: 3 })

/** A time in requests: RFC 3339 with any offset; normalised to UTC with milliseconds. */
export const GivenMoment = z.iso
  .datetime({ offset: true })
  .refine((value) => Number.isNaN(Date.parse(value)) || hasYear(new Date(value)), {
    error: 'must be in a year from 0001 to 9999, in UTC too',
  })
  .overwrite((value) => (Number.isNaN(Date.parse(value)) ? value : new Date(value).toISOString()))
  .describe('RFC 3339, for example 2026-11-23T08:00:00Z.')

/** RFC 3339 has years of four digits, and Postgres none before the first. */
function hasYear(moment: Date): boolean {
  const year = moment.getUTCFullYear()
  return year >= 1 && year <= 9999
}

/** A link that a browser may follow; `javascript:` and embedded passwords are refused. */
export const WebUrl = z
  .url({ protocol: /^https?$/ })
  .max(limits.url)
  .refine(
    (value) => value.isWellFormed() && !/[\p{Cc}\s]/u.test(value),
    'must not hold blanks or control characters',
  )
  .refine((value) => !URL.canParse(value) || new URL(value).username + new URL(value).password === '', {
    error: 'must not hold a user name or password',
  })

/** A BCP 47 language tag such as `en` or `pt-BR`. */
export const LanguageTag = z
  .string()
  .max(limits.languageTag)
  .regex(/^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/, 'must be a BCP 47 language tag such as en or pt-BR')

/** A path parameter that takes an id or a slug. */
export function keyOf(noun: string) {
  return z
    .string()
    .min(1)
    .max(maxSlugLength)
    .refine((key) => !key.includes('\0'), 'has a NUL character, which no key has')
    .meta({ pattern: withoutNul })
    .overwrite((key) => (isId(key) ? key.toLowerCase() : key))
    .describe(`Id or slug of the ${noun}.`)
}

/** A whole number in a query string, in plain decimal digits. */
export function integerParameter(min: number, max: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value),
    z.int32().min(min).max(max),
  )
}

/** A yes or no in a query string. */
export const flagParameter = z
  .preprocess((value) => (value === 'true' || value === 'false' ? value === 'true' : value), z.boolean())
  .default(false)

/** A comma-separated list in a query string. */
export function listParameter<Item extends z.ZodType>(item: Item, maxLength: number, minLength = 1) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z.array(item).min(minLength).max(maxLength),
  )
}

/** A value in a query string that is written as JSON. */
export function jsonParameter<Value extends z.ZodType>(value: Value) {
  return z
    .preprocess((given, context) => {
      if (typeof given !== 'string') return given
      const parsed = nestsTooDeep(given) ? undefined : parseJson(given)
      if (parsed === undefined)
        context.issues.push({ code: 'custom', input: given, message: 'must be JSON, percent-encoded' })
      return parsed
    }, value)
    .meta({ contentMediaType: jsonMediaType })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const versionParameter = z
  .enum(['published', 'draft'])
  .default('published')
  .describe('`draft` is what editors have before them; role reader.')

/** Where a section or takeaway goes in its article. */
export const Position = z
  .union([
    z.enum(['start', 'end']),
    z.strictObject({ before: Id }),
    z.strictObject({ after: Id }),
    z.int32().min(0),
  ])
  .describe('`start`, `end`, `{ "before": id }`, `{ "after": id }` or an index from 0.')
  .meta({ id: 'Position' })

export type Position = z.output<typeof Position>

/** The page that a list came from; the cursors lead on and back. */
export const Page = z
  .object({
    limit: z.int32(),
    nextCursor: z.string().nullable().describe('Pass it as `cursor` for the next page; null on the last.'),
    prevCursor: z.string().nullable().describe('Pass it as `cursor` for the page before; null on the first.'),
    count: z.int32().optional().describe('How many the whole list has, if `count` asked for it.'),
  })
  .meta({ id: 'Page' })
export type Page = z.output<typeof Page>

export interface PageOf<Item> {
  data: Item[]
  page: Page
}

export function pageOf<Item extends z.ZodType>(id: string, item: Item) {
  return z.object({ data: z.array(item), page: Page }).meta({ id })
}

/** A list that always comes whole. */
export function wholeList<Item>(data: Item[]): PageOf<Item> {
  return { data, page: { limit: data.length, nextCursor: null, prevCursor: null } }
}

export const pageParameters = {
  limit: integerParameter(1, limits.page).default(limits.pageDefault).describe('How many at most.'),
  cursor: z
    .string()
    .max(limits.cursor)
    .optional()
    .describe('Where to go on, from `nextCursor` or `prevCursor` of an answer to the same query.'),
}
