import 'server-only'
import { query } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { mayAdministerCompute } from '../policy/compute'
import { canTake } from '../rules/closing'
import { addWeeks, isoNameOf, type Week, weekOf, weeksBetween } from '../rules/weeks'
import { PreviewClosure, ReadClosures } from '../schema/closures'
import { emptyCellsOf, periodsOf } from '../store/empty-cells'
import { type Standing, standingIn } from '../store/standing'

function scope({ actor }: Context) {
  const permission = mayAdministerCompute(actor)
  return permission === true || isRefusal(permission) ? permission : notFound()
}

/** How many weeks after the maintenance somebody displaced could be moved to, and how many of the free ones are offered: the nearest. */
const reach = 26
const offered = 40

type Free = Awaited<ReturnType<typeof emptyCellsOf>>[number]
type Period = { startsAt: Date; endsAt: Date }

/** Where a booking could go: the free slot weeks that can take it, the nearest first. */
function optionsFor(one: Standing, from: Period, free: readonly Free[], project: Period | undefined, now: Date) {
  const booked = { id: one.id, bookingId: '', projectId: one.projectId ?? '', state: one.state, countsUntil: now }
  const origin = {
    ...from,
    slot: one.slotId,
    week: one.week,
    machineId: '',
    gpus: one.gpus,
    closureId: null,
    hold: null,
    waiting: [],
    booked,
  }
  const distance = (week: Week) => Math.abs(weeksBetween(one.week, week))
  return free
    .filter((cell) => canTake(cell, origin, project, now))
    .toSorted((a, b) => distance(a.week) - distance(b.week) || (a.week < b.week ? -1 : 1))
    .slice(0, offered)
    .map(({ slot, slotName, week }) => ({ slot, slotName, week: isoNameOf(week) }))
}

/** What stands in weeks that are to be closed, and where each booking could go instead; nothing is changed. */
export const closurePreview = query({
  name: 'booking.closure-preview',
  input: PreviewClosure,
  scope,
  read: async (_, { machine: slug, slots, from, to }, { now }) => {
    const machine = await db().machine.findUnique({ where: { slug }, select: { id: true, name: true } })
    if (!machine) return null
    const slotIds = slots.length > 0 ? slots : null
    const stretch = { machineId: machine.id, from, until: addWeeks(to, 1), slotIds }
    const standing = await standingIn(db(), stretch, now)
    const isClosing = ({ slot, week }: Free) =>
      week >= from && week <= to && (slotIds === null || slotIds.includes(slot))
    const around = { from: weekOf(now), to: addWeeks(to > from ? to : from, reach) }
    const free = (await emptyCellsOf(db(), machine.id, around)).filter((cell) => !isClosing(cell))
    const projects = await periodsOf(
      db(),
      standing.flatMap(({ projectId }) => projectId ?? []),
    )
    return {
      machine: { slug, name: machine.name },
      from: isoNameOf(from),
      to: isoNameOf(to),
      standing: standing.map((one) => ({
        kind: one.kind,
        id: one.id,
        slot: one.slot,
        gpus: one.gpus,
        week: isoNameOf(one.week),
        project: one.project,
        state: one.state,
        options:
          one.kind === 'booking' && one.state === 'booked'
            ? optionsFor(
                one,
                { startsAt: one.startsAt, endsAt: one.endsAt },
                free,
                projects.get(one.projectId ?? ''),
                now,
              )
            : null,
      })),
    }
  },
})

type Closure = {
  id: string
  reason: string
  by: string | null
  createdAt: Date
  from: Week
  to: Week
  slots: string[]
  cells: number
}

/** The maintenance of a machine that is to come or goes on: its weeks, its slots, and why. */
export const closures = query({
  name: 'booking.closures',
  input: ReadClosures,
  scope,
  read: async (_, { machine }, { now }) => {
    const rows = await db().$queryRaw<Closure[]>`
      SELECT c.id, c.reason, x.name AS by, c.created_at AS "createdAt", min(sw.week)::text AS from, max(sw.week)::text AS to,
        array_agg(DISTINCT s.name) AS slots, count(*)::int AS cells
      FROM closure c JOIN machine m ON m.id = c.machine_id JOIN slot_week sw ON sw.closure_id = c.id JOIN slot s ON s.id = sw.slot_id
        LEFT JOIN person x ON x.id = c.created_by_id
      WHERE m.slug = ${machine} AND c.opened_at IS NULL GROUP BY c.id, x.name HAVING max(sw.ends_at) > ${now} ORDER BY min(sw.week)`
    return rows.map(({ from, to, ...row }) => ({ ...row, from: isoNameOf(from), to: isoNameOf(to) }))
  },
})
