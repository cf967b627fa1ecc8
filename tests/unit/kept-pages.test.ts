// Pages that are kept, answered before Next's router: only what is plainly a whole page, only while the fence stands.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keptPages } from '@/lib/platform/kept-pages'

const page = (html: string, version: number, more = {}) => ({
  value: {
    kind: 'APP_PAGE',
    html,
    headers: { 'content-security-policy': 'own', 'x-next-cache-tags': 'secret' },
    ...more,
  },
  version,
})
const keyOf = (path: string) => `/route-cache/APP_PAGE/hash/$${path}`
let fence: () => Promise<unknown>
let origin = ''
const server = http.createServer((request, response) => {
  const next = () => response.writeHead(299).end('left to Next')
  const kept = keptPages(request, response)
  if (kept) kept.then((answered) => answered || next())
  else next()
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  fence = async () => 7
  const entries = new Map([
    ['/en', page('English home', 7)],
    ['/en/datasets/ctlymph', page('English lymph', 7)],
    ['/sv/datasets/ctlymph', page('Svensk lymfa', 7)],
    ['/en/datasets/older', page('older', 6)],
    ['/en/datasets/gone', page('not found', 7, { status: 404 })],
    ['/en/datasets/ctlymph/cite/bib', page('a route', 7, { kind: 'APP_ROUTE' })],
  ])
  globalThis.portalPageCache = {
    entries: new Map([...entries].map(([path, entry]) => [keyOf(path), entry])),
    pages: new Map([...entries.keys()].map((path) => [path, keyOf(path)])),
    fence: () => fence(),
  }
})
// Without the language that fetch would name of itself.
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(origin + path, { method, headers: { 'accept-language': 'en', ...headers } })

describe('a page that is kept', () => {
  test.each([
    ['/', {}, 'English home'],
    ['/datasets/ctlymph', {}, 'English lymph'],
    ['/datasets/ctlymph', { 'accept-language': 'sv-SE,sv;q=0.9' }, 'Svensk lymfa'],
    ['/datasets/ctlymph', { cookie: 'a=b; language=sv' }, 'Svensk lymfa'],
    ['/datasets/ctlymph', { cookie: 'language=en; a=b', 'accept-language': 'sv' }, 'English lymph'],
  ])('is answered for %s with %j', async (path, headers, text) => {
    const answer = await get(path, headers as Record<string, string>)
    expect([answer.status, await answer.text()]).toEqual([200, text])
    expect(answer.headers.get('content-security-policy')).toBe('own')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(answer.headers.get('x-next-cache-tags')).toBeNull()
  })

  test('comes packed, and not at all to who has it', async () => {
    const packed = await get('/datasets/ctlymph', { 'accept-encoding': 'gzip' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await packed.text()).toBe('English lymph')
    const again = await get('/datasets/ctlymph', { 'if-none-match': packed.headers.get('etag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await get('/datasets/ctlymph', { 'if-none-match': '"another"' })
    expect(other.status).toBe(200)
  })

  test.each<[string, string, Record<string, string>, string]>([
    ['a page from before the fence moved', '/datasets/older', {}, 'GET'],
    ['a page that is not kept', '/datasets/unknown', {}, 'GET'],
    ['a page that is not there', '/datasets/gone', {}, 'GET'],
    ['what is no page', '/datasets/ctlymph/cite/bib', {}, 'GET'],
    ['a query', '/datasets/ctlymph?x=1', {}, 'GET'],
    ['a part of a page', '/datasets/ctlymph', { rsc: '1' }, 'GET'],
    ['a preview', '/datasets/ctlymph', { cookie: '__prerender_bypass=x' }, 'GET'],
    ['a renewal', '/datasets/ctlymph', { 'x-prerender-revalidate': 'x' }, 'GET'],
    ['a language written oddly', '/datasets/ctlymph', { cookie: 'language=s%76' }, 'GET'],
    ['two languages', '/datasets/ctlymph', { cookie: 'language=en; language=sv' }, 'GET'],
    ['a cookie that only ends in the name', '/datasets/ctlymph', { cookie: 'mylanguage=sv' }, 'GET'],
    ['a write', '/datasets/ctlymph', {}, 'POST'],
  ])('leaves %s to Next', async (_what, path, headers, method) => {
    expect((await get(path, headers, method)).status).toBe(299)
  })

  test('is left to Next where the fence cannot be read', async () => {
    fence = () => Promise.reject(new Error('no database'))
    expect((await get('/datasets/ctlymph')).status).toBe(299)
  })

  test('is asked of the fence each time: what moved it is gone from the next answer', async () => {
    expect((await get('/datasets/ctlymph')).status).toBe(200)
    fence = async () => 8
    expect((await get('/datasets/ctlymph')).status).toBe(299)
  })
})
