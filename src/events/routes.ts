import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App, Services } from '../http/app.ts'
import { tags } from '../http/contract.ts'
import { invalidRequest } from '../http/problems.ts'
import { type Admission, openAdmission } from './admission.ts'
import { cloudEventOf, sequenceOf } from './cloudEvent.ts'
import { type Follower, follow, waitForEvents } from './follow.ts'
import { type EventFilter, readEnd } from './log.ts'
import { ChangePage, ChangeQuery, Sequence } from './schema.ts'
import { eventFrame, heartbeatFrame, openingFrame } from './stream.ts'
import { openTail, type Tail } from './tail.ts'
import { typesOf } from './types.ts'

const eventStream = 'text/event-stream'

export interface FeedOptions {
  /** Milliseconds of silence after which a stream says that it is alive. */
  heartbeatMs: number
}

/** A stream ends after this long and is opened again: what lets a caller in may have ended without an event. */
const maxStreamMs = 15 * 60_000

interface Feed extends Services, FeedOptions {
  tail: Tail
  admission: Admission
}

export function changeRoutes(app: App, services: Services, options: FeedOptions): void {
  const tail = openTail(services.database, services.listener)
  const feed: Feed = { ...services, ...options, tail, admission: openAdmission() }
  app.addHook('onClose', async () => tail.close())

  app.get('/changes', {
    config: {
      access: 'public',
      produces: ['application/json', eventStream],
      headers: ['X-Accel-Buffering'],
      example: { url: '/v1/changes?types=article.*&limit=2' },
    },
    schema: {
      operationId: 'listChanges',
      tags: [tags.events],
      summary: 'Follow the event log',
      description:
        'Every change is one event, in the order of commits and without gaps: who goes on after the cursor of the last answer misses nothing. Nobody without a key is told of more than what readers could see: published, unpublished, corrected, withdrawn. With `wait` it is a long poll. With `Accept: text/event-stream` it is a stream of server-sent events, whose ids `Last-Event-ID` takes.',
      querystring: ChangeQuery,
      headers: z.looseObject({
        'last-event-id': Sequence.optional().describe('A stream goes on after this event.'),
      }),
      response: {
        200: {
          description: 'Events, oldest first.',
          content: {
            'application/json': { schema: ChangePage },
            [eventStream]: { schema: z.string() },
          },
        },
      },
    },
    handler: async (request, reply) => {
      // What one caller is told is not for the next, and asking again must reach us.
      reply.header('cache-control', request.caller ? 'private, no-store' : 'no-store')
      const isStream = request.answerType === eventStream
      const { query, headers } = request
      const given = isStream ? (headers['last-event-id'] ?? query.after ?? 'latest') : (query.after ?? '0')
      const filter = filterOf(request)
      const after = await placeOf(feed, filter, given, isStream ? 'last-event-id' : 'after')
      if (!isStream) return pollChanges(feed, request, reply, filter, after)
      reply.type(eventStream).header('x-accel-buffering', 'no')
      if (request.method === 'HEAD') return ''
      // A reply with a schema has no type for a stream.
      return (reply as FastifyReply).send(streamChanges(feed, request, reply, filter, after))
    },
  })
}

type ChangeRequest = FastifyRequest & { query: ChangeQuery }

function filterOf({ caller, query }: ChangeRequest): EventFilter {
  const { types, subject } = query
  return { audience: caller ? 'editors' : 'public', types: types && typesOf(types), subjects: subject }
}

/** A cursor from before a database was restored would wait in silence for numbers that come a second time. */
async function placeOf(
  { database }: Feed,
  { audience }: EventFilter,
  given: string,
  parameter: string,
): Promise<number> {
  const end = await readEnd(database, audience)
  if (given === 'latest') return end
  if (Number(given) <= end) return Number(given)
  const message =
    'Lies beyond the end of the log: it is of another database, or of one that was restored since.'
  throw invalidRequest({ parameter, code: 'not-allowed', message })
}

async function pollChanges(
  feed: Feed,
  request: ChangeRequest,
  reply: FastifyReply,
  filter: EventFilter,
  after: number,
): Promise<ChangePage> {
  const { wait, limit } = request.query
  const leave = wait > 0 ? feed.admission.enter(request) : () => {}
  try {
    const follower = { filter, after, signal: endOf(request, reply) }
    const { events, cursor, hasMore } = await waitForEvents(
      feed.database,
      feed.tail,
      follower,
      wait * 1000,
      limit,
    )
    const data = events.map((event) => cloudEventOf(event, feed.publicUrl, filter.audience))
    return { data, cursor: sequenceOf(cursor ?? after), hasMore }
  } finally {
    leave()
  }
}

/** A stream is read as fast as its reader takes it: until then nothing more is read from the log. */
function streamChanges(
  feed: Feed,
  request: ChangeRequest,
  reply: FastifyReply,
  filter: EventFilter,
  after: number,
): Readable {
  const leave = feed.admission.enter(request)
  whenGone(reply, leave)
  const signal = endOf(request, reply, maxStreamMs)
  return Readable.from(framesOf(feed, request, { filter, after, signal }), { highWaterMark: 1 })
}

async function* framesOf(
  { database, tail, publicUrl, heartbeatMs }: Feed,
  { caller }: ChangeRequest,
  follower: Follower,
): AsyncGenerator<string> {
  yield openingFrame(sequenceOf(follower.after))
  // Whoever is no longer what they were when they were let in comes back, and is looked at again.
  const endsWith = caller?.actor.replace(/^key:/, 'keys/')
  let place = follower.after
  for await (const { events, cursor } of follow(database, tail, { ...follower, endsWith }, heartbeatMs)) {
    const frames = events.map((event) => eventFrame(cloudEventOf(event, publicUrl, follower.filter.audience)))
    place = Math.max(place, cursor ?? 0)
    yield frames.length > 0 ? frames.join('') : heartbeatFrame(sequenceOf(place))
  }
}

/** When the caller is gone, the service is about to be, or the time is over. */
function endOf(request: FastifyRequest, reply: FastifyReply, longestMs?: number): AbortSignal {
  const { closing } = request.server
  const end = new AbortController()
  const stop = () => end.abort()
  const timer = longestMs === undefined ? undefined : setTimeout(stop, longestMs)
  closing.addEventListener('abort', stop)
  whenGone(reply, () => {
    clearTimeout(timer)
    closing.removeEventListener('abort', stop)
    stop()
  })
  if (closing.aborted) stop()
  return end.signal
}

/** At once for who went away while the database was asked: nobody will hear of that again. */
function whenGone(reply: FastifyReply, act: () => void): void {
  if (reply.raw.destroyed) act()
  else reply.raw.once('close', act)
}
