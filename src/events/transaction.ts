import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { Database } from '../database/client.ts'
import { databaseFault } from '../database/faults.ts'
import type { App } from '../http/app.ts'
import { type Caller, isByItself, requireRole } from '../http/caller.ts'
import { isWriting } from '../http/contract.ts'
import { type Preferences, readPreferences } from '../http/prefer.ts'
import { ProblemError } from '../http/problems.ts'
import { newId } from '../lib/ids.ts'
import { findAnswer, type KeptAnswer, keepAnswer, lockKey, readIdempotencyKey } from './idempotency.ts'
import { type Change, checkConstraints, recordEvents } from './record.ts'
import { tagsOf } from './tags.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The change that a writing request makes; everything it does goes through its transaction. */
    change: Change
  }
}

/** What a batch shares with the requests in it: one change for all, and who makes it. */
interface Surroundings {
  change: Change
  caller: Caller
}

/** By the name that the requests of a batch carry in this header. Nobody carries one over a network. */
const underWay = new Map<string, Surroundings>()
const nameHeader = 'copydesk-batch'

/**
 * Lets requests that carry these headers be part of a change that is already under way: nothing is kept until all of them
 * are done.
 */
export async function withinChange<Result>(
  surroundings: Surroundings,
  work: (headers: Record<string, string>) => Promise<Result>,
): Promise<Result> {
  const name = newId()
  underWay.set(name, surroundings)
  try {
    return await work({ [nameHeader]: name })
  } finally {
    underWay.delete(name)
  }
}

function surroundingsOf(request: FastifyRequest): Surroundings | undefined {
  return isByItself(request) ? undefined : underWay.get(String(request.headers[nameHeader]))
}

/**
 * Who makes the change that a request is part of; null for one that came by itself. Looking the key up again would take a
 * second connection while the first is held, and many batches would wait for each other.
 */
export function surroundingCaller(request: FastifyRequest): Caller | null {
  return surroundingsOf(request)?.caller ?? null
}

/**
 * Gives every writing request one transaction: the change, its events and the answer kept for its Idempotency-Key commit
 * together or not at all, and nothing is sent before the commit.
 */
export function writeInTransactions(app: App, database: Database, tellCaches = tellNobody): void {
  app.decorateRequest('change')
  app.addHook('onRoute', (route) => {
    if (!isWriting(route)) return
    const work = route.handler
    route.handler = function (request, reply) {
      return answerWriting({ database, tellCaches }, request, reply, () => work.call(this, request, reply))
    }
  })
}

/** Tells caches before us which tags a change drops. Never fails, and takes no longer than a caller may be kept waiting. */
export type TellCaches = (tags: readonly string[]) => Promise<void>

const tellNobody: TellCaches = async () => {}

async function answerWriting(
  { database, tellCaches }: { database: Database; tellCaches: TellCaches },
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => ReturnType<RouteHandlerMethod>,
): Promise<FastifyReply> {
  const surroundings = surroundingsOf(request)
  if (surroundings) return answerWithin(surroundings.change, request, reply, work)

  const { actor } = requireRole(request, 'reader')
  const preferences = readPreferences(request)
  // A secret that is not in the answer is nowhere; what a caller prefers may be passed over (RFC 7240, 2).
  if (request.routeOptions.config.isSecret) preferences.isMinimal = false
  const idempotencyKey = readIdempotencyKey(request)
  const dryRun: { answer?: KeptAnswer } = {}
  let made: Change | undefined
  try {
    const answer = await database.transaction(async (db) => {
      if (idempotencyKey) {
        await lockKey(db, actor, idempotencyKey)
        const kept = await findAnswer(db, actor, idempotencyKey)
        if (kept) return kept
      }
      const change: Change = { db, actor, events: [] }
      made = change
      const written = applyPreferences(preferences, await perform(change, request, reply, work))
      if (preferences.isDryRun) {
        await checkConstraints(db)
        dryRun.answer = written
        throw new DryRun()
      }
      if (idempotencyKey) await keepAnswer(db, actor, idempotencyKey, written)
      await recordEvents(change)
      return written
    })
    // Other processes hear of it from the database; whoever wrote it must not read what was before it here.
    const tags = made?.events.flatMap(tagsOf) ?? []
    request.server.responses.drop(tags)
    await tellCaches([...new Set(tags)])
    return send(reply, answer)
  } catch (error) {
    if (error instanceof DryRun && dryRun.answer) return send(reply, dryRun.answer)
    throw error
  }
}

const aloneWithSecret = 'This answers a secret, which is kept nowhere: send it as a request of its own.'

async function answerWithin(
  change: Change,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => ReturnType<RouteHandlerMethod>,
): Promise<FastifyReply> {
  if (request.routeOptions.config.isSecret) throw new ProblemError('conflict', aloneWithSecret)
  try {
    return send(reply, await perform(change, request, reply, work))
  } catch (error) {
    // Only the whole transaction can be tried again, so whoever opened it has to know.
    if (databaseFault(error)?.kind === 'retry') change.fault = error
    throw error
  }
}

/** Takes the transaction back, and is no failure. */
class DryRun extends Error {}

/** Runs the handler and writes its answer down as bytes, so that it is known to be serialisable before the commit. */
async function perform(
  change: Change,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => ReturnType<RouteHandlerMethod>,
): Promise<KeptAnswer> {
  request.change = change
  const payload = await work()
  const body = payload === undefined || payload === null ? '' : String(reply.serialize(payload))
  return { status: reply.statusCode, headers: keptHeaders(reply), body }
}

function keptHeaders(reply: FastifyReply): Record<string, string> {
  const names = ['etag', 'location', 'preference-applied']
  const present = names
    .map((name) => [name, reply.getHeader(name)] as const)
    .filter(([, value]) => value !== undefined)
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]))
}

function applyPreferences({ isDryRun, isMinimal }: Preferences, made: KeptAnswer): KeptAnswer {
  const applied = [...(isDryRun ? ['tx=rollback'] : []), ...(isMinimal ? ['return=minimal'] : [])]
  if (applied.length === 0) return made
  const headers = { ...made.headers, 'preference-applied': applied.join(', ') }
  if (isMinimal || made.body === '') return { status: 204, headers, body: '' }
  return { ...made, status: 200, headers }
}

function send(reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply {
  reply.code(status).headers(headers).header('cache-control', 'private, no-store')
  return body === '' ? reply.send() : reply.type('application/json; charset=utf-8').send(body)
}
