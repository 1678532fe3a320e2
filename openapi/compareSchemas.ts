import { isDeepStrictEqual } from 'node:util'
import { type Comparison, resolve, type Side } from './comparison.ts'

export type Schema = Record<string, unknown>

/** Where a schema stands, as the report says it. */
interface Where {
  subject: string
  place: string
  side: Side
}

/**
 * Tells what differs between two schemas. A client breaks when it may send less than before (the schema is narrower), or when
 * it is sent more than before (wider). New members of answers break nobody: a client passes over what it does not know.
 */
export function compareSchemas(comparison: Comparison, where: Where, before: unknown, after: unknown): void {
  const [named, namedNow] = [nameOf(before), nameOf(after)]
  if (named !== undefined || namedNow !== undefined) {
    const pair = `${where.side} ${named} ${namedNow}`
    if (comparison.seen.has(pair)) return
    comparison.seen.add(pair)
  }
  const inside = named !== undefined && named === namedNow ? { ...where, subject: named, place: '' } : where
  const schema = resolve(comparison.before, asSchema(before)) as Schema
  const schemaNow = resolve(comparison.after, asSchema(after)) as Schema
  if (isDeepStrictEqual(schema, schemaNow) && !JSON.stringify(schema).includes('"$ref"')) return
  const [plain, plainNow] = alike(schema, schemaNow)
  compareKeywords(comparison, inside, plain, plainNow)
  compareProperties(comparison, inside, plain, plainNow)
  compareMembers(comparison, inside, plain, plainNow)
  for (const keyword of ['anyOf', 'allOf'] as const) {
    const [branches, branchesNow] = [plain[keyword] ?? [], plainNow[keyword] ?? []] as [unknown[], unknown[]]
    compareBranches(comparison, inside, keyword, branches, branchesNow)
  }
}

/** Both in one form: a constant is a choice of one, `oneOf` is `anyOf`, and what has no branches is the only branch. */
function alike(before: Schema, after: Schema): [Schema, Schema] {
  const [plain, plainNow] = [plainly(before), plainly(after)]
  if (!plain['anyOf'] && plainNow['anyOf']) return [{ anyOf: [plain] }, plainNow]
  return plain['anyOf'] && !plainNow['anyOf'] ? [plain, { anyOf: [plainNow] }] : [plain, plainNow]
}

function plainly({ const: only, oneOf, ...rest }: Schema): Schema {
  return {
    ...rest,
    ...(only !== undefined && { enum: [only] }),
    ...(oneOf !== undefined && { anyOf: oneOf }),
  }
}

/** `true` and nothing at all allow everything, `false` nothing (JSON Schema 2020-12, 4.3.2). */
function asSchema(value: unknown): Schema {
  if (value === false) return { not: {} }
  return typeof value === 'object' && value !== null ? (value as Schema) : {}
}

function nameOf(value: unknown): string | undefined {
  const { $ref } = asSchema(value)
  return typeof $ref === 'string' ? $ref.split('/').at(-1) : undefined
}

type Effect = 'narrower' | 'wider' | 'other' | 'none'

function tell(comparison: Comparison, { subject, place, side }: Where, what: string, effect: Effect): void {
  const breaks = { narrower: side === 'request', wider: side === 'answer', other: true, none: false }
  comparison.changes.push({
    subject,
    what: `${side}${place && ` ${place}`}: ${what}`,
    isBreaking: breaks[effect],
  })
}

function compareKeywords(comparison: Comparison, where: Where, before: Schema, after: Schema): void {
  for (const keyword of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [value, valueNow] = [before[keyword], after[keyword]]
    if (silent.has(keyword) || isDeepStrictEqual(value, valueNow)) continue
    const effect = effectOf(keyword, value, valueNow)
    // The choices in an answer may grow, as the introduction to the document says.
    const isHarmless = keyword === 'enum' && where.side === 'answer' && effect === 'wider'
    const shown = `${keyword} was ${show(value)}, is ${show(valueNow)}`
    tell(comparison, where, shown, isHarmless ? 'none' : effect)
  }
}

/** Keywords that say nothing of what is valid, and those that are compared by what is in them. */
const silent: ReadonlySet<string> = new Set([
  ...['description', 'title', 'example', 'examples', '$comment', 'deprecated', 'discriminator'],
  ...['properties', 'required', 'items', 'additionalProperties', 'anyOf', 'allOf', '$ref'],
])

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'not there'
  return text.length > 80 ? `${text.slice(0, 80)} …` : text
}

