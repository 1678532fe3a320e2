import { isUtf8 } from 'node:buffer'
import type { FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { limits } from './limits.ts'
import { ProblemError } from './problems.ts'

/** The media types of a body: JSON, and the two kinds of patch (RFC 7396, RFC 6902). All else is refused with 415. */
const jsonTypes = ['application/json', 'application/merge-patch+json', 'application/json-patch+json']

export function readJsonBodies(app: App): void {
  app.removeAllContentTypeParsers()
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser(jsonTypes, { parseAs: 'buffer' }, (request, body, done) => {
    // Many clients name a media type on requests without a body; where one is needed, its schema says so.
    if (body.length === 0) return done(null, undefined)
    refuseCharset(request)
    if (!isUtf8(body as Buffer)) throw new ProblemError('invalid-json', 'The body is not in UTF-8.')
    const json = body.toString()
    if (nestsTooDeep(json))
      throw new ProblemError('invalid-json', `The body nests deeper than ${limits.jsonDepth} levels.`)
    parseJson(request, json, done)
  })
  app.addHook('preParsing', (request, _, payload, done) => {
    refuseCoding(request)
    done(null, payload)
  })
}

/** Fastify would parse a compressed body as if it were plain. */
function refuseCoding(request: FastifyRequest): void {
  const coding = request.headers['content-encoding']
  if (coding === undefined || coding.toLowerCase() === 'identity') return
  throw new ProblemError('unsupported-media-type', 'Send the body without a Content-Encoding.')
}

/** JSON is in UTF-8 (RFC 8259, 8.1); read as that, what is in another charset would be stored as other words. */
function refuseCharset({ headers }: FastifyRequest): void {
  for (const [, charset = ''] of headers['content-type']?.matchAll(/;\s*charset\s*=\s*"?([^;"\s]*)/gi) ?? [])
    if (!/^utf-?8$/i.test(charset))
      throw new ProblemError('unsupported-media-type', 'Send the body in UTF-8, not in another charset.')
}

/**
 * Strings and brackets. A string that is never closed goes to the end: without the last question mark, it would be sought
 * anew from each quote in it, for many minutes in a body of a mebibyte.
 */
const tokens = /"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs

/** Counts brackets outside of strings, before anything recurses over what they build. */
export function nestsTooDeep(json: string): boolean {
  let depth = 0
  for (const token of json.matchAll(tokens)) {
    if (token[0] === '[' || token[0] === '{') depth += 1
    else if (token[0] === ']' || token[0] === '}') depth -= 1
    if (depth > limits.jsonDepth) return true
  }
  return false
}
