import { createConfig, lintFromString } from '@redocly/openapi-core'
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'

/** What a linter has to say against the document. */
export interface Finding {
  /** Whose rule it is, and its name: `redocly/security-defined`. */
  rule: string
  /** JSON Pointer into the document. */
  place: string
  message: string
}

/** Findings that we live with. One that is not found any more is a finding itself. */
const exceptions: { rule: string; place: string; because: string }[] = [
  {
    rule: 'redocly/no-server-example.com',
    place: '/servers/0/url',
    because: 'the committed document names the address of `npm start`; a running service names its own',
  },
  {
    rule: 'redocly/no-ambiguous-paths',
    place: '/paths/~1v1~1articles~1{article}~1revisions~1{number}',
    because: '`external` is refused as a slug, so no article has the path that two templates would fit',
  },
  {
    rule: 'spectral/info-contact',
    place: '/info',
    because: 'whom to ask is known to those who run the service, not to its code',
  },
]

/** Errors and warnings of Redocly's recommended rules and of Spectral's for OpenAPI, less the exceptions. */
export async function lint(document: object): Promise<Finding[]> {
  const findings = (await Promise.all([lintWithRedocly(document), lintWithSpectral(document)])).flat()
  const isException = ({ rule, place }: Finding) =>
    exceptions.some((exception) => exception.rule === rule && exception.place === place)
  const stale = exceptions
    .filter(({ rule, place }) => !findings.some((found) => found.rule === rule && found.place === place))
    .map((exception) => ({ ...exception, message: 'is an exception that nothing needs any more' }))
  return [...findings.filter((finding) => !isException(finding)), ...stale]
}

async function lintWithRedocly(document: object): Promise<Finding[]> {
  const problems = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: 'openapi.json',
    config: await createConfig({ extends: ['recommended'] }),
  })
  return problems.map(({ ruleId, message, location: [where] }) => ({
    rule: `redocly/${ruleId}`,
    place: String(where?.pointer ?? '').replace(/^#/, ''),
    message,
  }))
}

async function lintWithSpectral(document: object): Promise<Finding[]> {
  const linter = new spectral.Spectral()
  // Its type says that a ruleset either extends another or has rules, and this one has only rules.
  linter.setRuleset({ extends: [rulesets.oas as RulesetDefinition], rules: {} })
  const results = await linter.run(document as Record<string, unknown>)
  return results.map(({ code, message, path }) => ({
    rule: `spectral/${code}`,
    place: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message,
  }))
}
