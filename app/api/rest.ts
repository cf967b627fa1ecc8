import 'server-only'
import { type Asking, contextOf } from '@/lib/identity/session'
import { type Context, isPerson } from '@/lib/platform/context'
import { asAttachment } from '@/lib/platform/file-name'
import { log } from '@/lib/platform/log'
import { commandMark } from '@/lib/platform/marks'
import { limitWrites } from '@/lib/platform/rate-limit'
import { Refused, refuse } from '@/lib/platform/refusal'
import { newRequestId } from '@/lib/platform/request-id'
import { contentOf, type Download } from '@/lib/platform/storage'
import { type Answered, responseOf } from './answered'
import { bodyOf } from './body'
import { etagOf, isKnown } from './etag'
import type { Operation } from './operation'
import { problemOf } from './problem'

export type Route = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>

/** A request, whoever took it from the network. */
export type Asked = Asking & Pick<Request, 'url' | 'body'>

/** A field that came several times is a list, one that came once a string; schemas coerce from there. */
function queryOf(url: string): Record<string, string | string[]> {
  const asked = new URLSearchParams(/\?([^#]*)/.exec(url)?.[1])
  return Object.fromEntries(
    [...new Set(asked.keys())].map((key) => {
      const all = asked.getAll(key)
      return [key, all.length === 1 ? (all[0] as string) : all]
    }),
  )
}

function demandScope(operation: Operation, { actor }: Context): void {
  if (operation.scope === null) return
  if (!isPerson(actor)) throw new Refused(refuse('platform.not-signed-in'))
  if (operation.sessionOnly) return
  if (actor.scopes !== null && !actor.scopes.includes(operation.scope))
    throw new Refused(refuse('platform.scope', { status: 403, scope: operation.scope }))
}

function withKey(request: Asking, ctx: Context): Context {
  const key = request.headers.get('idempotency-key')
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refused(refuse('platform.bad-key', { status: 400 }))
  return { ...ctx, idempotencyKey: key }
}

/** A file that is written while it is sent. */
type Streamed = { readonly name: string; readonly type: string; readonly stream: ReadableStream<Uint8Array> }

/** A file to be saved, never shown in place nor kept by what lies between. */
const fileAnswer = async (file: Download | Streamed, headers: Record<string, string>): Promise<Answered> => ({
  status: 200,
  headers: {
    ...headers,
    'content-type': file.type,
    'content-disposition': asAttachment(file.name),
    'cache-control': 'private, no-store',
  },
  body: 'stream' in file ? file.stream : await contentOf(file),
})

async function answer(
  operation: Operation,
  request: Asked,
  params: Record<string, string>,
  ctx: Context,
): Promise<Answered> {
  demandScope(operation, ctx)
  const writes = operation.method !== 'get'
  if (operation.door[commandMark].kind === 'command') await limitWrites(ctx.actor)
  const acting = writes && !operation.file && !operation.streams ? withKey(request, ctx) : ctx
  const asked = writes && !operation.query ? {} : queryOf(request.url)
  const body = writes && !operation.streams ? await bodyOf(request, operation.uploads) : {}
  const input = { ...asked, ...body, ...params }
  const wanted = operation.prepare ? await operation.prepare(input, acting, request) : input
  const result = await operation.door(acting, wanted)
  const headers = {
    ...(operation.location && { location: operation.location(result as never) }),
    'x-request-id': ctx.requestId,
    'cache-control': 'private, no-cache',
    vary: 'Cookie, Authorization, Accept-Language',
  }
  if (operation.answers) return operation.answers.with(result as never, request, ctx)
  if (operation.file) {
    const file = operation.render ? await operation.render(result as never, acting) : result
    return fileAnswer(file as Download | Streamed, headers)
  }
  if (operation.status === 204) return { status: 204, headers, body: null }
  const told = operation.render ? operation.render(result as never, acting) : result
  const text = JSON.stringify(told ?? null)
  const tagged = operation.etag ? { ...headers, etag: etagOf(text) } : headers
  if ('etag' in tagged && isKnown(request.headers.get('if-none-match'), tagged.etag))
    return { status: 304, headers: tagged, body: null }
  return { status: operation.status ?? 200, headers: { ...tagged, 'content-type': 'application/json' }, body: text }
}

/** The answer of an operation: context (which demands our own origin of a cookie), scope, rate limit, body, door, problem details. No rules here. */
export async function answered(
  operation: Operation,
  request: Asked,
  params: Record<string, string>,
): Promise<Answered> {
  let ctx: Pick<Context, 'language' | 'requestId'> = { language: 'en', requestId: newRequestId(request.headers) }
  try {
    const full = await contextOf(request)
    ctx = full
    return await answer(operation, request, params, full)
  } catch (error) {
    if (error instanceof Refused) return problemOf(error.refusal, ctx)
    log().error({ err: error, requestId: ctx.requestId, operation: operation.id }, 'request failed')
    return problemOf(refuse('platform.fault', { status: 500 }), ctx)
  }
}

/** The route of an operation. */
export function rest(operation: Operation): Route {
  return async (request, { params }) => responseOf(await answered(operation, request, await params))
}
