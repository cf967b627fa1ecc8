import { createHash } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { readFile } from '@/app/api/operations/delivery'
import { uploadFile } from '@/app/api/operations/delivery-stewardship'
import { rest } from '@/app/api/rest'
import { createToken } from '@/lib/identity/commands/tokens'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { datasets } from '../access/requests'
import { as, somebody } from '../identity/people'
import { programOf } from '../rest/program'
import { delivered, version } from './files'

const origin = 'http://localhost:3000'
const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const words = 'a,b\n1,2\n'
const now = () => new Date()

const bearer = async (person: Person, scopes: string[]) =>
  `Bearer ${(await createToken(as(person, now()), { name: 'test', scopes, days: 9 })).token}`

/** A person with a link, and how they ask for a file by it. */
async function fetching() {
  const of = await delivered(now())
  const program = await programOf(of.petra, ['data:read'])
  const { said } = await program('POST', `/api/v1/datasets/${of.slug}/links`, { body: {} })
  const authorization = await bearer(of.petra, ['data:read'])
  const get = (headers: Record<string, string> = {}, method = 'GET') => {
    const address = `${origin}/api/v1/files/${of.table.id}?link=${said.link}`
    const request = new Request(address, { method, headers: { authorization, ...headers } })
    return rest(readFile)(request, { params: Promise.resolve({ file: of.table.id }) })
  }
  return { ...of, get }
}

const shown = async (answer: Response) => [answer.status, await answer.text(), answer.headers.get('content-range')]

test('a file is sent whole and in parts, with its checksum as its tag', async () => {
  const { get, table } = await fetching()
  const etag = `"${sha(words)}"`
  const whole = await get()
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    etag,
    'accept-ranges': 'bytes',
    'content-length': '8',
    'content-type': 'text/csv',
    'content-disposition': expect.stringContaining('filename="a.csv"'),
    'cache-control': 'private, no-store, no-transform',
    'repr-digest': `sha-256=:${createHash('sha256').update(words).digest('base64')}:`,
  })
  expect(await shown(whole)).toEqual([200, words, null])
  expect(await shown(await get({ range: 'bytes=2-3' }))).toEqual([206, 'b\n', 'bytes 2-3/8'])
  expect(await shown(await get({ range: 'bytes=4-', 'if-range': etag }))).toEqual([206, '1,2\n', 'bytes 4-7/8'])
  expect(await shown(await get({ range: 'bytes=4-', 'if-range': '"other"' }))).toEqual([200, words, null])
  expect(await shown(await get({ range: 'bytes=8-' }))).toEqual([416, '', 'bytes */8'])
  expect(await shown(await get({ 'if-none-match': etag }))).toEqual([304, '', null])
  const head = await get({ range: 'bytes=2-3' }, 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '8', ''])
  const [download] = await db().deliveryDownload.findMany({ where: { fileId: table.id } })
  expect(download).toMatchObject({ requests: 4, bytes: 22n })
})

test('what is read in part is counted in part', async () => {
  const { get, table } = await fetching()
  const reader = (await get()).body?.getReader()
  await reader?.cancel()
  const [download] = await db().deliveryDownload.findMany({ where: { fileId: table.id } })
  expect(download).toMatchObject({ requests: 1, bytes: 0n })
})

test('a program reads the manifest, and why it may not fetch', async () => {
  const of = await delivered(now())
  const mine = await programOf(of.petra, ['data:read'])
  const list = await mine('GET', `/api/v1/datasets/${of.slug}/files?limit=1`)
  expect(list.said).toMatchObject({ version, count: 2, next: 'images/1.dcm' })
  const second = await mine('GET', `/api/v1/datasets/${of.slug}/files?limit=1&cursor=${list.said.next}`)
  expect(second.said).toMatchObject({ files: [{ path: 'tables/a.csv', sha256: sha(words) }], next: null })
  const theirs = await programOf(await somebody(), ['data:read'])
  const refused = await theirs('POST', `/api/v1/datasets/${of.slug}/links`, { body: {} })
  expect(refused).toMatchObject({
    status: 403,
    said: { code: 'delivery.no-access', details: { reasons: ['no-request'] } },
  })
  expect(refused.said.detail).toContain('no approved request of yours asks for it')
})

test('a steward’s upload is streamed in, whatever its length, and refused before its content is read', async () => {
  const [slug = ''] = await datasets()
  const authorization = await bearer(await somebody({ roles: ['data-steward'] }), ['catalogue:write'])
  const put = (path: string, body: ReadableStream | string, credential = authorization) => {
    const headers = { authorization: credential, 'content-type': 'application/octet-stream' }
    const address = `${origin}/api/v1/stewardship/datasets/${slug}/versions/${version}/files?path=${path}`
    const request = new Request(address, { method: 'PUT', headers, body, duplex: 'half' } as RequestInit)
    return rest(uploadFile)(request, { params: Promise.resolve({ slug, version }) })
  }
  const part = new Uint8Array(3_000_001).fill(7)
  let left = 5
  const body = new ReadableStream({ pull: (c) => (left-- > 0 ? c.enqueue(part) : c.close()) })
  const answer = await put('large.bin', body)
  expect([answer.status, await answer.json()]).toMatchObject([201, { size: 15_000_005, checked: 'computed' }])
  let read = false
  const pull = () => {
    read = true
  }
  const unread = () => new ReadableStream({ pull }, { highWaterMark: 0 })
  expect((await put('large.bin', unread())).status).toBe(409)
  expect((await put('x', unread(), await bearer(await somebody(), ['catalogue:write']))).status).toBe(404)
  expect(read).toBe(false)
})

test('what is sent breaks off once the token that fetches it is revoked, or its person may no longer', async () => {
  const { get, petra } = await fetching()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date() })
  try {
    const later = () => vi.setSystemTime(new Date(Date.now() + 20_000))
    const whole = await get()
    later()
    expect(await whole.text()).toBe(words)
    const broken = await get()
    await db().apiToken.updateMany({ where: { personId: petra.id }, data: { revokedAt: new Date() } })
    later()
    await expect(broken.text()).rejects.toThrow()
  } finally {
    vi.useRealTimers()
  }
})
