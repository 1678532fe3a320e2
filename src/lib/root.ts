import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const packageJson = createRequire(import.meta.url).resolve('copydesk/package.json')

/** Absolute path of a file of the project, the same from the sources and from what is built of them. */
export function projectPath(...segments: string[]): string {
  return join(dirname(packageJson), ...segments)
}
