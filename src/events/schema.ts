import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { Id, integerParameter, listParameter, Moment } from '../http/schemas.ts'
import { eventTypes, typeFilters } from './types.ts'

const sequencePattern = /^\d{1,15}$|^0\d{15}$/

/** One fact, as a CloudEvent 1.0 in JSON (CloudEvents JSON format, 3). */
export const ChangeEvent = z
  .object({
    specversion: z.literal('1.0'),
    id: Id.describe('The same however often it is delivered: by it a receiver knows what it has already.'),
    source: z.string().describe('The service that it comes from.'),
    type: z.enum(eventTypes),
    subject: z.string().describe('What it is about, such as `articles/<id>`.'),
    time: Moment.describe('When it happened.'),
    datacontenttype: z.literal('application/json'),
    sequence: z
      .string()
      .describe('Its place in the log, without gaps and in the order of commits. It sorts as text.'),
    actor: z
      .string()
      .optional()
      .describe('Who did it: `key:<id>`, `oidc:<subject>` or `system:<name>`; told to keys only.'),
    data: z
      .looseObject({
        id: Id.optional().describe('The resource.'),
        tags: z.array(z.string()).describe('The cache tags that it drops.'),
        revision: z.int32().optional().describe('The revision that the resource has by it.'),
        previousRevision: z.int32().nullable().optional(),
        changed: z.array(z.string()).optional().describe('JSON Pointers to what changed.'),
      })
      .describe('What happened. More members may come, and differ by type.'),
  })
  .meta({ id: 'ChangeEvent', description: 'One fact about one thing: a CloudEvent 1.0.' })
export type ChangeEvent = z.output<typeof ChangeEvent>

/** The resources that events are about, as their subjects name them. */
const subjectPattern =
  /^[a-zA-Z]+\/[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/

export const Subject = z
  .string()
  .regex(subjectPattern, 'must be a collection and an id, such as articles/<id>')
  .overwrite((subject) => subject.toLowerCase())

export const TypeFilter = z.enum(typeFilters)

/** Where in the log to go on. */
export const Sequence = z
  .string()
  .regex(sequencePattern, 'must be the cursor of an answer, or the sequence of an event')

export const changeFilters = {
  types: listParameter(TypeFilter, limits.anyOf)
    .optional()
    .describe('Only these types; `article.*` means all types of articles.'),
  subject: listParameter(Subject, limits.anyOf)
    .optional()
    .describe('Only what is about these, such as `articles/<id>`; several with commas.'),
}

export const ChangeQuery = z.strictObject({
  after: z
    .union([z.literal('latest'), Sequence])
    .optional()
    .describe(
      'Goes on after this: the `cursor` of an answer or the `sequence` of an event. `latest` is the end of the log, and the default of a stream; the default of a page is the beginning.',
    ),
  ...changeFilters,
  limit: integerParameter(1, limits.page).default(limits.page).describe('How many at most on a page.'),
  wait: integerParameter(0, limits.waitSeconds)
    .default(0)
    .describe('Where nothing is there yet: seconds to wait for the next event.'),
})
export type ChangeQuery = z.output<typeof ChangeQuery>

export const ChangePage = z
  .object({
    data: z.array(ChangeEvent),
    cursor: z.string().describe('Pass it as `after` to go on. Keep it: nothing is ever missed.'),
    hasMore: z.boolean().describe('Whether there is more already.'),
  })
  .meta({ id: 'ChangePage', description: 'A piece of the event log, oldest first.' })
export type ChangePage = z.output<typeof ChangePage>
