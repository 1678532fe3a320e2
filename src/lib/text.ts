/** Words per minute of silent reading of English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies). */
const wordsPerMinute = 238

/** Words as a reader counts them: runs of letters and digits, apostrophes and hyphens inside of a word included. */
export function countWords(text: string): number {
  return text.match(/[\p{Letter}\p{Number}]+(?:['’‑-][\p{Letter}\p{Number}]+)*/gu)?.length ?? 0
}

/** Whole minutes, at least one. */
export function readingMinutes(wordCount: number): number {
  return Math.max(1, Math.round(wordCount / wordsPerMinute))
}
