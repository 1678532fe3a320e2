import { Prisma } from '../database/client.ts'
import { readMoment } from '../database/rowShape.ts'
import type { Services } from '../http/app.ts'
import type { Piece } from '../http/written.ts'
import { articleLinks, articleUrl } from '../publications/links.ts'
import type { BodyFormat } from '../publications/schema.ts'
import type { Section } from '../sections/schema.ts'
import type { Takeaway } from '../takeaways/schema.ts'
import { correctedAt, correctionsOf } from './corrected.ts'
import { type NameColumns, type NamesText, withoutDoubleAuthors, withoutDoubleTopics } from './names.ts'
import type { Article, ArticleInclude, ArticleListed, Correction } from './schema.ts'
import type { Highlight } from './searchSchema.ts'

/** What is compiled into a publication's `document`: the article but for what is joined or added at reading. */
export type CompiledDocument = Pick<
  Article,
  'language' | 'headline' | 'summary' | 'dateline' | 'canonicalUrl' | 'wordCount' | 'readingMinutes' | 'seo'
>

/** What tells an article from others, and where it is on the timeline. */
interface OwnRow {
  id: string
  slug: string
  revision: number
  firstPublishedAt: string
  publishedAt: string
  updatedAt: string
  correctedAt: string | null
}

export interface PublicationRow extends OwnRow {
  document: CompiledDocument
  byline: ArticleListed['byline'] | null
  topics: ArticleListed['topics'] | null
  sections?: Section[]
  takeaways?: Takeaway[]
  corrections?: Correction[] | null
}

/** The same row with its parts as JSON, as they come from the database: nobody has to take them apart to send them on. */
export interface PublicationText extends NamesText {
  /** An `OwnRow` as one text: each column of a row costs pg more than all that is done with it here. */
  own: string
  document: Buffer
  sections?: Buffer
  takeaways?: Buffer
  corrections?: Buffer | null
}

/** What a statement shows of the row `shown`. */
export interface Shape {
  include: readonly ArticleInclude[]
  format: BodyFormat
  names: NameColumns
}

/** The columns that make a `PublicationRow`. One statement reads all that is asked for. */
export function columnsFor(shape: Shape): Prisma.Sql {
  return Prisma.join([ownColumns, ...partsOf(shape)])
}

/** The columns that make a `PublicationText`, in a statement that leaves JSON as it comes (`StatementOptions`). */
export function textColumnsFor(shape: Shape): Prisma.Sql {
  const own = shape.include.includes('corrections') ? ownText : ownTextCorrected
  return Prisma.join([Prisma.sql`${own} AS own`, ...partsOf(shape)])
}

/** The columns of `publication` that both of them read (`ListStatement.carried`). */
export function carriedColumns({ include, format }: Shape): Prisma.Sql {
  const large = [
    ...(include.includes('sections') ? [sectionsColumn(format)] : []),
    ...(include.includes('takeaways') ? [Prisma.sql`shown.takeaways`] : []),
  ]
  return Prisma.join([
    Prisma.sql`shown.id, shown.article_id, shown.slug, shown.revision_number, shown.first_published_at, shown.published_at,
      shown.visible_from, shown.document`,
    ...large,
  ])
}

const ownColumns = Prisma.sql`shown.article_id AS id, shown.slug, shown.revision_number AS revision,
  shown.first_published_at AS "firstPublishedAt", shown.published_at AS "publishedAt", shown.visible_from AS "updatedAt",
  ${correctedAt} AS "correctedAt"`

/** Nothing of it holds the bar. */
const ownText = Prisma.sql`concat_ws('|', shown.article_id, shown.slug, shown.revision_number, shown.first_published_at,
  shown.published_at, shown.visible_from)`

/** Where the corrections do not come along, which say it. */
const ownTextCorrected = Prisma.sql`concat_ws('|', ${ownText}, ${correctedAt})`

export function readOwn({ own, corrections }: PublicationText): OwnRow {
  const [id = '', slug = '', revision, first = '', published = '', updated = '', corrected] = own.split('|')
  return {
    id,
    slug,
    revision: Number(revision),
    firstPublishedAt: readMoment(first),
    publishedAt: readMoment(published),
    updatedAt: readMoment(updated),
    correctedAt: corrected === undefined ? newestOf(corrections) : readMoment(corrected),
  }
}

