import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { integerParameter, listParameter, versionParameter } from '../http/schemas.ts'
import { asOfParameter, formatParameter, publishedParameters } from '../publications/schema.ts'
import { type Fields, sortableOf } from '../query/field.ts'
import { versionedFields } from '../query/fields.ts'
import { filterOf, filterParameter } from '../query/filter.ts'
import { bodyOf, listParameters, simpleParameters } from '../query/parameters.ts'
import { sortParameter } from '../query/sort.ts'
import { draftFields } from './draftFields.ts'
import { ArticleWorkingCopy, articleStates } from './draftSchema.ts'
import { facetNames } from './facets.ts'
import { articleFields } from './fields.ts'
import { Article, articleIncludes } from './schema.ts'
import { searchParameters } from './searchSchema.ts'

/*
 * What articles are asked for by. Each parameter takes all that either version has; what goes with one of them only is
 * refused with the other (`versions.ts`).
 */

const filteredFields: Fields = { ...draftFields, ...articleFields }

const ArticleFilter = filterOf('ArticleFilter', 'articles', filteredFields)

export const fieldsOfArticles = versionedFields(Article, ArticleWorkingCopy)

export const ArticleQuery = z.strictObject({
  ...listParameters,
  ...publishedParameters,
  ...searchParameters,
  slug: simpleParameters.slug,
  filter: filterParameter(ArticleFilter),
  facets: listParameter(z.enum(facetNames), facetNames.length)
    .optional()
    .describe('What to count the whole list by; `year` goes with published articles only.'),
  sort: sortParameter(
    [...Object.keys(sortableOf(filteredFields)), 'relevance'],
    '-publishedAt, or relevance with q, or -updatedAt with version=draft',
  ),
  version: versionParameter,
  state: listParameter(z.enum(articleStates), articleStates.length)
    .optional()
    .describe('With `version=draft`: in this state; several with commas: in any of them.'),
  include: listParameter(z.enum(articleIncludes), articleIncludes.length, 0)
    .default([])
    .describe('What else to show of each article.'),
  format: formatParameter,
  fields: fieldsOfArticles.parameter,
})
export type ArticleQuery = z.output<typeof ArticleQuery>

/** The same in a body: lists are arrays, and the filter is an object. */
export const ArticleSearch = bodyOf(ArticleQuery).meta({ id: 'ArticleSearch' })

export const ArticleItemQuery = z.strictObject({
  version: versionParameter,
  asOf: asOfParameter,
  include: listParameter(z.enum(articleIncludes), articleIncludes.length)
    .optional()
    .describe(
      'Has no effect: a single article has everything. Taken so that lists and articles share a query.',
    ),
  format: formatParameter,
  fields: fieldsOfArticles.parameter,
})

/** The query of an article's sections or takeaways: all of them come, so there is no page. */
export const ArticlePartQuery = z.strictObject({
  version: versionParameter,
  asOf: asOfParameter,
  format: formatParameter,
})

export const RelatedQuery = z.strictObject({
  limit: integerParameter(1, limits.related).default(limits.relatedDefault).describe('How many at most.'),
})
