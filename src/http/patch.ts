import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { applyOperation, type Patched, type PatchOperation } from './jsonPatch.ts'
import { limits } from './limits.ts'
import { invalidRequest, ProblemError } from './problems.ts'
import { validationProblem } from './validation.ts'

const pointer = z.string().regex(/^(?:\/(?:[^~/]|~[01])*)*$/, 'must be a JSON Pointer')

/** RFC 6902. */
export const PatchOperations = z.array(
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal(['add', 'replace', 'test']), path: pointer, value: z.unknown() }),
    z.strictObject({ op: z.literal('remove'), path: pointer }),
    z.strictObject({ op: z.literal(['move', 'copy']), path: pointer, from: pointer }),
  ]),
)

const JsonPatch = PatchOperations.max(limits.patchOperations).meta({
  id: 'JsonPatch',
  description: 'A JSON Patch (RFC 6902).',
})

/**
 * What a merge patch of a resource may say: any of the fields of its draft, and null to set one back to what it is when
 * nothing is given, where there is such a thing. What it comes to is checked against the draft's own schema.
 */
export function changeOf(id: string, draft: z.ZodObject) {
  return changesOf(draft, ['id']).meta({ id, description: `Changes to fields of ${draft.meta()?.id}.` })
}

function changesOf(draft: z.ZodObject, omitted: readonly string[] = []) {
  const fields = Object.entries(draft.shape)
    .filter(([name]) => !omitted.includes(name))
    .map(([name, field]) => [
      name,
      hasDefault(field) ? changeable(field).nullable().optional() : changeable(field).optional(),
    ])
  return z.strictObject(Object.fromEntries(fields))
}

/** What it is when nothing is given, to which null sets it back. */
function hasDefault(field: z.core.$ZodType): boolean {
  return field instanceof z.ZodDefault || field instanceof z.ZodOptional
}

/** A default must not fill in what a patch leaves out, inside of an object neither. */
function changeable(field: z.core.$ZodType): z.ZodType {
  if (field instanceof z.ZodDefault || field instanceof z.ZodOptional) return changeable(field.unwrap())
  return field instanceof z.ZodObject ? changesOf(field) : (field as z.ZodType)
}

/** The bodies that a PATCH takes: `change` as a merge patch, which plain JSON means too, or a JSON Patch. */
export function patchBodies(change: z.ZodType) {
  return {
    content: {
      'application/merge-patch+json': { schema: change },
      'application/json': { schema: change },
      'application/json-patch+json': { schema: JsonPatch },
    },
  }
}

/** What a resource comes to by the patch in a request's body; whether that is valid, its schema decides afterwards. */
export function applyPatch(request: FastifyRequest, resource: object): unknown {
  const isJsonPatch = request.headers['content-type']?.toLowerCase().startsWith('application/json-patch+json')
  const target = structuredClone(resource)
  return isJsonPatch
    ? patchByOperations(target, request.body as PatchOperation[])
    : merge(target, request.body)
}

/** Parses what a change came to; throws `invalid-request` with every fault. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (!result.success) throw validationProblem({ part: 'body', schema, value }, result.error)
  return result.data
}

/** RFC 7396, 2. */
function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name]
    else merged[name] = merge(merged[name], value)
  }
  return merged
}

function patchByOperations(target: object, operations: PatchOperation[]): unknown {
  const patched: Patched = { document: target, copied: 0 }
  for (const [index, operation] of operations.entries()) {
    const obstacle = applyOperation(patched, operation)
    if (obstacle === 'differs') {
      throw new ProblemError('conflict', `The test of operation ${index} failed, so nothing was changed.`)
    }
    if (obstacle !== null) throw invalidRequest({ pointer: `/${index}/path`, ...obstacles[obstacle] })
  }
  return patched.document
}

const obstacles = {
  missing: { code: 'unknown-path', message: 'There is nothing at this path of the resource.' },
  grows: { code: 'too-large', message: 'The copies of this patch are more than a resource can hold.' },
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
