import { bareText } from '../lib/searchText.ts'

/** A word of a query that an article may have. */
export interface Term {
  word: string
  /** Where it stands in the query. */
  start: number
}

/**
 * The query as the index knows words. Quotes of every kind count, as phones type them; a dash that stands alone is a dash,
 * though Postgres would leave out what follows it.
 */
export function bareQuery(query: string): string {
  const quoted = query.replace(/[“”„‟«»]/g, '"')
  return bareText(quoted.replace(/-+(?=\s|$)/g, ' ').replace(/(?<=^|\s)-{2,}/g, '-'))
}

/** Whether a query has hits though a word of it is in no article. */
export function hasChoices(query: string): boolean {
  return /(?:^|\s)or\s/i.test(query.replace(/"[^"]*"?/g, ' '))
}

/** The words that articles shall have; not those that they must not have, nor `or`. */
export function termsOf(query: string): Term[] {
  const parts = [...query.matchAll(/(?<=^|\s)-(?:"[^"]*"?|\S+)|"[^"]*"?|[^\s"]+/g)]
  return parts
    .filter(([part]) => !part.startsWith('-') && part.toLowerCase() !== 'or')
    .flatMap(({ 0: part, index }) =>
      [...part.matchAll(/[\p{Letter}\p{Mark}\p{Number}]+/gu)].map(({ 0: word, index: offset }) => ({
        word,
        start: index + offset,
      })),
    )
}

/** The query with words of it replaced by others. */
export function replaceWords(query: string, replacements: ReadonlyMap<string, string>): string {
  return termsOf(query).reduceRight((text, { word, start }) => {
    const other = replacements.get(word.toLowerCase())
    return other === undefined ? text : text.slice(0, start) + other + text.slice(start + word.length)
  }, query)
}
