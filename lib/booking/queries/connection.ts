import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { ownBookings } from '../policy/calendar'
import { isoNameOf } from '../rules/weeks'
import { OneBooking } from '../schema/calendar'
import { weekIn } from '../store/dates'
import { entrantsOf, lackingOf } from '../store/entering'
import { slotsOfWeek, type WeekSlot } from '../store/week-slots'

type Held = WeekSlot & { held: NonNullable<WeekSlot['held']>; project: NonNullable<WeekSlot['project']> }

const heldBy =
  (bookingId: string) =>
  (slot: WeekSlot): slot is Held =>
    slot.held?.bookingId === bookingId && slot.project !== null

/** Where a held slot's virtual machine answers, of its session where this week says nothing itself; null while it is prepared. */
const answering = ({ held, machine }: Held) => {
  const address = held.address ?? held.session?.address ?? null
  const readyAt = held.readyAt ?? held.session?.readyAt ?? null
  if (address === null || readyAt === null) return null
  return { address, readyAt: new Date(readyAt), ssh: `ssh ${machine.loginName}@${address}` }
}

const select = {
  projectId: true,
  machineId: true,
  weeks: { where: { state: 'booked' }, orderBy: { week: 'asc' }, select: { week: true, endsAt: true } },
} as const

/** What a booking is of, in a few words. */
async function aboutOf({
  projectId,
  machineId,
  weeks,
}: {
  projectId: string
  machineId: string
  weeks: { week: Date }[]
}) {
  const named = { slug: true, name: true } as const
  const project = await db().project.findUniqueOrThrow({ where: { id: projectId }, select: named })
  const machine = await db().machine.findUniqueOrThrow({ where: { id: machineId }, select: named })
  return { project, machine, weeks: [...new Set(weeks.map(({ week }) => isoNameOf(weekIn(week))))] }
}

/** What of a booking runs now. */
async function runningOf(id: string, weeks: { week: Date; endsAt: Date }[], now: Date): Promise<Held[]> {
  const first = weeks.find(({ endsAt }) => endsAt > now)
  const slots = first ? await slotsOfWeek(db(), null, weekIn(first.week), now) : []
  return slots.filter(heldBy(id)).filter(({ startsAt }) => startsAt <= now)
}

/**
 * How one gets into what runs of a booking, for who takes part in its project: the address, the SSH command, whose keys are let in,
 * and whose are not and why. `slots` is empty while none of its weeks runs.
 */
export const connection = query({
  name: 'booking.connection',
  input: OneBooking,
  scope: ({ actor }) => ownBookings(actor),
  read: async ({ personId }, { booking: id }, { now }) => {
    const booking = await db().booking.findUnique({ where: { id }, select })
    const entrants = booking && (await entrantsOf(db(), [booking.projectId], now)).get(booking.projectId)
    if (!booking || !entrants?.some((one) => one.id === personId)) return null
    const running = await runningOf(id, booking.weeks, now)
    const [one] = running
    const lacking = one ? await lackingOf(db(), [one.project], one.machine.personalData, now) : null
    return {
      booking: await aboutOf(booking),
      slots: running.map((slot) => ({
        slot: slot.slot,
        machine: slot.machine.name,
        gpus: slot.gpus,
        endsAt: slot.endsAt,
        goesOn: slot.held.goesOn,
        ready: answering(slot),
      })),
      /** Agreements without which nobody is let in. */
      missing: [...(lacking?.get(booking.projectId) ?? [])],
      people: entrants.map(({ id: who, name, barred, keys }) => ({
        id: who,
        name,
        isSelf: who === personId,
        barred,
        keys: keys.map(({ name: key, type, fingerprint }) => ({ name: key, type, fingerprint })),
      })),
    }
  },
})
