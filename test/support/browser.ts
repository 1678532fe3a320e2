import { accessSync, constants } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { atEnd } from './ending.ts'

/** Debian's, or another one that is named. */
const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium'

/** Whether there is a browser; where there is none, it is said once why pages are not tried. */
export const isBrowserHere = isExecutable(executablePath)

if (!isBrowserHere) {
  const remedy = 'install the package chromium, or name one in CHROMIUM'
  process.stderr.write(`There is no browser at ${executablePath}, so pages are not tried: ${remedy}.\n`)
}

/** Nothing of its own may be sent while it runs, nor may it need a display or a GPU. */
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]

/** However slow the machine is. */
const patienceMs = 60_000

/** A page as somebody has it open, and what went wrong on it. */
export interface OpenPage {
  page: Page
  /** What the browser complained of, what was asked of other hosts, and what came back as an error of the server. */
  faults: string[]
}

let browser: Promise<Browser> | undefined

/** An empty page in a browser of its own that asks nobody but this origin. */
export async function aPage(origin: string): Promise<OpenPage> {
  browser ??= launch()
  const context = await (await browser).newContext({ viewport: { width: 1200, height: 1000 } })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) faults.push(`asked for ${url}`)
  })
  return { page, faults }
}

async function launch(): Promise<Browser> {
  const launched = await chromium.launch({ executablePath, args: quiet, timeout: patienceMs })
  atEnd(async () => {
    browser = undefined
    await launched.close()
  })
  return launched
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
