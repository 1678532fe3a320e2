import { z } from 'zod'
import { Sequence } from '../events/schema.ts'
import { limits } from '../http/limits.ts'
import { Id, Moment, pageOf, pageParameters } from '../http/schemas.ts'

const deliveryStates = ['pending', 'delivered', 'parked'] as const

export const Delivery = z
  .object({
    id: Id.describe('The id of the event, and the `webhook-id` that the receiver sees.'),
    sequence: z.string().nullable().describe('The event’s place in the log; null for a test.'),
    type: z.string(),
    subject: z.string(),
    state: z
      .enum(deliveryStates)
      .describe('`parked`: it was tried for a day, and is sent again only when that is asked for.'),
    attemptCount: z.int32(),
    nextAttemptAt: Moment.nullable().describe('Not before then; null where there is nothing more to do.'),
    createdAt: Moment,
    finishedAt: Moment.nullable().describe('When it was delivered or parked.'),
  })
  .meta({ id: 'Delivery', description: 'One event on its way to one webhook.' })
export type Delivery = z.output<typeof Delivery>

export const DeliveryAttempt = z
  .object({
    number: z.int32(),
    at: Moment,
    durationMs: z.int32(),
    status: z.int32().nullable().describe('The HTTP status of the answer; null where there was none.'),
    error: z.string().nullable().describe('Why there was no answer.'),
    response: z.string().nullable().describe('The first kilobyte of the answer.'),
  })
  .meta({ id: 'DeliveryAttempt', description: 'What came of sending it once.' })
export type DeliveryAttempt = z.output<typeof DeliveryAttempt>

export const DeliveryWithAttempts = Delivery.extend({
  attempts: z.array(DeliveryAttempt).describe('The newest first, 50 at most.'),
}).meta({ id: 'DeliveryWithAttempts' })
export type DeliveryWithAttempts = z.output<typeof DeliveryWithAttempts>

export const DeliveryKey = z.strictObject({
  webhook: Id.describe('Id of the webhook.'),
  delivery: Id.describe('Id of the delivery, which is that of its event.'),
})

export const DeliveryQuery = z.strictObject({
  ...pageParameters,
  state: z.enum(deliveryStates).optional().describe('Only those in this state.'),
})
export type DeliveryQuery = z.output<typeof DeliveryQuery>
export const DeliveryPage = pageOf('DeliveryPage', Delivery)

export const Replay = z
  .strictObject({
    after: Sequence.describe('Sends everything after this place in the log again: a `sequence`, or `0`.'),
    until: Sequence.optional().describe(
      `Up to this place, at most ${limits.replayedEvents} places after the other; to the end when absent.`,
    ),
  })
  .meta({ id: 'Replay' })
export type Replay = z.output<typeof Replay>

export const TestEvent = z
  .strictObject({ id: Id.optional().describe('A UUID of your own for what is sent; made here when absent.') })
  .meta({ id: 'TestEvent' })

export const Replayed = z
  .object({ count: z.int32().describe('How many deliveries were put on their way.') })
  .meta({ id: 'Replayed' })
