import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { ProblemError } from './problems.ts'

/** Gives every answer to a GET its strong ETag, and answers 304 to who has it already (RFC 9110, 8.8.3 and 13.1). */
export function answerConditionally(app: App): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode === 304) removeBodyHeaders(reply)
    if (!isRead(request) || reply.statusCode !== 200 || typeof payload !== 'string')
      return done(null, payload)
    const etag = String(reply.getHeader('etag') ?? contentTag(payload))
    reply.header('etag', etag)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', revalidated)
    if (!isUnchanged(request.headers, etag, reply.getHeader('last-modified'))) return done(null, payload)
    removeBodyHeaders(reply.code(304))
    // Fastify empties the answer to a HEAD by itself, and stumbles over an empty one.
    done(null, request.method === 'HEAD' ? payload : null)
  })
}

/** What whoever has an answer has of it already, and a 304 leaves out (RFC 9110, 15.4.5). */
export const bodyHeaders: readonly string[] = ['content-type', 'content-length', 'last-modified', 'link']

/** Fastify gives a type to whatever is sent, to the body that it then takes off the answer to a HEAD too. */
function removeBodyHeaders(reply: FastifyReply): void {
  for (const name of bodyHeaders) reply.removeHeader(name)
}

/**
 * What is public may be kept by anybody, but is asked for anew each time, so that no cache shows anything past a boundary of
 * the timeline (RFC 9111, 5.2.2).
 */
const revalidated = 'public, max-age=0, must-revalidate'

/** A strong ETag that is the same for the same bytes only. */
function contentTag(content: string): string {
  return `"${createHash('sha1').update(content).digest('base64url')}"`
}

/** Throws unless If-Match names the current ETag (RFC 9110, 13.1.1; RFC 6585, 3), or where another condition does not hold. */
export function requireMatch(request: FastifyRequest, etag: string): void {
  if (request.headers['if-match'] === undefined) {
    throw new ProblemError('precondition-required', 'Send If-Match with the etag of the draft that you read.')
  }
  heedConditions(request, etag)
}

/** Throws where a condition that was sent does not hold (RFC 9110, 13.2.2). The ETag is null of what is not there yet. */
export function heedConditions({ headers }: FastifyRequest, etag: string | null): void {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers
  if (ifMatch !== undefined && (etag === null || !isMatch(ifMatch, etag)))
    throw conditionFailed(etag === null ? 'It is not there.' : 'It was changed since you read it.', etag)
  if (ifNoneMatch !== undefined && etag !== null && isNamed(ifNoneMatch, etag))
    throw conditionFailed('It is there already.', etag)
}

function conditionFailed(message: string, etag: string | null) {
  const current = etag === null ? {} : { etag }
  return new ProblemError('precondition-failed', message, current, current)
}

/**
 * Whether a PUT is to create (`If-None-Match: *`) or to replace what its If-Match names, which `requireMatch` checks. Throws
 * `precondition-required` for a PUT that says neither.
 */
export function readPutCondition(request: FastifyRequest): 'create' | 'replace' {
  if (request.headers['if-none-match']?.trim() === '*') return 'create'
  if (request.headers['if-match'] !== undefined) return 'replace'
  throw new ProblemError('precondition-required', 'Send If-Match to replace, or If-None-Match: * to create.')
}

function isRead(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

/** If-None-Match decides; If-Modified-Since counts only without it (RFC 9110, 13.2.2). */
export function isUnchanged(headers: IncomingHttpHeaders, etag: string, lastModified: unknown): boolean {
  const ifNoneMatch = headers['if-none-match']
  if (ifNoneMatch !== undefined) return isNamed(ifNoneMatch, etag)
  const ifModifiedSince = headers['if-modified-since']
  if (ifModifiedSince === undefined) return false
  const since = Date.parse(ifModifiedSince)
  const modified = Date.parse(String(lastModified ?? ''))
  return modified <= since
}

/** Strong comparison (RFC 9110, 13.1.1). */
function isMatch(ifMatch: string, etag: string): boolean {
  return ifMatch.trim() === '*' || entityTags(ifMatch).includes(etag)
}

/** Weak comparison (RFC 9110, 13.1.2). */
function isNamed(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  return entityTags(ifNoneMatch).some((tag) => weakly(tag) === weakly(etag))
}

function entityTags(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? []
}

/** Weak comparison (RFC 9110, 8.8.3.2). */
function weakly(tag: string): string {
  return tag.startsWith('W/') ? tag.slice(2) : tag
}
