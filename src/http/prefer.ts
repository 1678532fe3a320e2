import type { FastifyRequest } from 'fastify'
import { invalidRequest } from './problems.ts'

/** What a caller would like (RFC 7240). */
export interface Preferences {
  /** `tx=rollback`: check everything, answer what would be, change nothing. */
  isDryRun: boolean
  /** `return=minimal`: no body. */
  isMinimal: boolean
}

/** Unknown preferences are ignored, as RFC 7240, 2 demands; a dry run that is misspelt must not write. */
export function readPreferences(request: FastifyRequest): Preferences {
  const given = [request.headers['prefer'] ?? []].flat().join(',')
  const preferences = given
    .split(/[,;]/)
    .map((preference) => preference.trim().toLowerCase().replaceAll('"', ''))
  const transaction = preferences.find((preference) => /^tx\s*=/.test(preference))
  if (transaction && !/^tx\s*=\s*(rollback|commit)$/.test(transaction)) {
    throw invalidRequest({ parameter: 'prefer', code: 'not-allowed', message: 'tx is rollback or commit.' })
  }
  return {
    isDryRun: transaction?.endsWith('rollback') ?? false,
    isMinimal: preferences.some((preference) => /^return\s*=\s*minimal$/.test(preference)),
  }
}
