/**
 * Deliveries to one webhook in a second: ten thousand that waited are sent in three quarters of a minute. As fast as they can be
 * sent they would take the whole process from readers.
 */
const perSecond = 240

/** What may be sent at once after a pause: what one change tells should not wait. */
const burst = 30

/** Says for each delivery how many milliseconds it has to wait; asked in the order in which they are sent. */
export function openPace(): (nowMs: number) => number {
  const stepMs = 1000 / perSecond
  let dueMs = Number.NEGATIVE_INFINITY
  return (nowMs) => {
    dueMs = Math.max(dueMs + stepMs, nowMs - (burst - 1) * stepMs)
    return Math.max(0, dueMs - nowMs)
  }
}
