import { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Role, roles } from './contract.ts'
import { ProblemError } from './problems.ts'

/** Who sends a request, as the key or token says. */
export interface Caller {
  /** `key:<id>` or `oidc:<subject>`: the name under which revisions and events remember them. */
  actor: string
  name: string
  role: Role
  /** The author that a key belongs to, whose bylines make an article a writer's own. */
  authorId: string | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null: nobody is known. */
    caller: Caller | null
  }
}

/** Whether it came over the network. The operations of a batch do not: they have been let in with it. */
export function isByItself({ raw }: FastifyRequest): boolean {
  return raw.socket instanceof Socket
}

export function hasRole(caller: Caller, role: Role): boolean {
  return roles.indexOf(caller.role) >= roles.indexOf(role)
}

/** The caller, who has at least this role. Throws `unauthenticated` when nobody is known, `forbidden` when it is less. */
export function requireRole(request: FastifyRequest, role: Role): Caller {
  const { caller } = request
  if (!caller)
    throw new ProblemError('unauthenticated', 'This needs a key: send Authorization: Bearer <key>.')
  if (!hasRole(caller, role))
    throw new ProblemError('forbidden', `This needs the role ${role}; the key has ${caller.role}.`)
  return caller
}

/** Lets readers of drafts on; what they are shown must not be kept by anybody (RFC 9111, 5.2.2). */
export function allowDrafts(request: FastifyRequest, reply: FastifyReply): void {
  requireRole(request, 'reader')
  reply.header('cache-control', 'private, no-store')
}
