import type { Listener } from '../database/listener.ts'
import type { ResponseStore } from '../http/responseStore.ts'

/**
 * Drops kept answers when any process changes what they show. What was not heard because the connection was lost cannot be
 * known, so nothing that is kept is trusted until it is back.
 */
export function dropWhatChanges(responses: ResponseStore, listener: Listener): void {
  listener.onNotification((tags) => {
    if (tags === '*') responses.clear()
    else if (tags !== '') responses.drop(tags.split(' '))
  })
  listener.onConnection((isListening) => responses.trust(isListening))
}
