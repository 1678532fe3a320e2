/** Milliseconds. What has to wait is sent in groups: among others a delivery takes half as much as one by itself. */
const groupMs = 50

/**
 * Deliveries to one webhook in a group, 220 in a second: ten thousand that waited are sent in three quarters of a minute. As fast
 * as they can be sent they would take the whole process from readers.
 */
const perGroup = 11

/** What may be sent at once after a pause: what one change tells should not wait. */
const burst = 30

/** Says for each delivery how many milliseconds it has to wait; asked in the order in which they are sent. */
export function openPace(): (nowMs: number) => number {
  /** Where the last one stands in the line of all that could ever be sent. */
  let place = Number.NEGATIVE_INFINITY
  return (nowMs) => {
    const present = Math.floor(nowMs / groupMs)
    place = Math.max(place + 1, (present + 1) * perGroup - burst)
    const group = Math.floor(place / perGroup)
    return Math.max(0, group * groupMs - nowMs)
  }
}
