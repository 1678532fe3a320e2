import type { FastifyRequest } from 'fastify'
import { limits } from '../http/limits.ts'
import { ProblemError } from '../http/problems.ts'
import { addressOf } from '../http/rates.ts'

/** Lets so many follow the log at a time, and of one key or address only a part of them. */
export interface Admission {
  /** Counts one in until the function that comes back is called. Throws `too-many-requests`. */
  enter(request: FastifyRequest): () => void
}

export function openAdmission(): Admission {
  const counts = new Map<string, number>()
  let total = 0
  return {
    enter(request) {
      const { caller, server } = request
      const name = caller ? caller.actor : `address:${addressOf(request)}`
      const most = caller ? limits.followersOfOneKey : limits.followersOfOneAddress
      const count = counts.get(name) ?? 0
      if (count >= most)
        throw refusal(`At most ${most} requests may follow the log at a time from one place.`)
      if (total >= limits.followers) throw refusal('Too many follow the log at the moment.')
      counts.set(name, count + 1)
      total += 1
      server.setAside(request)
      return () => {
        total -= 1
        const left = (counts.get(name) ?? 1) - 1
        if (left === 0) counts.delete(name)
        else counts.set(name, left)
      }
    },
  }
}

/** Seconds: a stream of another caller may end meanwhile. */
const retryAfter = '5'

function refusal(detail: string): ProblemError {
  return new ProblemError('too-many-requests', detail, {}, { 'retry-after': retryAfter })
}
