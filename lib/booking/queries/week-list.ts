import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { mayAdministerCompute } from '../policy/compute'
import { readyShare } from '../rules/figures'
import { addWeeks, endOf, isoNameOf, startOf, weekOf } from '../rules/weeks'
import { week } from '../schema/week'
import { readiedWeeks } from '../store/figures'
import { slotsOfWeek, type WeekSlot } from '../store/week-slots'

// On Monday at 08:55 the list is already that of the week about to begin.
const ahead = 12 * 3_600_000
/** Over how many weeks it is counted how many machines were ready in time: half a year. */
const lookedBack = 26

const moment = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)

function lineOf({ machine, slot, gpus, closed, held, project }: WeekSlot) {
  return {
    machine: { slug: machine.slug, name: machine.name },
    slot,
    gpus,
    closed,
    booked:
      held && project
        ? {
            bookedWeek: held.bookedWeekId,
            booking: held.bookingId,
            project: { slug: project.slug, name: project.name },
            pi: project.pi.name,
            continues: held.continues,
            goesOn: held.goesOn,
            readyAt: moment(held.readyAt ?? held.session?.readyAt),
            address: held.address ?? held.session?.address ?? null,
          }
        : null,
  }
}

/**
 * Every slot of a week on every machine, for who prepares them: who has it, whether their session goes on, and whether it is ready; and how
 * many machines were ready before noon in the half year until now.
 */
export const weekList = query({
  name: 'booking.week-list',
  input: z.object({ week: week.optional() }),
  scope: ({ actor }) => {
    const permission = mayAdministerCompute(actor)
    return permission === true || isRefusal(permission) ? permission : notFound()
  },
  read: async (_, { week: asked }, { now }) => {
    const monday = asked ?? weekOf(new Date(now.getTime() + ahead))
    const running = weekOf(now)
    const [slots, readied] = await Promise.all([
      slotsOfWeek(db(), null, monday, now),
      readiedWeeks(addWeeks(running, 1 - lookedBack), running),
    ])
    return {
      week: isoNameOf(monday),
      startsAt: startOf(monday),
      endsAt: endOf(monday),
      earlier: isoNameOf(addWeeks(monday, -1)),
      later: isoNameOf(addWeeks(monday, 1)),
      lines: slots.map(lineOf),
      readyBeforeNoon: { ...readyShare(readied, now), weeks: lookedBack },
    }
  },
})
