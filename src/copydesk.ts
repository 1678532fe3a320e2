#!/usr/bin/env node
// `copydesk <command>`: what the scripts of package.json start.

/** Each runs when it is loaded, with what stands behind its name. */
const commands: Record<string, () => Promise<unknown>> = {
  start: () => import('./main.ts'),
  keys: () => import('./keys.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
}

const [name = ''] = process.argv.splice(2, 1)
const run = Object.hasOwn(commands, name) ? commands[name] : undefined
if (run) await run()
else {
  process.stderr.write(`Usage: copydesk <${Object.keys(commands).join('|')}>\n`)
  process.exitCode = 1
}
