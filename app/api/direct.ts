import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
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
  // Made when it is asked for: of a request that is refused before, Node itself throws the body away.
  get body() {
    return request.method === 'GET' ? null : (Readable.toWeb(request) as Asked['body'])
  },
})

const wholeOf = async (body: Answered['body']): Promise<Buffer> => {
  if (typeof body === 'string') return Buffer.from(body)
  return body instanceof ReadableStream ? Buffer.from(await new Response(body).arrayBuffer()) : Buffer.from(body ?? [])
}

async function send(answer: Answered, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await wholeOf(answer.body)
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

type Params = Record<string, string>
type Pattern = { readonly operation: Operation; readonly method: string; readonly pattern: RegExp }

const parameter = /\{(\w+)\}/g
const patternOf = (operation: Operation): Pattern => ({
  operation,
  method: operation.method.toUpperCase(),
  pattern: new RegExp(`^${operation.path.replaceAll(parameter, '(?<$1>[^/]+)')}$`),
})

/** The parameters of the path; null where they cannot be read, so that Next says what it says of such an address. */
function paramsOf(groups: Params | undefined): Params | null {
  try {
    return Object.fromEntries(Object.entries(groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]))
  } catch {
    return null
  }
}

function found(patterns: readonly Pattern[], { method, url }: IncomingMessage) {
  const path = (url ?? '').split('?', 1)[0] ?? ''
  for (const { operation, pattern, method: own } of patterns) {
    const match = own === method ? pattern.exec(path) : null
    const params = match && paramsOf(match.groups)
    if (params) return { operation, params }
  }
  return undefined
}

/**
 * Answers some operations with the very function that their route files call, before Next's router has looked at the request:
 * routing, streams and rendering context would cost several times what the search itself does. Everything else is left to Next.
 */
export function directly(operations: readonly Operation[]): Direct {
  const patterns = operations.map(patternOf)
  return (request, response) => {
    const match = found(patterns, request)
    if (!match) return false
    answered(match.operation, askedOf(request), match.params)
      .then((answer) => send(answer, request, response))
      .catch((error: Error) => response.destroy(error))
    return true
  }
}
