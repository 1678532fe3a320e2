import { readFileSync } from 'node:fs'
import type { OpenAPIV3_1 } from 'openapi-types'
import { projectPath } from '../lib/root.ts'
import type { Operation } from './contract.ts'
import type { Problem, ProblemCode } from './problems.ts'

/** Recorded answers by operationId; `npm run openapi` makes them by calling the service over the seed. */
export type RecordedExamples = Record<string, { status: number; contentType: string; body: unknown }>

/** One problem of each kind that operations answer, made in the same way. */
export type RecordedProblems = Partial<Record<ProblemCode, Problem>>

export interface WrittenExamples {
  answers: RecordedExamples
  problems: RecordedProblems
}

export const examplesFile = projectPath('openapi/examples.json')
export const problemsFile = projectPath('openapi/problems.json')

export function readExamples(): WrittenExamples {
  return {
    answers: JSON.parse(readFileSync(examplesFile, 'utf8')),
    problems: JSON.parse(readFileSync(problemsFile, 'utf8')),
  }
}

/** Shows how an operation is called, and what it then answers. */
export function describeExamples(
  described: OpenAPIV3_1.OperationObject,
  { example: { url, body }, url: route }: Operation,
  recorded: RecordedExamples[string] | undefined,
): void {
  const given = parametersIn(url, route)
  for (const parameter of described.parameters ?? []) {
    if ('$ref' in parameter) continue
    const value = given.get(parameter.name)
    if (value !== undefined) showParameter(parameter, value)
  }
  const { content = {} } = (described.requestBody ?? {}) as OpenAPIV3_1.RequestBodyObject
  for (const [type, media] of Object.entries(content))
    if (body !== undefined) media.example = type.endsWith('json-patch+json') ? asJsonPatch(body) : body
  if (!recorded) return
  const response = described.responses?.[recorded.status] as OpenAPIV3_1.ResponseObject | undefined
  const media = response?.content?.[recorded.contentType]
  if (media) media.example = recorded.body
}

/** What a URL says of the parameters of its route. */
function parametersIn(url: string, route: string): Map<string, string> {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const template = route.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+?)')
  const { groups = {} } = new RegExp(`^${template}$`).exec(pathname) ?? {}
  const inPath = Object.entries(groups).map(([name, value]): [string, string] => [
    name,
    decodeURIComponent(value),
  ])
  return new Map([...inPath, ...searchParams])
}

function showParameter(parameter: OpenAPIV3_1.ParameterObject, value: string): void {
  const [media] = Object.values(parameter.content ?? {})
  if (media) media.example = JSON.parse(value)
  else parameter.example = asTyped(value, parameter.schema as OpenAPIV3_1.SchemaObject | undefined)
}

function asTyped(value: string, schema: OpenAPIV3_1.SchemaObject | undefined): unknown {
  if (schema?.type === 'array') return value.split(',')
  return schema?.type === 'integer' || schema?.type === 'boolean' ? JSON.parse(value) : value
}

/** The same change as RFC 6902 writes it; `add` also replaces what is there (4.1). */
function asJsonPatch(change: unknown): unknown {
  return Object.entries(change as object).map(([name, value]) => ({ op: 'add', path: `/${name}`, value }))
}
