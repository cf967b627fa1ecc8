import { timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/platform/env'
import { figures } from '@/lib/platform/figures'

export const dynamic = 'force-dynamic'

function mayRead(request: Request): boolean {
  const expected = Buffer.from(`Bearer ${env().METRICS_TOKEN ?? ''}`)
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  return Boolean(env().METRICS_TOKEN) && expected.length === given.length && timingSafeEqual(expected, given)
}

/** The process's figures in Prometheus text format, to whoever holds METRICS_TOKEN; to everyone else there is nothing here. */
export async function GET(request: Request) {
  if (!mayRead(request)) return new Response(null, { status: 404 })
  return new Response(await figures().metrics(), {
    headers: { 'content-type': figures().contentType, 'cache-control': 'no-store' },
  })
}
