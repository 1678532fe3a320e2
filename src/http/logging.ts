import type { App } from './app.ts'

/**
 * One line for each answer, without its query, body or key: those hold what is nobody's business. What the shortcut
 * answers is not logged: it is what was answered before.
 */
export function logAnswers(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, url, caller } = request
    const answered = {
      method,
      path: url.split('?', 1)[0],
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
      actor: caller?.actor,
    }
    request.log.info(answered, 'answered')
  })
}
