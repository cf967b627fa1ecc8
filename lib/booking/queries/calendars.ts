import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { fingerprint } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'
import { isLanguage } from '@/lib/platform/messages'
import { Prisma } from '@/prisma/generated/client'
import { ownBookings } from '../policy/calendar'
import { OneBooking, SecretFeed } from '../schema/calendar'
import { noteRead } from '../store/calendar-feeds'
import { calendarText } from '../store/calendar-text'
import { calendarWeeks, takenPartInBy } from '../store/calendar-weeks'

const half = 183 * 86_400_000

/** What a feed holds: the weeks that last, from half a year back on. What was cancelled is left out, and a calendar forgets it. */
const lasting = (now: Date) => Prisma.sql`w.state = 'booked' AND w.ends_at > ${new Date(now.getTime() - half)}`

/**
 * What the calendar behind a secret address holds. The secret is the permission, as long as its person has an open account and takes
 * part in the project.
 */
export const calendar = query({
  name: 'booking.calendar',
  input: SecretFeed,
  scope: () => 'the secret is the permission' as const,
  read: async (_, { secret }, { now }) => {
    const feed = await db().calendarFeed.findUnique({
      where: { secretHash: fingerprint(secret) },
      select: { id: true, readAt: true, personId: true, projectId: true },
    })
    const person = feed && (await db().person.findUnique({ where: { id: feed.personId, deactivatedAt: null } }))
    if (!feed || !person) return null
    await noteRead(db(), feed, now)
    const { projectId } = feed
    const own = Prisma.sql`${lasting(now)} AND ${takenPartInBy(person.id)}
      AND (${projectId}::uuid IS NULL OR p.id = ${projectId}::uuid)`
    const project = projectId && (await db().project.findUnique({ where: { id: projectId }, select: { name: true } }))
    const language = isLanguage(person.language) ? person.language : 'en'
    return { file: calendarText(language, await calendarWeeks(db(), own), project ? project.name : null) }
  },
})

type Feeding = {
  id: string | null
  createdAt: Date | null
  /** When somebody read it last, to the hour; null: nobody yet, or there is none. */
  readAt: Date | null
  project: { slug: string; name: string } | null
}

/** One's own calendar addresses, and the projects that one could have one for; the secrets are not known any more. */
export const calendarFeeds = query({
  name: 'booking.calendar-feeds',
  input: z.object({}),
  scope: ({ actor }) => ownBookings(actor),
  read: async ({ personId }): Promise<Feeding[]> => {
    const feeds = await db().calendarFeed.findMany({
      where: { personId },
      select: { id: true, projectId: true, createdAt: true, readAt: true },
    })
    const projects = await db().project.findMany({
      where: { OR: [{ piId: personId }, { members: { some: { personId } } }] },
      orderBy: { name: 'asc' },
      select: { id: true, slug: true, name: true },
    })
    const of = (projectId: string | null) => {
      const feed = feeds.find((one) => one.projectId === projectId)
      return { id: feed?.id ?? null, createdAt: feed?.createdAt ?? null, readAt: feed?.readAt ?? null }
    }
    const each = projects.map(({ id, slug, name }) => ({ ...of(id), project: { slug, name } }))
    return [{ ...of(null), project: null }, ...each]
  },
})

/** The weeks of one booking for a calendar, those that were cancelled too; for who takes part in its project. */
export const bookingCalendar = query({
  name: 'booking.booking-calendar',
  input: OneBooking,
  scope: ({ actor }) => ownBookings(actor),
  read: async ({ personId }, { booking }, { language }) => {
    const weeks = await calendarWeeks(db(), Prisma.sql`w.booking_id = ${booking}::uuid AND ${takenPartInBy(personId)}`)
    return weeks.length === 0 ? null : { file: calendarText(language, weeks, null) }
  },
})
