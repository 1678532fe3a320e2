import { spawnSync } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import type { OpenAPIV3_1 } from 'openapi-types'

/** The document that the present one is compared with, or why there is none. */
export type Previous = { document: OpenAPIV3_1.Document; commit: string } | { because: string }

/**
 * The document of the last commit; where that is the present one, the document of the commit before it, so that a change is still
 * told of, and judged, after it was committed. Before a merge stands what it was merged into.
 */
export function findPrevious(directory: string, present: object): Previous {
  const last = readAt(directory, 'HEAD')
  if ('because' in last || !isDeepStrictEqual(last.document, present)) return last
  return readAt(directory, 'HEAD^1')
}

/** More than the document will ever have (bytes). */
const maxBuffer = 64 * 1024 * 1024

function readAt(directory: string, revision: string): Previous {
  // CI works on files of another user, which git would not look at.
  const args = ['-c', 'safe.directory=*', 'show', `${revision}:./openapi.json`]
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer,
  })
  if (error) return { because: `git does not run here (${error.message})` }
  if (status === 0) return { document: JSON.parse(stdout), commit: revision }
  const [reason = ''] = stderr.split('\n', 1)
  return { because: `git has none at ${revision}, as in a shallow clone (${reason})` }
}
