import { createHash } from 'node:crypto'
import { publicContext } from '@/app/public-context'
import { searchFeed } from '@/lib/catalogue/queries/saved-searches'
import { env } from '@/lib/platform/env'
import { Refused } from '@/lib/platform/refusal'
import { atomOf } from '../atom'

type Props = { params: Promise<{ secret: string }> }

/** Answers whoever has the secret address; what it holds is public. It is not for crawlers nor for caches on the way. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { secret } = await params
  const headers = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' }
  try {
    const found = await searchFeed(publicContext('en'), { secret })
    const body = atomOf(found, env().PORTAL_ORIGIN, new URL(request.url).pathname)
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    // Readers of feeds ask every hour, and mostly nothing is new.
    if (request.headers.get('if-none-match')?.includes(etag))
      return new Response(null, { status: 304, headers: { ...headers, etag } })
    return new Response(body, { headers: { ...headers, etag, 'content-type': 'application/atom+xml; charset=utf-8' } })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response('Not found', { status: 404, headers: { ...headers, 'content-type': 'text/plain' } })
  }
}
