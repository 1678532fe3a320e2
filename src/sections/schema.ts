import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { changeOf } from '../http/patch.ts'
import { Id, markdown, Position, pageOf, text, versionParameter } from '../http/schemas.ts'
import {
  ArticleReference,
  asOfParameter,
  formatParameter,
  publishedParameters,
} from '../publications/schema.ts'
import { sortableOf } from '../query/field.ts'
import { fieldsParameter, selectionOf } from '../query/fields.ts'
import { filterOf, filterParameter } from '../query/filter.ts'
import { listParameters } from '../query/parameters.ts'
import { sortParameter } from '../query/sort.ts'
import { sectionFields, sectionKinds } from './fields.ts'

export const SectionKind = z
  .enum(sectionKinds)
  .describe('The section of kind `takeaways` is where the bullets stand.')
export type SectionKind = z.output<typeof SectionKind>

/** A section as the public sees it. */
export const Section = z
  .object({
    id: Id.describe('Stable for life, whatever is edited or moved.'),
    kind: SectionKind,
    heading: z.string().nullable().describe('What stands above the section; null for a lede.'),
    anchor: z.string().describe('Unique in the article: for links to the section on a page.'),
    body: z.string().describe('The words, written as `format` says.'),
  })
  .meta({ id: 'Section', description: 'One headed part of one article.' })
export type Section = z.output<typeof Section>

/** A section on its own, with the article that it is part of. */
export const SectionOfArticle = Section.extend({
  position: z.int32().describe('From 0.'),
  article: ArticleReference,
}).meta({ id: 'SectionOfArticle', description: 'A section with the article that it belongs to.' })
export type SectionOfArticle = z.output<typeof SectionOfArticle>

/** What a new section is made of. */
export const SectionDraft = z
  .strictObject({
    id: Id.optional().describe('Keeps the section of that id; made here when absent.'),
    kind: SectionKind.default('body'),
    heading: text(limits.sectionHeading).nullable().default(null),
    body: markdown(limits.sectionBody).describe('Markdown (CommonMark); raw HTML is shown as text.'),
  })
  .meta({ id: 'SectionDraft' })
export type SectionDraft = z.output<typeof SectionDraft>

/** A section that is put into an article, and where. */
export const SectionAddition = SectionDraft.extend({ position: Position.default('end') }).meta({
  id: 'SectionAddition',
})

/** All that may be changed of a section; `position` moves it. */
export const SectionEdit = SectionDraft.omit({ id: true })
  .extend({ position: Position.optional() })
  .meta({ id: 'SectionEdit' })
export type SectionEdit = z.output<typeof SectionEdit>

export const SectionChange = changeOf('SectionChange', SectionEdit)

export const SectionKey = z.strictObject({ section: Id.describe('Id of the section.') })

const SectionFilter = filterOf('SectionFilter', 'sections', sectionFields)

export const SectionQuery = z.strictObject({
  ...listParameters,
  ...publishedParameters,
  filter: filterParameter(SectionFilter),
  kind: SectionKind.optional(),
  sort: sortParameter(Object.keys(sortableOf(sectionFields)), '-publishedAt'),
  format: formatParameter,
  fields: fieldsParameter(SectionOfArticle),
})
export type SectionQuery = z.output<typeof SectionQuery>

export const SectionItemQuery = z.strictObject({
  version: versionParameter,
  asOf: asOfParameter,
  format: formatParameter,
})

export const SectionSelection = selectionOf('SectionSelection', SectionOfArticle)
export const SectionPage = pageOf('SectionPage', SectionOfArticle)
export const SectionSelectionPage = pageOf('SectionSelectionPage', SectionSelection)
