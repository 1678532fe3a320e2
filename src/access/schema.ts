import { z } from 'zod'
import { type Role, roles } from '../http/contract.ts'
import { limits } from '../http/limits.ts'
import { changeOf } from '../http/patch.ts'
import { GivenMoment, Id, Moment, pageOf, pageParameters, text } from '../http/schemas.ts'
import { fieldsParameter, selectionOf } from '../query/fields.ts'

const RoleName = z
  .enum(roles)
  .meta({ id: 'Role', description: 'Who may do what; each role includes the ones before it.' })

/** What the API shows of an API key: everything but the key. */
export const Key = z
  .object({
    id: Id,
    name: z.string(),
    role: RoleName,
    authorId: Id.nullable().describe('The author whose key it is: what is on their byline is their own.'),
    prefix: z.string().describe('The part of the key that may be shown: `cd_<prefix>_…`.'),
    state: z.enum(['active', 'expired', 'revoked']).describe('Only an active key lets anybody in.'),
    expiresAt: Moment.nullable().describe('From then on it is not valid; null: it never expires.'),
    revokedAt: Moment.nullable(),
    lastUsedAt: Moment.nullable().describe('To the minute; null: never.'),
    revision: z.int32().describe('Grows by one with every change.'),
    etag: z.string().describe('What If-Match takes; the same as in the ETag header.'),
    createdBy: z.string(),
    createdAt: Moment,
  })
  .meta({ id: 'Key', description: 'An API key. The key itself is shown once, when it is created.' })
export type Key = z.output<typeof Key>

/** What a new key is made of. */
export const KeyDraft = z
  .strictObject({
    id: Id.optional().describe('A UUID of your own, version 7 at best; made here when absent.'),
    name: text(limits.name).describe('Whose or what for: it tells keys apart.'),
    role: RoleName,
    authorId: Id.nullable().default(null).describe('The author whose key it is.'),
    expiresAt: GivenMoment.nullable().default(null).describe('In the future; null: it never expires.'),
  })
  .meta({ id: 'KeyDraft' })
export type KeyDraft = z.output<typeof KeyDraft>

/** What of a key may be changed. */
export const KeyTerms = KeyDraft.omit({ id: true })
export type KeyTerms = z.output<typeof KeyTerms>

export const NewKey = Key.extend({
  secret: z
    .string()
    .optional()
    .describe('The key, as Authorization takes it. Keep it: it is never shown again. Absent in a dry run.'),
}).meta({ id: 'NewKey', description: 'A key that was just created.' })

export const KeyChange = changeOf('KeyChange', KeyDraft)

export const KeyParameters = z.strictObject({ key: Id.describe('Id of the key.') })

export const KeyQuery = z.strictObject({ ...pageParameters, fields: fieldsParameter(Key) })
export type KeyQuery = z.output<typeof KeyQuery>

export const KeyItemQuery = z.strictObject({ fields: fieldsParameter(Key) })

export const KeySelection = selectionOf('KeySelection', Key)
export const KeyPage = pageOf('KeyPage', Key)
export const KeySelectionPage = pageOf('KeySelectionPage', KeySelection)

/** What each role may do beyond the ones before it. */
export const abilities = {
  reader: ['read-published', 'read-drafts'],
  writer: ['create-articles', 'edit-own-articles', 'submit-own-articles'],
  editor: ['edit-anything', 'approve', 'publish', 'correct', 'withdraw'],
  admin: ['manage-keys', 'manage-webhooks', 'import', 'purge'],
} as const satisfies Record<Role, readonly string[]>

export const Me = z
  .object({
    actor: z.string().describe('The name under which changes remember the caller.'),
    name: z.string(),
    role: RoleName,
    authorId: Id.nullable().describe('The author whose key it is.'),
    abilities: z.array(z.enum(Object.values(abilities).flat())).describe('What the role may do.'),
    key: z
      .object({ id: Id, prefix: z.string(), expiresAt: Moment.nullable() })
      .nullable()
      .describe('The API key; null for a token of the OIDC issuer.'),
  })
  .meta({ id: 'Me', description: 'Who sends the request.' })
export type Me = z.output<typeof Me>
