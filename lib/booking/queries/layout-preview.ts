import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { mayAdministerCompute } from '../policy/compute'
import { nextLayout } from '../rules/layouts'
import { isoNameOf } from '../rules/weeks'
import { PreviewLayout } from '../schema/machines'
import { layoutsOf } from '../store/machines'
import { standingIn } from '../store/standing'

/** What stands in the way of a new layout from a week on, before anybody sets it: bookings, holds, maintenance and places in the queue. */
export const layoutPreview = query({
  name: 'booking.layout-preview',
  input: PreviewLayout,
  scope: ({ actor }) => {
    const permission = mayAdministerCompute(actor)
    return permission === true || isRefusal(permission) ? permission : notFound()
  },
  read: async (_, { machine: slug, from }, { now }) => {
    const machine = await db().machine.findUnique({ where: { slug }, select: { id: true } })
    if (!machine) return null
    const layouts = await layoutsOf(db(), machine.id)
    const until = nextLayout(layouts, from)
    const standing = await standingIn(db(), { machineId: machine.id, from, until, slotIds: null }, now)
    return {
      from: isoNameOf(from),
      until: until && isoNameOf(until),
      standing: standing.map(({ kind, slot, gpus, week, project, state }) => ({
        kind,
        slot,
        gpus,
        week: isoNameOf(week),
        project,
        state,
      })),
    }
  },
})
