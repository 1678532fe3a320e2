import { z } from 'zod'
import type { Database } from '../database/client.ts'
import type { App } from '../http/app.ts'
import { requireRole } from '../http/caller.ts'
import { requireMatch } from '../http/conditional.ts'
import { type Example, tags } from '../http/contract.ts'
import { applyPatch, parseBody, patchBodies } from '../http/patch.ts'
import { readPreferences } from '../http/prefer.ts'
import { select } from '../query/fields.ts'
import { DeprecatedUses, listDeprecatedUses } from './deprecations.ts'
import { getMe } from './me.ts'
import type { OidcSettings } from './oidc.ts'
import {
  Key,
  KeyChange,
  KeyDraft,
  KeyItemQuery,
  KeyPage,
  KeyParameters,
  KeyQuery,
  KeySelection,
  KeySelectionPage,
  KeyTerms,
  Me,
  NewKey,
} from './schema.ts'
import { changeKey, createKey, getKey, keepWayIn, listKeys, revokeKey, termsOf } from './store.ts'

const exampleUrl = '/v1/keys/019b1f00-0000-7000-8000-000000000951'
const exampleCreation: Example = {
  method: 'POST',
  url: '/v1/keys',
  body: { id: '019b1f00-0000-7000-8000-000000000951', name: 'Website', role: 'reader' },
}
const matching = { url: exampleUrl, headers: { 'if-match': '"1"' }, after: [exampleCreation] }

interface AccessServices {
  database: Database
  oidc: OidcSettings | undefined
}

export function accessRoutes(app: App, { database, oidc }: AccessServices): void {
  app.get('/me', {
    config: { access: 'reader', example: { url: '/v1/me' } },
    schema: {
      operationId: 'getMe',
      tags: [tags.administration],
      summary: 'Get who you are',
      description: 'Whose key or token the request came with, and what its role may do.',
      response: { 200: Me },
    },
    handler: (request) => getMe(database, requireRole(request, 'reader')),
  })

  app.get('/me/deprecations', {
    config: { access: 'reader', example: { url: '/v1/me/deprecations' } },
    schema: {
      operationId: 'listDeprecatedUses',
      tags: [tags.administration],
      summary: 'List what you use that is to go',
      description:
        'The deprecated operations and parameters that your key or token used in the last 60 days. Nothing is in the list that is not deprecated any more, or was taken away.',
      response: { 200: DeprecatedUses },
    },
    handler: (request) => listDeprecatedUses(database, app.operations, requireRole(request, 'reader')),
  })

  app.get('/keys', {
    config: { access: 'admin', example: { url: '/v1/keys?limit=1' } },
    schema: {
      operationId: 'listKeys',
      tags: [tags.administration],
      summary: 'List API keys',
      description: 'The newest first, expired and revoked ones too.',
      querystring: KeyQuery,
      response: { 200: z.union([KeyPage, KeySelectionPage]) },
    },
    handler: (request) => listKeys(database, request.query),
  })

  app.post('/keys', {
    config: { access: 'admin', isSecret: true, problems: ['id-taken'], example: exampleCreation },
    schema: {
      operationId: 'createKey',
      tags: [tags.administration],
      summary: 'Create an API key',
      description:
        'The answer’s `secret` is the key. It is shown this once and kept nowhere, so the request takes no `Idempotency-Key`: where an answer is lost, revoke the key that it told of and create another.',
      body: KeyDraft,
      response: { 200: NewKey, 201: NewKey },
    },
    handler: async (request, reply) => {
      const { key, secret } = await createKey(request.change, request.body)
      reply.code(201).header('location', `/v1/keys/${key.id}`).header('etag', key.etag)
      return readPreferences(request).isDryRun ? key : { ...key, secret }
    },
  })

  app.get('/keys/:key', {
    config: { access: 'admin', example: { url: exampleUrl, after: [exampleCreation] } },
    schema: {
      operationId: 'getKey',
      tags: [tags.administration],
      summary: 'Get an API key',
      description: 'What it may do, until when, and when it was last used; never the key itself.',
      params: KeyParameters,
      querystring: KeyItemQuery,
      response: { 200: z.union([Key, KeySelection]) },
    },
    handler: async (request, reply) => {
      const { fields } = request.query
      const key = await getKey(database, request.params.key)
      reply.header('etag', key.etag)
      return fields ? select(key, fields) : key
    },
  })

  app.patch('/keys/:key', {
    config: {
      access: 'admin',
      isConditional: true,
      problems: ['conflict'],
      example: { ...matching, body: { name: 'Website, production' } },
    },
    schema: {
      operationId: 'changeKey',
      tags: [tags.administration],
      summary: 'Change an API key',
      description:
        'By merge patch (RFC 7396; plain JSON means the same) or JSON Patch (RFC 6902). `expiresAt: null` lets it never expire. Without an OIDC issuer, the last admin key that never expires stays one.',
      params: KeyParameters,
      body: patchBodies(KeyChange),
      response: { 200: Key },
    },
    handler: async (request, reply) => {
      const { change, params } = request
      const key = await changeKey(change, params.key, async (before) => {
        requireMatch(request, before.etag)
        const terms = parseBody(KeyTerms, applyPatch(request, termsOf(before)))
        if (!oidc) await keepWayIn(change.db, before, terms)
        return terms
      })
      reply.header('etag', key.etag)
      return key
    },
  })

  app.delete('/keys/:key', {
    config: { access: 'admin', isConditional: true, problems: ['conflict'], example: matching },
    schema: {
      operationId: 'revokeKey',
      tags: [tags.administration],
      summary: 'Revoke an API key',
      description:
        'The key is refused from now on, and stays in the list as revoked. Without an OIDC issuer, the last admin key that never expires cannot be revoked.',
      params: KeyParameters,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      const { change, params } = request
      await revokeKey(change, params.key, async (key) => {
        // Who repeats the request finds what they asked for, whatever ETag they have (RFC 9110, 13.1.1).
        if (key.state === 'revoked' && request.headers['if-match'] !== undefined) return
        requireMatch(request, key.etag)
        if (!oidc) await keepWayIn(change.db, key, null)
      })
      reply.code(204)
      return null
    },
  })
}
