import { parseArgs } from 'node:util'
import { workloads } from './workloads.ts'

export interface Options {
  articleCount: number
  /** Of one timed round. */
  seconds: number
  rounds: number
  /** Names of the workloads to run. */
  names: readonly string[]
  /** Whether to ask single questions of a large archive instead of timing workloads. */
  asksQueries: boolean
  /** Where the service writes a CPU profile when it ends. */
  profileDirectory: string | undefined
}

/** What is wrong with the command line. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Fewer rounds have no median that one disturbance could not move. */
const minRounds = 3

/** Throws `UsageError`. */
export function readOptions(given: string[]): Options {
  const { values } = parse(given)
  return {
    articleCount: readNumber('articles', values.articles ?? (values.queries ? '100000' : '10000'), 100),
    asksQueries: values.queries,
    seconds: readNumber('seconds', values.seconds, 1),
    rounds: readNumber('rounds', values.rounds, minRounds),
    names: readNames(values.only),
    profileDirectory: values.profile,
  }
}

function parse(given: string[]) {
  try {
    return parseArgs({
      args: given,
      options: {
        articles: { type: 'string' },
        queries: { type: 'boolean', default: false },
        seconds: { type: 'string', default: '5' },
        rounds: { type: 'string', default: String(minRounds) },
        only: { type: 'string', multiple: true, default: [] },
        profile: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function readNumber(name: string, text: string, min: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= min) return number
  throw new UsageError(`--${name} must be a whole number, ${min} or more`)
}

function readNames(only: readonly string[]): string[] {
  const known = workloads.map(({ name }) => name)
  const names = only.flatMap((value) => value.split(','))
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new UsageError(`--only must be of ${known.join(', ')}; not ${unknown}`)
  return names.length > 0 ? names : known
}
