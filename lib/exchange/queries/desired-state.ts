import 'server-only'
import { z } from 'zod'
import { mayAdministerCompute } from '@/lib/booking/policy/compute'
import { endOf, isoNameOf, startOf } from '@/lib/booking/rules/weeks'
import { week } from '@/lib/booking/schema/week'
import { type Entrant, entrantsOf, lackingOf } from '@/lib/booking/store/entering'
import { slotsOfWeek, type WeekSlot } from '@/lib/booking/store/week-slots'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { type Mounts, mountsOf, nothing } from './mounts'

/** The keys that enter, each with its person. */
const keysOf = (entrants: readonly Entrant[]) =>
  entrants
    .filter(({ barred }) => barred === null)
    .flatMap(({ id, name, keys }) =>
      keys.map((key) => ({
        person: { id, name },
        name: key.name,
        fingerprint: key.fingerprint,
        publicKey: key.publicKey,
      })),
    )

/** Whose keys enter: nobody's while an agreement is missing. */
const enteringOf = (entrants: readonly Entrant[], missing: readonly string[]) =>
  missing.length > 0 ? [] : entrants.filter(({ barred, keys }) => barred === null && keys.length > 0)

type Within = { entrants: readonly Entrant[]; missing: readonly string[]; mounts: Mounts }

function desiredOf(slot: WeekSlot, { entrants, missing, mounts }: Within) {
  const { held, project, closed } = slot
  const place = { slot: slot.slot, slotId: slot.slotId, gpus: slot.gpus }
  if (!held || !project)
    return { ...place, state: closed === null ? ('free' as const) : ('closed' as const), booked: null }
  return {
    ...place,
    state: 'booked' as const,
    booked: {
      bookedWeek: held.bookedWeekId,
      booking: held.bookingId,
      project: { id: project.id, slug: project.slug, name: project.name },
      pi: project.pi,
      from: slot.startsAt.toISOString(),
      until: slot.endsAt.toISOString(),
      continues: held.continues,
      goesOn: held.goesOn,
      missing,
      keys: keysOf(enteringOf(entrants, missing)),
      datasets: mounts.datasets,
      withheld: mounts.withheld,
      projQuotaBytes: Number(project.quotaBytes),
    },
  }
}

/** What a machine must look like in a week, slot by slot; the same state is the same answer. For compute administrators' programs. */
export const desiredState = query({
  name: 'exchange.desired-state',
  input: z.object({ machine: z.string().max(40), week }),
  scope: ({ actor }) => {
    const permission = mayAdministerCompute(actor)
    return permission === true || isRefusal(permission) ? permission : notFound()
  },
  read: async (_, { machine: slug, week: monday }, { now }) => {
    const select = { id: true, slug: true, name: true, loginName: true, personalData: true } as const
    const machine = await db().machine.findUnique({ where: { slug }, select })
    if (!machine) return null
    const { id: machineId, ...shown } = machine
    const slots = await slotsOfWeek(db(), machineId, monday, now)
    const projects = [
      ...new Map(slots.flatMap(({ project }) => (project ? [[project.id, project] as const] : []))).values(),
    ]
    const entrants = await entrantsOf(
      db(),
      projects.map(({ id }) => id),
      now,
    )
    const lacking = await lackingOf(db(), projects, machine.personalData, now)
    const of = (id: string) => ({ entrants: entrants.get(id) ?? [], missing: lacking.get(id) ?? [] })
    const entering = new Map(
      projects.map((project) => {
        const { entrants, missing } = of(project.id)
        return [project, enteringOf(entrants, missing).map(({ id, name }) => ({ id, name }))] as const
      }),
    )
    const mounts = await mountsOf(db(), entering, now)
    return {
      machine: shown,
      week: isoNameOf(monday),
      from: startOf(monday).toISOString(),
      until: endOf(monday).toISOString(),
      slots: slots.map((slot) => {
        const project = slot.project?.id ?? ''
        return desiredOf(slot, { ...of(project), mounts: mounts.get(project) ?? nothing })
      }),
    }
  },
})
