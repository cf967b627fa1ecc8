import { takeOwnData } from '@/lib/identity/commands/take-own-data'
import { contextOf } from '@/lib/identity/session'
import { limitWrites } from '@/lib/platform/rate-limit'
import { Refused, statusOf } from '@/lib/platform/refusal'

/** Everything held about the person who asks, as a file. A POST, since the journal says that it was taken. */
export async function POST(request: Request): Promise<Response> {
  try {
    const ctx = await contextOf(request)
    await limitWrites(ctx.actor)
    const held = await takeOwnData(ctx, {})
    const name = `aida-data-hub-${ctx.now.toISOString().slice(0, 10)}.json`
    return new Response(JSON.stringify(held, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response(null, { status: statusOf(error.refusal) })
  }
}
