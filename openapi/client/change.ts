import { Problem } from './problem.ts'

/** As many editors as will ever save the same thing in the same second. */
const maxTries = 5

/**
 * Reads, changes what was read, and begins again where somebody else saved in between: nothing of theirs is overwritten.
 * `change` is given what was read, and sends its `etag` along as `If-Match`.
 */
export async function readAndChange<Read, Changed>(
  read: () => Promise<Read>,
  change: (current: Read) => Promise<Changed>,
): Promise<Changed> {
  for (let tried = 1; ; tried += 1) {
    const current = await read()
    try {
      return await change(current)
    } catch (error) {
      const isStale = error instanceof Problem && error.status === 412
      if (!isStale || tried === maxTries) throw error
    }
  }
}
