// What is answered before Next's router is what the route file answers: status, headers and body.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'

vi.mock('@/lib/platform/env', () => ({ env: () => ({ PORTAL_ORIGIN: 'http://localhost:3000', LOG_LEVEL: 'silent' }) }))

import { directly } from '@/app/api/direct'
import { operation } from '@/app/api/operation'
import { operations } from '@/app/api/operations'
import { directOperations } from '@/app/api/operations/direct'
import { rest } from '@/app/api/rest'
import { query } from '@/lib/platform/command'

const echo = operation({
  id: 'echo',
  method: 'get',
  path: '/api/v1/echo',
  direct: true,
  summary: 'Says what it was asked',
  tag: 'Test',
  scope: null,
  answer: z.object({ said: z.string() }),
  door: query({
    name: 'test.echo',
    input: z.object({ say: z.string().max(3000), tags: z.union([z.string(), z.array(z.string())]).optional() }),
    scope: () => 'public' as const,
    read: async (_scope, { say, tags }) => ({ said: say, tags: tags ?? null }),
  }),
})

const listener = directly([echo])
const server = http.createServer((request, response) => {
  if (!listener(request, response)) response.writeHead(404).end('left to Next')
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

describe('an operation answered directly', () => {
  const requestId = 'request-1234'
  test.each([
    ['a success', '?say=ett&tags=a&tags=b', {}],
    ['Swedish', '?say=', { 'accept-language': 'sv' }],
    ['a refusal of a field', '', {}],
    ['a credential that does not hold', '?say=x', { authorization: 'Basic nonsense' }],
  ])('answers %s as its route does', async (_what, search, headers: Record<string, string>) => {
    const sent = { ...headers, 'x-request-id': requestId }
    const direct = await fetch(`${origin}/api/v1/echo${search}`, { headers: sent })
    const request = new Request(`${origin}/api/v1/echo${search}`, { headers: sent })
    const routed = await rest(echo)(request, { params: Promise.resolve({}) })
    expect(direct.status).toBe(routed.status)
    expect(await direct.text()).toBe(await routed.text())
    for (const name of ['content-type', 'cache-control', 'x-request-id', 'www-authenticate'])
      expect(direct.headers.get(name), name).toBe(routed.headers.get(name))
  })

  test('carries the headers of the API, and tells caches what it varies by', async () => {
    const { headers } = await fetch(`${origin}/api/v1/echo?say=x`)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('vary')).toBe('Cookie, Authorization, Accept-Language, Accept-Encoding')
  })

  test.each([
    ['gzip', 3000, 'gzip'],
    ['identity', 3000, undefined],
    ['gzip', 3, undefined],
  ])('with Accept-Encoding %s and %i characters is sent as %s', async (accepts, length, encoding) => {
    const [headers, body] = await new Promise<[http.IncomingHttpHeaders, Buffer]>((resolve, reject) => {
      const url = `${origin}/api/v1/echo?say=${'x'.repeat(length)}`
      http
        .get(url, { headers: { 'accept-encoding': accepts } }, async (response) => {
          const parts: Buffer[] = []
          for await (const part of response) parts.push(part as Buffer)
          resolve([response.headers, Buffer.concat(parts)])
        })
        .on('error', reject)
    })
    expect(headers['content-encoding']).toBe(encoding)
    const text = encoding ? gunzipSync(body).toString() : body.toString()
    expect(JSON.parse(text)).toEqual({ said: 'x'.repeat(length), tags: null })
  })

  test.each([
    ['another path', 'GET', '/api/v1/echo/more'],
    ['another method', 'POST', '/api/v1/echo'],
  ])('leaves %s to Next', async (_what, method, path) => {
    const answer = await fetch(origin + path, { method })
    expect(await answer.text()).toBe('left to Next')
  })
})

test('every operation marked direct is served directly, and reads without a parameter in its path', () => {
  const marked = operations.filter((one) => 'direct' in one)
  expect(new Set(marked.map(({ id }) => id))).toEqual(new Set(directOperations.map(({ id }) => id)))
  for (const { method, path } of marked) expect([method, path.includes('{')]).toEqual(['get', false])
})
