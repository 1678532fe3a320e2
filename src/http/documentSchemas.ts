import type { OpenAPIV3_1 } from 'openapi-types'

/**
 * The schema library gives every named schema twice, as `X` for answers and `XInput` for requests (its issue 214).
 * Keep what is reached; drop the suffix where the name is free, and the double where the two are the same.
 */
export function mergeInputSchemas(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const schemas = document.components?.schemas ?? {}
  const renamed = new Map<string, string>()
  const reached = reachedSchemas(document)
  for (const name of Object.keys(schemas)) {
    if (!name.endsWith('Input') || !reached.has(name)) continue
    const plain = name.slice(0, -'Input'.length)
    const isFree = !reached.has(plain) || sameSchema(schemas[plain], schemas[name])
    if (plain in schemas && isFree) renamed.set(name, plain)
  }
  const targets = new Set(renamed.values())
  const sources = new Map([...renamed].map(([from, to]) => [to, from]))
  const kept = Object.keys(schemas).filter(
    (name) => targets.has(name) || (reached.has(name) && !renamed.has(name)),
  )
  const merged = Object.fromEntries(
    kept.sort().map((name) => [name, schemas[sources.get(name) ?? name] ?? {}]),
  )
  const tidied = { ...document, components: { ...document.components, schemas: merged } }
  return JSON.parse(JSON.stringify(tidied), (key, value) => {
    if (key !== '$ref' || typeof value !== 'string') return value
    const name = value.slice(schemaPrefix.length)
    return renamed.has(name) ? schemaPrefix + renamed.get(name) : value
  })
}

const schemaPrefix = '#/components/schemas/'

function sameSchema(one: unknown, other: unknown): boolean {
  const plain = (schema: unknown) => JSON.stringify(schema).replaceAll(/Input"/g, '"')
  return plain(one) === plain(other)
}

function reachedSchemas(document: OpenAPIV3_1.Document): Set<string> {
  const reached = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key !== '$ref' || typeof inner !== 'string' || !inner.startsWith(schemaPrefix)) visit(inner)
      else if (!reached.has(inner.slice(schemaPrefix.length))) {
        reached.add(inner.slice(schemaPrefix.length))
        visit(document.components?.schemas?.[inner.slice(schemaPrefix.length)])
      }
    }
  }
  visit(document.paths)
  visit(document.components?.responses)
  return reached
}
