import { expect, test } from 'vitest'
import { Refused } from '@/lib/platform/refusal'
import { bodyOf, maximumBody } from './body'

const json = { 'content-type': 'application/json' }
const post = (body: BodyInit, headers: Record<string, string> = json) =>
  bodyOf(new Request('http://localhost/api', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)).catch(
    (error: unknown) => (error instanceof Refused ? error.refusal.code : Promise.reject(error)),
  )

/** A body of ever more parts, each of `size` bytes, that tells how many were asked for. */
function endless(size: number) {
  const given = { parts: 0, cancelled: false }
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given.parts++
      controller.enqueue(new Uint8Array(size).fill(0x20))
    },
    cancel: () => {
      given.cancelled = true
    },
  })
  return { stream, given }
}

test('a body is a JSON object in UTF-8, or nothing', async () => {
  expect(await post('{"name":"Å"}')).toEqual({ name: 'Å' })
  expect(await post('{"a":1}', { 'content-type': 'application/merge-patch+json; charset=utf-8' })).toEqual({ a: 1 })
  expect(await bodyOf(new Request('http://localhost/api', { method: 'POST' }))).toEqual({})
  expect(await post('')).toEqual({})
})

test.each<[string, BodyInit]>([
  ['broken JSON', '{"name":'],
  ['a list', '[1]'],
  ['a word', '"name"'],
  ['null', 'null'],
  ['half a letter', new Uint8Array([0x7b, 0x22, 0xc3, 0x22, 0x3a, 0x31, 0x7d])],
])('%s is malformed', async (_, body) => {
  expect(await post(body)).toBe('platform.malformed')
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
  '%s is no JSON',
  async (type) => {
    expect(await post('{"a":1}', { 'content-type': type })).toBe('platform.not-json')
  },
)

test('of a content type that is taken as a file it is the bytes as they came, within the limit', async () => {
  const upload = (body: BodyInit, type: string) =>
    bodyOf(new Request('http://localhost/api', { method: 'POST', body, headers: { 'content-type': type } }), [
      'text/csv',
    ])
  const bytes = new Uint8Array([0xff, 0x3b, 0x0a])
  expect(await upload(bytes, 'Text/CSV; charset=utf-8')).toEqual({ upload: Buffer.from(bytes) })
  expect(await upload('', 'text/csv')).toEqual({ upload: Buffer.alloc(0) })
  expect(await upload('{"upload":"x"}', 'application/json')).toEqual({ upload: 'x' })
  for (const [body, type, code] of [
    ['a;b', 'text/csvx', 'platform.not-json'],
    ['x'.repeat(maximumBody + 1), 'text/csv', 'platform.too-large'],
  ] as const)
    await expect(upload(body, type)).rejects.toMatchObject({ refusal: { code } })
})

test('the limit is of bytes, whatever they spell', async () => {
  const letters = 'å'.repeat(maximumBody / 2)
  expect(letters.length).toBeLessThan(maximumBody)
  expect(await post(`"${letters}"`)).toBe('platform.too-large')
  expect(await post(`{"a":"${'x'.repeat(maximumBody - 8)}"}`)).toHaveProperty('a')
})

test('of a body without end no more is read than the limit', async () => {
  const { stream, given } = endless(1024 * 1024)
  expect(await post(stream)).toBe('platform.too-large')
  expect(given.cancelled).toBe(true)
  expect(given.parts).toBeLessThanOrEqual(maximumBody / 1024 / 1024 + 2)
})
