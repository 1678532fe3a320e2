import { readFileSync } from 'node:fs'
import { projectPath } from '../src/lib/root.ts'
import { type Change, compareDocuments } from './compare.ts'
import { tryGenerators } from './generate.ts'
import { lint } from './lint.ts'
import { unannounced } from './notes.ts'
import { findPrevious } from './previous.ts'

/*
 * What `npm run check` has to say of openapi.json: what two linters find, what two generators of clients have against it, and
 * what it changes for those who use it. A breaking change within v1 fails unless the change log names it.
 */

const file = projectPath('openapi/openapi.json')
const document = JSON.parse(readFileSync(file, 'utf8'))
const [findings, complaints] = await Promise.all([lint(document), tryGenerators(file)])
for (const { rule, place, message } of findings) console.error(`openapi.json ${place}: ${message} (${rule})`)
for (const complaint of complaints) console.error(`clients of openapi.json: ${complaint}`)

const unsaid = tellChanges()
if (findings.length + complaints.length + unsaid.length > 0) process.exitCode = 1

function tellChanges(): Change[] {
  const previous = findPrevious(projectPath('openapi'), document)
  if ('because' in previous) {
    console.log(`openapi.json is compared with nothing: ${previous.because}.`)
    return []
  }
  const changes = compareDocuments(previous.document, document)
  console.log(`openapi.json differs from that of ${previous.commit} in ${changes.length} things.`)
  for (const { isBreaking, subject, what } of changes)
    console.log(`  ${isBreaking ? 'breaking' : 'harmless'}  ${subject}: ${what}`)
  const unsaid = unannounced(changes, readFileSync(projectPath('CHANGELOG.md'), 'utf8'))
  if (unsaid.length === 0) return []
  const names = [...new Set(unsaid.map(({ subject }) => `\`${subject}\``))].join(', ')
  console.error(`Clients may break. If that is meant, say so under "Unreleased" in CHANGELOG.md:
- Breaking: ${names}: what is otherwise, and what to do.`)
  return unsaid
}
