import type { Outgoing } from '../http/outgoing.ts'

/** Tells a cache before us to forget what carries any of these tags. Throws where it did not take that. */
export type Purger = (tags: readonly string[]) => Promise<void>

export interface PurgeSettings {
  /** Where the caches are told; each of them is. */
  urls: readonly string[]
  method: 'varnish-xkey' | 'varnish-ban' | 'http'
  /** Sent as `Authorization: Bearer`. */
  token: string | undefined
}

/** Milliseconds; a cache is near, and until it answers the cursor's transaction is open. */
const timeoutMs = 3000

/** Tags in one request: a header may have 8 KiB in most servers. */
const maxTags = 100

interface PurgeRequest {
  method: string
  headers: Record<string, string>
  body?: string
}

/** How each kind of cache is asked. */
const requests: Record<PurgeSettings['method'], (tags: readonly string[]) => PurgeRequest> = {
  // vmod_xkey of varnish-modules takes several keys with spaces between them.
  'varnish-xkey': (tags) => ({ method: 'PURGE', headers: { 'xkey-purge': tags.join(' ') } }),
  // Tags are letters, digits, hyphens and colons, of which none means anything in a regular expression outside of brackets.
  // A blank would end the expression: Varnish takes a ban apart at them.
  'varnish-ban': (tags) => ({
    method: 'BAN',
    headers: { 'x-cache-tags': `(^|\\s)(${tags.join('|')})(\\s|$)` },
  }),
  http: (tags) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tags }),
  }),
}

export function createPurger({ urls, method, token }: PurgeSettings, outgoing: Outgoing): Purger {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const purgeSome = async (tags: readonly string[]) => {
    const request = requests[method](tags)
    const headers = { ...request.headers, ...authorization }
    await Promise.all(
      urls.map(async (url) => {
        const { status } = await outgoing.send(url, { ...request, headers, timeoutMs })
        if (status >= 300) throw new Error(`A cache answered ${status} to a purge.`)
      }),
    )
  }
  return async (tags) => {
    for (let start = 0; start < tags.length; start += maxTags) {
      await purgeSome(tags.slice(start, start + maxTags))
    }
  }
}
