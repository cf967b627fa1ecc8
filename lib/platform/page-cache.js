import { createHash } from 'node:crypto'
import pg from 'pg'

/**
 * Next's cache of prerendered pages (`cacheHandler`), coherent between processes: an entry is served only while the catalogue's
 * fence (row `catalogue` of cache_clock) stands where it stood before the entry was rendered. What one process hides is gone
 * from the next answer of every other, because that answer reads the fence first.
 */
const limitBytes = 64 * 1024 * 1024
globalThis.portalPageCache ??= { entries: new Map(), pages: new Map(), bytes: 0, begun: new Map(), pool: undefined }
const state = globalThis.portalPageCache

function pool() {
  state.pool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2, application_name: 'portal-fence' })
  return state.pool
}

async function readFence() {
  const { rows } = await pool().query({
    name: 'fence',
    text: "SELECT version FROM cache_clock WHERE name = 'catalogue'",
  })
  return rows[0]?.version
}

let running
let queued
/** The fence, read by a statement that began after this call: callers who come while one runs share the one after it. */
function fence() {
  if (!running) return start()
  queued ??= running.then(start, start)
  return queued
}
function start() {
  queued = undefined
  const read = readFence()
  running = read
  const end = () => {
    if (running === read) running = undefined
  }
  read.then(end, end)
  return read
}
state.fence = fence // for kept-pages.ts, which serves what is kept here before Next's router

// Next's own inline scripts, and no other: flight data, and the bundler's list of chunks. Both hand over plain JSON, so what
// only begins like them and goes on with code is not let through.
const ownScripts = [
  /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\((?<json>\[.*\])\)$/s,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((?<json>\{.*\})\);$/s,
]

function isOwn(script) {
  const json = ownScripts.map((own) => own.exec(script)?.groups?.json).find(Boolean)
  try {
    return json !== undefined && typeof JSON.parse(json) === 'object'
  } catch {
    return false
  }
}
const inline = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** The content security policy of a prerendered page: scripts of this origin, and the page's own inline ones by hash. */
export function policyFor(html) {
  const hashes = new Set()
  for (const [, script] of html.matchAll(inline))
    if (isOwn(script)) hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [
    "default-src 'self'",
    `script-src 'self' ${[...hashes].join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const building = process.env.NEXT_PHASE === 'phase-production-build'
const kept = new Set(['APP_PAGE', 'APP_ROUTE'])

function sizeOf(value) {
  const segments = [...(value.segmentData?.values() ?? [])].reduce((sum, part) => sum + part.length, 0)
  // The page itself thrice: as text, and packed for sending with and without compression.
  return 3 * (value.html?.length ?? 0) + (value.rscData?.length ?? 0) + (value.body?.length ?? 0) + segments + 512
}

/** The path of the page that is kept under a key, e.g. /route-cache/APP_PAGE/(hash of its source)/$/en/metrics. */
const pathOf = (key) => key.replace(/^\/route-cache\/APP_PAGE\/\w+\/\$/, '')

function forget(key) {
  state.pages.delete(pathOf(key))
  state.bytes -= state.entries.get(key)?.size ?? 0
  state.entries.delete(key)
}

function remember(key, entry) {
  forget(key)
  state.entries.set(key, entry)
  if (entry.value.kind === 'APP_PAGE') state.pages.set(pathOf(key), key)
  state.bytes += entry.size
  // A Map keeps the order of insertion, and `get` inserts anew: its first key is the one longest unused.
  for (const oldest of state.entries.keys()) {
    if (state.bytes <= limitBytes) break
    forget(oldest)
  }
}

// biome-ignore lint/style/noDefaultExport: Next loads a cacheHandler by its default export
export default class PageCache {
  async get(key) {
    if (building) return null
    const version = await fence()
    const entry = state.entries.get(key)
    if (entry?.version === version) {
      state.entries.delete(key)
      state.entries.set(key, entry)
      return { value: entry.value, lastModified: 0 }
    }
    forget(key)
    // What is rendered from now on has seen at least this version; the oldest of several renderings counts.
    if (!state.begun.has(key)) state.begun.set(key, version)
    return null
  }

  async set(key, value) {
    if (building || !value || !kept.has(value.kind)) return
    if (value.kind === 'APP_PAGE')
      value.headers = { ...value.headers, 'content-security-policy': policyFor(value.html) }
    const version = state.begun.get(key)
    state.begun.delete(key)
    if (version === undefined) return
    remember(key, { value, version, size: sizeOf(value) })
  }

  async revalidateTag() {}
  resetRequestCache() {}
}
