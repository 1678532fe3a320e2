import { z } from 'zod'
import { limits } from '../http/limits.ts'
import { GivenMoment, Id, Moment, pageOf, pageParameters, text } from '../http/schemas.ts'
import { changeFilters } from './schema.ts'

export const AuditEntry = z
  .object({
    sequence: z.string().describe('Its place in the log, without gaps.'),
    id: Id,
    at: Moment,
    actor: z.string().describe('Who did it: `key:<id>`, `oidc:<subject>` or `system:<name>`.'),
    type: z.string(),
    subject: z.string(),
    data: z.looseObject({}).describe('What happened.'),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what to which thing, when.' })
export type AuditEntry = z.output<typeof AuditEntry>

export const AuditQuery = z.strictObject({
  ...pageParameters,
  ...changeFilters,
  actor: text(limits.shortText).optional().describe('Only what this key or person did, such as `key:<id>`.'),
  since: GivenMoment.optional().describe('Only what happened at this time or later.'),
  until: GivenMoment.optional().describe('Only what happened before this time.'),
})
export type AuditQuery = z.output<typeof AuditQuery>
export type AuditFilter = Omit<AuditQuery, 'limit' | 'cursor'>

export const AuditPage = pageOf('AuditPage', AuditEntry)
