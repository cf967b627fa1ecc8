import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { closeWeeks } from '@/lib/booking/commands/close-weeks'
import { cancelWeeks } from '@/lib/booking/commands/end-weeks'
import { reportReady } from '@/lib/booking/commands/report-ready'
import { undoBooking } from '@/lib/booking/commands/undo'
import { joinWaitingList } from '@/lib/booking/commands/wait'
import { setNotifications } from '@/lib/identity/commands/profile'
import { outbox } from '@/lib/identity/queries/outbox'
import { topics } from '@/lib/identity/rules/topics'
import { db } from '@/lib/platform/db'

import { mailTurns } from '@/lib/reactions/tasks/booking-mail'
import { mailsTo, react } from '../identity/mails'
import { as, at, later, somebody, stranger } from '../identity/people'
import { projectOf } from './acting'
import { administrator, machine, mondayIn, weekIn } from './machines'
import { runningWeek, takesPart } from './running'
import { booked } from './standing'

const emailOf = async (id: string) => (await db().person.findUniqueOrThrow({ where: { id } })).email
const subjectsTo = async (id: string) => (await mailsTo(await emailOf(id))).map(({ subject }) => subject)
const eventsIn = (calendar: string | null | undefined) =>
  new ICAL.Component(ICAL.parse(calendar ?? '')).getAllSubcomponents('vevent').map((component) => ({
    uid: component.getFirstPropertyValue('uid'),
    status: component.getFirstPropertyValue('status'),
  }))

test('who books is told with a calendar, once; cancelled, the same entry is struck out; in the language of the reader', async () => {
  const [own, theirs] = [await machine(), await projectOf({ name: 'Told' })]
  await db().person.update({ where: { id: theirs.pi.id }, data: { language: 'sv' } })
  const ctx = as(theirs.pi)
  const cells = [2, 3].map((n) => ({ slot: own.slot('A'), week: mondayIn(n) }))
  const { id: booking } = await bookWeeks(ctx, { project: theirs.slug, cells })
  await react('booking.weeks-booked')
  await react('booking.weeks-booked')
  const [made, ...others] = await mailsTo(await emailOf(theirs.pi.id))
  expect(others).toEqual([])
  expect(made).toMatchObject({
    subject: `Bokat: DGX of a test, ${weekIn(2)}, ${weekIn(3)}`,
    topic: 'booking-made',
    text: expect.stringContaining(`- ${weekIn(2)}: plats A, 4 GPU:er, 2026-12-07 09:00 – 2026-12-14 09:00`),
  })
  expect(made?.text).toContain(`/bookings/${booking}`)
  expect(eventsIn(made?.calendar)).toMatchObject([{ status: 'CONFIRMED' }, { status: 'CONFIRMED' }])
  await cancelWeeks({ ...ctx, now: later(120_000) }, { booking })
  await react('booking.weeks-cancelled')
  const cancelled = (await mailsTo(await emailOf(theirs.pi.id))).find(({ id }) => id !== made?.id)
  expect(cancelled).toMatchObject({ topic: 'booking-changed', subject: expect.stringContaining('Avbokat') })
  expect(eventsIn(cancelled?.calendar).map(({ uid }) => uid)).toEqual(eventsIn(made?.calendar).map(({ uid }) => uid))
  expect(eventsIn(cancelled?.calendar)).toMatchObject([{ status: 'CANCELLED' }, { status: 'CANCELLED' }])
  const shown = (await outbox(stranger(), {})).find(({ id }) => id === made?.id)
  expect(shown?.calendar).toContain('BEGIN:VCALENDAR')
})

