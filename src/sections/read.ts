import { Prisma } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { notFound } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { momentShown } from '../publications/asOf.ts'
import { findNamed, namesAny } from '../publications/named.ts'
import { type ArticleRow, articleReference, articleReferenceColumns } from '../publications/reference.ts'
import type { BodyFormat } from '../publications/schema.ts'
import { picture, visibleAt, visibleOnPage } from '../publications/visible.ts'
import { sortableOf } from '../query/field.ts'
import { select } from '../query/fields.ts'
import { conditionOfFilter } from '../query/filterSql.ts'
import { readPage } from '../query/page.ts'
import { filtersOf } from '../query/parameters.ts'
import { orderOf } from '../query/sort.ts'
import { sectionFields } from './fields.ts'
import type { Section, SectionOfArticle, SectionQuery } from './schema.ts'

const sectionSorts = sortableOf(sectionFields)

/** Public sections across all articles, newest article first, in the order of the article. */
export async function listSections(
  services: Services,
  query: SectionQuery,
): Promise<PageOf<Partial<SectionOfArticle>>> {
  const { limit, cursor, offset, count, fields, format, sort = ['-publishedAt'], ...filter } = query
  const reader = services.database
  const asOf = filter.asOf === undefined ? undefined : await momentShown(reader, filter.asOf)
  const named = await findNamed(reader, filter)
  const order = [
    ...orderOf(sectionSorts, sort, { column: Prisma.sql`shown.article_id`, type: 'uuid' }),
    { column: Prisma.sql`shown.position`, type: 'int', isDescending: false } as const,
  ]
  const request = { limit, cursor, offset, count, order, boundTo: ['sections', sort, filter] }
  const { rows, page } = await readPage<SectionRow>(reader, request, {
    columns: columns(format),
    from: shownSections,
    where: (reading) => [
      visibleOnPage(reading),
      ...filtersOf(filter).map((one) => conditionOfFilter(sectionFields, one)),
      ...namesAny(named, Prisma.sql`shown.publication_id`),
    ],
    asOf,
    ...picture,
    planning: 'planned for its values',
  })
  const sections = rows.map((row) => present(services, row))
  return { data: fields ? sections.map((section) => select(section, fields)) : sections, page }
}

/** Throws `not-found` unless the section is in an article that is live at the moment. */
export async function getSection(
  services: Services,
  id: string,
  format: BodyFormat,
  at: Prisma.Sql,
): Promise<SectionOfArticle> {
  const [row] = await services.database.rows<SectionRow>(Prisma.sql`
    SELECT ${columns(format)} FROM ${shownSections}
    WHERE shown.section_id = ${id}::uuid AND ${visibleAt(at)}`)
  if (!row) throw notFound('section')
  return present(services, row)
}

interface SectionRow extends ArticleRow {
  section: Section
  position: number
}

const shownSections = Prisma.sql`published_section AS shown JOIN publication ON publication.id = shown.publication_id`

function columns(format: BodyFormat): Prisma.Sql {
  const bodies = {
    markdown: Prisma.sql`publication.sections_markdown`,
    html: Prisma.sql`publication.sections_html`,
    text: Prisma.sql`publication.sections_text`,
  }
  return Prisma.sql`${bodies[format]} -> shown.position AS section, shown.position, ${articleReferenceColumns}`
}

function present(services: Services, row: SectionRow): SectionOfArticle {
  return { ...row.section, position: row.position, article: articleReference(services, row) }
}
