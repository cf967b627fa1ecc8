import { preferredLanguage } from '@/lib/identity/rules/preferred-language'
import { refuse } from '@/lib/platform/refusal'
import { newRequestId } from '@/lib/platform/request-id'
import type { Operation } from './operation'
import { problem } from './problem'
import { type Route, rest } from './rest'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]
type Handler = Route | ((request: Request) => Response | Promise<Response>)
type Served = Record<Method | 'OPTIONS', Handler>

/** What an Allow header says (RFC 9110 §10.2.1); Next answers HEAD where there is GET. */
const allowed = (offered: readonly string[]): string =>
  [...offered, ...(offered.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')

const notOffered = (allow: string) => (request: Request) =>
  problem(refuse('platform.method-not-allowed', { status: 405, method: request.method, allow }), {
    language: preferredLanguage(request.headers.get('accept-language')),
    requestId: newRequestId(request.headers),
  })

/** These handlers of one address, with problem details (405 and Allow) for every method that it does not offer. */
export function only(handlers: Partial<Record<Method, Handler>>): Served {
  const allow = allowed(methods.filter((method) => handlers[method]))
  const of = (method: Method): Handler => handlers[method] ?? notOffered(allow)
  const OPTIONS = () => new Response(null, { status: 204, headers: { allow } })
  return { GET: of('GET'), POST: of('POST'), PUT: of('PUT'), PATCH: of('PATCH'), DELETE: of('DELETE'), OPTIONS }
}

/** The handlers of the address that these operations share; each tells which operation it carries out. */
export const serve = (...operations: readonly Operation[]): Served =>
  only(
    Object.fromEntries(
      operations.map((operation) => [operation.method.toUpperCase(), Object.assign(rest(operation), { operation })]),
    ),
  )
