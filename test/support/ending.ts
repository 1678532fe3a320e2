/*
 * What is opened for tests is closed when their file has ended, whether the file opened it, a hook or a test: Vitest takes no
 * notice of an `afterAll` that a hook or a test asks for.
 */

let endings: (() => unknown)[] = []

/** Has something done when the file ends: what was asked for last comes first. */
export function atEnd(work: () => unknown): void {
  endings.unshift(work)
}

/** Does all of it, whatever fails. */
export async function end(): Promise<void> {
  const works = endings
  endings = []
  const errors: unknown[] = []
  for (const work of works) {
    try {
      await work()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'Several failed')
}
