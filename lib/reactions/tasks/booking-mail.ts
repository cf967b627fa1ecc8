import 'server-only'
import {
  addressToTell,
  beginningBetween,
  bookingToTell,
  calendarToSend,
  closureReason,
  endingBetween,
  weeksToTell,
} from '@/lib/booking/queries/for-reactions'
import type { CalendarWeek } from '@/lib/booking/rules/calendar'
import { readingOf, settingsOf } from '@/lib/identity/queries/for-reactions'
import { isOn, type Topic } from '@/lib/identity/rules/topics'
import { readClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { sentences } from '@/lib/platform/sentence'
import { messages } from '../messages/booking'
import { stockholm } from './booking-words'
import type { Fact } from './identity'
import { post } from './post'

type Said =
  | 'made'
  | 'cancelled'
  | 'released'
  | 'restored'
  | 'withdrawn'
  | 'moved'
  | 'ready'
  | 'ahead'
  | 'ends'
  | 'displaced'
  | 'relocated'
type Booking = NonNullable<Awaited<ReturnType<typeof bookingToTell>>>
type Telling = {
  /** What makes it one mail, however often it is tried. */
  readonly reason: string
  readonly said: Said
  readonly topic: Topic
  readonly booking: Booking
  readonly weeks: readonly CalendarWeek[]
  readonly to: readonly string[]
  /** Where its link leads, below the booking. */
  readonly path?: string
  readonly why?: string
  readonly ssh?: string
  readonly calendar: boolean
}

const page = (path: string): string => env().PORTAL_ORIGIN + path

/** Writes to each of these people who has not turned these mails off, in their language. */
async function tell({
  reason,
  said,
  topic,
  booking,
  weeks,
  to,
  path = '',
  why,
  ssh = '',
  calendar,
}: Telling): Promise<void> {
  for (const personId of to) {
    const person = await readingOf(personId)
    if (!person?.active || !isOn(topic, await settingsOf(personId))) continue
    const t = sentences(messages, person.language)
    const line = ({ name, slot, gpus, startsAt, endsAt }: CalendarWeek) =>
      `- ${t('mail.booking.line', { name, slot, gpus, from: stockholm(startsAt), until: stockholm(endsAt) })}`
    const values = {
      machine: booking.machine.name,
      project: booking.project.name,
      by: booking.by,
      weeks: [...new Set(weeks.map(({ name }) => name))].join(', '),
      list: weeks.map(line).join('\n'),
      reason: said === 'made' ? (why ? t('mail.booking.reason', { reason: why }) : '') : (why ?? ''),
      ssh,
      link: page(`/bookings/${booking.id}${path}`),
      settings: page('/account/notifications'),
    }
    const subject = t(`mail.booking.${said}.subject`, values)
    const text = t(`mail.booking.${said}.text`, values)
    const file = calendar ? calendarToSend(person.language, weeks) : null
    await post({ reason, to: person, topic, subject, text, calendar: file })
  }
}

/** The booked weeks that a happening names. */
const idsIn = (data: Fact['data']): string[] =>
  Array.isArray(data.cells) ? data.cells.map((cell: { id: string }) => cell.id) : [String(data.bookedWeekId)]

const changes: Readonly<Record<string, Said>> = {
  'booking.weeks-booked': 'made',
  'booking.weeks-cancelled': 'cancelled',
  'booking.weeks-released': 'released',
  'booking.ending-undone': 'restored',
  'booking.booking-withdrawn': 'withdrawn',
  'booking.week-moved': 'moved',
}

/** Tells who answers for a booking that it was made, or what became of it. */
export async function mailBooking({ id, type, subjectId, data }: Fact): Promise<void> {
  const [booking, said] = [await bookingToTell(subjectId), changes[type]]
  if (!booking || !said) return
  const topic = said === 'made' ? 'booking-made' : 'booking-changed'
  const weeks = await weeksToTell(idsIn(data))
  const why = said === 'made' ? (booking.reason ?? undefined) : undefined
  await tell({ reason: id, said, topic, booking, weeks, to: booking.holders, why, calendar: true })
}

/** Tells everybody of the project that their machine is ready, and how to enter. */
export async function mailReady({ id, subjectId, data }: Fact): Promise<void> {
  const bookedWeekId = String(data.bookedWeekId)
  const [booking, address] = [await bookingToTell(subjectId), await addressToTell(bookedWeekId)]
  if (!booking || !address) return
  const weeks = await weeksToTell([bookedWeekId])
  const ssh = `ssh ${booking.machine.loginName}@${address}`
  const to = booking.project.members
  await tell({
    reason: id,
    said: 'ready',
    topic: 'booking-ready',
    booking,
    weeks,
    to,
    path: '/connection',
    ssh,
    calendar: false,
  })
}

/** Tells everybody of the project that a week was moved or cancelled for maintenance, and why. */
export async function mailDisplaced({ id, type, subjectId, data }: Fact): Promise<void> {
  const booking = await bookingToTell(subjectId)
  if (!booking) return
  const said = type === 'booking.week-relocated' ? 'relocated' : 'displaced'
  const weeks = await weeksToTell([String(data.bookedWeekId)])
  const why = await closureReason(String(data.closureId))
  await tell({
    reason: id,
    said,
    topic: 'booking-displaced',
    booking,
    weeks,
    to: booking.project.members,
    why,
    calendar: true,
  })
}

const day = 86_400_000
type Turn = Awaited<ReturnType<typeof beginningBetween>>[number]

/** One mail a booked week, however often the clock looks; one that was moved since is told of anew. */
async function tellTurn(said: 'ahead' | 'ends', topic: Topic, { id, bookingId, week }: Turn): Promise<void> {
  const booking = await bookingToTell(bookingId)
  if (!booking) return
  const [weeks, reason] = [await weeksToTell([id]), `${said} ${id} ${week}`]
  await tell({ reason, said, topic, booking, weeks, to: booking.project.members, calendar: said === 'ahead' })
}

/** Each day: tells of the sessions that begin within a week, and of those that end within three days. */
export async function mailTurns(now = readClock()): Promise<void> {
  for (const turn of await beginningBetween(now, new Date(now.getTime() + 7 * day)))
    await tellTurn('ahead', 'booking-week-ahead', turn)
  for (const turn of await endingBetween(now, new Date(now.getTime() + 3 * day)))
    await tellTurn('ends', 'booking-ends-soon', turn)
}
