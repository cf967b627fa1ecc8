// JavaScript that a page sends, compressed, over that of a bare page of the same Next.
import { Problem } from '../../../scripts/steps/problem.mjs'
import { withSheetPage } from '../booking/sheet-page'
import type { Row } from '../report'
import type { Leg } from './leg'

const scriptTag = /<script\b([^>]*)>/g
const preload = /<link\b(?=[^>]*\bas="script")([^>]*)>/g
const sourceOf = (attributes: string) => /\b(?:src|href)="([^"]+)"/.exec(attributes)?.[1]

/** Addresses of the scripts of a page, each once; those for browsers without modules are not loaded by any of today. */
function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(scriptTag), ...html.matchAll(preload)].map((match) => match[1] ?? '')
  const sources = tags.filter((attributes) => !/\bnomodule\b/i.test(attributes)).map(sourceOf)
  return [...new Set(sources.filter((source) => source !== undefined))]
}

async function compressedBytes(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
  if (!answer.ok) throw new Problem(`${url} answered ${answer.status}.`)
  const length = answer.headers.get('content-length')
  const encoded = answer.headers.get('content-encoding')
  if (encoded !== 'gzip' && encoded !== null) throw new Problem(`${url} came as ${encoded}.`)
  // fetch unpacks; where the length on the way is not told, packing again tells it.
  const { gzipSync } = await import('node:zlib')
  const body = Buffer.from(await answer.arrayBuffer())
  return encoded === 'gzip' && length !== null ? Number(length) : gzipSync(body).length
}

/** Bytes of JavaScript of the page at `url`; throws when it is not answered, holds not what it should, or asks another origin for a script. */
async function javascriptOf(url: string, { headers = {}, holds = '' } = {}): Promise<number> {
  const answer = await fetch(url, { headers, redirect: 'error' })
  const html = await answer.text()
  if (!answer.ok || !html.includes(holds)) throw new Problem(`${url} answered ${answer.status}, not its page.`)
  const scripts = scriptsOf(html).map((source) => new URL(source, url))
  const foreign = scripts.find((script) => script.origin !== new URL(url).origin)
  if (foreign) throw new Problem(`${url} asks another origin for a script: ${foreign.href}.`)
  const sizes = await Promise.all(scripts.map((script) => compressedBytes(script.href)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

const pages = [
  { name: 'home', path: '/', most: null },
  { name: 'search page', path: '/datasets?modality=CT', most: 40 },
  { name: 'dataset page', path: '/datasets/bench-1', most: 15 },
] as const

function rowOf(name: string, bytes: number, bare: number, most: number | null): Row {
  const more = bytes - bare
  return {
    leg: 'javascript',
    what: `compressed JavaScript of the ${name} over a bare page of the same Next`,
    portal: kilobytes(bytes),
    baseline: kilobytes(bare),
    figure: `${more < 0 ? '' : '+'}${kilobytes(more)}`,
    target: most === null ? null : `≤ ${most} kB`,
    met: most === null ? null : more <= most * 1000,
  }
}

export const javascriptLeg: Leg = async ({ databaseUrl, portal, bareNext }) => {
  const bare = await javascriptOf(`${bareNext.origin}/`)
  const rows: Row[] = []
  for (const { name, path, most } of pages) rows.push(rowOf(name, await javascriptOf(portal.origin + path), bare, most))
  const sheet = await withSheetPage(databaseUrl, (url, headers) => javascriptOf(url, { headers, holds: 'machine-1' }))
  return [...rows, rowOf('booking sheet', sheet, bare, null)]
}
