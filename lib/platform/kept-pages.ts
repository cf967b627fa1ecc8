import 'server-only'
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { securityHeaders } from './security-headers'

type Packed = { body: Buffer; etag: string; zipped: Promise<Buffer> }
type Entry = {
  value: { kind: string; html?: string; status?: number; headers?: Record<string, string | string[]> }
  version: unknown
  packed?: Packed
}

/** @returns whether the request was answered, which is known once the fence is read; if not, Next has to. */
export type KeptPages = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | false

declare global {
  /** `pages`: by the path of a page, the key of its entry. */
  var portalPageCache:
    | { entries: Map<string, Entry>; pages: Map<string, string>; fence: () => Promise<unknown> }
    | undefined
  var portalKeptPages: KeptPages | undefined
}

const zip = promisify(gzip)
const PLAIN_PATH = /^\/[\w/.-]*$/
// What Next looks at before it answers with a page as it is kept: parts of pages, previews, renewals.
const FOR_NEXT = [
  'rsc',
  'next-action',
  'next-router-prefetch',
  'next-router-state-tree',
  'x-prerender-revalidate',
  'range',
]
const PREVIEW = /__prerender_bypass|__next_preview_data/
const OWN_TO_NEXT = /^x-next-cache-tags$/i

/** The language that next.config.js chooses for the request; null where its cookie is written in a way that only Next should read. */
function languageOf({ headers }: IncomingMessage): 'en' | 'sv' | null {
  const cookies = headers.cookie ?? ''
  if (!cookies.includes('language')) return headers['accept-language']?.startsWith('sv') ? 'sv' : 'en'
  const [, chosen] = /(?:^|; )language=(en|sv)(?:;|$)/.exec(cookies) ?? []
  const once = cookies.indexOf('language') === cookies.lastIndexOf('language')
  return once && (chosen === 'en' || chosen === 'sv') ? chosen : null
}

/** The path of the prerendered page that the request asks for; null where it is not plainly a whole page. */
function pathOf(request: IncomingMessage): string | null {
  const { method, url = '/', headers } = request
  if (method !== 'GET' || !PLAIN_PATH.test(url)) return null
  if (FOR_NEXT.some((name) => headers[name] !== undefined) || PREVIEW.test(headers.cookie ?? '')) return null
  const language = languageOf(request)
  return language && `/${language}${url === '/' ? '' : url}`
}

function pack(entry: Entry, html: string): Packed {
  const body = Buffer.from(html)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  entry.packed ??= { body, etag, zipped: zip(body) }
  return entry.packed
}

async function send(entry: Entry, html: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { body, etag, zipped } = pack(entry, html)
  const zips = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const own = Object.entries(entry.value.headers ?? {}).filter(([name]) => !OWN_TO_NEXT.test(name))
  const headers = {
    ...securityHeaders,
    ...Object.fromEntries(own),
    'cache-control': 'public, max-age=0, must-revalidate',
    'content-type': 'text/html; charset=utf-8',
    vary: 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding',
    etag: zips ? `W/${etag}` : etag,
  }
  if (request.headers['if-none-match']?.replace(/^W\//, '') === etag) {
    response.writeHead(304, headers).end()
    return
  }
  const sent = zips ? await zipped : body
  response.writeHead(200, { ...headers, 'content-length': sent.length, ...(zips && { 'content-encoding': 'gzip' }) })
  response.end(sent)
}

/**
 * Answers a whole prerendered page from the cache of pages (page-cache.js), before Next's router: packed once, and only while the
 * catalogue's fence, read after the request came, stands where the page was rendered. Everything else is left to Next.
 */
export const keptPages: KeptPages = (request, response) => {
  const cache = globalThis.portalPageCache
  const key = cache?.pages.get(pathOf(request) ?? '')
  const entry = key === undefined ? undefined : cache?.entries.get(key)
  const { kind, html, status = 200 } = entry?.value ?? {}
  if (!cache || key === undefined || !entry || kind !== 'APP_PAGE' || typeof html !== 'string' || status !== 200)
    return false
  return cache.fence().then(
    async (version) => {
      if (version !== entry.version) return false
      // The cache drops first what was not asked for the longest.
      if (cache.entries.delete(key)) cache.entries.set(key, entry)
      await send(entry, html, request, response)
      return true
    },
    () => false,
  )
}
