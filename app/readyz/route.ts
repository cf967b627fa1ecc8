import { readiness } from '@/lib/platform/readiness'

export const dynamic = 'force-dynamic'

/** Readiness: 200 when this process can serve, else 503, with each check by name. */
export async function GET() {
  const { ready, checks } = await readiness()
  return Response.json(
    { status: ready ? 'ready' : 'not ready', checks },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
