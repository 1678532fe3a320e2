import type { FastifyRequest } from 'fastify'
import { Prisma, type Reader } from '../database/client.ts'
import type { Services } from '../http/app.ts'
import { invalidRequest } from '../http/problems.ts'
import { absenceOf, articleNamed } from '../publications/absence.ts'
import { momentShown } from '../publications/asOf.ts'
import { listTimeline } from '../publications/history.ts'
import { articleLinks } from '../publications/links.ts'
import { currentMoment } from '../query/moments.ts'
import { articleTypes } from './representations.ts'
import type { Article } from './schema.ts'

/*
 * Memento (RFC 7089): the URL of an article is its own TimeGate and answers 200 with the version that `Accept-Datetime` asks
 * for (4.1.2); with `asOf` it is a Memento.
 */

/** Which version of an article a request asks for. */
interface VersionAsked {
  key: string
  at: Prisma.Sql
  /** Null: the one that is public now. */
  by: 'asOf' | 'accept-datetime' | null
}

interface ArticleRequest {
  params: { article: string }
  query: { asOf?: string | undefined }
  headers: FastifyRequest['headers']
}

/** Throws `invalid-request` for a future `asOf`. With it, the answer is a Memento, and `Accept-Datetime` has no say. */
export async function versionAsked(
  reader: Reader,
  { params: { article: key }, query: { asOf }, headers }: ArticleRequest,
): Promise<VersionAsked> {
  const acceptDatetime = headers['accept-datetime']
  if (asOf !== undefined || acceptDatetime === undefined) {
    return { key, at: await momentShown(reader, asOf), by: asOf === undefined ? null : 'asOf' }
  }
  const { articleId, publicSince } = await chooseMemento(reader, key, String(acceptDatetime))
  return { key: articleId, at: Prisma.sql`${publicSince}::timestamptz`, by: 'accept-datetime' }
}

/** Where the other representations and versions of an article are (RFC 8288), and which version this one is. */
export function versionHeaders(
  services: Services,
  { by }: VersionAsked,
  article: Pick<Article, 'id' | 'updatedAt'>,
) {
  const { self } = articleLinks(services, article)
  const links = [
    `<${self}>; rel="original timegate"`,
    `<${self}/timemap>; rel="timemap"; type="application/link-format"`,
    // The URL that was asked for (RFC 3986, 4.4), whatever version it names.
    ...articleTypes.map((type) => `<>; rel="alternate"; type="${type}"`),
  ]
  return {
    link: links.join(', '),
    ...(by !== null && { 'memento-datetime': httpDate(article.updatedAt) }),
    ...(by === 'accept-datetime' && { 'content-location': mementoUrl(self, article.updatedAt) }),
  }
}

/**
 * The version that was the last to become public by a time, or the first one of all (RFC 7089, 4.5.3). Throws what
 * `absenceOf` finds where there is none.
 */
async function chooseMemento(reader: Reader, articleKey: string, acceptDatetime: string) {
  const at = Prisma.sql`${endOfSecond(acceptDatetime)}::timestamptz`
  const [memento] = await reader.rows<{ articleId: string; publicSince: string }>(Prisma.sql`
    WITH sought AS (${articleNamed(articleKey, at)})
    SELECT article_id AS "articleId", visible_from AS "publicSince" FROM publication JOIN sought USING (article_id)
    WHERE visible_from <= ${currentMoment}
    ORDER BY visible_from <= ${at} DESC, abs(extract(epoch FROM visible_from - ${at})) LIMIT 1`)
  if (!memento) throw await absenceOf(reader, articleKey)
  return memento
}

/** A header has no milliseconds: what became public within its second is meant too. */
function endOfSecond(acceptDatetime: string): string {
  const time = Date.parse(acceptDatetime)
  const text = acceptDatetime.trim()
  // RFC 9110, 5.6.7: all of one length, so that no year has five digits.
  const isHttpDate = text.length === 29 && !Number.isNaN(time) && new Date(time).toUTCString() === text
  if (isHttpDate) return new Date(time + 999).toISOString()
  const message = 'Must be a time such as Mon, 23 Nov 2026 08:00:00 GMT.'
  throw invalidRequest({ parameter: 'accept-datetime', code: 'wrong-format', message })
}

/** All versions of an article that were public, as `application/link-format` (RFC 7089, 5). */
export async function articleTimemap(services: Services, article: Article): Promise<string> {
  const { self } = articleLinks(services, article)
  const times = (await listTimeline(services.database, article.id, 'begun'))
    .map(({ visibleFrom }) => visibleFrom)
    .reverse()
  const relation = (index: number) =>
    [...(index === 0 ? ['first'] : []), ...(index === times.length - 1 ? ['last'] : []), 'memento'].join(' ')
  return [
    `<${self}>; rel="original timegate"`,
    `<${self}/timemap>; rel="self"; type="application/link-format"`,
    ...times.map(
      (at, index) => `<${mementoUrl(self, at)}>; rel="${relation(index)}"; datetime="${httpDate(at)}"`,
    ),
  ].join(',\n')
}

function mementoUrl(self: string, at: string): string {
  return `${self}?asOf=${at}`
}

function httpDate(moment: string): string {
  return new Date(moment).toUTCString()
}
