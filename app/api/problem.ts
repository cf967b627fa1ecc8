import type { Context } from '@/lib/platform/context'
import { type Refusal, statusOf } from '@/lib/platform/refusal'
import { fieldSentences, sentenceOf } from '../refusal-text'
import { type Answered, responseOf } from './answered'

/** A JSON Pointer (RFC 6901) to a field of the request body. */
const pointer = (field: string) =>
  `#/${field
    .split('.')
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/')}`

/** A refusal as problem details (RFC 9457): a stable `code`, a sentence, the fields, the request id. */
export function problemOf(refusal: Refusal, ctx: Pick<Context, 'language' | 'requestId'>): Answered {
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
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-request-id': ctx.requestId,
  }
  if (status === 401) headers['www-authenticate'] = 'Bearer'
  if (typeof details.retryAfter === 'number') headers['retry-after'] = String(details.retryAfter)
  if (typeof details.allow === 'string') headers.allow = details.allow
  return { status, headers, body: JSON.stringify(body) }
}

/** The same as a Response. */
export const problem = (refusal: Refusal, ctx: Pick<Context, 'language' | 'requestId'>): Response =>
  responseOf(problemOf(refusal, ctx))
