import { once } from 'node:events'
import http, { type IncomingMessage, type RequestListener, type Server } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { Registry } from 'prom-client'
import { afterEach, describe, expect, test } from 'vitest'
import { levelFor, shownPath } from '../../../scripts/serve/access-log.mjs'
import { around, durations } from '../../../scripts/serve/around.mjs'
import { routeNames } from '../../../scripts/serve/route-names.mjs'
import { readSettings } from '../../../scripts/serve/settings.mjs'
import { shutDown } from '../../../scripts/serve/shutdown.mjs'

type Line = { level: string; method: string; path: string; status: number; requestId: string; aborted?: boolean }
type Held = typeof globalThis & { portalDraining?: boolean; portalStop?: () => Promise<void> }
const held: Held = globalThis
let server: Server | undefined
let lines: Line[] = []
let registry = new Registry()

/** Serves `listener` as the portal is served, and answers where. */
async function serve(listener: RequestListener, env: Record<string, string> = {}) {
  lines = []
  registry = new Registry()
  const log = Object.fromEntries(
    ['debug', 'info', 'error'].map((level) => [level, (line: Omit<Line, 'level'>) => lines.push({ level, ...line })]),
  )
  const parts = { settings: readSettings(env), log, observe: durations(registry), routeOf: (path: string) => path }
  server = http.createServer(around(listener, parts))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const readAll = async (request: IncomingMessage) => {
  let length = 0
  for await (const chunk of request) length += chunk.length
  return length
}

const count: RequestListener = async (request, response) => {
  try {
    response.end(String(await readAll(request)))
  } catch {
    response.statusCode = 500
    response.end('broken off')
  }
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (reason: unknown) => void = () => {}
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

const echo: RequestListener = (request, response) => {
  response.end(JSON.stringify(request.headers))
}

/** Sends a chunked body of as many chunks of 400 bytes, and answers what came back until the connection ended. */
function sendChunks(port: number, chunks: number): Promise<string> {
  const socket = net.connect(port, '127.0.0.1')
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n')
  for (let sent = 0; sent < chunks; sent++) socket.write(`190\r\n${'x'.repeat(400)}\r\n`)
  socket.write('0\r\n\r\n')
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  socket.on('error', () => {}) // a connection that is cut while we send
  return once(socket, 'close').then(() => answer)
}

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  delete held.portalDraining
  delete held.portalStop
})

