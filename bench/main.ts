import { writeFile } from 'node:fs/promises'
import { projectPath } from '../src/lib/root.ts'
import { closeAll, closers, stopOnSignal } from './closers.ts'
import { makeDatabase, query } from './database.ts'
import { measureGrowth } from './growth.ts'
import { measure } from './measure.ts'
import { surveyNewsroom } from './newsroom.ts'
import { type Options, readOptions, UsageError } from './options.ts'
import { drawPicture } from './picture.ts'
import { measureQueries } from './queries.ts'
import { type Circumstances, processors, summarise, type WorkloadResult } from './results.ts'
import { type Server, startServers, startService, uncached } from './servers.ts'
import { measureStart } from './start.ts'
import { tableHead, tableOf, waitingHead, waitingLine } from './table.ts'
import { watchDatabase } from './usage.ts'
import { workloads } from './workloads.ts'

const resultsFile = projectPath('bench/results.json')
const pictureFile = projectPath('bench/results.svg')

/** Articles of the archive that a large one is compared with. */
const smallArchive = 1000

try {
  stopOnSignal()
  await run(readOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  await closeAll()
}

async function run(options: Options): Promise<void> {
  const { articleCount, seconds, rounds, names } = options
  const url = await makeDatabase(articleCount, closers, (count) => {
    if (count % 1000 === 0) say(`${count} articles are there`)
  })
  const servers = await startServers(url, options.profileDirectory, closers)
  if (options.asksQueries) return askQueries(url, servers.uncached)
  const database = await watchDatabase(url)
  closers.push(database.close)
  const bench = { newsroom: await surveyNewsroom(url, servers), servers, database, seconds, rounds }

  const results: WorkloadResult[] = []
  say(`\n${tableHead()}`)
  for (const workload of workloads.filter(({ name }) => names.includes(name))) {
    const result = summarise(workload, await measure(bench, workload))
    results.push(result)
    say(`\n${tableOf(result)}`)
  }
  const circumstances = await describe(url, options)
  say(`\nFrom the start of the service to its first answer: ${Math.round(circumstances.startMs)} ms`)
  await writeFile(resultsFile, JSON.stringify({ ...circumstances, workloads: results }, null, 2))
  // The README shows all of it or what was shown before.
  if (results.length === workloads.length) await writeFile(pictureFile, drawPicture(results, circumstances))
}

async function askQueries(url: string, server: Server): Promise<void> {
  say(`\n${waitingHead()}`)
  const missed: string[] = []
  await measureQueries(url, server, (waiting) => {
    say(waitingLine(waiting))
    if (waiting.p95Ms > waiting.boundMs) missed.push(waiting.name)
  })
  say(missed.length === 0 ? '\nAll within their bounds.' : `\nNot within their bounds: ${missed.join(', ')}`)

  const smallUrl = await makeDatabase(smallArchive, closers, () => {})
  const smallServer = await startService(smallUrl, uncached)
  closers.push(smallServer.stop)
  say(`\nWith ${smallArchive} articles as many requests a second are answered as with so many:`)
  for (const { name, factor } of await measureGrowth(
    { url: smallUrl, server: smallServer },
    { url, server },
  )) {
    say(`${factor.toFixed(2).padStart(12)} ×  ${name}`)
  }
}

async function describe(url: string, { articleCount, seconds, rounds }: Options): Promise<Circumstances> {
  const [server] = await query<{ version: string }>(
    url,
    `SELECT current_setting('server_version') AS version`,
  )
  const postgres = server?.version.split(' ')[0] ?? ''
  const at = new Date().toISOString()
  return {
    at,
    articles: articleCount,
    seconds,
    rounds,
    node: process.versions.node,
    postgres,
    processors: processors(),
    startMs: await measureStart(url),
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
