import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Redis } from 'ioredis'
import type { App } from './app.ts'
import { isByItself } from './caller.ts'
import { limits } from './limits.ts'
import { ProblemError } from './problems.ts'

/** Requests in a minute; 0 for no limit. */
export interface RateLimits {
  /** Of who has no valid key: readers, searches for what is not there. */
  perAddress: number
  perKey: number
  /** With keys that are not valid, from one address; more are not even looked at. */
  failedLogins: number
}

export interface Rates {
  /** Counts a request of a known caller. Throws `too-many-requests`. */
  countCaller(request: FastifyRequest, reply: FastifyReply, actor: string): Promise<void>
  countFailedLogin(request: FastifyRequest): Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance {
    rates: Rates
  }
}

/**
 * Counts what each caller asks for, by key where there is a valid one, else by address: unknown paths and refused keys,
 * too. What the shortcut answers is free: to count it would take longer than to answer it.
 *
 * With Redis the counts are those of all processes; while it is away, nobody is refused for their number.
 */
export async function limitRates(app: App, rates: RateLimits, redis: Redis | undefined): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    cache: limits.countedCallers,
    skipOnError: true,
    nameSpace: 'copydesk-rate:',
    ...(redis && { redis }),
  })
  const ofAddress = counter(app, 'address', rates.perAddress)
  const ofKey = counter(app, 'key', rates.perKey)
  const ofFailures = counter(app, 'failed-logins', rates.failedLogins)

  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.isProbe || !isByItself(request)) return
    if (isIdentified(request)) await ofFailures.refuseSpent(request, reply, addressOf(request))
    else await ofAddress.spend(request, reply, addressOf(request))
  })
  app.decorate('rates', {
    countCaller: (request, reply, actor) => ofKey.spend(request, reply, actor),
    countFailedLogin: (request) => ofFailures.count(request, addressOf(request)),
  })
}

/** One subscriber may have all of a /64 (RFC 6177, 2), so its addresses count as one. */
export function addressOf({ ip }: FastifyRequest): string {
  return normalizeIP(ip, 64)
}

/** Whether the guard will look at who sends it. */
function isIdentified({ is404, headers, routeOptions }: FastifyRequest): boolean {
  const { access } = routeOptions.config
  return !is404 && headers.authorization !== undefined && access !== undefined && access !== 'anyone'
}

interface Counter {
  count(request: FastifyRequest, name: string): Promise<void>
  /** Counts, and tells what is left. Throws `too-many-requests` when nothing is. */
  spend(request: FastifyRequest, reply: FastifyReply, name: string): Promise<void>
  /** The same without counting. */
  refuseSpent(request: FastifyRequest, reply: FastifyReply, name: string): Promise<void>
}

function counter(app: App, policy: string, max: number): Counter {
  const names = new WeakMap<FastifyRequest, string>()
  const timeWindow = limits.rateWindowSeconds * 1000
  const keyGenerator = (request: FastifyRequest) => `${policy}:${names.get(request)}`
  const limiter = max === 0 ? null : app.createRateLimit({ max, timeWindow, keyGenerator })

  const measure = async (request: FastifyRequest, name: string, increment: boolean) => {
    names.set(request, name)
    const measured = await limiter?.(request, { increment })
    // Where Redis gave no answer, there is no time either, and nothing to tell.
    return measured && !measured.isAllowed && measured.ttl > 0 ? measured : null
  }
  return {
    async count(request, name) {
      await measure(request, name, true)
    },
    async spend(request, reply, name) {
      const measured = await measure(request, name, true)
      if (!measured) return
      const { remaining, isExceeded, ttlInSeconds } = measured
      tell(reply, policy, { max, remaining, ttlInSeconds })
      if (isExceeded) throw refusal(ttlInSeconds)
    },
    async refuseSpent(request, reply, name) {
      const measured = await measure(request, name, false)
      if (!measured || measured.remaining > 0) return
      tell(reply, policy, { max, remaining: 0, ttlInSeconds: measured.ttlInSeconds })
      throw refusal(measured.ttlInSeconds)
    },
  }
}

interface Left {
  max: number
  remaining: number
  ttlInSeconds: number
}

/** draft-ietf-httpapi-ratelimit-headers-10, 3 and 4. */
function tell(reply: FastifyReply, policy: string, { max, remaining, ttlInSeconds }: Left): void {
  reply.header('ratelimit-policy', `"${policy}";q=${max};w=${limits.rateWindowSeconds}`)
  reply.header('ratelimit', `"${policy}";r=${remaining};t=${ttlInSeconds}`)
}

function refusal(seconds: number): ProblemError {
  const detail = `The limit is used up. It is whole again in ${seconds} seconds.`
  return new ProblemError('too-many-requests', detail, {}, { 'retry-after': String(seconds) })
}
