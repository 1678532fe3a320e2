import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import * as engineBindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { projectPath } from '../lib/root.ts'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/** What is mended of an adapter; `performIO` is private in its types. */
interface Opened extends Pick<Adapter, 'queryRaw'> {
  performIO(query: unknown): Promise<pg.QueryArrayResult>
}

/** Object ids of Postgres' types "char" and text (its catalogue, pg_type.dat). */
const charOid = 18
const textOid = 25

export const schemaFile = projectPath('prisma/schema.prisma')

let isLoaded = false

export interface OpenEngine {
  engine: engineBindings.SchemaEngine
  close(): Promise<void>
}

/**
 * Prisma's own migration engine, compiled to WebAssembly, on a database: what the CLI does by a native binary that it
 * downloads, without the download.
 */
export async function openSchemaEngine(databaseUrl: string): Promise<OpenEngine> {
  if (!isLoaded) await load()
  const factory = new ScriptingPrismaPg(databaseUrl)
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const datamodels: [string, string][] = [[schemaFile, await readFile(schemaFile, 'utf8')]]
  const engine = await engineBindings.SchemaEngine.new({ datamodels }, () => {}, adapter)
  const close = async () => {
    engine.free()
    await factory.disconnect()
  }
  return { engine, close }
}

/**
 * The adapter of Prisma, mended in three places where 7.10 cannot run these migrations. It splits a script at every
 * semicolon, those inside of function bodies and comments too (sent whole, a script is also one transaction); it does
 * not know Postgres' internal type "char", which the engine selects when it describes constraints; and it drops a shadow
 * database that it is still connected to. To be removed when @prisma/adapter-pg does these by itself.
 */
class ScriptingPrismaPg extends PrismaPg {
  readonly #url: string
  readonly #opened: Adapter[] = []

  constructor(url: string) {
    super({ connectionString: url })
    this.#url = url
  }

  override async connect(): Promise<Adapter> {
    const connected = await super.connect()
    this.#opened.push(connected)
    const adapter = connected as unknown as Opened
    const performIO = adapter.performIO.bind(adapter)
    const queryRaw = adapter.queryRaw.bind(adapter)
    const charColumns = new WeakMap<object, number[]>()
    const mended = Object.assign(adapter, {
      executeScript: (script: string) => runScript(this.#url, script),
      performIO: async (query: unknown) => {
        const result = await performIO(query)
        const isChar = result.fields.map((field) => field.dataTypeID === charOid)
        charColumns.set(
          result.rows,
          isChar.flatMap((is, index) => (is ? [index] : [])),
        )
        for (const field of result.fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid
        return result
      },
      queryRaw: async (query: SqlQuery) => {
        const result = await queryRaw(query)
        for (const index of charColumns.get(result.rows) ?? [])
          result.columnTypes[index] = ColumnTypeEnum.Character
        return result
      },
    })
    return mended as unknown as Adapter
  }

  /** The engine does not close what it opened. */
  async disconnect(): Promise<void> {
    for (const adapter of this.#opened.splice(0)) await adapter.dispose()
  }

  override async connectToShadowDb(): Promise<Adapter> {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    const shadowUrl = new URL(this.#url)
    shadowUrl.pathname = `/${name}`
    await runScript(this.#url, `CREATE DATABASE "${name}"`)
    const adapter = await new ScriptingPrismaPg(shadowUrl.href).connect()
    const disconnect = adapter.dispose.bind(adapter)
    const dispose = async () => {
      await disconnect()
      await runScript(this.#url, `DROP DATABASE "${name}" WITH (FORCE)`)
    }
    return Object.assign(adapter, { dispose })
  }
}

async function runScript(databaseUrl: string, script: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(script)
  } finally {
    await client.end()
  }
}

/** The part of the WebAssembly API used here; its types come with the DOM library, which a server has no use for. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

/** The package imports its `.wasm` as a module, which Node does not do without a flag: instantiate it by hand. */
async function load(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(path.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineBindings })
  engineBindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start'] as () => void
  start()
  isLoaded = true
}
