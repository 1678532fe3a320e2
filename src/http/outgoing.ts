import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Thrown for a host that requests of ours must not reach. */
export class ForbiddenHostError extends Error {
  override name = 'ForbiddenHostError'
}

export interface OutgoingAnswer {
  status: number
  /** The beginning of the body. */
  text: string
}

export interface OutgoingRequest {
  method: string
  headers: Record<string, string>
  body?: string
  timeoutMs: number
  signal?: AbortSignal
}

/** Sends requests to addresses that callers chose, and to nobody inside of our own network. */
export interface Outgoing {
  /** Throws `ForbiddenHostError` for a host that is or leads to a forbidden address; one that leads nowhere passes. */
  check(url: string): Promise<void>
  /** Follows no redirect, keeps no cookie, and reads a kilobyte of the answer. Throws what `check` throws. */
  send(url: string, outgoing: OutgoingRequest): Promise<OutgoingAnswer>
  close(): Promise<void>
}

/** Finds out where a name leads. */
export type LookUp = (host: string) => Promise<LookupAddress[]>

const lookUpAll: LookUp = (host) => lookup(host, { all: true })

/** Bytes of an answer that are read. */
const maxAnswerBytes = 1024

/** Milliseconds to find out, when a URL is first given, where it leads. */
const checkTimeoutMs = 3000

/** What is globally routable in IPv6 (RFC 4291, 2.4, as IANA allots it); all else embeds or is something special. */
const globalIpv6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Names are looked up once for a connection, and what was checked is what is connected to: a name that answers otherwise the
 * second time changes nothing. `allowed` are host names and addresses that are let through, for development.
 */
export function openOutgoing(allowed: readonly string[], lookUp = lookUpAll): Outgoing {
  const isAllowed = (host: string) => allowed.includes(host)

  const guardedLookup: LookupFunction = (hostname, options, callback) => {
    const connect = (addresses: LookupAddress[]) => {
      const isForbidden = !isAllowed(hostname) && addresses.some(({ address }) => !isPublic(address))
      if (isForbidden) return callback(new ForbiddenHostError(refusal), '', 0)
      const [first] = addresses as [LookupAddress, ...LookupAddress[]]
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    }
    lookUp(hostname).then(connect, (error) => callback(error, '', 0))
  }
  // Loaded when first something is sent: it takes 6 MiB and a twentieth of a second, and few newsrooms send anything.
  const open = async () => {
    const { Agent, request } = await import('undici')
    return { request, agent: new Agent({ connect: { lookup: guardedLookup }, maxResponseSize: 1024 * 1024 }) }
  }
  let opened: ReturnType<typeof open> | undefined

  /** The lookup is not called for literals (undici's documentation of Connector), so they are checked here. */
  const checkHost = (host: string) => {
    const isInside = isIP(host) > 0 ? !isPublic(host) : localName.test(host)
    if (isInside && !isAllowed(host)) throw new ForbiddenHostError(refusal)
  }

  return {
    async check(url) {
      const host = hostOf(url)
      checkHost(host)
      if (isIP(host) > 0 || isAllowed(host)) return
      const timeout = new Promise<LookupAddress[]>((resolve) =>
        setTimeout(resolve, checkTimeoutMs, []).unref(),
      )
      const addresses = await Promise.race([lookUp(host).catch(() => []), timeout])
      if (addresses.some(({ address }) => !isPublic(address))) throw new ForbiddenHostError(refusal)
    },

    async send(url, { method, headers, body, timeoutMs, signal }) {
      checkHost(hostOf(url))
      opened ??= open()
      const { request, agent } = await opened
      const limit = new AbortController()
      const stop = () => limit.abort()
      const timer = setTimeout(
        () => limit.abort(new DOMException('No answer in time', 'TimeoutError')),
        timeoutMs,
      )
      if (signal?.aborted) stop()
      // Not AbortSignal.any: on a signal that lives as long as the process it leaves something behind each time.
      signal?.addEventListener('abort', stop)
      try {
        const sending = { method, headers, body: body ?? null, dispatcher: agent, signal: limit.signal }
        const answer = await request(url, sending)
        return { status: answer.statusCode, text: await readBeginning(answer.body) }
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', stop)
      }
    },

    async close() {
      await (await opened)?.agent.destroy()
    },
  }
}

const refusal = 'The host is or leads to an address that is not public.'

/** RFC 6761, 6.3: always this machine, whether it can be looked up or not. */
const localName = /(?:^|\.)localhost\.?$/

/** Without the brackets of an IPv6 address. `URL` has written all odd forms of IPv4 as four numbers by then. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '')
}

/** Loopback, private, link-local, metadata and the like are not, nor is what maps or tunnels to them. */
function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(globalIpv6)
}

/** What came of it before it stalled or broke off: the status was said by then. */
async function readBeginning(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= maxAnswerBytes) break
    }
  } catch {
    // Whoever asked was answered.
  }
  return Buffer.concat(chunks).subarray(0, maxAnswerBytes).toString()
}
