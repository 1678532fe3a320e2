import type { ChangeEvent } from './schema.ts'

/*
 * Server-sent events (HTML Living Standard, 9.2). Every frame ends with an empty line; an `id` without data tells nobody
 * anything, but is what a client sends as Last-Event-ID when it comes back.
 */

/** Milliseconds that a client waits before it comes back. */
const retryMs = 1000

/** Where the stream stands before its first event: who loses it at once comes back to the same place. */
export function openingFrame(sequence: string): string {
  return `retry: ${retryMs}\nid: ${sequence}\n\n`
}

/** All of them as `message`, so that a client needs one listener; the type is inside. JSON has no line breaks of its own. */
export function eventFrame(event: ChangeEvent): string {
  return `id: ${event.sequence}\ndata: ${JSON.stringify(event)}\n\n`
}

/** Keeps proxies from closing what seems idle, and moves on past events that the filter leaves out. */
export function heartbeatFrame(sequence: string): string {
  return `: nothing new\nid: ${sequence}\n\n`
}
