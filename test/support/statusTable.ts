import { readFileSync } from 'node:fs'
import type { OpenAPIV3_1 } from 'openapi-types'
import type { Reporter, TestModule, Vitest } from 'vitest/node'
import { projectPath } from '../../src/lib/root.ts'

/** What no test brings about, and why. */
const exceptions: { operationId?: string; status: string; because: string }[] = [
  { operationId: 'explainProblem', status: '500', because: 'it asks nothing that could go wrong' },
  { operationId: 'explainProblem', status: '503', because: 'only a service that is overloaded refuses it' },
  { operationId: 'getLiveness', status: '500', because: 'it asks nothing that could go wrong' },
  { operationId: 'getLiveness', status: '503', because: 'only a service that is ending refuses it' },
  { operationId: 'getReadiness', status: '500', because: 'a database that does not answer is 503' },
]

/** How often an operation gave a status, and the first test that saw it. */
interface Answers {
  count: number
  test: string
}

interface Row {
  operationId: string
  status: string
  answers: Answers | undefined
}

/**
 * After a run of the whole suite: which operation gave which of its documented statuses in which test. A status that nothing
 * exercises fails the run, and so does an exception that is none.
 */
export function statusTable(): Reporter {
  let vitest: Vitest | undefined
  return {
    onInit(started) {
      vitest = started
    },
    async onTestRunEnd(modules, _, reason) {
      const rows = rowsOf(addUp(modules))
      if (process.env['STATUS_TABLE']) for (const row of rows) console.log(lineOf(row))
      if (!vitest || reason !== 'passed' || !(await isWhole(vitest, modules))) return
      const faults = faultsOf(rows)
      const exercised = rows.filter(({ answers }) => answers).length
      console.log(`${exercised} of ${rows.length} documented statuses were answered.`)
      for (const fault of faults) console.error(fault)
      if (faults.length > 0) process.exitCode = 1
    },
  }
}

async function isWhole(vitest: Vitest, modules: readonly TestModule[]): Promise<boolean> {
  const { testNamePattern, shard } = vitest.config
  if (testNamePattern || shard || vitest.config.watch) return false
  return modules.length === (await vitest.globTestSpecifications()).length
}

function addUp(modules: readonly TestModule[]): Map<string, Answers> {
  const sum = new Map<string, Answers>()
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      for (const [name, times] of Object.entries(test.meta().answered ?? {})) {
        const { count, test: first } = sum.get(name) ?? {
          count: 0,
          test: `${module.relativeModuleId}: ${test.fullName}`,
        }
        sum.set(name, { count: count + times, test: first })
      }
    }
  }
  return sum
}

function rowsOf(answered: Map<string, Answers>): Row[] {
  const document = JSON.parse(readFileSync(projectPath('openapi/openapi.json'), 'utf8'))
  const items = Object.values(document.paths as Record<string, Record<string, OpenAPIV3_1.OperationObject>>)
  return items
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId = '', responses = {} }) =>
      Object.keys(responses).map((status) => {
        return { operationId, status, answers: answered.get(`${operationId} ${status}`) }
      }),
    )
}

function lineOf({ operationId, status, answers }: Row): string {
  return answers
    ? `${operationId} ${status}: ${answers.count} answers, as in ${answers.test}`
    : `${operationId} ${status}: none`
}

function faultsOf(rows: readonly Row[]): string[] {
  const covers = (exception: (typeof exceptions)[number], row: Row) =>
    exception.status === row.status && [undefined, row.operationId].includes(exception.operationId)
  const gaps = rows.filter((row) => !row.answers && !exceptions.some((exception) => covers(exception, row)))
  const stale = exceptions.filter((exception) => !rows.some((row) => covers(exception, row) && !row.answers))
  return [
    ...gaps.map((row) => `No test has ${row.operationId} answer ${row.status}, which the document promises.`),
    ...stale.map(({ operationId = 'everything', status }) => `${operationId} ${status} is no exception.`),
  ]
}
