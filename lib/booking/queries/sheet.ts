import 'server-only'
import { holds } from '@/lib/identity/policy'
import { query } from '@/lib/platform/command'
import { bookingScope } from '../policy/booking'
import type { Sheet } from '../rules/sheet'
import { addWeeks, weekOf } from '../rules/weeks'
import { ReadSheet, sheetBefore } from '../schema/reading'
import { projectsOn } from './sheet-projects'
import { readOneSheet } from './sheet-statement'
import { around, shownMachine, weeksOf } from './sheet-weeks'

/** The booking sheet of one machine over some weeks, as this person sees it, and what they could book it with. */
export const sheet = query({
  name: 'booking.sheet',
  input: ReadSheet,
  scope: ({ actor }) => bookingScope(actor),
  read: async ({ personId, all }, { machine, from: asked, weeks, project }, ctx): Promise<Sheet | null> => {
    const span = { from: asked ?? addWeeks(weekOf(ctx.now), -sheetBefore), weeks }
    const administers = holds(ctx.actor, 'compute-administrator')
    const raw = await readOneSheet(machine ?? null, { ...span, personId, administers, now: ctx.now })
    const one = raw.sheets?.[0]
    if (!one) return null
    const { projects, ownIds, acting } = projectsOn(one.machine, raw, { ctx, personId, asked: project })
    if (project !== undefined && !acting) return null
    const reader = { actingId: acting?.id ?? null, ownIds, seesAll: all }
    return {
      machine: shownMachine(one.machine),
      machines: raw.machines.map(shownMachine),
      weeks: weeksOf(one, span, reader, ctx.now),
      projects,
      acting: acting ?? null,
      administers,
      ...around(one, span),
    }
  },
})
