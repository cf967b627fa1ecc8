import { timingSafeEqual } from 'node:crypto'
import { only } from '@/app/api/serve'
import { env } from '@/lib/platform/env'
import { figures } from '@/lib/platform/figures'

export const dynamic = 'force-dynamic'

function mayRead(request: Request): boolean {
  const expected = Buffer.from(`Bearer ${env().METRICS_TOKEN ?? ''}`)
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  return Boolean(env().METRICS_TOKEN) && expected.length === given.length && timingSafeEqual(expected, given)
}

/** The process's figures in Prometheus text format, to whoever holds METRICS_TOKEN; to everyone else there is nothing here. */
async function readFigures(request: Request): Promise<Response> {
  if (!mayRead(request)) return new Response(null, { status: 404 })
  return new Response(await figures().metrics(), {
    headers: { 'content-type': figures().contentType, 'cache-control': 'no-store' },
  })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = only({ GET: readFigures })
