import { endOf, startOf, type Week } from '@/lib/booking/rules/weeks'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { noon } from '../identity/people'

type Stand = { projectId: string; machineId: string; slotId: string; week: Week; gpus?: number; at?: Date; by?: string }

/** A booked week, written as the booking command writes it: for what others do with booked weeks. */
export async function booked({ projectId, machineId, slotId, week, gpus = 4, at = noon, by = newId() }: Stand) {
  const [id, bookingId] = [newId(), newId()]
  const place = { projectId, machineId, slotId, week: new Date(`${week}T00:00:00Z`), gpus }
  const period = { startsAt: startOf(week), endsAt: endOf(week), countsUntil: endOf(week) }
  await db().$transaction([
    db().booking.create({
      data: { id: bookingId, projectId, machineId, bookedById: by, kind: 'ordinary', createdAt: at },
    }),
    db().bookedWeek.create({
      data: { id, bookingId, ...place, ...period, state: 'booked', stateAt: at, createdAt: at },
    }),
    db().slotWeek.update({ where: { slotId_week: { slotId, week: place.week } }, data: { bookedWeekId: id } }),
  ])
  return { id, bookingId }
}
