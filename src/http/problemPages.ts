import { z } from 'zod'
import { renderHtml } from '../lib/markdown.ts'
import { markup, safeMarkup } from '../lib/markup.ts'
import type { App } from './app.ts'
import { tags } from './contract.ts'
import { documentationLinks } from './documentationLinks.ts'
import { places } from './guides.ts'
import { explainingPage, pagePolicy } from './pageMarkup.ts'
import { explanations } from './problemExplanations.ts'
import { type ProblemCode, problemCodes, problems } from './problems.ts'
import { pathOf } from './url.ts'

const ProblemKey = z.strictObject({ code: z.enum(problemCodes).describe('The `code` of a problem.') })

/** What each problem means, at its `type`. */
export function serveProblemPages(app: App, publicUrl: string): void {
  app.get('/problems/:code', {
    config: {
      access: 'anyone',
      produces: ['text/html'],
      headers: ['Link'],
      example: { url: '/problems/not-found' },
    },
    schema: {
      operationId: 'explainProblem',
      tags: [tags.service],
      summary: 'Read what a problem means',
      description:
        'The page at the `type` of every error: how it comes about, an example, and what is to be done.',
      params: ProblemKey,
      response: { 200: { description: 'A page.', content: { 'text/html': { schema: z.string() } } } },
    },
    handler: async (request, reply) => {
      reply.type('text/html; charset=utf-8')
      reply.headers({ 'content-security-policy': pagePolicy, link: documentationLinks })
      return problemPage(request.params.code, publicUrl)
    },
  })
}

function problemPage(code: ProblemCode, publicUrl: string): string {
  const { status, title } = problems[code]
  const { cause, cure, example } = explanations[code]
  const { method = 'GET', detail, instance, ...extensions } = example
  const type = `${publicUrl}/problems/${code}`
  const problem = { type, title, status, detail, instance: pathOf(instance), code, ...extensions }
  const content = markup`<h1>${title}</h1>
<p><code>${code}</code>, status ${status}</p>
<h2>Cause</h2>
${safeMarkup(renderHtml(cause))}
<h2>Example</h2>
<pre><code>${method} ${instance}

${JSON.stringify(problem, null, 2)}</code></pre>
<h2>Cure</h2>
${safeMarkup(renderHtml(cure))}`
  return explainingPage(title, content, places)
}
