import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { flagParameter, Id, Page, text } from '../http/schemas.ts'
import { Facets } from './facets.ts'

/*
 * What a search adds to the list of articles: its parameters, and what it says besides the articles. How it finds them is in
 * src/search/.
 */

/** What a query leaves out: a word or phrase after a minus. */
const excluded = /(?<=^|\s)-+(?:"[^"]*"?|[^\s"]*)/g
const letterOrDigit = /[\p{Letter}\p{Number}]/u

export const SearchWords = text(limits.searchWords)
  .refine((words) => letterOrDigit.test(words), 'must hold a letter or a digit')
  .refine(
    (words) => !letterOrDigit.test(words) || letterOrDigit.test(words.replace(excluded, ' ')),
    'must say what to search for, not only what to leave out',
  )

export const searchParameters = {
  q: SearchWords.optional().describe(
    `Finds articles with all of these words, in any form that their language gives them. \`"quotes"\` for words in this order, \`-\` before what must not be there, \`or\` between choices. A word that is in no article is taken for the nearest one. Goes with all filters; by relevance only the newest ${limits.rankedHits} hits are listed, while other orders, \`count\` and \`facets\` have all.`,
  ),
  highlight: flagParameter.describe('With `q`: shows where each article has the words.'),
}

/** Where a found article has the words of the search. */
export const Highlight = z
  .object({
    headline: z.string().describe('The headline as HTML, with `<mark>` around the words.'),
    section: z
      .object({ id: Id, anchor: z.string(), heading: z.string().nullable() })
      .nullable()
      .describe('The section that says most about them; null where none does.'),
    passages: z
      .array(z.string())
      .describe(
        'Up to three passages as HTML, with `<mark>` around the words: of that section, or else of summary and takeaways.',
      ),
  })
  .meta({ id: 'Highlight', description: 'Where a found article has the words of the search.' })
export type Highlight = z.output<typeof Highlight>

const SearchablePage = Page.extend({
  didYouMean: z
    .string()
    .optional()
    .describe('With `q`: the search with words put right that are in no article.'),
  isCorrected: z
    .boolean()
    .optional()
    .describe('With `didYouMean`: whether the articles are those of it, because `q` itself finds none.'),
  hint: z.string().optional().describe('With `q`: why nothing can be found by it.'),
}).meta({ id: 'SearchablePage' })
export type SearchablePage = z.output<typeof SearchablePage>

export function searchablePageOf<Item extends z.ZodType>(id: string, item: Item) {
  return z.object({ data: z.array(item), page: SearchablePage, facets: Facets.optional() }).meta({ id })
}
