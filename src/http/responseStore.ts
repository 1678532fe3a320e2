import { LRUCache } from 'lru-cache'

/** A finished answer (RFC 9111, 1.1: a stored response). */
export interface StoredResponse {
  /**
   * Names and values in turn, the form that Node writes fastest: all but those that go with the body, the ETag and what every
   * sending decides.
   */
  headers: readonly string[]
  /** Those that a 304 leaves out, the length first. */
  bodyHeaders: readonly string[]
  etag: string
  lastModified: string | undefined
  body: Buffer
  /** Names of all that it shows. */
  tags: readonly string[]
  /** When it stops to be true, and what shared caches are told of that, on the clock of `performance.now()`; none: Infinity. */
  expiresAt: number
  toldExpiry: number
  /** Given because there was nothing better: nobody knows whether it is still true. */
  isOld?: true
}

/** Finished answers by key, in a bounded space, each dropped when one of its tags is. */
export interface ResponseStore {
  find(key: string): StoredResponse | undefined
  /**
   * The answer of that key, made by `make` unless it is there; whoever asks while it is made gets the same. It is kept unless
   * a tag of it was dropped meanwhile: it may have been read before that change. A `make` that gives null keeps nothing.
   *
   * When `make` fails and `mayBeOld` says that old is better than nothing, an answer that was kept is given (RFC 5861, 4):
   * never one past its expiry, nor one of longer ago than `maxOldMs`. One request in a second asks whether `make` still
   * fails; the others are given what is old at once.
   */
  findOrMake(key: string, make: () => Promise<StoredResponse>): Promise<StoredResponse>
  drop(tags: Iterable<string>): void
  /** Drops everything. */
  clear(): void
  /** While it is not trusted nothing is found, but old answers stay for when `make` fails. Trusted again, it begins empty. */
  trust(isTrusted: boolean): void
}

/** One answer while it is made. */
interface Making {
  answer?: Promise<StoredResponse>
  droppedTags: Set<string>
  isAllDropped: boolean
}

/**
 * What an entry takes beside its body, bytes: key, headers, tags and their places in maps, and what lies free between bodies or
 * waits to be collected (measured: with it, a full cache makes the process larger by its budget and up to a seventh of that).
 */
const entryOverheadBytes = 8000

/** Keys that are remembered because what is full did not take their answers. */
const maxPassedOver = 4096

/** Milliseconds for which `make` counts as failing after it failed. */
const failingMs = 1000

function sizeOf({ body }: StoredResponse): number {
  return body.length + entryOverheadBytes
}

/**
 * At most `maxBytes` in all; an answer that takes more than a sixteenth of it is not kept. With no space at all, everybody
 * gets an answer of their own.
 */
export function createResponseStore(
  maxBytes: number,
  mayBeOld: (error: unknown) => boolean,
  maxOldMs: number,
): ResponseStore {
  let isTrusted = true
  let trustedUntil = Number.POSITIVE_INFINITY
  let failingUntil = 0
  const keysByTag = new Map<string, Set<string>>()
  const making = new Map<string, Making>()
  const unfinished = new Set<Making>()
  const entries = new LRUCache<string, StoredResponse>({
    // Zero would be no bound at all; of a byte, nothing fits.
    maxSize: Math.max(maxBytes, 1),
    maxEntrySize: Math.max(Math.floor(maxBytes / 16), 1),
    sizeCalculation: sizeOf,
    dispose: ({ tags }, key) => {
      for (const tag of tags) {
        const keys = keysByTag.get(tag)
        keys?.delete(key)
        if (keys?.size === 0) keysByTag.delete(tag)
      }
    },
  })

  const passedOver = new LRUCache<string, true>({ max: maxPassedOver })

  /** What is full takes only what is asked for again soon: much is asked for once, and would push out what is wanted. */
  const isWorthIt = (key: string, answer: StoredResponse) => {
    if (entries.calculatedSize + sizeOf(answer) <= maxBytes || passedOver.delete(key)) return true
    passedOver.set(key, true)
    return false
  }

  const findUnexpired = (key: string) => {
    const found = entries.get(key)
    if (found === undefined || found.expiresAt > performance.now()) return found
    entries.delete(key)
    return undefined
  }

  const findOld = (key: string): StoredResponse | undefined => {
    const now = performance.now()
    const found = now < trustedUntil + maxOldMs ? findUnexpired(key) : undefined
    // Whoever keeps answers before us is told to ask anew.
    return found && { ...found, toldExpiry: now, isOld: true }
  }

  /** Nothing for the one who is to ask again whether `make` still fails. */
  const findInsteadOfAsking = (key: string): StoredResponse | undefined => {
    if (failingUntil === 0) return undefined
    const now = performance.now()
    if (now < failingUntil) return findOld(key)
    failingUntil = now + failingMs
    return undefined
  }

  const keep = (key: string, answer: StoredResponse, { droppedTags, isAllDropped }: Making) => {
    if (answer.isOld || answer.expiresAt <= performance.now()) return
    if (!isTrusted || isAllDropped || answer.tags.some((tag) => droppedTags.has(tag))) return
    if (!isWorthIt(key, answer)) return
    entries.set(key, answer)
    if (!entries.has(key)) return
    for (const tag of answer.tags) {
      const keys = keysByTag.get(tag)
      if (keys) keys.add(key)
      else keysByTag.set(tag, new Set([key]))
    }
  }

  const finish = async (key: string, make: () => Promise<StoredResponse>, current: Making) => {
    try {
      const answer = await make()
      if (!answer.isOld) failingUntil = 0
      keep(key, answer, current)
      return answer
    } catch (error) {
      if (!mayBeOld(error)) throw error
      if (!isTrusted) failingUntil = performance.now() + failingMs
      const old = findOld(key)
      if (old) return old
      throw error
    } finally {
      unfinished.delete(current)
      if (making.get(key) === current) making.delete(key)
    }
  }

  return {
    find: (key) => (isTrusted ? findUnexpired(key) : undefined),

    async findOrMake(key, make) {
      if (maxBytes === 0) return make()
      const found = isTrusted ? findUnexpired(key) : findInsteadOfAsking(key)
      if (found) return found
      const underWay = making.get(key)?.answer
      if (underWay) {
        const answer = await underWay
        return answer.expiresAt > performance.now() ? answer : this.findOrMake(key, make)
      }
      const current: Making = { droppedTags: new Set(), isAllDropped: false }
      unfinished.add(current)
      making.set(key, current)
      current.answer = finish(key, make, current)
      return current.answer
    },

    drop(tags) {
      const dropped = [...tags]
      if (dropped.length === 0) return
      for (const tag of dropped) for (const key of keysByTag.get(tag) ?? []) entries.delete(key)
      for (const one of unfinished) for (const tag of dropped) one.droppedTags.add(tag)
      // Who asks from now on must see the change, so nobody joins what began before it.
      making.clear()
    },

    clear() {
      entries.clear()
      for (const one of unfinished) one.isAllDropped = true
      making.clear()
    },

    trust(nowTrusted) {
      if (nowTrusted === isTrusted) return
      if (nowTrusted) this.clear()
      isTrusted = nowTrusted
      trustedUntil = nowTrusted ? Number.POSITIVE_INFINITY : performance.now()
      failingUntil = 0
    },
  }
}
