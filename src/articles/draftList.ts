import { setImmediate } from 'node:timers/promises'
import { Prisma, type Reader } from '../database/client.ts'
import type { PageOf } from '../http/schemas.ts'
import { sortableOf } from '../query/field.ts'
import type { Filter } from '../query/filter.ts'
import { conditionOfFilter } from '../query/filterSql.ts'
import { currentMoment, pageMoment } from '../query/moments.ts'
import { readPage } from '../query/page.ts'
import { filtersOf } from '../query/parameters.ts'
import { orderOf } from '../query/sort.ts'
import {
  contentColumns,
  type DraftRow,
  ownColumns,
  sectionOutlines,
  standingColumns,
} from './draftColumns.ts'
import { draftFields } from './draftFields.ts'
import { type ArticleWorkingCopy, alwaysListed, draftIncludes } from './draftSchema.ts'
import { draftRows, type Facets, readFacets } from './facets.ts'
import type { ArticleQuery } from './querySchema.ts'
import { isInAny } from './states.ts'
import { refuseForDrafts } from './versions.ts'
import { type DraftFieldName, draftFieldNames, partsOf, presentFields, selectOfDraft } from './workingCopy.ts'

type DraftList = PageOf<Partial<ArticleWorkingCopy>> & { facets?: Facets }

const draftSorts = sortableOf(draftFields)

/** Working copies that are not in the trash, changed last first; of each is read what is asked for. */
export async function listWorkingCopies(reader: Reader, query: ArticleQuery): Promise<DraftList> {
  refuseForDrafts(query)
  const { limit, cursor, offset, count, state, format, fields, facets, sort = ['-updatedAt'] } = query
  const order = orderOf(draftSorts, sort, { column: Prisma.sql`article.id`, type: 'uuid' })
  const filters = draftFiltersOf(query)
  const names = namesIn(query)
  const from = Prisma.sql`article`
  const { rows, page, conditions } = await readPage<DraftRow>(
    reader,
    { limit, cursor, offset, count, order, boundTo: ['drafts', sort, state, filters] },
    {
      columns: columnsFor(names, fields),
      from,
      row: Prisma.sql`article`,
      where: () => [
        Prisma.sql`article.trashed_at IS NULL`,
        ...(state ? [isInAny(state, currentMoment)] : []),
        ...filters.map((filter) => conditionOfFilter(draftFields, filter)),
      ],
      planning: 'planned for its values',
    },
  )
  const data: DraftList['data'] = []
  for (const row of rows) {
    const copy = presentFields(row, names, format)
    data.push(fields ? selectOfDraft(copy, fields) : copy)
    // Whoever asks for the words of a hundred long articles does not have everybody else wait until all are rendered.
    await setImmediate()
  }
  return {
    data,
    page,
    ...(facets && { facets: await readFacets(reader, facets, { from, conditions, rows: draftRows }) }),
  }
}

/** What of a working copy is shown, in its order: asking for a field asks for what it is in. */
function namesIn({ include, fields }: ArticleQuery): DraftFieldName[] {
  const asked: readonly string[] = fields
    ? ['id', 'etag', ...fields.map((field) => field.split('.', 1)[0] ?? field)]
    : [...alwaysListed, ...include.flatMap((name) => draftIncludes[name])]
  return draftFieldNames.filter((name) => asked.includes(name))
}

const partColumns = { ...contentColumns, ...standingColumns(pageMoment) }

function columnsFor(names: readonly DraftFieldName[], fields: readonly string[] | undefined): Prisma.Sql {
  const needsBodies =
    !fields || ['sections', 'sections.body', 'wordCount'].some((name) => fields.includes(name))
  const parts = needsBodies ? partColumns : { ...partColumns, sections: sectionOutlines }
  return Prisma.join([ownColumns, ...[...partsOf(names)].map((name) => parts[name])])
}

function draftFiltersOf(query: ArticleQuery): Filter[] {
  const { author, topic } = query
  return [
    ...filtersOf(query),
    ...(author ? [{ author: { in: author } }] : []),
    ...(topic ? [{ topic: { in: topic } }] : []),
  ]
}
