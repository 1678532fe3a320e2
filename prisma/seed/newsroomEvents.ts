import type { EventDraft } from '../../src/events/record.ts'

/** Who did it all, in revisions, publications and events. */
export const newsroomActor = 'system:seed'

/** An event with an id that is given, not made where it is saved. */
export type IdentifiedEvent = EventDraft & { id: string }
