import type { OpenAPIV3_1 } from 'openapi-types'
import { headersNamed, type ResponseHeader } from './documentHeaders.ts'
import { everywhere, type Responses } from './documentResponses.ts'
import { explanations } from './problemExplanations.ts'
import { type Problem, type ProblemCode, problemCodes, problems } from './problems.ts'

/** What the document shares among operations, as far as it is made here. */
export interface SharedComponents {
  schemas: Record<string, OpenAPIV3_1.SchemaObject>
  responses: Responses
  examples: Record<string, OpenAPIV3_1.ExampleObject>
}

/** One response for each status, naming the problems that it may be. Each has a schema and an example of its own. */
export function describeProblems(
  components: SharedComponents,
  described: OpenAPIV3_1.OperationObject,
  codes: readonly ProblemCode[],
  examples: Partial<Record<ProblemCode, Problem>>,
): void {
  described.responses ??= {}
  for (const [status, group] of groupByStatus(codes)) {
    for (const code of group) describeProblem(components, code, examples[code])
    const name = group.map(pascalCase).join('Or')
    components.responses[name] ??= problemResponse(components, status, group)
    described.responses[status] = { $ref: `#/components/responses/${name}` }
  }
}

/** In the order of the catalogue, so that the same problems have one name. */
function groupByStatus(codes: readonly ProblemCode[]): Map<number, ProblemCode[]> {
  const groups = new Map<number, ProblemCode[]>()
  for (const code of problemCodes) {
    if (!codes.includes(code)) continue
    const { status } = problems[code]
    groups.set(status, [...(groups.get(status) ?? []), code])
  }
  return groups
}

function pascalCase(code: string): string {
  return code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function describeProblem(
  components: SharedComponents,
  code: ProblemCode,
  example: Problem | undefined,
): void {
  const { status, title } = problems[code]
  components.schemas[`${pascalCase(code)}Problem`] ??= {
    title,
    description: explanations[code].cause,
    allOf: [
      { $ref: '#/components/schemas/Problem' },
      {
        type: 'object',
        properties: { status: { type: 'integer', const: status }, code: { type: 'string', const: code } },
        required: ['status', 'code'],
      },
    ],
  }
  if (example) components.examples[pascalCase(code)] ??= { summary: title, value: example }
}

/** What problems of a status say in headers besides. */
const headersByStatus: Partial<Record<number, readonly ResponseHeader[]>> = {
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  409: ['Retry-After'],
  412: ['ETag'],
  415: ['Accept-Patch'],
  429: ['Retry-After'],
  503: ['Retry-After'],
}

function problemResponse(
  { examples }: SharedComponents,
  status: number,
  codes: readonly ProblemCode[],
): OpenAPIV3_1.ResponseObject {
  const schemas = codes.map((code) => ({ $ref: `#/components/schemas/${pascalCase(code)}Problem` }))
  const [only] = schemas
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join('\n\n'),
    headers: headersNamed([...(headersByStatus[status] ?? []), 'Link', ...everywhere]),
    content: {
      'application/problem+json': {
        schema: schemas.length === 1 && only ? only : { oneOf: schemas },
        examples: Object.fromEntries(
          codes
            .filter((code) => pascalCase(code) in examples)
            .map((code) => [code, { $ref: `#/components/examples/${pascalCase(code)}` }]),
        ),
      },
    },
  }
}
