import { sheet } from '@/lib/booking/queries/sheet'
import { contextOf } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { eventStream, noStreamFor } from '@/lib/platform/event-stream'
import { listenTo } from '@/lib/platform/listener'
import { Refused, statusOf } from '@/lib/platform/refusal'

export const dynamic = 'force-dynamic'

/** The machine that whoever asks may watch, and who they are: what may be read of the sheet may be watched. */
async function watched(request: Request): Promise<{ machineId: string; reader: string }> {
  const ctx = await contextOf(request)
  const machine = new URL(request.url).searchParams.get('machine') ?? undefined
  const { machine: found } = await sheet(ctx, { machine, weeks: 1 })
  const reader = isPerson(ctx.actor) ? ctx.actor.id : ''
  const refusal = noStreamFor(reader)
  if (refusal) throw new Refused(refusal)
  return { machineId: found.id, reader }
}

/**
 * Which weeks of a machine's sheet change, as server-sent events: `week` with the Monday, and `all` where anything may have changed
 * since (at first, and when the database was away). What changed is read from the sheet: an event says nothing that is not for everyone.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const { machineId, reader } = await watched(request)
    return eventStream(reader, request.signal, (send) =>
      listenTo('sheet', (payload) => {
        const [machine, week] = payload?.split(' ') ?? []
        if (week === undefined) send('all', '')
        else if (machine === machineId) send('week', week)
      }),
    )
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { retryAfter } = error.refusal.details
    const headers = typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : undefined
    return new Response(null, { status: statusOf(error.refusal), headers })
  }
}

/** A stream has no end to measure: whoever asks for its head alone opens none. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { allow: 'GET' } })
