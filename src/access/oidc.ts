import { createRemoteJWKSet, customFetch, decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Caller } from '../http/caller.ts'
import { type Role, roles } from '../http/contract.ts'
import { limits } from '../http/limits.ts'
import { ProblemError } from '../http/problems.ts'
import { text } from '../http/schemas.ts'

export interface OidcSettings {
  /** As tokens say it in `iss`, to the letter. */
  issuer: string
  audience: string
  /** A claim, or a path to one such as `realm_access.roles`: a role or a list with roles in it. */
  roleClaim: string
}

/**
 * Signatures by a key pair (RFC 7518, 3.1; RFC 8037, 3.1; RFC 9864, 2.2), and none by a shared secret: the
 * issuer's public key must not pass for one (RFC 8725, 2.1 and 3.1).
 */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'],
  ...['EdDSA', 'Ed25519'],
]

/** How far two machines' clocks may be apart. */
const clockToleranceSeconds = 5

/**
 * Milliseconds. An issuer answers within the timeout or is taken to be down for a while, in which nobody
 * waits for it. Its keys are kept for ten minutes, so that one that it takes back is not trusted for longer;
 * a key that is not among them makes them be read again, but not more often than the cooldown lets strangers'
 * tokens do it.
 */
const durations = { timeout: 3000, down: 5000, keys: 600_000, cooldown: 15_000 }

/** OpenID Connect Core 1.0, 2 (`sub`). */
const maxSubjectLength = 255

const Claims = z.object({
  sub: text(maxSubjectLength),
  name: text(limits.name).optional().catch(undefined),
  preferred_username: text(limits.name).optional().catch(undefined),
})

/**
 * Reads the tokens (JWTs) of one issuer: who it is that they speak of, or null where they are not valid.
 * Throws `forbidden` where the role claim names no role, `unavailable` where the issuer's keys cannot be had.
 */
export function readTokensOf(settings: OidcSettings): (token: string) => Promise<Caller | null> {
  const { issuer, audience, roleClaim } = settings
  const keys = keysOf(issuer)
  const rules = {
    ...{ issuer, audience, algorithms, requiredClaims: ['sub', 'exp'] },
    clockTolerance: clockToleranceSeconds,
  }
  return async (token) => {
    // Before the issuer is asked: what is not its token must not make us wait for it.
    if (!claimsToBeFrom(issuer, token)) return null
    try {
      const { payload } = await jwtVerify(token, keys, rules)
      return callerOf(payload, roleClaim)
    } catch (error) {
      if (error instanceof ProblemError) throw error
      if (error instanceof errors.JOSEError && tokenFaults.has(error.code)) return null
      throw issuerUnavailable(error)
    }
  }
}

/** Errors of jose that are the token's fault; all others are the issuer's. */
const tokenFaults: ReadonlySet<string> = new Set([
  errors.JWTExpired.code,
  errors.JWTClaimValidationFailed.code,
  errors.JWTInvalid.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSNoMatchingKey.code,
  errors.JWKSMultipleMatchingKeys.code,
])

function claimsToBeFrom(issuer: string, token: string): boolean {
  try {
    return decodeJwt(token).iss === issuer
  } catch {
    return false
  }
}

function callerOf(payload: Record<string, unknown>, roleClaim: string): Caller | null {
  const { data: claims } = Claims.safeParse(payload)
  if (!claims) return null
  const role = roleIn(payload, roleClaim)
  if (!role) throw new ProblemError('forbidden', `The token’s claim ${roleClaim} names no role of Copydesk.`)
  const { sub, name = claims.preferred_username ?? sub } = claims
  return { actor: `oidc:${sub}`, name, role, authorId: null }
}

/** The highest of the roles that a claim names. */
function roleIn(payload: Record<string, unknown>, roleClaim: string): Role | undefined {
  const named = [claimAt(payload, roleClaim)].flat()
  return roles.findLast((role) => named.includes(role))
}

/** A claim's own name may have dots in it (`https://news.example/role`), so it goes before the path. */
function claimAt(payload: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path]
  return path.split('.').reduce<unknown>((inner, name) => {
    const isInside = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
    return isInside ? (inner as Record<string, unknown>)[name] : undefined
  }, payload)
}

/** The issuer's keys, found and read when the first token comes. */
function keysOf(issuer: string): JWTVerifyGetKey {
  const fetchFromIssuer = fetchUnlessDown()
  const discover = async () =>
    createRemoteJWKSet(await discoverKeys(issuer, fetchFromIssuer), {
      timeoutDuration: durations.timeout,
      cacheMaxAge: durations.keys,
      cooldownDuration: durations.cooldown,
      [customFetch]: fetchFromIssuer,
    })
  let discovered: Promise<JWTVerifyGetKey> | undefined
  return async (header, token) => {
    discovered ??= discover().catch((error) => {
      discovered = undefined
      throw error
    })
    const findKey = await discovered
    return findKey(header, token)
  }
}

/** OpenID Connect Discovery 1.0, 4: where the keys are. The document must be the issuer's own (4.3). */
async function discoverKeys(issuer: string, fetchFromIssuer: typeof fetch): Promise<URL> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const signal = AbortSignal.timeout(durations.timeout)
  const response = await fetchFromIssuer(url, { signal, redirect: 'error' })
  const protocol = new URL(issuer).protocol === 'https:' ? /^https$/ : /^https?$/
  const Configuration = z.object({ issuer: z.literal(issuer), jwks_uri: z.url({ protocol }) })
  return new URL(Configuration.parse(await response.json()).jwks_uri)
}

/** A `fetch` that succeeds with a 200 or fails, and after a failure goes on to fail at once for a while. */
function fetchUnlessDown(): typeof fetch {
  let downUntil = 0
  return async (...request) => {
    if (performance.now() < downUntil) throw new Error('the issuer did not answer a moment ago')
    try {
      const response = await fetch(...request)
      if (response.status !== 200) throw new Error(`the issuer answered ${response.status}`)
      return response
    } catch (error) {
      downUntil = performance.now() + durations.down
      throw error
    }
  }
}

/** The cause is for the log. */
function issuerUnavailable(cause: unknown): ProblemError {
  const detail = 'The issuer of the token cannot be asked for its keys. Try again, or use an API key.'
  return Object.assign(new ProblemError('unavailable', detail), { cause })
}
