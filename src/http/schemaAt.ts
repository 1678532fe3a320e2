import { z } from 'zod'

/** The schema below wrappers such as `optional`, `default` and the reading of a query string. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrap(schema.unwrap())
  return schema instanceof z.ZodPipe && schema.in instanceof z.ZodTransform ? unwrap(schema.out) : schema
}

/** The schema of what stands at a path inside of a value; undefined where that is not one schema. */
export function schemaAt(
  schema: z.core.$ZodType,
  [key, ...rest]: readonly PropertyKey[],
): z.core.$ZodType | undefined {
  const plain = unwrap(schema)
  if (key === undefined) return plain
  const inner =
    plain instanceof z.ZodObject
      ? plain.shape[String(key)]
      : plain instanceof z.ZodArray
        ? plain.element
        : undefined
  return inner && schemaAt(inner, rest)
}

/** Whether a parameter is JSON in a query string (`jsonParameter`). */
export function isJson(schema: z.core.$ZodType | undefined): boolean {
  if (!schema) return false
  const { contentMediaType } = z.globalRegistry.get(schema) ?? {}
  if (contentMediaType === jsonMediaType) return true
  return schema instanceof z.ZodOptional && isJson(schema.unwrap())
}

export const jsonMediaType = 'application/json'
