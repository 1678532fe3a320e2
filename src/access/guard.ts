import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Reader } from '../database/client.ts'
import { surroundingCaller } from '../events/transaction.ts'
import type { App } from '../http/app.ts'
import { type Caller, requireRole } from '../http/caller.ts'
import { ProblemError } from '../http/problems.ts'
import { type OidcSettings, readTokensOf } from './oidc.ts'
import { prefixOf } from './secret.ts'
import { findCaller } from './store.ts'

interface GuardSettings {
  database: Reader
  /** Whether what is published is read without a key. */
  isReadPublic: boolean
  oidc: OidcSettings | undefined
}

/**
 * Lets in who may call a route, by the access that it declares, before anything of the request is looked at:
 * `anyone` is never asked, `public` needs no key but a valid one where it is given, a role needs that role.
 * Says who it is in `request.caller`. What declares no access is left alone: pages that are not in the
 * document, and the answer to unknown URLs.
 */
export function guardRoutes(app: App, { database, isReadPublic, oidc }: GuardSettings): void {
  const findTokenCaller = oidc ? readTokensOf(oidc) : async () => null
  const publicRole = isReadPublic ? null : 'reader'

  const findCallerBy = (token: string) =>
    prefixOf(token) === null ? findTokenCaller(token) : findCaller(database, token)

  const identify = async (request: FastifyRequest, reply: FastifyReply): Promise<Caller> => {
    const token = readToken(request)
    const caller = token === null ? null : await findCallerBy(token)
    if (!caller) {
      await app.rates.countFailedLogin(request)
      throw unauthenticated(invalidToken)
    }
    await app.rates.countCaller(request, reply, caller.actor)
    return caller
  }

  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config
    if (access === undefined || access === 'anyone') return
    const isAnonymous = request.headers.authorization === undefined
    request.caller = surroundingCaller(request) ?? (isAnonymous ? null : await identify(request, reply))
    const role = access === 'public' ? publicRole : access
    if (role === null) return
    if (!request.caller) throw unauthenticated()
    requireRole(request, role)
    // What takes a role to see is for nobody else's eyes, and may be another thing in the next moment.
    reply.header('cache-control', access === 'public' ? 'private, no-cache' : 'private, no-store')
  })
}

/** RFC 6750, 3.1: told to who gave a token, and to nobody else. */
const invalidToken = { 'www-authenticate': 'Bearer realm="copydesk", error="invalid_token"' }

/** The same words whatever is wrong with a key: they must not help to guess one. */
function unauthenticated(headers: Record<string, string> = {}): ProblemError {
  const detail = 'Send Authorization: Bearer <key> with a key that is known, not expired and not revoked.'
  return new ProblemError('unauthenticated', detail, {}, headers)
}

/** RFC 6750, 2.1; the name of a scheme is case-insensitive (RFC 9110, 11.1). */
const bearerCredentials = /^bearer +([\w.~+/-]+=*)$/i

/** Null for anything but one token. */
function readToken({ headers, raw }: FastifyRequest): string | null {
  if (countHeaders(raw.rawHeaders, 'authorization') > 1) return null
  return bearerCredentials.exec(headers.authorization ?? '')?.[1] ?? null
}

/** Node keeps the first of several, and what stands before us may have looked at another. */
function countHeaders(rawHeaders: readonly string[], name: string): number {
  return rawHeaders.filter((given, index) => index % 2 === 0 && given.toLowerCase() === name).length
}
