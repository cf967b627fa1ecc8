import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { apiPolicy, securityHeaders } from '@/lib/platform/security-headers'
import type { Answered } from './answered'
import type { Operation } from './operation'
import { type Asked, answered } from './rest'

const zipped = promisify(gzip)
// As Next does for what its router answers: below this, compression costs more than it saves.
const worthZipping = 1024

/** @returns whether it answers this request; if not, Next does. */
export type Direct = (request: IncomingMessage, response: ServerResponse) => boolean

declare global {
  var portalDirect: Direct | undefined
}

const askedOf = (request: IncomingMessage): Asked => ({
  method: request.method ?? 'GET',
  url: request.url ?? '/',
  headers: {
    get: (name) => request.headers[name.toLowerCase()]?.toString() ?? null,
    has: (name) => request.headers[name.toLowerCase()] !== undefined,
  },
  body: null,
})

async function send(answer: Answered, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.from(answer.body ?? '')
  const zips = body.length >= worthZipping && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const sent = zips ? await zipped(body) : body
  const vary = answer.headers.vary ? `${answer.headers.vary}, Accept-Encoding` : 'Accept-Encoding'
  response.writeHead(answer.status, {
    ...securityHeaders,
    ...apiPolicy,
    ...answer.headers,
    vary,
    ...(zips && { 'content-encoding': 'gzip' }),
    'content-length': sent.length,
  })
  response.end(sent)
}

/**
 * Answers GET of some operations with the very function that their route files call, before Next's router has looked at the request:
 * routing, streams and rendering context would cost several times what the search itself does. Everything else is left to Next.
 */
export function directly(operations: readonly Operation[]): Direct {
  const byPath = new Map(operations.map((operation) => [operation.path, operation]))
  return (request, response) => {
    const operation = request.method === 'GET' ? byPath.get((request.url ?? '').split('?', 1)[0] ?? '') : undefined
    if (!operation) return false
    answered(operation, askedOf(request), {})
      .then((answer) => send(answer, request, response))
      .catch((error: Error) => response.destroy(error))
    return true
  }
}
