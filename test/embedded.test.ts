import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/database/embedded.ts'

const isRoot = process.getuid?.() === 0

/** For what needs the database of an earlier start: to make one takes longer than all the rest of a test. */
let usedDirectory: string

beforeAll(async () => {
  usedDirectory = await mkdtemp(join(tmpdir(), 'copydesk-'))
  await (await startEmbeddedPostgres({ dataDirectory: usedDirectory, isDurable: false })).stop()
})

afterAll(() => rm(usedDirectory, { recursive: true }))

describe('startEmbeddedPostgres', () => {
  test('makes a database that answers, and finds its rows again at the next start', async () => {
    const directory = await aDataDirectory()

    const first = await start(directory)
    await query(first.url, 'CREATE TABLE story (headline text)')
    await query(first.url, `INSERT INTO story VALUES ('Mainecoon på taket')`)
    await first.stop()
    const second = await start(directory)

    expect(await query(second.url, 'SELECT headline FROM story')).toEqual([
      { headline: 'Mainecoon på taket' },
    ])
  })

  test('makes a Postgres 18 in UTF-8 whose order does not depend on the machine', async () => {
    const { url } = await start(usedDirectory)

    const [settings] = await query(
      url,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, pg_encoding_to_char(encoding) AS encoding,
              datcollate, datlocprovider, datlocale, current_setting('TimeZone') AS zone
       FROM pg_database WHERE datname = current_database()`,
    )

    expect(settings).toMatchObject({ major: 18, encoding: 'UTF8', datcollate: 'C', datlocale: 'C.UTF-8' })
    expect(settings).toMatchObject({ datlocprovider: 'b', zone: expect.stringMatching(/UTC$/) })
  })

  test('lets in nobody from other machines, and nobody without the password', async () => {
    const { url } = await start(usedDirectory)
    const stranger = url.replace(/copydesk:[^@]+@/, 'copydesk:guess@')

    const [settings] = await query(
      url,
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets`,
    )

    expect(settings).toEqual({ addresses: '127.0.0.1', sockets: '' })
    await expect(query(stranger, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('keeps data and password from other users, and never runs as root', async () => {
    await start(usedDirectory)

    const cluster = await stat(join(usedDirectory, 'postgres'))
    expect((cluster.mode & 0o777).toString(8)).toBe('700')
    expect(isRoot ? cluster.uid !== 0 : cluster.uid === process.getuid?.()).toBe(true)
    for (const file of ['postgres.password', 'postgres.log']) {
      expect(((await stat(join(usedDirectory, file))).mode & 0o777).toString(8)).toBe('600')
    }
  })

  test('waits for the disk unless it is told that the data may be lost', async () => {
    const durability = `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
                               current_setting('full_page_writes') AS pages`

    const volatile = await start(usedDirectory)
    expect(await query(volatile.url, durability)).toEqual([{ fsync: 'off', commit: 'off', pages: 'off' }])
    await volatile.stop()

    const durable = await start(usedDirectory, { isDurable: true })
    expect(await query(durable.url, durability)).toEqual([{ fsync: 'on', commit: 'on', pages: 'on' }])
  })

  test('sweeps what a crash in the middle of the first start left behind', async () => {
    const directory = await aDataDirectory()
    await mkdir(join(directory, 'postgres.new.1', 'base'), { recursive: true })
    await writeFile(join(directory, 'postgres.new.1', 'PG_VERSION'), '18\n')
    await writeFile(join(directory, 'postgres.password'), '')

    const { url } = await start(directory)

    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(await readdir(directory)).not.toContain('postgres.new.1')
  })

  test('takes a lock whose process id was recycled for nobody’s', async () => {
    await writeFile(
      join(usedDirectory, 'owner.json'),
      JSON.stringify({ pid: process.ppid, startedAt: 'long ago' }),
    )

    const { url } = await start(usedDirectory)

    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(JSON.parse(await readFile(join(usedDirectory, 'owner.json'), 'utf8'))).toMatchObject({
      pid: process.pid,
    })
  })

  test.each([
    ['names a process that is another program by now', `${process.ppid}\n`],
    ['was cut short by a crash', ''],
  ])('starts although the record of an earlier server %s', async (_, beginning) => {
    const rest = beginning && `${join(usedDirectory, 'postgres')}\n1700000000\n5432\n\n127.0.0.1\n`
    await writeFile(join(usedDirectory, 'postgres', 'postmaster.pid'), beginning + rest)

    const { url } = await start(usedDirectory)

    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('recovers from the death of its Postgres', async () => {
    const first = await start(usedDirectory, { isDurable: true })
    await query(first.url, 'CREATE TABLE survivor (headline text)')

    process.kill(await serverPid(usedDirectory), 'SIGKILL')
    await first.stop()
    const second = await start(usedDirectory, { isDurable: true })

    expect(await query(second.url, 'SELECT * FROM survivor')).toEqual([])
  })

  test('quotes the log when Postgres does not start, and leaves the directory free', async () => {
    const directory = await aDataDirectory()
    await (await start(directory)).stop()
    await appendFile(join(directory, 'postgres', 'postgresql.conf'), '\nheadline = 1\n')

    await expect(start(directory)).rejects.toThrow(/unrecognized configuration parameter "headline"/)
    expect(await readdir(directory)).not.toContain('owner.json')
  })

  test('says what to do where the data directory cannot be one', async () => {
    const directory = await aDataDirectory()
    await writeFile(join(directory, 'file'), '')

    await expect(start(join(directory, 'file'))).rejects.toThrow(/cannot use .*file.*set DATA_DIR/)
  })

  test('refuses the data directory of a living process', async () => {
    await start(usedDirectory)

    const second = await anOwner(usedDirectory)

    expect(second.url).toBeUndefined()
    expect(second.errors).toContain(
      `another Copydesk (process ${process.pid}) is using ${usedDirectory}; stop it, or set DATA_DIR`,
    )
  })

  test('lets one of several win that start at the same instant, after an owner that was killed', async () => {
    await writeFile(
      join(usedDirectory, 'owner.json'),
      JSON.stringify({ pid: 2 ** 22, startedAt: 'long ago' }),
    )

    const owners = await Promise.all([1, 2, 3, 4].map(() => anOwner(usedDirectory)))

    const winners = owners.filter((owner) => owner.url !== undefined)
    expect(winners).toHaveLength(1)
    for (const owner of owners.filter((each) => each.url === undefined)) {
      expect(owner.errors).toContain(`another Copydesk (process ${winners[0]?.pid}) is using`)
    }
  })

  test('adopts the Postgres of an owner that was killed', async () => {
    const killed = await anOwner(usedDirectory)
    await query(killed.url ?? '', 'CREATE TABLE inheritance (headline text)')
    const pid = await serverPid(usedDirectory)
    await killed.kill()

    const adopted = await start(usedDirectory)

    expect(adopted.url).toBe(killed.url)
    expect(await serverPid(usedDirectory)).toBe(pid)
    expect(await query(adopted.url, 'SELECT * FROM inheritance')).toEqual([])
  })
})

describe('stop', () => {
  test('stops an adopted Postgres too, and gives the directory back', async () => {
    const killed = await anOwner(usedDirectory)
    await killed.kill()
    const adopted = await start(usedDirectory)

    await adopted.stop()

    await expect(query(adopted.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect((await readdir(usedDirectory)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password'])
  })

  test('stops once, however often it is called', async () => {
    const postgres = await start(usedDirectory)

    await Promise.all([postgres.stop(), postgres.stop()])
    await postgres.stop()

    await expect(query(postgres.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})

const cleanups: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp()
})

/** Only its owner may enter it, so a Postgres that root starts as another user has to reach below it. */
async function aDataDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'copydesk-'))
  cleanups.push(() => rm(directory, { recursive: true }))
  return directory
}

async function start(dataDirectory: string, durability = { isDurable: false }): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, ...durability })
  cleanups.push(() => postgres.stop())
  return postgres
}

/** Another process that starts the same, and stops at the end of its input; without `url` if it could not start. */
async function anOwner(dataDirectory: string) {
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('../src/database/embedded.ts', import.meta.url))}
    const options = { dataDirectory: ${JSON.stringify(dataDirectory)}, isDurable: false }
    const postgres = await startEmbeddedPostgres(options)
    console.log(postgres.url)
    process.stdin.resume().on('end', () => postgres.stop())`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program])
  const closed = once(child, 'close')
  cleanups.push(() => {
    child.stdin.end()
    return closed
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const { value: url } = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  if (url === undefined) await closed
  return { pid: child.pid, url, errors, kill: () => child.kill('SIGKILL') && closed }
}

async function serverPid(dataDirectory: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
