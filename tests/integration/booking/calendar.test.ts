import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { closeCalendarFeed, renewCalendarFeed } from '@/lib/booking/commands/keep-calendar-feeds'
import { bookingCalendar, calendar, calendarFeeds } from '@/lib/booking/queries/calendars'
import { endOf, startOf } from '@/lib/booking/rules/weeks'
import { db } from '@/lib/platform/db'
import { as, at, later, noon, refusalOf, somebody, stranger } from '../identity/people'
import { projectOf } from './acting'
import { machine } from './machines'
import { runningWeek, takesPart } from './running'
import { booked } from './standing'

/** What a calendar program reads in the text. */
function readBack(file: string) {
  const parsed = new ICAL.Component(ICAL.parse(file))
  return parsed.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      location: event.location,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      status: component.getFirstPropertyValue('status'),
      busy: component.getFirstPropertyValue('transp'),
      sequence: event.sequence,
    }
  })
}

const winter = at('2026-01-05T12:00:00Z')

test('a calendar program reads each week back, also those in which the clock changes', async () => {
  const [own, theirs] = [await machine(undefined, winter), await projectOf({ name: 'Knees; in, motion\\now' })]
  const place = { projectId: theirs.id, machineId: own.id, slotId: own.slot('A'), at: winter }
  const weeks = ['2026-03-16', '2026-03-23', '2026-07-06', '2026-10-19', '2026-12-28']
  for (const week of weeks) await booked({ ...place, week })
  const ctx = as(theirs.pi, winter)
  const { secret } = await renewCalendarFeed(ctx, { project: theirs.slug })
  const { file } = await calendar(stranger(winter), { secret })
  const events = readBack(file)
  expect(events.map(({ start, end }) => [start, end])).toEqual(
    weeks.map((week) => [startOf(week).toISOString(), endOf(week).toISOString()]),
  )
  expect(events.map(({ start, end }) => (Date.parse(end) - Date.parse(start)) / 3_600_000)).toEqual([
    168, 167, 168, 169, 168,
  ])
  expect(events[0]).toMatchObject({
    summary: 'DGX of a test A: Knees; in, motion\\now',
    location: 'DGX of a test A',
    status: 'CONFIRMED',
    busy: 'TRANSPARENT',
  })
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect((await calendar(stranger(winter), { secret })).file).toBe(file)
})

test('one’s own calendar holds every project one takes part in, and none when that ends', async () => {
  const [one, two] = [await runningWeek({ name: 'First' }), await runningWeek({ name: 'Second' })]
  await runningWeek({ name: 'Of others' })
  const me = await somebody()
  for (const { project } of [one, two]) await takesPart(project.id, me.id)
  const { id, secret } = await renewCalendarFeed(as(me), {})
  const read = async (text: string) =>
    readBack((await calendar(stranger(), { secret: text })).file).map(({ summary }) => summary)
  expect((await read(secret)).toSorted()).toEqual(['DGX of a test A: First', 'DGX of a test A: Second'])
  await db().projectMember.delete({ where: { projectId_personId: { projectId: one.project.id, personId: me.id } } })
  expect(await read(secret)).toEqual(['DGX of a test A: Second'])
  const renewed = await renewCalendarFeed(as(me), {})
  expect(renewed.id).toBe(id)
  expect((await refusalOf(calendar(stranger(), { secret }))).code).toBe('platform.not-found')
  expect(await read(renewed.secret)).toHaveLength(1)
  await db().person.update({ where: { id: me.id }, data: { deactivatedAt: noon } })
  expect((await refusalOf(calendar(stranger(), { secret: renewed.secret }))).code).toBe('platform.not-found')
})

test('a feed is its person’s: others neither end it nor know of it, and its secret is kept as a hash', async () => {
  const [me, other] = [await somebody(), await somebody()]
  const { project } = await runningWeek()
  expect((await refusalOf(renewCalendarFeed(as(other), { project: project.slug }))).code).toBe('platform.not-found')
  await takesPart(project.id, me.id)
  const { id, secret } = await renewCalendarFeed(as(me), { project: project.slug })
  expect(await calendarFeeds(as(me), {})).toMatchObject([
    { id: null, project: null },
    { id, project: { slug: project.slug } },
  ])
  expect(await calendarFeeds(as(other), {})).toEqual([{ id: null, createdAt: null, readAt: null, project: null }])
  expect(JSON.stringify(await db().calendarFeed.findMany())).not.toContain(secret)
  for (const ctx of [as(other), as({ ...me, scopes: ['bookings:read'] }), stranger()])
    expect((await refusalOf(closeCalendarFeed(ctx, { feed: id }))).code).toMatch(/not-found|scope|not-signed-in/)
  await closeCalendarFeed(as(me), { feed: id })
  expect((await refusalOf(calendar(stranger(), { secret }))).code).toBe('platform.not-found')
  const facts = await db().event.findMany({ where: { stream: `calendar-feed:${id}` }, orderBy: { seq: 'asc' } })
  expect(facts.map(({ type }) => type)).toEqual(['booking.calendar-feed-renewed', 'booking.calendar-feed-closed'])
  expect(JSON.stringify(facts)).not.toContain(secret)
})

test('many renewals at once leave one address that leads somewhere', async () => {
  const me = await somebody()
  const made = await Promise.all(Array.from({ length: 5 }, () => renewCalendarFeed(as(me), {})))
  const read = await Promise.allSettled(made.map(({ secret }) => calendar(stranger(), { secret })))
  expect(read.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db().calendarFeed.count({ where: { personId: me.id } })).toBe(1)
})

test('the file of a booking strikes out what was cancelled, with a greater number, for who takes part in it', async () => {
  const { id, bookingId, project } = await runningWeek()
  const read = async () => readBack((await bookingCalendar(as(project.pi), { booking: bookingId })).file)
  const [before] = await read()
  await db().bookedWeek.update({ where: { id }, data: { state: 'released', stateAt: noon, countsUntil: noon } })
  const [after] = await read()
  expect([before?.status, after?.status, after?.uid]).toEqual(['CONFIRMED', 'CANCELLED', before?.uid])
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0)
  const strange = bookingCalendar(as(await somebody()), { booking: bookingId })
  expect((await refusalOf(strange)).code).toBe('platform.not-found')
})

test('when an address was read is noted to the hour, and its person sees it', async () => {
  const me = await somebody()
  const ctx = as(me)
  const { secret } = await renewCalendarFeed(ctx, {})
  const readAt = async () => (await calendarFeeds(ctx, {}))[0]?.readAt
  expect(await readAt()).toBeNull()
  const hour = 3_600_000
  const reads = [0, 1, hour, hour + 1, 3 * hour]
  const noted = []
  for (const after of reads) {
    await calendar(stranger(later(after)), { secret })
    noted.push((await readAt())?.getTime())
  }
  expect(noted).toEqual([0, 0, 0, hour + 1, 3 * hour].map((after) => later(after).getTime()))
  const changed = () =>
    db().$queryRaw<{ xmin: string }[]>`SELECT xmin::text FROM calendar_feed WHERE person_id = ${me.id}::uuid`
  const before = await changed()
  await Promise.all(Array.from({ length: 20 }, () => calendar(stranger(later(3 * hour + 5)), { secret })))
  expect(await changed()).toEqual(before)
  await renewCalendarFeed(ctx, {})
  expect(await readAt()).toBeNull()
})
