import { defineConfig } from 'prisma/config'

// The CLI fetches a native schema engine at its first run and fails where it cannot. `generate`, `validate` and
// `format` never call that engine, so any executable may stand in for it; migrations are applied by the engine's
// WebAssembly build (src/database/migrate.ts). With a real engine in this variable the whole CLI works.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
})
