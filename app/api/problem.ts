import type { Context } from '@/lib/platform/context'
import { type Refusal, statusOf } from '@/lib/platform/refusal'
import { fieldSentences, sentenceOf } from '../refusal-text'

/** A JSON Pointer (RFC 6901) to a field of the request body. */
const pointer = (field: string) =>
  `#/${field
    .split('.')
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/')}`

/** A refusal as problem details (RFC 9457): a stable `code`, a sentence, the fields, the request id. */
export function problem(refusal: Refusal, ctx: Pick<Context, 'language' | 'requestId'>): Response {
  const status = statusOf(refusal)
  const { fields: _, status: __, ...details } = refusal.details
  const errors = Object.entries(fieldSentences(refusal, ctx)).flatMap(([field, messages]) =>
    messages.map((detail) => ({ detail, pointer: pointer(field) })),
  )
  const body = {
    type: `/api-reference#${refusal.code}`,
    title: refusal.code,
    status,
    detail: sentenceOf(refusal, ctx),
    instance: `urn:request:${ctx.requestId}`,
    code: refusal.code,
    ...(errors.length > 0 && { errors }),
    ...(Object.keys(details).length > 0 && { details }),
  }
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-request-id': ctx.requestId,
  })
  if (status === 401) headers.set('www-authenticate', 'Bearer')
  if (typeof details.retryAfter === 'number') headers.set('retry-after', String(details.retryAfter))
  return new Response(JSON.stringify(body), { status, headers })
}
