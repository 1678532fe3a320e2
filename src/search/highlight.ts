import type { Highlight } from '../articles/searchSchema.ts'
import { Prisma, type Reader } from '../database/client.ts'
import { type Asked, queriesOf } from './asked.ts'
import { disguise, htmlOf, isMarked, marks, passagesOf } from './marks.ts'

interface Row {
  id: string
  headline: string
  section: Highlight['section']
  body: string | null
  points: string
}

/** Where publications have the words of a search, by their ids. */
export async function findHighlights(
  reader: Reader,
  publicationIds: readonly string[],
  asked: Omit<Asked, 'at'>,
): Promise<Map<string, Highlight>> {
  if (publicationIds.length === 0) return new Map()
  const marked = (text: Prisma.Sql, options: string) =>
    Prisma.sql`ts_headline(text_search_config(shown.language), ${disguise(text)}, wanted.query, ${options})`
  const rows = await reader.rows<Row>(Prisma.sql`
    SELECT shown.id, ${marked(Prisma.sql`shown.headline`, marks.whole)} AS headline,
      best.section, ${marked(Prisma.sql`best.body`, marks.passages)} AS body,
      ${marked(
        Prisma.sql`concat_ws(E'\\n', shown.document ->> 'summary',
          (SELECT string_agg(point ->> 'text', E'\\n') FROM json_array_elements(shown.takeaways) AS point))`,
        marks.passages,
      )} AS points
    FROM ${queriesOf(asked)} JOIN publication AS shown ON shown.language = ANY(asked.languages)
    CROSS JOIN LATERAL (SELECT any_word_of(asked.query) AS query OFFSET 0) AS wanted
    LEFT JOIN LATERAL (${bestSection}) AS best ON true
    WHERE shown.id = ANY(${publicationIds}::uuid[])`)
  return new Map(rows.map((row) => [row.id, highlightOf(row)]))
}

/** A section is weighed as a publication is, its heading before its body; any of the words will do. */
const bestSection = Prisma.sql`
  SELECT json_build_object('id', weighed.part -> 'id', 'anchor', weighed.part -> 'anchor',
      'heading', weighed.part -> 'heading') AS section,
    weighed.part ->> 'body' AS body
  FROM (
    SELECT part.value AS part, part.ordinality AS position, ts_rank(
      setweight(to_tsvector(text_search_config(shown.language), ${disguise(
        Prisma.sql`coalesce(part.value ->> 'heading', '')`,
      )}), 'B')
      || to_tsvector(text_search_config(shown.language), ${disguise(Prisma.sql`part.value ->> 'body'`)}),
      wanted.query) AS rank
    FROM json_array_elements(shown.sections_text) WITH ORDINALITY AS part) AS weighed
  WHERE weighed.rank > 0 ORDER BY weighed.rank DESC, weighed.position LIMIT 1`

function highlightOf({ headline, section, body, points }: Row): Highlight {
  const passages = passagesOf(body ?? '').filter(isMarked)
  return {
    headline: htmlOf(headline),
    section,
    passages: (passages.length > 0 ? passages : passagesOf(points).filter(isMarked)).map(htmlOf),
  }
}
