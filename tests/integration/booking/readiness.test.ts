import { expect, test } from 'vitest'
import { reportReady } from '@/lib/booking/commands/report-ready'
import { oneBooking } from '@/lib/booking/queries/bookings'
import { connection } from '@/lib/booking/queries/connection'
import { figures } from '@/lib/booking/queries/figures'
import { weekList } from '@/lib/booking/queries/week-list'
import { endOf, startOf } from '@/lib/booking/rules/weeks'
import { db } from '@/lib/platform/db'
import { as, at, later, noon, refusalOf, somebody } from '../identity/people'
import { textOf } from './acting'
import { administrator, mondayIn, outsiders, weekIn } from './machines'
import { keyOf, runningWeek, takesPart } from './running'

const hour = 3_600_000
const address = '10.1.2.3'
const factsOf = (bookingId: string) =>
  db().event.findMany({
    where: { stream: `booking:${bookingId}` },
    orderBy: { seq: 'asc' },
    select: { type: true, data: true },
  })

test('an administrator says that a machine is ready; its holder sees the address and the SSH command', async () => {
  const { id: bookedWeek, bookingId, project } = await runningWeek()
  const holder = as(project.pi)
  expect(await connection(holder, { booking: bookingId })).toMatchObject({ slots: [{ slot: 'A', ready: null }] })
  const ctx = await administrator()
  expect(await reportReady(ctx, { bookedWeek, address: ' VM-A.Example.org ' })).toMatchObject({
    address: 'vm-a.example.org',
  })
  expect((await connection(holder, { booking: bookingId })).slots).toMatchObject([
    {
      machine: 'DGX of a test',
      gpus: 4,
      ready: { address: 'vm-a.example.org', readyAt: noon, ssh: 'ssh ubuntu@vm-a.example.org' },
    },
  ])
  const again = reportReady(ctx, { bookedWeek, address: 'vm-a.example.org' })
  expect((await refusalOf(again)).code).toBe('booking.ready-already')
  await reportReady({ ...ctx, now: later(hour) }, { bookedWeek, address })
  expect((await connection(holder, { booking: bookingId })).slots[0]?.ready).toMatchObject({ address, readyAt: noon })
  const facts = await factsOf(bookingId)
  expect(facts.map(({ type }) => type)).toEqual(['booking.week-ready', 'booking.address-changed'])
  expect(JSON.stringify(facts)).not.toContain('10.1.2.3')
})

test('nothing is ready before its week begins, after it ended, or when nobody has it', async () => {
  const { id: bookedWeek } = await runningWeek()
  const ctx = await administrator()
  const said = (now: Date) => reportReady({ ...ctx, now }, { bookedWeek, address })
  const monday = mondayIn(0)
  expect((await refusalOf(said(new Date(startOf(monday).getTime() - 1)))).code).toBe('booking.not-begun')
  expect((await refusalOf(said(endOf(monday)))).code).toBe('booking.week-not-held')
  await db().bookedWeek.update({ where: { id: bookedWeek }, data: { state: 'released', countsUntil: noon } })
  expect((await refusalOf(said(noon))).code).toBe('booking.week-not-held')
  for (const { ctx: outsider, code } of await outsiders())
    expect((await refusalOf(reportReady(outsider, { bookedWeek, address }))).code).toBe(code)
})

test('of many who say it at once, one is the first', async () => {
  const { id: bookedWeek, bookingId } = await runningWeek()
  const ctx = await administrator()
  const settled = await Promise.allSettled(Array.from({ length: 6 }, () => reportReady(ctx, { bookedWeek, address })))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await factsOf(bookingId)).toHaveLength(1)
})

test('a session that goes on is ready with its first week, at the same address', async () => {
  const { id: bookedWeek, bookingId, project } = await runningWeek({ weeks: 3 })
  const ctx = await administrator()
  await reportReady(ctx, { bookedWeek, address })
  const third = at('2026-12-08T12:00:00Z')
  const { lines } = await weekList({ ...ctx, now: third }, {})
  expect(lines.filter(({ booked }) => booked?.project.slug === project.slug)).toMatchObject([
    { slot: 'A', booked: { continues: true, goesOn: false, readyAt: noon, address } },
  ])
  const later = await db().bookedWeek.findFirstOrThrow({
    where: { projectId: project.id, week: new Date(`${mondayIn(2)}T00:00:00Z`) },
  })
  expect((await connection(as(project.pi, third), { booking: later.bookingId })).slots).toMatchObject([
    { ready: { address } },
  ])
  expect((await connection(as(project.pi, third), { booking: bookingId })).slots).toEqual([])
  const shown = await oneBooking(as(project.pi, third), { booking: later.bookingId })
  expect(shown.weeks.find(({ id }) => id === later.id)).toMatchObject({ life: 'ready', address })
})

test('whose keys are let in is told to everybody in the project, with why others are not; to nobody else', async () => {
  const { bookingId, project } = await runningWeek()
  const [member, closed] = [await somebody({ name: 'Mia Member' }), await somebody({ name: 'Clas Closed' })]
  await Promise.all([takesPart(project.id, member.id), takesPart(project.id, closed.id)])
  await db().person.update({ where: { id: closed.id }, data: { deactivatedAt: noon } })
  const { fingerprint } = await keyOf(member.id)
  await textOf('user-terms')
  const { people, missing } = await connection(as(member), { booking: bookingId })
  expect(missing).toEqual([])
  expect(people).toMatchObject([
    { name: 'Petra PI', barred: 'user-terms', keys: [] },
    { name: 'Clas Closed', barred: 'account-closed' },
    { name: 'Mia Member', barred: 'user-terms', isSelf: true, keys: [{ name: 'laptop', fingerprint }] },
  ])
  for (const ctx of [as(await somebody()), await administrator()])
    expect((await refusalOf(connection(ctx, { booking: bookingId }))).code).toBe('platform.not-found')
})

test('on Monday at 08:55 the list is that of the week about to begin', async () => {
  const ctx = await administrator()
  const list = async (iso: string) => (await weekList({ ...ctx, now: at(iso) }, {})).week
  expect(await list('2026-11-30T07:55:00Z')).toBe('2026-W49')
  expect(await list('2026-11-29T12:00:00Z')).toBe('2026-W48')
  expect(await weekList(ctx, { week: weekIn(5) })).toMatchObject({
    week: weekIn(5),
    earlier: weekIn(4),
    later: weekIn(6),
  })
})

test('the list says how many machines were ready before noon, as the figures do', async () => {
  const ctx = await administrator(later(2 * 604_800_000))
  const { readyBeforeNoon } = await weekList(ctx, {})
  expect(readyBeforeNoon).toEqual({ ...(await figures(ctx, { weeks: 26 })).readyBeforeNoon, weeks: 26 })
  expect(readyBeforeNoon.of).toBeGreaterThan(0)
})
