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
const maxDistanceOf = (word: string) => (word.length > 5 ? 2 : 1)

/** Near by trigrams, to be measured letter by letter; and of those measured, how many are looked for in articles. */
const maxNear = 50
const maxCandidates = 5

/** Live articles with a form of a word in which the word itself is looked for: more is not needed to know it as common. */
const maxLooked = 50

/**
 * The query with each word that is in no live article replaced by the nearest word that is in one; null where there is
 * nothing to put right. The words to choose from are those of all publications, of which some are not public: each is
 * looked for in live articles before it is named.
 */
export async function correctSpelling(reader: Reader, asked: Asked): Promise<string | null> {
  const words = termsOf(asked.words)
    .map(({ word }) => word.toLowerCase())
    .filter((word) => word.length >= minLetters && !/\p{Number}/u.test(word))
  const unknown = await findUnknown(reader, [...new Set(words)].slice(0, maxWords), asked)
  if (unknown.length === 0) return null
  const candidates = await findCandidates(reader, unknown)
  const counts = await countLive(reader, [...candidates.values()].flat(), asked)
  const replacements = new Map<string, string>()
  for (const [word, near] of candidates) {
    const distanceOf = (other: string) => editDistance(fold(word), fold(other))
    const [best] = near
      .filter((other) => counts.has(other))
      .sort(
        (one, other) =>
          distanceOf(one) - distanceOf(other) || (counts.get(other) ?? 0) - (counts.get(one) ?? 0),
      )
    if (best !== undefined) replacements.set(word, best)
  }
  return replacements.size === 0 ? null : replaceWords(asked.words, replacements)
}

/** Words that are searched for in every language and found in none. */
async function findUnknown(reader: Reader, words: string[], { languages }: Asked): Promise<string[]> {
  const asked = { words: Prisma.sql`given.word`, languages }
  const rows = await reader.rows<{ word: string }>(Prisma.sql`
    SELECT given.word FROM unnest(${words}::text[]) AS given (word)
    WHERE (SELECT bool_and(asked.is_searchable) FROM ${liveQueriesOf(asked)})
      AND NOT EXISTS (${someFoundBy(asked, 1)})`)
  return rows.map(({ word }) => word)
}

/** For each word those that are near enough, the nearest first. */
async function findCandidates(reader: Reader, unknown: string[]): Promise<Map<string, string[]>> {
  const rows = await reader.rows<{ given: string; word: string }>(Prisma.sql`
    SELECT given.word AS given, near.word FROM unnest(${unknown}::text[], ${unknown.map(fold)}::text[]) AS given (word, folded)
    CROSS JOIN LATERAL (
      SELECT search_word.word FROM search_word ORDER BY search_word.folded <-> given.folded LIMIT ${maxNear}) AS near`)
  return new Map(
    unknown.map((word) => {
      const near = rows.filter(({ given }) => given === word).map((row) => row.word)
      const distances = new Map(near.map((other) => [other, editDistance(fold(word), fold(other))]))
      const distanceOf = (other: string) => distances.get(other) ?? Number.POSITIVE_INFINITY
      const isNear = (other: string) => other !== word && distanceOf(other) <= maxDistanceOf(word)
      return [
        word,
        near
          .filter(isNear)
          .sort((one, other) => distanceOf(one) - distanceOf(other))
          .slice(0, maxCandidates),
      ]
    }),
  )
}

/** In how many live articles each word stands as it is written, up to a bound; those that are in none are left out. */
async function countLive(
  reader: Reader,
  words: string[],
  { languages }: Asked,
): Promise<Map<string, number>> {
  const asked = { words: Prisma.sql`given.word`, languages }
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
