import { query } from './database.ts'
import { median } from './results.ts'
import { runRound } from './round.ts'
import type { Server } from './servers.ts'
import { unwatched } from './usage.ts'
import { zipfRanks } from './zipf.ts'

/** A service that keeps no answers, and what it asks. */
export interface Archive {
  url: string
  server: Server
}

/** How many times as many requests a small archive answers in a second as a large one. */
export interface Growth {
  name: string
  factor: number
}

const load = { connections: 32, seconds: 3, status: 200 }
const rounds = 3

/** Asks both in turn for articles by slug, the popular ones more often, and for the first page. */
export async function measureGrowth(small: Archive, large: Archive): Promise<Growth[]> {
  const questions = [
    { name: 'article by slug', pathsOf: articlePaths },
    { name: 'the first page', pathsOf: async () => ['/v1/articles?limit=20'] },
  ]
  const growths: Growth[] = []
  for (const { name, pathsOf } of questions) {
    const asked = [turnsOf(await pathsOf(small.url)), turnsOf(await pathsOf(large.url))]
    const factors: number[] = []
    // The first round is for V8 to compile.
    for (let round = 0; round <= rounds; round += 1) {
      const rates: number[] = []
      for (const [index, { server }] of [small, large].entries()) {
        const nextRequest = asked[index] ?? (() => ({ method: 'GET', path: '/' }) as const)
        const { requestsPerSecond } = await runRound(server, unwatched, { ...load, nextRequest })
        rates.push(requestsPerSecond)
      }
      const [ofSmall = 0, ofLarge = 0] = rates
      if (round > 0) factors.push(ofSmall / ofLarge)
    }
    growths.push({ name, factor: median(factors) })
  }
  return growths
}

function turnsOf(paths: readonly string[]) {
  const ranks = zipfRanks(paths.length)
  let turn = 0
  return () => {
    turn += 1
    return { method: 'GET', path: paths[ranks[turn % ranks.length] ?? 0] ?? '' } as const
  }
}

async function articlePaths(url: string): Promise<string[]> {
  const rows = await query<{ slug: string }>(url, 'SELECT slug FROM plain.article ORDER BY md5(slug)')
  return rows.map(({ slug }) => `/v1/articles/${slug}`)
}
