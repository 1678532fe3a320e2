import { type Fault, invalidRequest } from '../http/problems.ts'
import { type ArticleQuery, fieldsOfArticles } from './querySchema.ts'

/* What goes with one version only is refused with the other, so that nobody believes that it was heard. */

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

const notAllowed = { code: 'not-allowed' }

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw invalidRequest(...faults)
}
