import { Prisma, type Reader } from '../database/client.ts'
import { fold } from '../lib/fold.ts'
import { type Asked, liveQueriesOf, someFoundBy } from './asked.ts'
import { editDistance } from './editDistance.ts'
import { replaceWords, termsOf } from './words.ts'

/** More words than these are not looked at. */
const maxWords = 8

/** Shorter words are near to too many others. */
const minLetters = 4

/** Two slips in a word of more than five letters, one in a shorter one, as Lucene's fuzziness AUTO has it. */
const maxSlipsOf = (word: string) => (word.length > 5 ? 2.5 : 1.5)

/** Near by trigrams, to be measured letter by letter; and of those measured, how many are looked for in articles. */
const maxNear = 50
const maxCandidates = 10

/** So many corrected queries are tried; each that finds nothing takes about a millisecond. */
const maxTries = 5

/** Live articles with a form of a word in which the word itself is looked for: more is not needed to know it as common. */
const maxLooked = 50

/**
 * The query with each word that is in no live article replaced by one that is: the likeliest first, and then the next ones,
 * because the likeliest may not stand with the other words. The words to choose from are those of all publications, of
 * which some are not public: each is looked for in live articles before it is named.
 */
export async function correctSpelling(reader: Reader, asked: Asked): Promise<string[]> {
  const words = termsOf(asked.words)
    .map(({ word }) => word.toLowerCase())
    .filter((word) => word.length >= minLetters && !/\p{Number}/u.test(word))
  const unknown = await findUnknown(reader, [...new Set(words)].slice(0, maxWords), asked)
  if (unknown.length === 0) return []
  const nearWords = await findNear(reader, unknown)
  const counts = await countLive(
    reader,
    nearWords.map(({ word }) => word),
    asked,
  )
  const countOf = ({ word }: Near) => counts.get(word) ?? 0
  const likely = nearWords
    .filter(({ word }) => counts.has(word))
    .sort((one, other) => one.slipCount - other.slipCount || countOf(other) - countOf(one))
  const queries = Array.from({ length: maxTries }, (_, place) => {
    const choices = unknown.map((word) => likely.filter(({ given }) => given === word))
    const chosen = choices.flatMap((near) => near[Math.min(place, near.length - 1)] ?? [])
    return replaceWords(asked.words, new Map(chosen.map(({ given, word }) => [given, word])))
  })
  return [...new Set(queries)].filter((query) => query !== asked.words)
}

/** Words that are searched for in every language and found in none. */
async function findUnknown(reader: Reader, words: string[], { languages, at }: Asked): Promise<string[]> {
  const asked = { words: Prisma.sql`given.word`, languages, at }
  const rows = await reader.rows<{ word: string }>(Prisma.sql`
    SELECT given.word FROM unnest(${words}::text[]) AS given (word)
    WHERE (SELECT bool_and(asked.is_searchable) FROM ${liveQueriesOf(asked)})
      AND NOT EXISTS (${someFoundBy(asked, 1)})`)
  return rows.map(({ word }) => word)
}

interface Near {
  given: string
  word: string
  slipCount: number
}

/** For each word the few that it can be a slip of. */
async function findNear(reader: Reader, unknown: string[]): Promise<Near[]> {
  const rows = await reader.rows<{ given: string; word: string }>(Prisma.sql`
    SELECT given.word AS given, near.word FROM unnest(${unknown}::text[], ${unknown.map(fold)}::text[]) AS given (word, folded)
    CROSS JOIN LATERAL (
      SELECT search_word.word FROM search_word ORDER BY search_word.folded <-> given.folded LIMIT ${maxNear}) AS near`)
  const measured = rows
    .filter(({ given, word }) => given !== word)
    .map(({ given, word }) => ({ given, word, slipCount: slipsBetween(given, word) }))
    .filter(({ given, slipCount }) => slipCount <= maxSlipsOf(given))
    .sort((one, other) => one.slipCount - other.slipCount)
  return unknown.flatMap((word) => measured.filter(({ given }) => given === word).slice(0, maxCandidates))
}

/** A first letter is seldom wrong (Yannakoudakis and Fawthrop 1983), so such a slip counts for a little more. */
function slipsBetween(given: string, meant: string): number {
  const [one, other] = [fold(given), fold(meant)]
  return editDistance(one, other) + (one[0] === other[0] ? 0 : 0.5)
}

/** In how many live articles each word stands as it is written, up to a bound; those that are in none are left out. */
async function countLive(
  reader: Reader,
  words: string[],
  { languages, at }: Asked,
): Promise<Map<string, number>> {
  const asked = { words: Prisma.sql`given.word`, languages, at }
  const rows = await reader.rows<{ word: string; count: number }>(Prisma.sql`
    SELECT given.word, count(*)::int AS count FROM unnest(${words}::text[]) AS given (word)
    CROSS JOIN LATERAL (${someFoundBy(asked, maxLooked)}) AS shown
    WHERE lower(concat_ws(' ', shown.headline, shown.document ->> 'summary',
      (SELECT string_agg(part ->> 'text', ' ') FROM json_array_elements(shown.takeaways) AS part),
      (SELECT string_agg(concat_ws(' ', part ->> 'heading', part ->> 'body'), ' ')
       FROM json_array_elements(shown.sections_text) AS part))) ~ ('\\m' || given.word || '\\M')
    GROUP BY given.word`)
  return new Map(rows.map(({ word, count }) => [word, count]))
}
