import { LogController } from 'fastify'
import type { App } from './app.ts'
import { pathOf } from './url.ts'

/**
 * One line for each answer, without its query, body or key: those hold what is nobody's business. What the shortcut
 * answers is not logged: it is what was answered before.
 */
export function logAnswers(app: App): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url, caller } = request
    const answered = {
      method,
      path: pathOf(url),
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
      actor: caller?.actor,
    }
    request.log.info(answered, 'answered')
    done()
  })
}

/** For what is logged as a fault: its kind, words and place, and nothing else, for rows and values hang on it, too. */
const serializers = {
  err: ({ name, message, code, stack = '' }: Error & { code?: string }) => ({
    type: name,
    message,
    code,
    stack,
  }),
}

/** Where lines of the log go, as JSON (pino). */
export interface LogSettings {
  level: string
  /** The process's standard output where it is absent. */
  stream?: { write(line: string): void }
}

/** Options for Fastify. The name of a request is the same in the log and in a problem. */
export function logOptions(settings: LogSettings | false) {
  const logController = new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' })
  return { logController, logger: settings && { ...settings, serializers } }
}
