import type { Section } from '../sections/schema.ts'
import type { Article, Correction } from './schema.ts'

/** A section as it is read: its heading, the key points that stand below it, its body. */
export interface ReadSection {
  heading: string | null
  /** Null: the article has no such section, so no link leads to it. */
  anchor: string | null
  points: string[]
  body: string
}

/** The sections of an article with its takeaways in their place; at the end, where no section is kept for them. */
export function readSections({
  sections,
  takeaways,
}: Pick<Article, 'sections' | 'takeaways'>): ReadSection[] {
  const points = takeaways.map(({ text }) => text)
  const isTheirs = ({ kind }: Section) => kind === 'takeaways'
  const read = sections.map((section): ReadSection => {
    const { heading, anchor, body } = section
    return { heading, anchor, points: isTheirs(section) ? points : [], body }
  })
  if (points.length === 0 || sections.some(isTheirs)) return read
  return [...read, { heading: null, anchor: null, points, body: '' }]
}

const correctionTitles = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  retraction: 'Retraction',
}

/** What stands before the note of a correction: `Correction (2026-11-23)`. */
export function correctionTitle({ kind, at }: Correction): string {
  return `${correctionTitles[kind]} (${at.slice(0, 10)})`
}

/** `By Ana Silva, Bo Berg`; null where nobody is named. */
export function bylineOf({ byline }: Pick<Article, 'byline'>): string | null {
  return byline.length > 0 ? `By ${byline.map(({ author }) => author.name).join(', ')}` : null
}
