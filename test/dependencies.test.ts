import { readFileSync } from 'node:fs'
import { minVersion, satisfies } from 'semver'
import { describe, expect, test } from 'vitest'
import { projectPath } from '../src/lib/root.ts'

interface Manifest {
  engines?: { node?: string }
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

function manifestOf(...path: string[]): Manifest {
  return JSON.parse(readFileSync(projectPath(...path, 'package.json'), 'utf8'))
}

const { engines, dependencies = {}, optionalDependencies = {} } = manifestOf()
const oldestNode = minVersion(engines?.node ?? '')?.version ?? ''

describe(`on Node ${oldestNode}, the oldest that we promise to run on`, () => {
  test.each(Object.keys({ ...dependencies, ...optionalDependencies }))('%s runs, by its own word', (name) => {
    const { node = '*' } = manifestOf('node_modules', name).engines ?? {}

    expect(satisfies(oldestNode, node)).toBe(true)
  })
})