/** Corrections come newest first. */
function newestOf(corrections: Buffer | null | undefined): string | null {
  const [newest] = JSON.parse(String(corrections ?? '[]')) as Correction[]
  return newest?.at ?? null
}

/** The JSON columns. */
function partsOf({ include, format, names }: Shape): Prisma.Sql[] {
  const parts = [
    Prisma.sql`shown.document`,
    Prisma.sql`${names.byline} AS byline`,
    Prisma.sql`${names.topics} AS topics`,
  ]
  if (include.includes('sections')) parts.push(Prisma.sql`${sectionsColumn(format)} AS sections`)
  if (include.includes('takeaways')) parts.push(Prisma.sql`shown.takeaways`)
  if (include.includes('corrections')) {
    parts.push(Prisma.sql`${correctionsOf(correctionsJson)} AS corrections`)
  }
  return parts
}

/** An article as pieces of JSON: what is JSON already goes out as it is. */
export function writeArticle(services: Services, row: PublicationText, highlight?: Highlight): Piece[] {
  const { document, byline, topics, sections, takeaways, corrections } = row
  const pieces: Piece[] = [
    writeOwn(services, readOwn(row)),
    ',"byline":',
    byline ?? '[]',
    ',"topics":',
    topics ?? '[]',
  ]
  if (sections !== undefined) pieces.push(',"sections":', sections)
  if (takeaways !== undefined) pieces.push(',"takeaways":', takeaways)
  if (corrections !== undefined) pieces.push(',"corrections":', corrections ?? '[]')
  if (highlight) pieces.push(',"highlight":', JSON.stringify(highlight))
  // An object too, which ends the article's.
  pieces.push(',', document.subarray(1))
  return pieces
}

/** The beginning of an article’s object. Ids, slugs, times and our own origin have nothing that JSON would write otherwise. */
function writeOwn(services: Services, own: OwnRow): string {
  const { id, slug, revision, firstPublishedAt, publishedAt, updatedAt } = own
  const correctedAt = own.correctedAt === null ? null : `"${own.correctedAt}"`
  const { self, sections, takeaways } = articleLinks(services, own)
  return `{"id":"${id}","slug":"${slug}","url":${JSON.stringify(articleUrl(services, own))},"revision":${revision},"firstPublishedAt":"${firstPublishedAt}","publishedAt":"${publishedAt}","updatedAt":"${updatedAt}","correctedAt":${correctedAt},"links":{"self":"${self}","sections":"${sections}","takeaways":"${takeaways}"}`
}

/** A row of `columnsFor` as the API shows it. */
export function presentArticle(services: Services, row: PublicationRow): ArticleListed {
  const { document, sections, takeaways, corrections } = row
  return {
    ...document,
    ...presentOwn(services, row),
    byline: withoutDoubleAuthors(row.byline ?? []),
    topics: withoutDoubleTopics(row.topics ?? []),
    ...(corrections !== undefined && { corrections: corrections ?? [] }),
    ...(sections && { sections }),
    ...(takeaways && { takeaways }),
  }
}

function presentOwn(services: Services, row: OwnRow) {
  const { id, slug, revision, firstPublishedAt, publishedAt, updatedAt, correctedAt } = row
  return {
    id,
    slug,
    url: articleUrl(services, row),
    revision,
    firstPublishedAt,
    publishedAt,
    updatedAt,
    correctedAt,
    links: articleLinks(services, row),
  }
}

export function sectionsColumn(format: BodyFormat): Prisma.Sql {
  const columns = {
    markdown: Prisma.sql`shown.sections_markdown`,
    html: Prisma.sql`shown.sections_html`,
    text: Prisma.sql`shown.sections_text`,
  }
  return columns[format]
}

const correctionsJson = Prisma.sql`json_agg(json_build_object('id', correction.id, 'kind', correction.kind,
  'note', correction.note, 'sectionId', correction.section_id, 'before', correction.text_before,
  'after', correction.text_after, 'at', iso_moment(begun.visible_from)) ORDER BY begun.visible_from DESC, correction.id DESC)`
