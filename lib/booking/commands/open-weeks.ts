import 'server-only'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/closures'
import { mayAdministerCompute } from '../policy/compute'
import { weekOf } from '../rules/weeks'
import { OpenWeeks } from '../schema/closures'
import { lockCells } from '../store/cells'
import { keysOfClosure, lockClosure, saveOpening } from '../store/closures'
import { factsOfHolds, handOver, holdsOn, lockWaiting } from '../store/handing-on'

async function load(tx: Tx, { closure: id }: { closure: string }, { now }: Context) {
  const closure = await lockClosure(tx, id)
  if (!closure) return null
  const cells = await lockCells(tx, await keysOfClosure(tx, id, weekOf(now)))
  return { closure, cells, projects: await lockWaiting(tx, cells, [], now) }
}

/** Ends a maintenance: what of it is not over can be booked again, and goes first to who waits for it. */
export const openWeeks = command({
  name: 'booking.open-weeks',
  input: OpenWeeks,
  load,
  authorize: ({ actor }) => mayAdministerCompute(actor),
  decide: ({ now }, { closure, cells, projects }) => {
    if (closure.openedAt !== null) return refuse('booking.opened-already')
    const holds = holdsOn(cells, projects, now)
    const { id, machineId, slug } = closure
    const opened = happened.weeksOpened(machineId, { slug, closureId: id, cells: cells.length })
    return Object.assign([opened, ...factsOfHolds(holds)], { holds })
  },
  apply: async (tx, { holds }, { closure, cells }, { now }) => {
    await saveOpening(tx, closure.id, cells, now)
    await handOver(tx, [], holds, now)
    return { id: closure.id, opened: cells.length, held: holds.length }
  },
})
