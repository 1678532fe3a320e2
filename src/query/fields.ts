import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { type Fault, invalidRequest } from '../http/problems.ts'
import { unwrap } from '../http/schemaAt.ts'
import { listParameter, type versionParameter } from '../http/schemas.ts'

/**
 * `fields=headline,sections.heading`: the legal names are the paths of the resource's own schema, or of all those that a
 * resource is answered as.
 */
export function fieldsParameter(...resources: z.ZodObject[]) {
  const paths = [...new Set(resources.flatMap(pathsOf))] as [string, ...string[]]
  return listParameter(z.enum(paths), limits.selectedFields)
    .optional()
    .describe('Only these fields, with dots for those inside; `id` always comes along.')
}

type Version = z.output<typeof versionParameter>

/** The fields of a resource that has two forms: what readers see, and the draft. `version` says which is asked for. */
export function versionedFields(published: z.ZodObject, draft: z.ZodObject) {
  const paths: Record<Version, ReadonlySet<string>> = {
    published: new Set(pathsOf(published)),
    draft: new Set(pathsOf(draft)),
  }
  /** Names each field that only the other version has. */
  const faults = (version: Version, fields: readonly string[] = []): Fault[] => {
    const other = version === 'draft' ? 'published' : 'draft'
    return fields
      .filter((field) => !paths[version].has(field))
      .map((field) => ({
        parameter: 'fields',
        code: 'not-allowed',
        message: `Goes with version=${other} only: ${field}.`,
      }))
  }
  return {
    parameter: fieldsParameter(published, draft).describe(
      'Only these fields of the version, with dots for those inside; `id`, and of a draft `etag`, always come along.',
    ),
    faults,
    /** Throws `invalid-request` for them. */
    refuse(version: Version, fields: readonly string[] | undefined): void {
      const found = faults(version, fields)
      if (found.length > 0) throw invalidRequest(...found)
    },
  }
}

/** The same resource with any of its fields left out, but for those that always come along. */
export function selectionOf<Resource extends z.ZodObject>(
  id: string,
  resource: Resource,
  always: { id: true; etag?: true } = { id: true },
) {
  const described = `\`${id.replace(/Selection$/, '')}\` narrowed by \`fields\`.`
  return (deepPartial(resource) as z.ZodObject).required(always).meta({ id, description: described })
}

/** The part of a resource that `fields` names; the order of its fields stays. */
export function select<Resource extends object>(
  resource: Resource,
  fields: readonly string[],
): Partial<Resource> {
  return pick(resource, toTree(['id', ...fields])) as Partial<Resource>
}

interface Tree {
  [name: string]: Tree | true
}

function toTree(fields: readonly string[]): Tree {
  const tree: Tree = {}
  for (const field of fields) plant(tree, field.split('.'))
  return tree
}

/** The whole of a field holds all that is inside of it, whichever is asked for first. */
function plant(tree: Tree, [name = '', ...inner]: string[]): void {
  const branch = tree[name]
  if (branch === true) return
  if (inner.length === 0) tree[name] = true
  else {
    const grown = branch ?? {}
    tree[name] = grown
    plant(grown, inner)
  }
}

function pick(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, tree))
  if (typeof value !== 'object' || value === null) return value
  const picked: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    const branch = tree[name]
    if (branch) picked[name] = branch === true ? inner : pick(inner, branch)
  }
  return picked
}

/** Every name that `fields` may have for a resource: `sections`, and `sections.heading` too. */
export function pathsOf(resource: z.ZodObject): string[] {
  return Object.entries(resource.shape).flatMap(([name, schema]) => {
    const plain = unwrap(schema)
    const inner = plain instanceof z.ZodArray ? unwrap(plain.element) : plain
    return inner instanceof z.ZodObject ? [name, ...pathsOf(inner).map((path) => `${name}.${path}`)] : [name]
  })
}

function deepPartial(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodNullable) return z.nullable(deepPartial(schema.unwrap()))
  if (schema instanceof z.ZodOptional) return z.optional(deepPartial(schema.unwrap()))
  if (schema instanceof z.ZodArray) return z.array(deepPartial(schema.element))
  if (!(schema instanceof z.ZodObject)) return schema
  const shape = Object.entries(schema.shape).map(([name, inner]) => [name, z.optional(deepPartial(inner))])
  return z.object(Object.fromEntries(shape))
}
