import type { z } from 'zod'
import { type Fault, invalidRequest } from '../http/problems.ts'
import { pathsOf } from '../query/fields.ts'
import { ArticleWorkingCopy } from './draftSchema.ts'
import type { ArticleQuery } from './querySchema.ts'
import { Article } from './schema.ts'

/* What goes with one version only is refused with the other, so that nobody believes that it was heard. */

type Version = ArticleQuery['version']

export const fieldsOfArticles = versionedFields(Article, ArticleWorkingCopy)

/** Throws `invalid-request`. */
export function refuseForPublished({ state, q, highlight, fields }: ArticleQuery): void {
  refuse([
    ...(state ? [{ ...notAllowed, parameter: 'state', message: 'Goes with version=draft only.' }] : []),
    ...(highlight && q === undefined
      ? [{ ...notAllowed, parameter: 'highlight', message: 'Goes with q only.' }]
      : []),
    ...fieldsOfArticles.faults('published', fields),
  ])
}

/** Throws `invalid-request`. */
export function refuseForDrafts({ fields, facets, ...query }: ArticleQuery): void {
  const { publishedAfter, publishedBefore, asOf, q, highlight } = query
  const given = { publishedAfter, publishedBefore, asOf, q, highlight }
  const names = Object.entries(given).filter(([, value]) => value !== undefined && value !== false)
  const year = 'Goes with version=published only: year, because a draft has no publishedAt.'
  refuse([
    ...names.map(([parameter]) => ({ ...notAllowed, parameter, message: 'Does not go with version=draft.' })),
    ...(facets?.includes('year') ? [{ ...notAllowed, parameter: 'facets', message: year }] : []),
    ...fieldsOfArticles.faults('draft', fields),
  ])
}

/** The fields of a resource that has two forms. */
export interface VersionedFields {
  /** Names each field that only the other version has. */
  faults(version: Version, fields: readonly string[] | undefined): Fault[]
  /** Throws `invalid-request` for them. */
  refuse(version: Version, fields: readonly string[] | undefined): void
}

export function versionedFields(published: z.ZodObject, draft: z.ZodObject): VersionedFields {
  const paths: Record<Version, ReadonlySet<string>> = {
    published: new Set(pathsOf(published)),
    draft: new Set(pathsOf(draft)),
  }
  const faults: VersionedFields['faults'] = (version, fields = []) => {
    const other = version === 'draft' ? 'published' : 'draft'
    return fields
      .filter((field) => !paths[version].has(field))
      .map((field) => ({
        ...notAllowed,
        parameter: 'fields',
        message: `Goes with version=${other} only: ${field}.`,
      }))
  }
  return { faults, refuse: (version, fields) => refuse(faults(version, fields)) }
}

const notAllowed = { code: 'not-allowed' }

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw invalidRequest(...faults)
}
