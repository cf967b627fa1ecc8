import 'server-only'
import { command } from '@/lib/platform/command'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/machines'
import { mayAdministerCompute } from '../policy/compute'
import { earliestLayout, gpusOf, nextLayout, sheetEnd } from '../rules/layouts'
import { isoNameOf, type Week } from '../rules/weeks'
import { SetLayout } from '../schema/machines'
import { hasHistory, insertLayout, removeLayout } from '../store/machines'
import { horizon } from '../store/slot-weeks'
import { lockStretch, removeStretch, standingIn } from '../store/standing'
import { loadMachine } from './on-machine'

async function loadForLayout(tx: Tx, slug: string, from: Week, now: Date) {
  const loaded = await loadMachine(tx, slug)
  if (!loaded) return null
  const { machine, layouts } = loaded
  const until = nextLayout(layouts, from)
  const stretch = { machineId: machine.id, from, until, slotIds: null }
  await lockStretch(tx, stretch)
  const replaced = layouts.find((layout) => layout.from === from) ?? null
  const used = replaced !== null && (await hasHistory(tx, replaced.id))
  return { machine, stretch, replaced, used, standing: await standingIn(tx, stretch, now) }
}

/**
 * Divides a machine anew from a week on, until the next layout that is planned. Refused where anything stands in those weeks
 * (`booking.layout-conflicts`, with what it is); `booking.layout-preview` shows it before.
 */
export const setLayout = command({
  name: 'booking.set-layout',
  input: SetLayout,
  load: (tx, { machine, from }, { now }) => loadForLayout(tx, machine, from, now),
  authorize: ({ actor }) => mayAdministerCompute(actor),
  decide: ({ now }, { machine, standing, used }, { from, slots }) => {
    const earliest = earliestLayout(now)
    if (from < earliest) return refuse('booking.layout-too-early', { earliest: isoNameOf(earliest) })
    if (standing.length > 0) {
      const conflicts = standing.map(({ kind, slot, week, project }) => ({
        kind,
        slot,
        week: isoNameOf(week),
        project,
      }))
      return refuse('booking.layout-conflicts', { count: standing.length, conflicts })
    }
    if (used) return refuse('booking.layout-has-history', { from: isoNameOf(from) })
    const data = { slug: machine.slug, from: isoNameOf(from), slots: slots.length, gpus: gpusOf(slots) }
    return { ...happened.layoutSet(machine.id, data), wanted: { from, slots } }
  },
  apply: async (tx, { subjectId: machineId, wanted: { from, slots } }, { stretch, replaced }, { now }) => {
    await removeStretch(tx, stretch)
    if (replaced) await removeLayout(tx, replaced.id)
    const end = sheetEnd(now, horizon)
    const to = stretch.until !== null && stretch.until < end ? stretch.until : end
    await insertLayout(tx, { machineId, from, to, slots }, now)
    return { machine: machineId, from: isoNameOf(from) }
  },
})
