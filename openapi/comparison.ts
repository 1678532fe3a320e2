import type { OpenAPIV3_1 } from 'openapi-types'

/** One thing that differs between two documents. */
export interface Change {
  /** The operation (`createArticle`) or the schema (`ArticleDraft`) that it is about. */
  subject: string
  what: string
  /** Whether a client that was written for the earlier document may fail by it. */
  isBreaking: boolean
}

/** A comparison that is under way. */
export interface Comparison {
  before: OpenAPIV3_1.Document
  after: OpenAPIV3_1.Document
  changes: Change[]
  /** Pairs of named schemas that were compared, each way in which they are used. */
  seen: Set<string>
}

/** Who writes what a schema describes: the client or we. */
export type Side = 'request' | 'answer'

/** What a reference refers to; anything else is itself. */
export function resolve(document: OpenAPIV3_1.Document, value: object): object {
  if (!('$ref' in value)) return value
  const names = String(value.$ref)
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
  const found = names.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], document)
  return resolve(document, found as object)
}
