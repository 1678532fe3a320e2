import { type Db, Prisma, type Reader } from '../database/client.ts'
import { notFound } from '../http/problems.ts'
import { renderText } from '../lib/markdown.ts'
import { countWords } from '../lib/text.ts'
import { withBodyIn } from '../publications/bodies.ts'
import type { BodyFormat } from '../publications/schema.ts'
import { select } from '../query/fields.ts'
import { hasKey, type NewArticle } from './change.ts'
import type { SectionContent, TakeawayContent, WorkingCopy } from './content.ts'
import {
  type ContentRow,
  contentColumns,
  type DraftRow,
  ownColumns,
  type StandingRow,
  standingColumns,
} from './draftColumns.ts'
import { ArticleWorkingCopy, type DraftSection, type DraftTakeaway } from './draftSchema.ts'

/**
 * A working copy as the API shows it. All of it is read in one statement, so that nobody saves between its content and what
 * stands beside it. Throws `not-found`.
 */
export async function getDraft(reader: Reader, key: string, format: BodyFormat): Promise<ArticleWorkingCopy> {
  const [row] = await reader.rows<DraftRow>(Prisma.sql`
    WITH clock AS MATERIALIZED (SELECT moment() AS now)
    SELECT ${ownColumns}, ${Prisma.join(Object.values(contentColumns))}, ${standingNow}
    FROM article WHERE ${hasKey(key)}`)
  if (!row) throw notFound('article')
  return presentFields(row, draftFieldNames, format) as ArticleWorkingCopy
}

/**
 * The same of a copy that this change has locked. Reads, in one statement, what stands beside it: names, timeline,
 * corrections.
 */
export async function presentWorkingCopy(db: Db, copy: WorkingCopy): Promise<ArticleWorkingCopy> {
  return present(copy, await readStanding(db, copy.id))
}

/** The same of an article that was just created: beside it stands only what it names. */
export function presentNewArticle({ references, ...copy }: NewArticle): ArticleWorkingCopy {
  return present(copy, { ...references, corrections: [], live: null, scheduled: [], state: ['draft'] })
}

function present({ content, ...root }: WorkingCopy, standing: StandingRow): ArticleWorkingCopy {
  const moments = {
    createdAt: root.createdAt.toISOString(),
    updatedAt: root.updatedAt.toISOString(),
    trashedAt: root.trashedAt?.toISOString() ?? null,
  }
  const row = { ...root, ...moments, ...content, ...standing }
  return presentFields(row, draftFieldNames, 'markdown') as ArticleWorkingCopy
}

export type DraftFieldName = keyof ArticleWorkingCopy

/** In the order in which they are shown. */
export const draftFieldNames = ArticleWorkingCopy.keyof().options

type PartName = keyof (ContentRow & StandingRow)

/** The columns, besides the article's own, that these fields are made of. */
export function partsOf(names: readonly DraftFieldName[]): ReadonlySet<PartName> {
  return new Set(names.flatMap((name) => derived[name]?.of ?? []))
}

/** So much of a working copy, of a row that has at least `partsOf` these fields. */
export function presentFields(
  row: DraftRow,
  names: readonly DraftFieldName[],
  format: BodyFormat,
): Partial<ArticleWorkingCopy> {
  const shown = (name: DraftFieldName) => {
    const field: Derived | undefined = derived[name]
    return field ? field.make(row, format) : row[name as keyof DraftRow]
  }
  return Object.fromEntries(names.map((name) => [name, shown(name)]))
}

/** The part of a draft that `fields` names, with what it takes to change it. */
export function selectOfDraft<Draft extends object>(draft: Draft, fields: readonly string[]): Partial<Draft> {
  return select(draft, ['etag', ...fields])
}

interface Derived<Value = unknown> {
  of: readonly PartName[]
  make(row: DraftRow, format: BodyFormat): Value
}

/** The fields that are not columns of the article's own row. */
const derived: { [Name in DraftFieldName]?: Derived<ArticleWorkingCopy[Name]> } = {
  byline: {
    of: ['byline', 'authors'],
    make: ({ byline, authors }) =>
      byline.map((line) => ({ ...line, author: namedAs(line.authorId, authors) })),
  },
  topicIds: { of: ['topicIds'], make: ({ topicIds }) => topicIds },
  topics: {
    of: ['topicIds', 'topics'],
    make: ({ topicIds, topics }) => topicIds.map((id) => namedAs(id, topics)),
  },
  sections: {
    of: ['sections'],
    make: ({ sections }, format) => sections.map(presentSection).map((one) => withBodyIn(format, one)),
  },
  takeaways: { of: ['takeaways'], make: ({ takeaways }) => takeaways.map(presentTakeaway) },
  corrections: { of: ['corrections'], make: ({ corrections }) => corrections },
  state: { of: ['state'], make: ({ state }) => state },
  live: { of: ['live'], make: ({ live }) => live },
  scheduled: { of: ['scheduled'], make: ({ scheduled }) => scheduled },
  external: {
    of: [],
    make: ({ externalSource: source, externalId: id }) =>
      source !== null && id !== null ? { source, id } : null,
  },
  wordCount: {
    of: ['sections', 'takeaways'],
    make({ sections, takeaways }) {
      const texts = [...sections.map(({ body }) => renderText(body)), ...takeaways.map(({ text }) => text)]
      return countWords(texts.join('\n'))
    },
  },
  etag: { of: [], make: articleEtag },
}

/** None is missing: the database keeps what is referred to, and nobody saves between reading content and names. */
function namedAs(id: string, all: StandingRow['topics']): StandingRow['topics'][number] {
  const found = all.find((one) => one.id === id)
  if (!found) throw new Error(`A working copy names ${id}, which is gone`)
  return found
}

export function articleEtag({ revision }: Pick<WorkingCopy, 'revision'>): string {
  return `"${revision}"`
}

export function presentSection(
  { id, kind, heading, body, revision }: SectionContent,
  position: number,
): DraftSection {
  return { id, kind, heading, body, position, revision, etag: `"${revision}-${position}"` }
}

export function presentTakeaway(takeaway: TakeawayContent, position: number): DraftTakeaway {
  const { id, text, evidence, evidenceState, revision } = takeaway
  return {
    id,
    text,
    evidence,
    position,
    evidenceState,
    revision,
    etag: `"${revision}-${position}-${evidenceState}"`,
  }
}

const standingNow = Prisma.join(Object.values(standingColumns(Prisma.sql`(SELECT now FROM clock)`)))

async function readStanding(db: Db, id: string): Promise<StandingRow> {
  const [row] = await db.rows<StandingRow>(Prisma.sql`
    WITH clock AS MATERIALIZED (SELECT moment() AS now)
    SELECT ${standingNow} FROM article WHERE article.id = ${id}::uuid`)
  if (!row) throw new Error('A working copy has no row')
  return row
}
