import 'server-only'
import { db } from '@/lib/platform/db'
import type { Language } from '@/lib/platform/messages'
import { Prisma } from '@/prisma/generated/client'
import type { CalendarWeek } from '../rules/calendar'
import { calendarText } from '../store/calendar-text'
import { calendarWeeks } from '../store/calendar-weeks'

/** Who takes part in a project now, and who leads it. For reactions only. */
async function peopleOf(projectId: string) {
  const project = await db().project.findUnique({
    where: { id: projectId },
    select: { slug: true, name: true, piId: true, members: { select: { personId: true } } },
  })
  if (!project) return null
  const { slug, name, piId, members } = project
  return { slug, name, piId, members: [...new Set([piId, ...members.map(({ personId }) => personId)])] }
}

/** A booking as its mails need it: of what, for whom, and whom it concerns. For reactions only. */
export async function bookingToTell(id: string) {
  const booking = await db().booking.findUnique({
    where: { id },
    select: { id: true, projectId: true, machineId: true, bookedById: true, reason: true },
  })
  const project = booking && (await peopleOf(booking.projectId))
  if (!booking || !project) return null
  const machine = await db().machine.findUniqueOrThrow({
    where: { id: booking.machineId },
    select: { slug: true, name: true, loginName: true },
  })
  const by = await db().person.findUnique({ where: { id: booking.bookedById }, select: { name: true } })
  const booker = project.members.includes(booking.bookedById) ? [booking.bookedById] : []
  return {
    id,
    project,
    machine,
    by: by?.name ?? '',
    reason: booking.reason,
    /** The PI, and who booked where they take part in the project: who answers for the booking. */
    holders: [...new Set([project.piId, ...booker])],
  }
}

/** These booked weeks as they stand now, with the slots that they are in. For reactions only. */
export const weeksToTell = (ids: readonly string[]): Promise<CalendarWeek[]> =>
  calendarWeeks(db(), Prisma.sql`w.id = ANY (${[...ids]}::uuid[])`)

/** The same as a calendar to send along. For reactions only. */
export const calendarToSend = (language: Language, weeks: readonly CalendarWeek[]): string =>
  calendarText(language, weeks, null)

/** Where the virtual machine of a booked week answers. For reactions only. */
export async function addressToTell(bookedWeekId: string): Promise<string | null> {
  return (await db().bookedWeek.findUnique({ where: { id: bookedWeekId }, select: { address: true } }))?.address ?? null
}

/** Why weeks were closed. For reactions only. */
export async function closureReason(id: string): Promise<string> {
  return (await db().closure.findUnique({ where: { id }, select: { reason: true } }))?.reason ?? ''
}

/** A place in the queue with its slot, and whom its hold concerns: who queued, and the PI. For reactions only. */
export async function placeToTell(id: string) {
  const place = await db().waitingPlace.findUnique({
    where: { id },
    select: { projectId: true, personId: true, slotId: true },
  })
  const project = place && (await peopleOf(place.projectId))
  if (!place || !project) return null
  const slot = await db().slot.findUniqueOrThrow({
    where: { id: place.slotId },
    select: { name: true, machine: { select: { slug: true, name: true } } },
  })
  const queued = project.members.includes(place.personId) ? [place.personId] : []
  return { project, slot: slot.name, machine: slot.machine, holders: [...new Set([project.piId, ...queued])] }
}

/** Whether a hold is still open. For reactions only. */
export async function holdToTell(id: string): Promise<{ until: Date } | null> {
  return db().hold.findFirst({ where: { id, state: 'open' }, select: { until: true } })
}

type Turning = { id: string; bookingId: string; week: string }

/** Booked weeks that begin a session in this time, and were booked before it began. For reactions only. */
export const beginningBetween = (from: Date, until: Date): Promise<Turning[]> => db().$queryRaw<Turning[]>`
  SELECT w.id, w.booking_id AS "bookingId", w.week::text AS week FROM booked_week w
  WHERE w.state = 'booked' AND w.starts_at > ${from} AND w.starts_at <= ${until} AND w.created_at < ${from}
    AND NOT EXISTS (SELECT FROM booked_week b WHERE b.slot_id = w.slot_id AND b.project_id = w.project_id AND b.state = 'booked'
      AND b.week = w.week - 7) ORDER BY w.id`

/** Booked weeks that end a session in this time. For reactions only. */
export const endingBetween = (from: Date, until: Date): Promise<Turning[]> => db().$queryRaw<Turning[]>`
  SELECT w.id, w.booking_id AS "bookingId", w.week::text AS week FROM booked_week w
  WHERE w.state = 'booked' AND w.ends_at > ${from} AND w.ends_at <= ${until} AND w.starts_at <= ${from}
    AND NOT EXISTS (SELECT FROM booked_week b WHERE b.slot_id = w.slot_id AND b.project_id = w.project_id AND b.state = 'booked'
      AND b.week = w.week + 7) ORDER BY w.id`
