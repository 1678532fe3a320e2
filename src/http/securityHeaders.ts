import type { App } from './app.ts'

/** Seconds: a year, as preload lists ask (hstspreload.org). */
const hstsSeconds = 31_536_000

/**
 * What every answer says to browsers: JSON is JSON, and no page at all. Pages say in a Content-Security-Policy of their own
 * what they load.
 */
export function securityHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    // By plain HTTP it would mean nothing (RFC 6797, 7.2).
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': `max-age=${hstsSeconds}` }),
  }
}

export function secureAnswers(app: App, publicUrl: string): void {
  const headers = securityHeaders(publicUrl)
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers)
    done()
  })
}
