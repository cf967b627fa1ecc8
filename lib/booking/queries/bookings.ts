import 'server-only'
import { query } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal } from '@/lib/platform/refusal'
import { standingIn } from '@/lib/projects/store/standing'
import { Prisma } from '@/prisma/generated/client'
import { bookingScope, mayBook } from '../policy/booking'
import { judgeCancel, judgeRelease, judgeUndo } from '../rules/ending'
import { ReadBooking, ReadBookings } from '../schema/reading'
import { type BookingShown, readBookings } from './booking-rows'

const pageSize = 50

/** A booking is coming, running or over by what of it is still booked. */
const inState = (now: Date) =>
  ({
    coming: Prisma.sql`EXISTS (SELECT FROM booked_week w WHERE w.booking_id = b.id AND w.state = 'booked' AND w.starts_at > ${now})`,
    running: Prisma.sql`EXISTS (SELECT FROM booked_week w WHERE w.booking_id = b.id AND w.state = 'booked' AND w.starts_at <= ${now}
      AND w.ends_at > ${now})`,
    over: Prisma.sql`NOT EXISTS (SELECT FROM booked_week w WHERE w.booking_id = b.id AND w.state = 'booked' AND w.ends_at > ${now})`,
  }) as const

/** The bookings of the projects that the reader takes part in, or all for an administrator; the newest first, 50 a page. */
export const bookings = query({
  name: 'booking.bookings',
  input: ReadBookings,
  scope: ({ actor }) => bookingScope(actor),
  read: async (within, { project, machine, state, cursor }, { now }) => {
    const conditions = [
      Prisma.sql`(${cursor ?? null}::uuid IS NULL OR b.id < ${cursor ?? null}::uuid)`,
      Prisma.sql`(${project ?? null}::text IS NULL OR p.slug = ${project ?? null})`,
      Prisma.sql`(${machine ?? null}::text IS NULL OR m.slug = ${machine ?? null})`,
      ...(state ? [inState(now)[state]] : []),
    ]
    const rows = await readBookings(within, Prisma.join(conditions, ' AND '), pageSize + 1, now)
    const items = rows.slice(0, pageSize)
    return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
  },
})

export type BookingAbility = 'cancel' | 'release' | 'undo' | 'move'

/** What the reader may do with the booking now: what the commands would accept. */
async function abilitiesOf({ actor, now }: Context, booking: BookingShown): Promise<BookingAbility[]> {
  if (!isPerson(actor)) return []
  const project = await db().project.findUnique({
    where: { id: booking.projectId },
    select: { id: true, piId: true },
  })
  if (!project || mayBook(actor, await standingIn(db(), project, actor.id, now)) !== true) return []
  const may = (outcome: unknown): boolean => !isRefusal(outcome)
  const cancels = may(judgeCancel(booking.weeks, null, now))
  const found: [BookingAbility, boolean][] = [
    ['cancel', cancels],
    ['release', may(judgeRelease(booking.weeks, null, now))],
    ['undo', may(judgeUndo(booking.weeks, null, now))],
    ['move', cancels],
  ]
  return found.flatMap(([ability, is]) => (is ? [ability] : []))
}

/** One booking, with what the reader may do with it now. */
export const oneBooking = query({
  name: 'booking.one',
  input: ReadBooking,
  scope: ({ actor }) => bookingScope(actor),
  read: async (within, { booking: id }, ctx) => {
    const [booking] = await readBookings(within, Prisma.sql`b.id = ${id}::uuid`, 1, ctx.now)
    return booking ? { ...booking, abilities: await abilitiesOf(ctx, booking) } : null
  },
})
