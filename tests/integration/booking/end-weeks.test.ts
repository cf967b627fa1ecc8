import { expect, test } from 'vitest'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { cancelWeeks, releaseWeeks } from '@/lib/booking/commands/end-weeks'
import { undoBooking } from '@/lib/booking/commands/undo'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, later, refusalOf, somebody } from '../identity/people'
import { piOf, projectOf, usedBy } from './acting'
import { cell, machineOf } from './lent'

const machine = await machineOf([4, 4])
const typesOf = async (id: string) =>
  (await db().event.findMany({ where: { stream: `booking:${id}` }, orderBy: { seq: 'asc' } })).map(({ type }) => type)
const dueOf = async (slot: string, week: string) =>
  db().$queryRaw<{ run_at: Date }[]>`
    SELECT run_at FROM graphile_worker.jobs WHERE key = ${`settle-week:${slot}:${week}`}`

test('a cancelled week is reserved and counts for a minute, in which it can be given back', async () => {
  const project = await projectOf()
  const [one, two] = [cell(machine, 0, 1), cell(machine, 0, 2)]
  const { id, weeks } = await bookWeeks(piOf(project), { project: project.slug, cells: [one, two] })
  const gone = weeks.find(({ week }) => week === one.week)?.id ?? ''
  const soon = piOf(project, later(120_000))
  const ended = await cancelWeeks(soon, { booking: id, weeks: [gone] })
  expect(ended).toEqual({ id, weeks: [gone], undoUntil: later(180_000).toISOString() })
  expect([await usedBy(project, later(179_999)), await usedBy(project, later(180_000))]).toEqual([8, 4])
  expect(await dueOf(one.slot, one.week)).toEqual([{ run_at: later(180_000) }])
  const other = await projectOf()
  const early = bookWeeks(piOf(other, later(150_000)), { project: other.slug, cells: [one] })
  expect(await refusalOf(early)).toMatchObject({ code: 'booking.taken', details: { taken: [{ why: 'closing' }] } })
  expect(await undoBooking(piOf(project, later(179_999)), { booking: id })).toEqual({
    id,
    did: 'restore',
    weeks: [gone],
  })
  expect(await usedBy(project, later(999_000))).toBe(8)
  expect(await typesOf(id)).toEqual(['booking.weeks-booked', 'booking.weeks-cancelled', 'booking.ending-undone'])
})

test('after its minute it is free for others, whether the clock has settled it or not', async () => {
  const [project, other] = [await projectOf(), await projectOf()]
  const one = cell(machine, 0, 3)
  const { id } = await bookWeeks(piOf(project), { project: project.slug, cells: [one] })
  await cancelWeeks(piOf(project), { booking: id })
  const late = piOf(project, later(60_000))
  expect((await refusalOf(undoBooking(late, { booking: id }))).code).toBe('booking.undo-over')
  await bookWeeks(piOf(other, later(60_000)), { project: other.slug, cells: [one] })
  expect((await refusalOf(undoBooking(piOf(project, later(59_000)), { booking: id }))).code).toBe('booking.undo-over')
  expect(await usedBy(project, later(60_000))).toBe(0)
})

test('a week that runs is released, not cancelled; one to come is cancelled, not released', async () => {
  const project = await projectOf()
  const cells = [cell(machine, 1, 0), cell(machine, 1, 1)]
  const { id, weeks } = await bookWeeks(piOf(project), { project: project.slug, cells })
  const [runs, comes] = cells.map(({ week }) => weeks.find((one) => one.week === week)?.id)
  const now = piOf(project, later(90_000))
  expect((await refusalOf(cancelWeeks(now, { booking: id, weeks: [runs] }))).code).toBe('booking.nothing-to-cancel')
  expect((await refusalOf(releaseWeeks(now, { booking: id, weeks: [comes] }))).code).toBe('booking.nothing-to-release')
  expect((await refusalOf(releaseWeeks(now, { booking: id, weeks: [newId()] }))).code).toBe('booking.not-its-week')
  expect((await releaseWeeks(now, { booking: id })).weeks).toEqual([runs])
  expect((await cancelWeeks(now, { booking: id })).weeks).toEqual([comes])
  expect((await undoBooking(now, { booking: id })).weeks.toSorted()).toEqual([runs, comes].toSorted())
  expect(await usedBy(project, later(999_000))).toBe(8)
})