test('everybody of the project is told that its machine is ready, unless they turned that off', async () => {
  const { id: bookedWeek, bookingId, project } = await runningWeek({ name: 'Ready ones' })
  const [member, silent] = [await somebody(), await somebody()]
  for (const { id } of [member, silent]) await takesPart(project.id, id)
  await setNotifications(as(silent), { enabled: topics.filter((topic) => topic !== 'booking-ready') })
  await reportReady(await administrator(), { bookedWeek, address: '10.1.2.3' })
  await react('booking.week-ready')
  for (const id of [project.pi.id, member.id]) {
    const [mail] = await mailsTo(await emailOf(id))
    expect(mail?.subject).toBe(`Ready: DGX of a test, ${weekIn(0)}`)
    expect(mail?.text).toContain('ssh ubuntu@10.1.2.3')
    expect(mail?.text).toContain(`/bookings/${bookingId}/connection`)
  }
  expect(await subjectsTo(silent.id)).toEqual([])
})

test('whoever maintenance moves or cancels is told why, and who had a hold too', async () => {
  const [own, theirs, ctx] = [await machine(), await projectOf({ name: 'Displaced' }), await administrator()]
  const place = { projectId: theirs.id, machineId: own.id, week: mondayIn(3) }
  const [moved, gone] = [
    await booked({ ...place, slotId: own.slot('A') }),
    await booked({ ...place, slotId: own.slot('B') }),
  ]
  const displaced = [
    { bookedWeek: moved.id, to: { slot: own.slot('C'), week: weekIn(5) } },
    { bookedWeek: gone.id, to: null },
  ]
  await closeWeeks(ctx, {
    machine: own.slug,
    from: weekIn(3),
    to: weekIn(3),
    reason: 'The cooling is renewed',
    displaced,
  })
  await react('booking.week-relocated')
  await react('booking.week-displaced')
  const mails = await mailsTo(await emailOf(theirs.pi.id))
  expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
    `Cancelled for maintenance: DGX of a test, ${weekIn(3)}`,
    `Moved for maintenance: DGX of a test, ${weekIn(5)}`,
  ])
  for (const { text } of mails) expect(text).toContain('The hub writes: The cooling is renewed')
  expect(JSON.stringify(await db().event.findMany())).not.toContain('cooling')
})

test('who waited is told of the hold and until when; not of one that is gone when the mail is written', async () => {
  const [own, first, second] = [await machine(), await projectOf(), await projectOf({ name: 'Waiter' })]
  const cell = { slot: own.slot('A'), week: mondayIn(4) }
  const { id: booking } = await bookWeeks(as(first.pi), { project: first.slug, cells: [cell] })
  await joinWaitingList(as(second.pi, later(1000)), { project: second.slug, ...cell })
  await undoBooking(as(first.pi, later(2000)), { booking, of: 'booking' })
  await react('booking.hold-given')
  expect(await subjectsTo(second.pi.id)).toEqual([`Yours until 2026-11-24 13:00: DGX of a test, ${weekIn(4)}`])
  await db().mail.deleteMany({ where: { recipientId: second.pi.id } })
  await db().hold.updateMany({ data: { state: 'declined' } })
  await react('booking.hold-given')
  expect(await subjectsTo(second.pi.id)).toEqual([])
})

test('a week before a session begins, and three days before it ends, its project is told once', async () => {
  const [own, theirs] = [await machine(), await projectOf({ name: 'Session' })]
  const place = { projectId: theirs.id, machineId: own.id, slotId: own.slot('D') }
  for (const n of [3, 4]) await booked({ ...place, week: mondayIn(n) })
  const clock = [
    '2026-12-06T08:30:00Z',
    '2026-12-07T08:30:00Z',
    '2026-12-08T08:30:00Z',
    '2026-12-14T08:30:00Z',
    '2026-12-18T08:30:00Z',
  ]
  for (const moment of [...clock, '2026-12-24T08:30:00Z', '2026-12-25T08:30:00Z', '2026-12-26T08:30:00Z'])
    await mailTurns(at(moment))
  const mails = await mailsTo(await emailOf(theirs.pi.id))
  expect(mails.map(({ subject, topic }) => [subject, topic]).toSorted()).toEqual([
    [`Ends on Monday at 09:00: DGX of a test, ${weekIn(4)}`, 'booking-ends-soon'],
    [`In a week: DGX of a test, ${weekIn(3)}`, 'booking-week-ahead'],
  ])
})
