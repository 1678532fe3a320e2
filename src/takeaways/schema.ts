import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { changeOf } from '../http/patch.ts'
import { Id, Position, pageOf, text, versionParameter } from '../http/schemas.ts'
import { ArticleReference, asOfParameter, publishedParameters } from '../publications/schema.ts'
import { sortableOf } from '../query/field.ts'
import { fieldsParameter, selectionOf } from '../query/fields.ts'
import { filterOf, filterParameter } from '../query/filter.ts'
import { listParameters } from '../query/parameters.ts'
import { sortParameter } from '../query/sort.ts'
import { takeawayFields } from './fields.ts'

/** W3C Web Annotation Data Model, 4.2.4, with the section that is quoted. */
export const Evidence = z
  .strictObject({
    sectionId: Id.describe('The section that holds the words.'),
    exact: text(limits.quote)
      .refine((quote) => quote.trim() !== '', 'must have words')
      .meta({ pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' })
      .describe('The words, exactly as they stand in the plain text of the section.'),
    prefix: text(limits.quote)
      .optional()
      .describe('What stands before them, where they occur more than once.'),
    suffix: text(limits.quote).optional().describe('What stands after them.'),
  })
  .meta({
    id: 'Evidence',
    description: 'The words of the article that support a takeaway (a TextQuoteSelector).',
  })
export type Evidence = z.output<typeof Evidence>

/** Whether the words that support a takeaway are still there; the worst of its evidence counts. */
export const evidenceStates = ['none', 'current', 'moved', 'broken'] as const
export type EvidenceState = (typeof evidenceStates)[number]

/** A takeaway as the public sees it. */
export const Takeaway = z
  .object({
    id: Id.describe('Stable for life.'),
    text: z.string().describe('Plain text.'),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'Takeaway', description: 'One key point of an article.' })
export type Takeaway = z.output<typeof Takeaway>

export const TakeawayOfArticle = Takeaway.extend({
  position: z.int32().describe('From 0.'),
  article: ArticleReference,
}).meta({ id: 'TakeawayOfArticle', description: 'A takeaway with the article that it belongs to.' })
export type TakeawayOfArticle = z.output<typeof TakeawayOfArticle>

/** What a new takeaway is made of. */
export const TakeawayDraft = z
  .strictObject({
    id: Id.optional().describe('Keeps the takeaway of that id; made here when absent.'),
    text: text(limits.takeawayText),
    evidence: z.array(Evidence).max(limits.evidencePerTakeaway).default([]),
  })
  .meta({ id: 'TakeawayDraft' })
export type TakeawayDraft = z.output<typeof TakeawayDraft>

/** A takeaway that is put into an article, and where. */
export const TakeawayAddition = TakeawayDraft.extend({ position: Position.default('end') }).meta({
  id: 'TakeawayAddition',
})

/** All that may be changed of a takeaway; `position` moves it. */
export const TakeawayEdit = TakeawayDraft.omit({ id: true })
  .extend({ position: Position.optional() })
  .meta({ id: 'TakeawayEdit' })
export type TakeawayEdit = z.output<typeof TakeawayEdit>

export const TakeawayChange = changeOf('TakeawayChange', TakeawayEdit)

export const TakeawayKey = z.strictObject({ takeaway: Id.describe('Id of the takeaway.') })

const TakeawayFilter = filterOf('TakeawayFilter', 'takeaways', takeawayFields)

export const TakeawayQuery = z.strictObject({
  ...listParameters,
  ...publishedParameters,
  filter: filterParameter(TakeawayFilter),
  sort: sortParameter(Object.keys(sortableOf(takeawayFields)), '-publishedAt'),
  fields: fieldsParameter(TakeawayOfArticle),
})
export type TakeawayQuery = z.output<typeof TakeawayQuery>

export const TakeawayItemQuery = z.strictObject({
  version: versionParameter,
  asOf: asOfParameter,
})

export const TakeawaySelection = selectionOf('TakeawaySelection', TakeawayOfArticle)
export const TakeawayPage = pageOf('TakeawayPage', TakeawayOfArticle)
export const TakeawaySelectionPage = pageOf('TakeawaySelectionPage', TakeawaySelection)
