import { once } from 'node:events'
import http, { type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { missingPages, showMissing } from '../../../scripts/serve/missing.mjs'

let server: Server | undefined

/** Serves `listener` with the page of what is missing around it, and answers where. */
async function serve(listener: RequestListener): Promise<string> {
  const pageFor = missingPages()
  server = http.createServer((request, response) => {
    showMissing(request, response, pageFor)
    listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

describe('an address that nothing answers to', () => {
  const html = { 'content-type': 'text/html; charset=utf-8' }
  const portal: RequestListener = ({ url = '' }, response) => {
    if (url.endsWith('/missing')) return response.writeHead(200, html).end(`page of ${url}`)
    if (url === '/found') return response.writeHead(200, html).end('found')
    if (url === '/gone.txt') return response.writeHead(404, { 'content-type': 'text/plain' }).end('gone')
    response.statusCode = 404
    response.setHeader('content-type', 'text/html')
    response.setHeader('etag', 'of the shell')
    response.write('shell')
    response.end('shell')
  }

  test('answers the page of the visitor’s language whole, with status 404', async () => {
    const origin = await serve(portal)
    const ask = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(origin + path, { headers: { 'accept-language': 'en-GB', ...headers } })
      return [answer.status, answer.headers.get('etag'), await answer.text()]
    }
    expect(await ask('/no-such')).toEqual([404, null, 'page of /en/missing'])
    expect(await ask('/no-such', { 'accept-language': 'sv-SE,sv' })).toEqual([404, null, 'page of /sv/missing'])
    expect(await ask('/no-such', { cookie: 'a=b; language=sv' })).toEqual([404, null, 'page of /sv/missing'])
    expect(await ask('/sv/no-such', { cookie: 'language=en' })).toEqual([404, null, 'page of /sv/missing'])
  })

  test('leaves every other answer as it is', async () => {
    const origin = await serve(portal)
    const ask = async (path: string) => {
      const answer = await fetch(origin + path)
      return [answer.status, await answer.text()]
    }
    expect(await ask('/found')).toEqual([200, 'found'])
    expect(await ask('/gone.txt')).toEqual([404, 'gone'])
    expect(await ask('/api/no-such')).toEqual([404, 'shellshell'])
    expect(await ask('/missing')).toEqual([404, 'page of /missing'])
  })

  test('has a body even while its page cannot be read', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/en/missing') return request.socket.destroy()
      response.writeHead(404, html).end('shell')
    })
    const answer = await fetch(`${origin}/no-such`)
    expect([answer.status, await answer.text()]).toEqual([404, '404'])
  })
})