function effectOf(keyword: string, before: unknown, after: unknown): Effect {
  // Who leaves a parameter out is answered otherwise; whoever reads an answer does not meet defaults.
  if (keyword === 'default' || before === undefined) return 'narrower'
  if (after === undefined) return 'wider'
  if (/^(exclusiveM|m)in/.test(keyword)) return Number(after) > Number(before) ? 'narrower' : 'wider'
  if (/^(exclusiveM|m)ax/.test(keyword)) return Number(after) < Number(before) ? 'narrower' : 'wider'
  return keyword === 'enum' || keyword === 'type' ? choicesOf([before].flat(), [after].flat()) : 'other'
}

function choicesOf(before: unknown[], after: unknown[]): Effect {
  const isLess = before.some((value) => !after.includes(value))
  const isMore = after.some((value) => !before.includes(value))
  if (isLess && isMore) return 'other'
  return isLess ? 'narrower' : 'wider'
}

function compareProperties(comparison: Comparison, where: Where, before: Schema, after: Schema): void {
  const [properties, propertiesNow] = [asSchema(before['properties']), asSchema(after['properties'])]
  const [required, requiredNow] = [namesIn(before['required']), namesIn(after['required'])]
  for (const name of Object.keys(propertiesNow)) {
    const isNeeded = requiredNow.includes(name)
    if (!(name in properties))
      tell(
        comparison,
        where,
        `${name} is new${isNeeded ? ' and always there' : ''}`,
        isNeeded ? 'narrower' : 'none',
      )
    else if (isNeeded && !required.includes(name))
      tell(comparison, where, `${name} must be there`, 'narrower')
  }
  for (const [name, schema] of Object.entries(properties)) {
    if (!(name in propertiesNow)) {
      tell(comparison, where, `${name} is gone`, 'other')
      continue
    }
    if (required.includes(name) && !requiredNow.includes(name))
      tell(comparison, where, `${name} may be absent`, 'wider')
    compareSchemas(comparison, within(where, name), schema, propertiesNow[name])
  }
}

function namesIn(required: unknown): string[] {
  return Array.isArray(required) ? required : []
}

function within(where: Where, name: string): Where {
  return { ...where, place: where.place ? `${where.place}.${name}` : name }
}

/** Of lists, and of objects that may have members of any name. */
function compareMembers(comparison: Comparison, where: Where, before: Schema, after: Schema): void {
  if ('items' in before || 'items' in after)
    compareSchemas(comparison, within(where, '[]'), before['items'], after['items'])
  const [members, membersNow] = [before['additionalProperties'], after['additionalProperties']]
  if ((members === false) === (membersNow === false))
    compareSchemas(comparison, within(where, '*'), members, membersNow)
  else if (membersNow === false) tell(comparison, where, 'takes no members of other names', 'narrower')
  else tell(comparison, where, 'has members of any name', where.side === 'request' ? 'wider' : 'none')
}

/** Branches of the same name, or that are the same, belong together; of the others the first to the first, and so on. */
function compareBranches(
  comparison: Comparison,
  where: Where,
  keyword: 'anyOf' | 'allOf',
  before: unknown[],
  after: unknown[],
): void {
  const isSame = (one: unknown, other: unknown) => isDeepStrictEqual(one, other)
  const kept = before.filter((branch) => after.some((other) => isSame(branch, other)))
  for (const branch of kept) compareSchemas(comparison, where, branch, branch)
  const rest = before.filter((branch) => !kept.some((other) => isSame(branch, other)))
  const restNow = after.filter((branch) => !kept.some((other) => isSame(branch, other)))
  for (const [index, branch] of rest.entries()) {
    if (index < restNow.length) compareSchemas(comparison, where, branch, restNow[index])
    else
      tell(
        comparison,
        where,
        `${keyword} has no ${titleOf(branch)} any more`,
        keyword === 'anyOf' ? 'narrower' : 'wider',
      )
  }
  for (const branch of restNow.slice(rest.length))
    tell(
      comparison,
      where,
      `${keyword} has ${titleOf(branch)} too`,
      keyword === 'anyOf' ? 'wider' : 'narrower',
    )
}

function titleOf(schema: unknown): string {
  return nameOf(schema) ?? show(schema)
}
