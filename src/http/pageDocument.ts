import type { OpenAPIV3_1 } from 'openapi-types'
import type { Operation } from './contract.ts'
import type { OpenApiDocument } from './openapi.ts'

/**
 * The document as the page shows it to be tried: at the address where the page itself came from, since browsers ask no other
 * one, with the parameters filled in that a request cannot do without, and only those.
 */
export function documentForPage(document: OpenApiDocument, operations: Iterable<Operation>): OpenApiDocument {
  const page = structuredClone(document)
  page.servers = [{ url: '/' }]
  page.info.description = folded(page.info.description ?? '')
  for (const parameter of Object.values(page.components?.parameters ?? {})) unfill(parameter)
  for (const { method, url, example } of operations) {
    const described = page.paths?.[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase() as 'get']
    for (const parameter of described?.parameters ?? []) {
      if (!('in' in parameter)) continue
      if (parameter.in === 'path') parameter.example = valueInPath(parameter.name, url, example.url)
      else unfill(parameter)
    }
  }
  return page
}

/** The long table of limits is for who looks for it. */
function folded(description: string): string {
  return description.replace(
    /### Limits\n([\s\S]*)/,
    '<details><summary>Limits</summary>\n\n$1\n\n</details>',
  )
}

/** The page would send every example along. A parameter that is JSON is typed as such: nobody wants all of its fields. */
function unfill(parameter: OpenAPIV3_1.ParameterObject | OpenAPIV3_1.ReferenceObject): void {
  if (!('in' in parameter)) return
  delete parameter.example
  delete parameter.examples
  const media = parameter.content?.['application/json']
  if (!media) return
  delete parameter.content
  parameter.schema = { type: 'string' }
}

/** What stands in an example's path where the pattern has a parameter. */
function valueInPath(name: string, pattern: string, exampleUrl: string): string | undefined {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, found]) => found)
  const expression = pattern.replace(/[.]/g, '\\.').replace(/:\w+/g, '([^/?]+?)')
  const [, ...found] = new RegExp(`^${expression}(?:\\?.*)?$`).exec(exampleUrl) ?? []
  return found[names.indexOf(name)]
}
