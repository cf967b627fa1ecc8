// A public dataset page, prerendered and kept, against a prerendered static page of as many bytes of the bare Next server.
import { Problem } from '../../../scripts/steps/problem.mjs'
import { compare, quantile } from '../measure'
import { ratioRow } from '../report'
import type { Leg } from './leg'

const PAGES = 100

async function lengthOf(url: string, holds: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  const text = await answer.text()
  if (!answer.ok || !text.includes(holds)) throw new Problem(`${url} is not the page that was to be measured.`)
  return Buffer.byteLength(text)
}

export const datasetLeg: Leg = async ({ portal, bare, bareNext, seconds, size }) => {
  const numbers = Array.from({ length: PAGES }, (_, i) => 1 + Math.floor((i * size) / PAGES))
  const page = { origin: portal.origin, paths: numbers.map((n) => `/datasets/bench-${n}`) }
  // Each once, so that what is compared is answering from the cache of pages, not rendering them.
  const lengths = new Map<string, number>()
  const begun = performance.now()
  for (const path of page.paths)
    lengths.set(path, await lengthOf(portal.origin + path, path.slice('/datasets/'.length)))
  const rendering = (performance.now() - begun) / page.paths.length
  const bytes = quantile([...lengths.values()], 0.5)
  const kilobytes = Math.min(400, Math.max(10, Math.round(bytes / 10_240) * 10))
  const path = `/static/${kilobytes}`
  const staticBytes = await lengthOf(bareNext.origin + path, 'plain words')
  const what = `dataset page (${Math.round(bytes / 1024)} kB) : static page (${Math.round(staticBytes / 1024)} kB) of bare Next`
  const againstStatic = await compare(page, { origin: bareNext.origin, paths: [path] }, seconds)
  const records = { origin: bare.origin, paths: numbers.map((n) => `/dataset?n=${n}`) }
  const againstBare = await compare(page, records, seconds)
  return [
    ratioRow('dataset', what, againstStatic, 0.8),
    ratioRow('dataset', 'dataset page : bare http + pg, the same record as JSON', againstBare, null),
    {
      leg: 'dataset',
      what: 'first answer of a dataset page, rendered for it, one at a time',
      portal: `mean ${rendering.toFixed(1)} ms`,
      baseline: '–',
      figure: rendering.toFixed(1),
      target: null,
      met: null,
    },
  ]
}
