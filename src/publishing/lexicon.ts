import { type Db, Prisma } from '../database/client.ts'
import { fold } from '../lib/fold.ts'

/** Shorter words are near to too many others to guess what was meant; longer ones are no words. */
const wordLength = { min: 4, max: 40 }

/** Rows of `search_word`: the words that a misspelt one may have meant, in the order in which they are saved. */
export function lexiconOf(words: readonly string[]): { word: string; folded: string }[] {
  return words
    .filter(({ length }) => length >= wordLength.min && length <= wordLength.max)
    .sort()
    .map((word) => ({ word, folded: fold(word) }))
}

/**
 * Adds the words of a publication to those that searches are corrected by. Known ones are only looked at, and new ones come
 * in one order, so that publishers do not wait for each other's rows.
 */
export async function rememberWords(db: Db, words: readonly string[]): Promise<void> {
  await db.execute(Prisma.sql`
    INSERT INTO search_word (word, folded)
    SELECT given.word, given.folded
    FROM json_to_recordset(${JSON.stringify(lexiconOf(words))}::json) AS given (word text, folded text)
    WHERE NOT EXISTS (SELECT FROM search_word AS known WHERE known.word = given.word)
    ORDER BY given.word ON CONFLICT DO NOTHING`)
}
