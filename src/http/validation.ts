import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { limits } from './limits.ts'
import { type Fault, invalidRequest, type ProblemError } from './problems.ts'
import { isJson, schemaAt } from './schemaAt.ts'

export type RequestPart = 'body' | 'querystring' | 'params' | 'headers'

/** What is validated, and against what: the names and values from which a suggestion can be made. */
interface Given {
  part: RequestPart
  schema: z.ZodType
  value: unknown
}

/** The faults of a request part as the problem that answers it. Given values are never repeated. */
export function validationProblem(given: Given, error: z.ZodError): ProblemError {
  const faults: Fault[] = []
  for (const fault of faultsOfAll(given, error.issues, [])) {
    // One more than are told, so that the answer says that there are more.
    if (faults.push(fault) > limits.faults) break
  }
  return invalidRequest(...faults)
}

type Issue = z.core.$ZodIssue

/** One after the other: a body has room for hundreds of thousands. */
function* faultsOfAll(given: Given, issues: Issue[], parents: PropertyKey[]): Generator<Fault> {
  for (const issue of issues) {
    const path = [...parents, ...issue.path]
    const branch = issue.code === 'invalid_union' ? closestBranch(issue.errors) : undefined
    if (branch) yield* faultsOfAll(given, branch, path)
    else if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) yield unknownFault(given, [...path, key])
    else yield faultOf(given, issue, path)
  }
}

function faultOf(given: Given, issue: Issue, path: PropertyKey[]): Fault {
  if (isRepeated(given, path)) return { ...place(given, path), ...repeated }
  const fault = { ...place(given, path), ...describe(issue) }
  if (issue.code !== 'invalid_value') return fault
  return withSuggestion(fault, valueAt(given.value, path), issue.values.map(String))
}

/** A query string with one name twice comes as a list, which no parameter of ours is. */
function isRepeated({ part, value }: Given, [name, ...inner]: PropertyKey[]): boolean {
  return (
    part === 'querystring' &&
    inner.length === 0 &&
    name !== undefined &&
    Array.isArray(valueAt(value, [name]))
  )
}

const repeated = {
  code: 'repeated',
  message: 'Is there more than once; say it once, with commas between values where it takes several.',
}

/** What was given at a path; a list in a query string is one text with commas, and a filter there is JSON. */
function valueAt(value: unknown, [key, ...rest]: PropertyKey[]): unknown {
  if (key === undefined) return value
  if (typeof value === 'string')
    return typeof key === 'number' ? value.split(',')[key] : valueAt(JSON.parse(value), [key, ...rest])
  return valueAt((value as Record<PropertyKey, unknown> | null | undefined)?.[key], rest)
}

/** Of a union's branches, the one whose faults lie deepest was probably meant; of equals, the one with fewest. */
function closestBranch(branches: Issue[][]): Issue[] | undefined {
  const depth = (branch: Issue[]) =>
    branch.reduce((least, issue) => Math.min(least, issue.path.length), Number.POSITIVE_INFINITY)
  return branches
    .filter((branch) => branch.length > 0)
    .sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0]
}

function place({ part, schema }: Given, path: PropertyKey[]): Pick<Fault, 'pointer' | 'parameter'> {
  if (part === 'body') return { pointer: jsonPointer(path) }
  const [name, ...inner] = path
  const parameter = String(name ?? part)
  return isInsideJson(schema, path) ? { parameter, pointer: jsonPointer(inner) } : { parameter }
}

function isInsideJson(schema: z.ZodType, [name, ...inner]: PropertyKey[]): boolean {
  if (inner.length === 0 || !(schema instanceof z.ZodObject)) return false
  return isJson(schema.shape[String(name)])
}

/** RFC 6901, 3 and 4: `~` and `/` are escaped. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function unknownFault(given: Given, path: PropertyKey[]): Fault {
  const isField = given.part === 'body' || path.length > 1
  const parent = schemaAt(given.schema, path.slice(0, -1))
  const legal = parent instanceof z.ZodObject ? Object.keys(parent.shape) : []
  const noun = isField ? 'field' : 'parameter'
  const fault = {
    ...place(given, path),
    code: `unknown-${noun}`,
    message: `There is no such ${noun}${legal.length > 0 ? `; there are: ${legal.join(', ')}` : ''}.`,
  }
  return withSuggestion(fault, path.at(-1), legal)
}

function withSuggestion(fault: Fault, value: unknown, legal: readonly string[]): Fault {
  const suggestion = typeof value === 'string' ? closest(value, legal) : undefined
  return suggestion === undefined ? fault : { ...fault, suggestion }
}

/** The name that was probably meant: at most a third of its letters are wrong. */
export function closest(given: string, legal: readonly string[]): string | undefined {
  const ranked = legal
    .map((name) => ({ name, distance: distance(given.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0]
  return ranked && ranked.distance <= Math.max(1, ranked.name.length / 3) ? ranked.name : undefined
}

function describe(issue: Issue): Pick<Fault, 'code' | 'message'> {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? { code: 'required', message: 'This is required.' }
        : { code: 'wrong-type', message: `Must be ${article(issue.expected)} ${issue.expected}.` }
    case 'too_big':
      return { code: 'too-large', message: `Must be at most ${issue.maximum}${unit(issue.origin)}.` }
    case 'too_small':
      return { code: 'too-small', message: `Must be at least ${issue.minimum}${unit(issue.origin)}.` }
    case 'invalid_value':
      return { code: 'not-allowed', message: `Must be one of: ${issue.values.map(String).join(', ')}.` }
    case 'invalid_format':
      return { code: 'wrong-format', message: formatMessage(issue) }
    default:
      return { code: 'not-allowed', message: sentence(issue.message) }
  }
}

function formatMessage(issue: Issue & { code: 'invalid_format' }): string {
  const known: Record<string, string> = {
    datetime: 'Must be a time as RFC 3339 writes it, such as 2026-11-23T08:00:00Z.',
    uuid: 'Must be a UUID.',
    url: 'Must be an http or https URL.',
    email: 'Must be an e-mail address.',
  }
  return known[issue.format] ?? sentence(issue.message)
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a'
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`
}
