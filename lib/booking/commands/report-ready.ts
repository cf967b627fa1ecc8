import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/readiness'
import { mayAdministerCompute } from '../policy/compute'
import { isoNameOf } from '../rules/weeks'
import { ReportReady } from '../schema/readiness'
import { lockBookedWeek, saveReady } from '../store/readiness'

/**
 * Says that the virtual machine of a running week is ready, and where it answers; said again with another address, that it has moved.
 * Refuses before the week begins, after it ended, and where nobody has it any more.
 */
export const reportReady = command({
  name: 'booking.report-ready',
  input: ReportReady,
  load: (tx, { bookedWeek }) => lockBookedWeek(tx, bookedWeek),
  authorize: ({ actor }) => mayAdministerCompute(actor),
  decide: ({ now }, { week, moved }, { address }) => {
    if (moved) return refuse('booking.week-moved')
    if (week.state !== 'booked' || week.endsAt <= now) return refuse('booking.week-not-held')
    if (now < week.startsAt) return refuse('booking.not-begun', { week: isoNameOf(week.week) })
    if (week.readyAt !== null && week.address === address) return refuse('booking.ready-already', { address })
    const data = { projectId: week.projectId, bookedWeekId: week.id, week: isoNameOf(week.week) }
    const tell = week.readyAt === null ? happened.weekReady : happened.addressChanged
    return { ...tell(week.bookingId, data), address }
  },
  apply: async (tx, { address }, { week }, { actor, now }) => {
    await saveReady(tx, week, { address, by: isPerson(actor) ? actor.id : null, at: now })
    return { bookedWeek: week.id, readyAt: (week.readyAt ?? now).toISOString(), address }
  },
})
