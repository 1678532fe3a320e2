import { fold } from './fold.ts'

/**
 * Text with its words bare. Where the database's LC_CTYPE is C, as in the embedded one, Postgres' parser takes every
 * character beyond ASCII for a letter, so that NATO would not be found in “NATO”.
 */
export function bareText(text: string): string {
  return text
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replaceAll('\u00ad', '')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}\p{ASCII}]/gu, ' ')
}

/** What is indexed of a text: its words, and once more those with accents without them, for those who type none. */
export function searchText(text: string, maxLength: number): string {
  const bare = bareText(text)
  const folded = wordsOf(bare).filter((word) => fold(word) !== word)
  return [bare, ...folded.map(fold)].join(' ').slice(0, maxLength)
}

/** The distinct words of a text, in lower case. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{Letter}\p{Mark}]+/gu))]
}
