import { Prisma } from '../database/client.ts'

/*
 * Text goes to Postgres' ts_headline in disguise. What its parser would take for a letter (see src/lib/searchText.ts) or for
 * a tag, and would drop, becomes a control character, one for one, and comes back as itself.
 */

const disguised = '‐‑“”„‟‘’‚«»‹›–—―…·•\u00a0\u202f<>'

/** Control characters that no text needs, beginning with U+0004; those of them that a text has are dropped. */
const disguises = String.fromCharCode(...range(0x04, 0x08), ...range(0x0e, 0x1f))
const [between, start, end] = ['\u0001', '\u0002', '\u0003']

export function disguise(text: Prisma.Sql): Prisma.Sql {
  const dropped = between + start + end + disguises
  return Prisma.sql`translate(${text}, ${disguised + dropped}, ${disguises.slice(0, disguised.length)})`
}

const selection = `StartSel="${start}", StopSel="${end}"`

/** Options of ts_headline (Postgres manual, 12.3.4). */
export const marks = {
  whole: `${selection}, HighlightAll=true`,
  passages: `${selection}, FragmentDelimiter="${between}", MaxFragments=3, MaxWords=30, MinWords=10, ShortWord=0`,
}

export function passagesOf(text: string): string[] {
  return text.split(between)
}

export function isMarked(passage: string): boolean {
  return passage.includes(start)
}

/** The text itself, safe within HTML, with `<mark>` around what was marked. */
export function htmlOf(text: string): string {
  return [...text].map(htmlOfLetter).join('').trim()
}

function htmlOfLetter(letter: string): string {
  if (letter === start) return '<mark>'
  if (letter === end) return '</mark>'
  const index = disguises.indexOf(letter)
  const shown = index < 0 ? letter : (disguised[index] ?? '')
  return entities[shown] ?? shown
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
