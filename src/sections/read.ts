import { Prisma } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { notFound } from '../http/problems.ts'
import type { PageOf } from '../http/schemas.ts'
import { type ArticleRow, articleReference, articleReferenceColumns } from '../publications/reference.ts'
import type { BodyFormat } from '../publications/schema.ts'
import { lastBoundary, matching, visibleAt } from '../publications/visible.ts'
import { select } from '../query/fields.ts'
import { readPage } from '../query/page.ts'
import { orderOf } from '../query/sort.ts'
import { type Section, type SectionOfArticle, type SectionQuery, sectionSorts } from './schema.ts'

/** Public sections across all articles, newest article first, in the order of the article. */
export async function listSections(
  services: Services,
  query: SectionQuery,
): Promise<PageOf<Partial<SectionOfArticle>>> {
  const { limit, cursor, fields, format, sort = ['-publishedAt'], kind, ...filter } = query
  const order = [
    ...orderOf(sectionSorts, sort, { column: Prisma.sql`shown.article_id`, type: 'uuid' }),
    { column: Prisma.sql`shown.position`, type: 'int', isDescending: false } as const,
  ]
  const request = { limit, cursor, order, boundTo: ['sections', sort, kind, filter] }
  const { rows, page } = await readPage<SectionRow>(services.database, request, {
    columns: columns(format),
    from: shownSections,
    readAt: lastBoundary,
    where: (at) => [
      visibleAt(at),
      ...(kind ? [Prisma.sql`shown.kind = ${kind}`] : []),
      ...matching(filter, Prisma.sql`shown.publication_id`),
    ],
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
