/**
 * What sentences are made of: patterns and words by slot, the commonest first. A pattern names other slots in braces,
 * `{plan} for {object}`; a word may have several forms, `backs|backed`, of which `{outcome:1}` is the second.
 */
export type Slots = Readonly<Record<string, readonly string[]>>

/** Slots of whole sentences and headings, which every language has. */
export type SentenceSlot =
  | ('headline' | 'summary' | 'lede' | 'heading' | 'fact' | 'quote' | 'figure' | 'addition' | 'closing')
  | ('takeaway' | 'takeawaysHeading' | 'closingHeading' | 'correction' | 'editNote')

/** A field that reporters cover: its topics, and the words that are its own. */
export interface Beat {
  name: string
  topics: readonly string[]
  slots: Slots
}

export interface Language {
  /** BCP 47. */
  tag: string
  /** How many of 1,000 articles are written in it. */
  share: number
  /** Stands between thousands. */
  separator: string
  slots: Slots & Record<SentenceSlot, readonly string[]>
  beats: readonly Beat[]
}

/** Words and phrases with commas between them. */
export function words(list: string): string[] {
  return list.split(/,\s+/).map((word) => word.trim())
}

/** Sentences, one a line. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
