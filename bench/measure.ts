import type { Candidate } from './check.ts'
import type { Newsroom } from './newsroom.ts'
import { type Round, runRound } from './round.ts'
import type { Servers } from './servers.ts'
import type { DatabaseUsage } from './usage.ts'
import type { Contender, Workload } from './workloads.ts'

/** What one contender did in a workload, round by round. */
export interface Performance {
  name: string
  rounds: Round[]
}

export interface Bench {
  newsroom: Newsroom
  servers: Servers
  database: DatabaseUsage
  seconds: number
  rounds: number
}

/**
 * Checks that the contenders of a workload do the same, and then times them in turn, round after round: what disturbs this
 * machine for a while disturbs all of them.
 */
export async function measure(bench: Bench, workload: Workload): Promise<Performance[]> {
  const { newsroom, servers, database } = bench
  const candidates: Candidate[] = []
  for (const contender of workload.contenders) candidates.push(await prepare(bench, workload, contender))
  await workload.check(newsroom, candidates)

  const performances = candidates.map(({ name }): Performance => ({ name, rounds: [] }))
  for (let round = 0; round <= bench.rounds; round += 1) {
    for (const [index, { server, status, nextRequest }] of candidates.entries()) {
      const load = { connections: workload.connections, seconds: bench.seconds, status, nextRequest }
      const done = await runRound(servers[server], database, load)
      // The first one is for V8, which takes seconds to compile what a large program does.
      if (round > 0) performances[index]?.rounds.push(done)
    }
  }
  return performances
}

async function prepare(
  { newsroom }: Bench,
  { prepare, status }: Workload,
  contender: Contender,
): Promise<Candidate> {
  const turns = await prepare(newsroom, contender)
  if (contender.server === 'constant') await instruct(newsroom, turns(0), status)
  let turn = 0
  const nextRequest = () => {
    turn += 1
    return turns(turn - 1)
  }
  return { ...contender, status, nextRequest }
}

/** Gives the constant the very bytes that the service answers to a request. */
async function instruct(
  { ask }: Newsroom,
  request: ReturnType<Candidate['nextRequest']>,
  status: number,
): Promise<void> {
  const { body } = await ask('service', request)
  await ask('constant', { method: 'PUT', path: '/', body: { status, body } })
  const answer = await ask('constant', { method: 'GET', path: '/' })
  if (answer.status !== status || answer.body !== body)
    throw new Error('The constant is not what it should be')
}
