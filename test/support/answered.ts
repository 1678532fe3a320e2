import { TestRunner } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** How often an operation gave a status in this test: `getArticle 200`. */
    answered?: Record<string, number>
  }
}

/** Notes it at the test that runs now, for `statusTable.ts` to add up. What comes before and between tests is not counted. */
export function countAnswer(operationId: string, status: number): void {
  const meta = TestRunner.getCurrentTest()?.meta
  if (!meta) return
  const name = `${operationId} ${status}`
  meta.answered = { ...meta.answered, [name]: (meta.answered?.[name] ?? 0) + 1 }
}
