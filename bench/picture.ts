import type { Circumstances, Result, WorkloadResult } from './results.ts'

/** Lengths in pixels, as the README shows the picture. */
const width = 830
const margin = 15
const nameWidth = 130
const barHeight = 13
const barGap = 3
const longestBar = 440
const titleHeight = 21
const groupGap = 17
const headHeight = 30

/**
 * All workloads as groups of bars, as an SVG. In each group the best one has the longest bar: groups differ too much for one
 * scale.
 */
export function drawPicture(workloads: readonly WorkloadResult[], circumstances: Circumstances): string {
  let top = headHeight + margin
  const groups = workloads.map((workload) => {
    const group = drawGroup(workload, top)
    top += titleHeight + workload.results.length * (barHeight + barGap) + groupGap
    return group
  })
  const { articles, postgres, node, processors } = circumstances
  const subtitle = `${articles.toLocaleString('en')} articles, Node ${node}, Postgres ${postgres}, ${processors}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top}" viewBox="0 0 ${width} ${top}">`,
    '<title>Requests a second of the service and of the yardsticks</title>',
    `<style>${style}</style>`,
    `<rect class="ground" width="${width}" height="${top}" rx="6"/>`,
    `<text class="note" x="${margin}" y="${margin + 12}">Longer is better. ${escapeXml(subtitle)}</text>`,
    ...groups,
    '</svg>',
    '',
  ].join('\n')
}

/** Readers of the README have it in a light or in a dark theme. */
const style = `
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600 } .note { fill: #59636e }
.ground { fill: #ffffff } .service { fill: #0969da } .yardstick { fill: #afb8c1 }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc } .note { fill: #9198a1 }
.ground { fill: #0d1117 } .service { fill: #4493f8 } .yardstick { fill: #656c76 }
}`

function drawGroup({ title, connections, figure, results }: WorkloadResult, top: number): string {
  const goodness = ({ figures }: Result) =>
    figure === 'rate' ? figures.requestsPerSecond : 1 / figures.p50Ms
  const best = Math.max(...results.map(goodness))
  const clients = connections === 1 ? '1 client' : `${connections} clients`
  const bars = results.map((result, index) => {
    const y = top + titleHeight + index * (barHeight + barGap)
    const length = Math.max(1, Math.round((goodness(result) / best) * longestBar))
    const barStart = margin + nameWidth
    const kind = result.name.startsWith('service') ? 'service' : 'yardstick'
    return [
      `<text x="${margin}" y="${y + 11}">${escapeXml(result.name)}</text>`,
      `<rect class="${kind}" x="${barStart}" y="${y}" width="${length}" height="${barHeight}" rx="2"/>`,
      `<text class="note" x="${barStart + length + 6}" y="${y + 11}">${label(result, figure)}</text>`,
    ].join('')
  })
  const heading = `<text class="title" x="${margin}" y="${top + 12}">${escapeXml(title)}, ${clients}</text>`
  return [heading, ...bars].join('\n')
}

function label({ figures, ratio }: Result, figure: WorkloadResult['figure']): string {
  const amount =
    figure === 'rate'
      ? `${Math.round(figures.requestsPerSecond).toLocaleString('en')} a second`
      : `${figures.p50Ms.toFixed(1)} ms`
  return ratio === null ? amount : `${amount} (service: ${ratio.toFixed(2)} ×)`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
