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

/** A write with a body and a parameter in its path; a query stands in for its door, since there is no database here. */
const tell = operation({
  id: 'tell',
  method: 'post',
  path: '/api/v1/echo/{name}/tell',
  direct: true,
  summary: 'Says what it was told',
  tag: 'Test',
  scope: null,
  params: z.object({ name: z.string() }),
  body: z.object({ say: z.string() }),
  answer: z.object({ said: z.string() }),
  door: query({
    name: 'test.tell',
    input: z.object({ name: z.string(), say: z.string() }),
    scope: () => 'public' as const,
    read: async (_scope, { name, say }) => ({ said: `${name}: ${say}` }),
  }),
})

const listener = directly([echo, tell])
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
    ['a body', 'Åsa%20B', '{"say":"hej"}', 200],
    ['a body that is no JSON', 'a', '{"say"', 400],
    ['no body', 'a', '', 422],
  ])('with %s answers a write as its route does', async (_what, name, body, status) => {
    const sent = { 'content-type': 'application/json', 'x-request-id': requestId }
    const address = `${origin}/api/v1/echo/${name}/tell`
    const direct = await fetch(address, { method: 'POST', headers: sent, body })
    const request = new Request(address, { method: 'POST', headers: sent, body })
    const routed = await rest(tell)(request, { params: Promise.resolve({ name: decodeURIComponent(name) }) })
    expect([direct.status, routed.status]).toEqual([status, status])
    expect(await direct.text()).toBe(await routed.text())
  })

  test('a refusal that comes before the body was read leaves the connection fit for the next request', async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    const post = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const options = { method: 'POST', agent, headers: { ...headers, 'content-type': 'application/json' } }
        const request = http.request(`${origin}/api/v1/echo/a/tell`, options, (response) =>
          response.resume().on('end', () => resolve(response.statusCode ?? 0)),
        )
        request.on('error', reject).end(JSON.stringify({ say: 'x'.repeat(200_000) }))
      })
    const statuses = [await post({ authorization: 'Basic nonsense' }), await post({}), await post({})]
    agent.destroy()
    expect(statuses).toEqual([401, 200, 200])
  })

  test.each([
    ['another path', 'GET', '/api/v1/echo/more'],
    ['a path that cannot be read', 'POST', '/api/v1/echo/%E0%A4/tell'],
    ['another method', 'POST', '/api/v1/echo'],
  ])('leaves %s to Next', async (_what, method, path) => {
    const answer = await fetch(origin + path, { method })
    expect(await answer.text()).toBe('left to Next')
  })
})

test('every operation marked direct is served directly', () => {
  const marked = operations.filter((one) => 'direct' in one)
  expect(new Set(marked.map(({ id }) => id))).toEqual(new Set(directOperations.map(({ id }) => id)))
})
