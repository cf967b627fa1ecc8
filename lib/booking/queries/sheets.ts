import 'server-only'
import { holds } from '@/lib/identity/policy'
import { query } from '@/lib/platform/command'
import { bookingScope } from '../policy/booking'
import type { Sheets } from '../rules/sheet'
import { weekOf } from '../rules/weeks'
import { ReadSheets } from '../schema/reading'
import { projectsOn } from './sheet-projects'
import { readSheets } from './sheet-statement'
import { shownMachine, weeksOf } from './sheet-weeks'

/**
 * The booking sheets of several machines over the same weeks, in one round trip to the database: of those that are named, else of all.
 * One that is named and is not there makes the whole "not found".
 */
export const sheets = query({
  name: 'booking.sheets',
  input: ReadSheets,
  scope: ({ actor }) => bookingScope(actor),
  read: async ({ personId, all }, { machines, from, weeks, project }, ctx): Promise<Sheets | null> => {
    const span = { from: from ?? weekOf(ctx.now), weeks }
    const administers = holds(ctx.actor, 'compute-administrator')
    const raw = await readSheets(machines ?? null, { ...span, personId, administers, now: ctx.now })
    const found = raw.sheets ?? []
    if (machines?.some((slug) => !found.some(({ machine }) => machine.slug === slug))) return null
    const [first] = found
    const asked = project ?? (first && projectsOn(first.machine, raw, { ctx, personId, asked: undefined }).acting?.slug)
    const offered = found.map(({ machine }) => projectsOn(machine, raw, { ctx, personId, asked: asked ?? '' }))
    const acting = offered[0]?.acting
    if (project !== undefined && first && !acting) return null
    const reader = { actingId: acting?.id ?? null, ownIds: offered[0]?.ownIds ?? new Set<string>(), seesAll: all }
    return {
      sheets: found.map((one, at) => ({
        machine: shownMachine(one.machine),
        why: offered[at]?.acting?.why ?? null,
        weeks: weeksOf(one, span, reader, ctx.now),
      })),
      acting: acting ? { id: acting.id, slug: acting.slug, name: acting.name, meter: acting.meter } : null,
    }
  },
})
