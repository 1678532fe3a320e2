import type { Problem, ProblemCode } from './problems.ts'

interface Explanation {
  /** How it comes about. */
  cause: string
  /** What is to be done. */
  cure: string
  /** A request that is refused so, and what the answer says beyond the code. */
  example: Pick<Problem, 'detail' | 'instance'> & Partial<Problem> & { method?: string }
}

/** What the page at a problem's `type` says, in Markdown. */
export const explanations: Record<ProblemCode, Explanation> = {
  'invalid-request': {
    cause:
      'A parameter, header or field of the body is missing, unknown or has a value that is not allowed. `errors` lists every fault with the place where it is: a JSON Pointer into the body, or the name of a parameter.',
    cure: 'Correct all that `errors` lists and send the request again. Where `suggestion` is given, it is probably what you meant.',
    example: {
      instance: '/v1/articles?limt=1',
      detail: 'The request has one fault; see errors.',
      errors: [
        {
          parameter: 'limt',
          code: 'unknown-parameter',
          message: 'There is no such parameter; there are: limit, cursor, …',
          suggestion: 'limit',
        },
      ],
    },
  },
  'invalid-json': {
    cause: 'The body cannot be parsed as JSON (RFC 8259), or it nests too deeply. Nothing was changed.',
    cure: 'Let a library write the JSON: a comma after the last member, a single quote or a comment is enough to spoil it.',
    example: { method: 'POST', instance: '/v1/articles', detail: 'The body is not valid JSON.' },
  },
  'invalid-url': {
    cause: 'The path holds a percent escape that does not decode to UTF-8.',
    cure: 'Encode ids and slugs before you put them into a path (`encodeURIComponent`).',
    example: {
      instance: '/v1/articles/%ff',
      detail: 'The path has a percent escape that does not decode to UTF-8.',
    },
  },
  'invalid-http': {
    cause: 'The request line or a header cannot be parsed (RFC 9112). The connection is closed.',
    cure: 'Let an HTTP library write the request. If one did, look at what stands between it and the service.',
    example: { instance: '/', detail: 'The request could not be parsed.' },
  },
  'reference-missing': {
    cause: 'An author, topic or section that the request names does not exist.',
    cure: 'Create it first, or name another. In a batch, create it in an operation before.',
    example: {
      method: 'POST',
      instance: '/v1/articles',
      detail: 'The request names something that does not exist.',
    },
  },
  unauthenticated: {
    cause:
      'The operation needs `Authorization: Bearer <key>`, or the given key is unknown, expired or revoked.',
    cure: 'Send a key that is valid. The first start of the service prints an admin key, and an admin makes more of them (`POST /v1/keys`). In [the documentation](/docs), it goes into the field behind “Authorize”.',
    example: {
      method: 'POST',
      instance: '/v1/articles',
      detail: 'Send Authorization: Bearer <key> with a key that is known, not expired and not revoked.',
    },
  },
  forbidden: {
    cause:
      'The key is valid, but its role does not reach this operation, or what it would change is not its own.',
    cure: '`detail` names the role that may do it. Ask an admin for a key that has it; `GET /v1/me` tells what yours may do.',
    example: {
      method: 'POST',
      instance: '/v1/keys',
      detail: 'This needs the role admin; the key has editor.',
    },
  },
  'not-found': {
    cause:
      'Nothing public is at this URL. Something unpublished looks exactly like something that does not exist.',
    cure: 'Check the id or slug. To see a draft, send a key and `version=draft`.',
    example: { instance: '/v1/articles/no-such-story', detail: 'There is no such article.' },
  },
  'method-not-allowed': {
    cause: 'The URL exists, but not with this method.',
    cure: 'Use one of the methods that the `Allow` header lists.',
    example: {
      method: 'PUT',
      instance: '/v1/articles',
      detail: 'This URL has GET, HEAD, POST, OPTIONS.',
    },
  },
  'not-acceptable': {
    cause: 'The resource has none of the media types that `Accept` asks for.',
    cure: 'Ask for one of those that `detail` lists, or leave `Accept` out.',
    example: { instance: '/v1/topics', detail: 'This resource has: application/json.' },
  },
  'request-timeout': {
    cause: 'The whole request did not arrive in time. The connection is closed.',
    cure: 'Send it again, with an `Idempotency-Key` where it changes anything.',
    example: { instance: '/', detail: 'The request was not received in time.' },
  },
  'slug-taken': {
    cause:
      'Another resource of this kind has this slug now, or will have it at a time for which it is scheduled.',
    cure: 'Choose another slug, or leave it out: one is made of the headline or name. Two articles swap their slugs in one batch.',
    example: { method: 'POST', instance: '/v1/articles', detail: 'Another article has this slug.' },
  },
  'id-taken': {
    cause: 'A resource with this id exists already, or belongs to another article.',
    cure: 'Leave the id out, or make a new UUIDv7. If you repeat a request, repeat it with its `Idempotency-Key`.',
    example: { method: 'POST', instance: '/v1/authors', detail: 'A resource with this id exists already.' },
  },
  conflict: {
    cause: 'What was asked for would break a rule that the data keeps. Nothing was changed.',
    cure: '`detail` names the rule. Read the present state, and ask for something that fits.',
    example: {
      method: 'DELETE',
      instance: '/v1/keys/019b1f00-0000-7000-8000-000000000950',
      detail: 'This is the last admin key that never expires. Create another one first.',
    },
  },
  'still-referenced': {
    cause: 'Articles name the author or topic that was to be deleted.',
    cure: 'Take it out of them first, or pass `reassignTo` with the one that takes its place.',
    example: {
      method: 'DELETE',
      instance: '/v1/authors/morgan-j-carter',
      detail: 'Something else refers to it, or it refers to something that is gone.',
    },
  },
  'transition-refused': {
    cause: 'The workflow does not allow this move from the present state of the article.',
    cure: '`GET /v1/articles/{article}/transitions` lists which moves are possible, and why the rest are not.',
    example: {
      method: 'POST',
      instance: '/v1/articles/second-bridge/transitions',
      detail: 'Nothing is public or scheduled.',
    },
  },
  'takeaway-unsupported': {
    cause: 'The words that a takeaway quotes as its evidence are gone from the article.',
    cure: 'Correct the takeaway or its evidence. An editor may publish all the same, with `override` and a note that says why.',
    example: {
      method: 'POST',
      instance: '/v1/articles/second-bridge/transitions',
      detail: 'Takeaways quote words that the article no longer has.',
      errors: [
        {
          pointer: '/takeaways/0/evidence',
          code: 'unsupported',
          message: 'The quoted words are gone.',
        },
      ],
    },
  },
  'request-in-progress': {
    cause: 'A request with this `Idempotency-Key` is being worked on at this moment.',
    cure: 'Wait as long as `Retry-After` says and repeat it: you get the answer of the first.',
    example: {
      method: 'POST',
      instance: '/v1/articles',
      detail: 'The same request is still running.',
    },
  },
  withdrawn: {
    cause: 'The newsroom took the article back. `withdrawnAt` says when and `reason` why.',
    cure: 'Show readers the reason, and take the article out of your caches and indexes.',
    example: {
      instance: '/v1/articles/second-bridge',
      detail: 'The newsroom withdrew this article.',
      withdrawnAt: '2026-11-23T08:00:00.000Z',
      reason: 'The report was based on a forged document.',
    },
  },
  'withdrawn-for-legal-reasons': {
    cause:
      'The law demanded that the article be taken away (RFC 7725). `withdrawnAt` says when, `reason` and `legalGround` why.',
    cure: 'Show readers the reason, and take the article out of your caches and indexes.',
    example: {
      instance: '/v1/articles/second-bridge',
      detail: 'The law demanded that this article be withdrawn.',
      withdrawnAt: '2026-11-23T08:00:00.000Z',
      reason: 'A court forbade it.',
      legalGround: 'District court, 12 O 345/26',
    },
  },
  'precondition-failed': {
    cause:
      'The ETag in `If-Match` is not the current one: somebody else saved first, and nothing of theirs was overwritten.',
    cure: 'Read it again, merge, and send the change with the new ETag. `overlaps` says whether both changes touch the same fields; where they do not, the same change will do. The client’s `readAndChange` does it for you.',
    example: {
      method: 'PATCH',
      instance: '/v1/articles/second-bridge',
      detail: 'It was changed since you read it.',
      etag: '"4"',
      changedByOthers: ['/summary'],
      changedByYou: ['/headline'],
      overlaps: false,
    },
  },
  'body-too-large': {
    cause: 'The body of the request has more than 1 MiB.',
    cure: 'Send less at a time: the sections of an article one by one, or a batch in parts.',
    example: { method: 'POST', instance: '/v1/batch', detail: 'A body may have 1048576 bytes.' },
  },
  'article-too-large': {
    cause: 'The whole article would have more than 512 KiB as JSON.',
    cure: 'Make two articles of it, or shorten its sections.',
    example: {
      method: 'POST',
      instance: '/v1/articles/second-bridge/sections',
      detail: 'The whole article may have 524288 bytes as JSON.',
    },
  },
  'url-too-long': {
    cause: 'A part of the path is longer than any id or slug, or the URL has more than 8,000 characters.',
    cure: 'Send a long filter as the body of `POST /v1/articles/search`.',
    example: { instance: '/v1/articles', detail: 'A URL may have 8000 characters.' },
  },
  'unsupported-media-type': {
    cause: 'The body has a media type or a content coding that the operation does not take.',
    cure: 'Send `Content-Type: application/json`; PATCH takes `application/merge-patch+json` and `application/json-patch+json` as well. Do not compress the body.',
    example: { method: 'POST', instance: '/v1/articles', detail: 'Send application/json.' },
  },
  'idempotency-key-reused': {
    cause: 'The `Idempotency-Key` belongs to a request with another method, URL or body.',
    cure: 'Use a new key for a new request, and the same one only to repeat the same request.',
    example: {
      method: 'POST',
      instance: '/v1/articles',
      detail: 'The key belongs to another request.',
    },
  },
  'precondition-required': {
    cause: 'A change has to say which version it changes (RFC 6585, 3), and this one does not.',
    cure: 'Send `If-Match` with the `etag` of the draft that you read, or `*` for whatever is there.',
    example: {
      method: 'PATCH',
      instance: '/v1/articles/second-bridge',
      detail: 'Send If-Match with the etag of the draft that you read.',
    },
  },
  'too-many-requests': {
    cause:
      'Too many requests came from this address or with this key within a minute, or too many with a key that is not valid. Or too many follow the event log at a time.',
    cure: 'Wait as long as `Retry-After` says. `RateLimit-Policy` and `RateLimit` say what the limit is and what is left of it.',
    example: { instance: '/v1/articles', detail: 'The limit is used up. It is whole again in 42 seconds.' },
  },
  'headers-too-large': {
    cause: 'All headers of the request together have more than 16 KiB.',
    cure: 'Look for cookies that are not meant for this service.',
    example: { instance: '/', detail: 'All headers together may have 16384 bytes.' },
  },
  internal: {
    cause: 'A fault of the service, not of the request.',
    cure: 'Report it with its `requestId`: the log of the service has what happened under that name.',
    example: { instance: '/v1/articles', detail: 'An unexpected fault. It was logged under the requestId.' },
  },
  unavailable: {
    cause: 'The database cannot be reached, or there is more to do than the service can.',
    cure: 'Wait as long as `Retry-After` says and try again, with the same `Idempotency-Key` where it changes anything. A change that was under way when the database was lost may have been kept; under the same key it is made once.',
    example: {
      instance: '/v1/articles',
      detail:
        'The database is not available. Try again; a change under an Idempotency-Key is never made twice.',
    },
  },
}