describe('what a request says about itself', () => {
  const claims = {
    'x-request-id': 'chosen-by-client',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-host': 'evil.example',
    forwarded: 'for=6.6.6.6',
  }

  test('is not believed without a proxy of ours in front', async () => {
    const answer = await fetch(await serve(echo), { headers: claims })
    const seen = await answer.json()
    expect(seen['x-forwarded-for']).toBe('127.0.0.1')
    expect(seen).not.toHaveProperty('x-forwarded-host')
    expect(seen).not.toHaveProperty('forwarded')
    expect(answer.headers.get('x-request-id')).toBe(seen['x-request-id'])
    expect(seen['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('is believed with one, when it is sane', async () => {
    const origin = await serve(echo, { TRUST_PROXY: '1' })
    expect(await (await fetch(origin, { headers: claims })).json()).toMatchObject(claims)
    const odd = await fetch(origin, { headers: { 'x-request-id': 'two words' } })
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('an address', () => {
  test('that spells no text is answered 400, without asking the portal', async () => {
    const origin = await serve(() => expect.unreachable())
    for (const path of ['/%ff', '/datasets/%e0%a4%a', '/%', '/a%zz?q=1']) {
      const answer = await fetch(origin + path)
      expect([path, answer.status]).toEqual([path, 400])
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('that does is passed on as it came', async () => {
    const origin = await serve((request, response) => response.end(request.url))
    expect(await (await fetch(`${origin}/%C3%A5?q=%ff`)).text()).toBe('/%C3%A5?q=%ff')
  })
})

describe('the limit of bodies', () => {
  const limit = { MAX_BODY_BYTES: '1000' }
  const chunked = (left: number) => {
    let chunks = left
    return new ReadableStream({
      pull(controller) {
        if (chunks-- > 0) controller.enqueue(new Uint8Array(400))
        else controller.close()
      },
    })
  }
  const post = (origin: string, body: BodyInit) =>
    fetch(origin, { method: 'POST', body, duplex: 'half' } as RequestInit)

  test('lets through what keeps to it', async () => {
    const origin = await serve(count, limit)
    expect(await (await post(origin, 'x'.repeat(1000))).text()).toBe('1000')
    expect(await (await post(origin, chunked(2))).text()).toBe('800')
  })

  test('answers 413 to a declared length beyond it, without asking the portal', async () => {
    let asked = 0
    const origin = await serve((_, response) => {
      asked++
      response.end()
    }, limit)
    const answer = await post(origin, 'x'.repeat(1001))
    expect(answer.status).toBe(413)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 413, title: 'Content Too Large' })
    expect(asked).toBe(0)
  })

  test('stops a chunked body at it: the handler sees it break off, never an end', async () => {
    const outcome = withResolvers<number>()
    const origin = await serve((request, response) => {
      readAll(request)
        .then(outcome.resolve, outcome.reject)
        .finally(() => response.end('too late'))
    }, limit)
    const answer = sendChunks(Number(new URL(origin).port), 5)
    await expect(outcome.promise).rejects.toThrow('The body is beyond the limit.')
    expect(await answer).toMatch(/^HTTP\/1\.1 413 .*"status":413/s)
  })

  test('hangs up on who goes on sending', async () => {
    const origin = await serve(count, limit)
    expect(await sendChunks(Number(new URL(origin).port), 1000)).toMatch(/^HTTP\/1\.1 413 |^$/)
  })
})

describe('the access log', () => {
  test.each([
    ['/datasets?q=secret&token=abc', '/datasets'],
    [
      '/datasets/lymph-node-histology-with-very-long-name-2024',
      '/datasets/lymph-node-histology-with-very-long-name-2024',
    ],
    ['/people/01900000-0000-7000-8000-000000000001', '/people/01900000-0000-7000-8000-000000000001'],
    ['/reset/Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZg', '/reset/…'],
    ['/feeds/3f786850e387550fdab836ed7e6dc881de23001b', '/feeds/…'],
    ['/datasets/811228-9874', '/datasets/…'],
    ['/people/198112289874/x', '/people/…/x'],
    ['/10.23698/aida/ctpa', '/10.23698/aida/ctpa'],
  ])('writes %s as %s', (url, shown) => {
    expect(shownPath(url)).toBe(shown)
  })

  test('is quiet about probes and files, loud about faults', () => {
    expect([
      levelFor('/healthz', 200),
      levelFor('/_next/static/a.js', 200),
      levelFor('/', 200),
      levelFor('/', 500),
    ]).toEqual(['debug', 'debug', 'info', 'error'])
  })

  test('has one line and one figure for each request, with the id that was answered', async () => {
    const origin = await serve(echo)
    const answer = await fetch(`${origin}/datasets?q=secret`, {
      headers: { cookie: 'session=secret', authorization: 'Bearer secret' },
    })
    await answer.text()
    await expect.poll(() => lines.length).toBe(1)
    expect(lines[0]).toMatchObject({
      level: 'info',
      method: 'GET',
      path: '/datasets',
      status: 200,
      requestId: answer.headers.get('x-request-id'),
    })
    expect(JSON.stringify(lines)).not.toContain('secret')
    expect(await registry.metrics()).toContain(
      'portal_http_request_duration_seconds_count{method="GET",route="/datasets",status="200"} 1',
    )
  })

  test('tells of a client that went away', async () => {
    const origin = await serve(() => {})
    await expect(fetch(origin, { signal: AbortSignal.timeout(50) })).rejects.toThrow()
    await expect.poll(() => lines[0]).toMatchObject({ status: 499, aborted: true })
  })
})

test('figures are kept by route, whatever the language and whatever is invented', () => {
  const nameOf = routeNames({
    staticRoutes: [{ page: '/healthz', regex: '^/healthz(?:/)?$' }],
    dynamicRoutes: [
      { page: '/[language]', regex: '^/([^/]+?)(?:/)?$' },
      { page: '/[language]/datasets/[slug]', regex: '^/([^/]+?)/datasets/([^/]+?)(?:/)?$' },
    ],
  })
  expect(
    ['/', '/sv', '/datasets/a', '/en/datasets/b', '/healthz', '/_next/static/x.js', '/invented/by/visitors'].map(
      nameOf,
    ),
  ).toEqual(['/', '/', '/datasets/[slug]', '/datasets/[slug]', '/healthz', '/_next', 'other'])
})

test.each([
  [{ MAX_BODY_BYTES: 'much' }, 'MAX_BODY_BYTES must be a whole number'],
  [{ GRACE_SECONDS: '-1' }, 'GRACE_SECONDS must be a whole number'],
  [{ PORT: 'x' }, 'PORT must be a number'],
])('settings that make no sense are refused: %o', (env, expected) => {
  expect(() => readSettings(env)).toThrow(expected)
})

test('settings have defaults that are safe', () => {
  expect(readSettings({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    trustProxy: false,
    maxBodyBytes: 27_262_976,
    maxDataBytes: 4_000_000_000,
    drainMs: 0,
    graceMs: 10_000,
  })
})

describe('shutting down', () => {
  test('finishes what is under way, refuses what is new, says it is not ready, stops the worker', async () => {
    let answer = () => {}
    let workerStopped = false
    held.portalStop = async () => {
      workerStopped = true
    }
    const origin = await serve((_, response) => {
      answer = () => response.end('finished')
    })
    const pending = fetch(origin)
    await expect.poll(() => answer.length === 0 && String(answer)).toContain('finished')
    const down = shutDown({ servers: [server as Server], drainMs: 0, graceMs: 5000 })
    expect(held.portalDraining).toBe(true)
    await expect.poll(() => server?.listening).toBe(false)
    await expect(fetch(origin)).rejects.toThrow()
    answer()
    expect(await (await pending).text()).toBe('finished')
    await down
    expect(workerStopped).toBe(true)
  })

  test('cuts what does not end in time', async () => {
    const origin = await serve(() => {})
    const pending = fetch(origin)
    await once(server as Server, 'request')
    const cut = expect(pending).rejects.toThrow()
    await shutDown({ servers: [server as Server], drainMs: 0, graceMs: 50 })
    await cut
  })
})