test('a booking just made is taken back; sent twice it takes back nothing else', async () => {
  const project = await projectOf()
  const one = cell(machine, 0, 5)
  const { id } = await bookWeeks(piOf(project), { project: project.slug, cells: [one] })
  const ctx = piOf(project, later(30_000))
  expect((await refusalOf(undoBooking(ctx, { booking: id, of: 'ending' }))).code).toBe('booking.undo-over')
  expect((await undoBooking(ctx, { booking: id, of: 'booking' })).did).toBe('withdraw')
  expect((await refusalOf(undoBooking(ctx, { booking: id, of: 'booking' }))).code).toBe('booking.undo-over')
  expect(await usedBy(project, later(30_000))).toBe(0)
  const other = await projectOf()
  await bookWeeks(piOf(other, later(30_001)), { project: other.slug, cells: [one] })
})

test('the booking of another project is not there; an administrator ends it with a reason', async () => {
  const [project, other] = [await projectOf(), await projectOf()]
  const { id } = await bookWeeks(piOf(project), { project: project.slug, cells: [cell(machine, 0, 6)] })
  for (const act of [cancelWeeks, releaseWeeks, undoBooking]) {
    expect((await refusalOf(act(piOf(other), { booking: id }))).code).toBe('platform.not-found')
    expect((await refusalOf(act(piOf(other), { booking: newId() }))).code).toBe('platform.not-found')
  }
  const carl = as(await somebody({ roles: ['compute-administrator'] }))
  expect((await refusalOf(cancelWeeks(carl, { booking: id }))).code).toBe('platform.invalid')
  await cancelWeeks(carl, { booking: id, reason: 'The machine breaks down' })
  const week = await db().bookedWeek.findFirstOrThrow({ where: { bookingId: id } })
  expect(week).toMatchObject({ state: 'cancelled', endReason: 'The machine breaks down' })
  expect((await refusalOf(cancelWeeks(carl, { booking: newId(), reason: 'Nothing is there' }))).code).toBe(
    'platform.not-found',
  )
})

test('an undo that waited for the lock spends nothing that an act after its minute was given', async () => {
  const project = await projectOf({ budget: 4 })
  const [one, two] = [cell(machine, 0, 7), cell(machine, 0, 8)]
  const { id } = await bookWeeks(piOf(project), { project: project.slug, cells: [one] })
  await cancelWeeks(piOf(project), { booking: id })
  // Its minute is over for who books next; who asked for the undo before that comes to its turn only after.
  await bookWeeks(piOf(project, later(60_000)), { project: project.slug, cells: [two] })
  const refused = await refusalOf(undoBooking(piOf(project, later(59_999)), { booking: id, of: 'ending' }))
  expect(refused.code).toBe('booking.over-budget-after-all')
  expect(await usedBy(project, later(60_000))).toBe(4)
})

test('a budget that shrank takes no undo away', async () => {
  const project = await projectOf({ budget: 8 })
  const cells = [cell(machine, 0, 9), cell(machine, 0, 10)]
  const { id, weeks } = await bookWeeks(piOf(project), { project: project.slug, cells })
  await db().project.update({ where: { id: project.id }, data: { gpuBudget: 4 } })
  await cancelWeeks(piOf(project), { booking: id, weeks: [weeks[0]?.id ?? ''] })
  expect(await undoBooking(piOf(project, later(30_000)), { booking: id })).toMatchObject({ did: 'restore' })
  expect(await usedBy(project, later(30_000))).toBe(8)
})
