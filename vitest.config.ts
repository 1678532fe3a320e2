import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { statusTable } from './test/support/statusTable.ts'

export default defineConfig({
  // As whoever uses the package writes it, but from the sources.
  resolve: {
    alias: { 'copydesk/client': fileURLToPath(new URL('openapi/client/client.ts', import.meta.url)) },
  },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', statusTable()],
    globalSetup: ['test/support/postgres.ts'],
    setupFiles: ['test/support/eachFile.ts'],
    // Every file has a database of its own and keeps nothing in modules, so the modules may stay loaded from one file to the
    // next: that halves the time. Vitest would leave one core to itself, which it has no use for.
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 30_000,
    // Effects are awaited, however busy the machine is; Vitest's own second is too short for that.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
  },
})
