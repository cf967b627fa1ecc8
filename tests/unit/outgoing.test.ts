import { createHmac } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { isCallable, postOut, type Reach } from '@/lib/platform/outgoing'
import { sign } from '@/lib/platform/webhook'

const production: Reach = { privateHosts: [], onlyLoopback: false }
const demonstration: Reach = { privateHosts: [], onlyLoopback: true }
const named: Reach = { privateHosts: ['archive.internal', '10.1.2.3', 'localhost'], onlyLoopback: false }

describe('which addresses may be called', () => {
  test.each([
    ['https://archive.example.org/hook', true],
    ['https://archive.example.org:8443/hook?x=1', true],
    ['http://archive.example.org/hook', false],
    ['https://127.0.0.1/', false],
    ['https://2130706433/', false],
    ['https://0x7f.1/', false],
    ['https://017700000001/', false],
    ['https://10.1.2.3/', false],
    ['https://169.254.169.254/latest/meta-data', false],
    ['https://[::1]/', false],
    ['https://[::ffff:10.0.0.1]/', false],
    ['https://[fd00::1]/', false],
    ['https://[64:ff9b::a00:1]/', false],
    ['https://0.0.0.0/', false],
    ['https://me:secret@archive.example.org/', false],
    ['ftp://archive.example.org/', false],
    ['file:///etc/passwd', false],
    ['nonsense', false],
  ])('%s: %s', (address, expected) => {
    expect(isCallable(address, production)).toBe(expected)
  })

  it('a setting names hosts of a private network; the demonstration calls itself alone', () => {
    const all = ['http://archive.internal/', 'https://10.1.2.3/', 'http://127.0.0.1:9/', 'https://9.9.9.9/']
    expect(all.map((address) => isCallable(address, named))).toEqual([true, true, false, true])
    expect(all.map((address) => isCallable(address, demonstration))).toEqual([true, false, true, false])
  })
})

describe('a call', () => {
  const heard: { headers: http.IncomingHttpHeaders; body: string; method?: string | undefined }[] = []
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      heard.push({ headers: request.headers, body, method: request.method })
      if (request.url === '/slow') return
      if (request.url === '/slowly') return void response.write('so')
      if (request.url === '/cut') {
        response.write('half')
        return void setTimeout(() => response.destroy(), 20)
      }
      if (request.url === '/moved') return void response.writeHead(302, { location: '/ok' }).end()
      if (request.url === '/long') return void response.end('x'.repeat(100_000))
      response.end('thanks\u0000')
    })
  })
  let origin = ''
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    origin = `http://localhost:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const call = (path: string, reach = demonstration) =>
    postOut(origin + path, { headers: { 'x-a': 'b' }, body: '{"å":1}' }, reach, { milliseconds: 400 })

  it('sends the body and reads the answer', async () => {
    expect(await call('/ok')).toEqual({ status: 200, fault: null, answer: 'thanks' })
    expect(heard.at(-1)).toMatchObject({
      method: 'POST',
      body: '{"å":1}',
      headers: { 'x-a': 'b', 'content-length': '8' },
    })
  })

  it('follows no redirect', async () => {
    const before = heard.length
    expect(await call('/moved')).toMatchObject({ status: 302, fault: null })
    expect(heard.length).toBe(before + 1)
  })

  it.each([
    ['/slow', null, 'timeout'],
    ['/slowly', 200, 'timeout'],
    ['/long', 200, 'size'],
    ['/cut', 200, 'connection'],
  ])('gives up on %s', async (path, status, fault) => {
    expect(await call(path)).toMatchObject({ status, fault })
  })

  it('goes to no private address though a name leads there', async () => {
    const before = heard.length
    const secure = origin.replace('http:', 'https:')
    expect(await postOut(secure, { headers: {}, body: '' }, production)).toMatchObject({
      status: null,
      fault: 'address',
    })
    expect(await call('/ok', named)).toMatchObject({ status: 200 })
    expect(heard.length).toBe(before + 1)
  })

  it('says why there is no answer', async () => {
    const nobody = { headers: {}, body: '' }
    expect(await postOut('http://127.0.0.1:1/', nobody, demonstration)).toMatchObject({ fault: 'connection' })
    expect(await postOut('https://nowhere.invalid/', nobody, production)).toMatchObject({ fault: 'name' })
  })
})

it('is signed as Standard Webhooks have it', () => {
  const key = Buffer.alloc(32, 7)
  const headers = sign([`whsec_${key.toString('base64')}`], 'msg_1', '{"a":1}', new Date('2026-11-28T12:00:00.900Z'))
  const expected = createHmac('sha256', key).update('msg_1.1795867200.{"a":1}').digest('base64')
  expect(headers).toMatchObject({
    'webhook-id': 'msg_1',
    'webhook-timestamp': '1795867200',
    'webhook-signature': `v1,${expected}`,
  })
})
