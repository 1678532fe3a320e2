import { type Fault, invalidRequest } from '../http/problems.ts'
import { pathsOf } from '../query/fields.ts'
import { ArticleWorkingCopy } from './draftSchema.ts'
import type { ArticleQuery } from './querySchema.ts'
import { Article } from './schema.ts'

/* What goes with one version only is refused with the other, so that nobody believes that it was heard. */

type Version = ArticleQuery['version']

/** Throws `invalid-request`. */
export function refuseForPublished({ state, q, highlight, fields }: ArticleQuery): void {
  refuse([
    ...(state ? [{ ...notAllowed, parameter: 'state', message: 'Goes with version=draft only.' }] : []),
    ...(highlight && q === undefined
      ? [{ ...notAllowed, parameter: 'highlight', message: 'Goes with q only.' }]
      : []),
    ...faultsOfFields('published', fields),
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
    ...faultsOfFields('draft', fields),
  ])
}

const paths: Record<Version, ReadonlySet<string>> = {
  published: new Set(pathsOf(Article)),
  draft: new Set(pathsOf(ArticleWorkingCopy)),
}

/** Names each field that only the other version has. */
export function faultsOfFields(version: Version, fields: readonly string[] = []): Fault[] {
  const other = version === 'draft' ? 'published' : 'draft'
  return fields
    .filter((field) => !paths[version].has(field))
    .map((field) => ({
      ...notAllowed,
      parameter: 'fields',
      message: `Goes with version=${other} only: ${field}.`,
    }))
}

/** Throws `invalid-request` for these fields of a single article. */
export function refuseFields(version: Version, fields: readonly string[] | undefined): void {
  refuse(faultsOfFields(version, fields))
}

const notAllowed = { code: 'not-allowed' }

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw invalidRequest(...faults)
}
