import { expect, test } from 'vitest'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { cancelWeeks } from '@/lib/booking/commands/end-weeks'
import { claimHold, declineHold } from '@/lib/booking/commands/holds'
import { passHold, settleWeek } from '@/lib/booking/commands/settle'
import { undoBooking } from '@/lib/booking/commands/undo'
import { joinWaitingList, leaveWaitingList } from '@/lib/booking/commands/wait'
import { sheet } from '@/lib/booking/queries/sheet'
import { waiting } from '@/lib/booking/queries/waiting'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, later, refusalOf, somebody, stranger } from '../identity/people'
import { type Project, piOf, projectOf, usedBy } from './acting'
import { cell, machineOf } from './lent'
import { clock } from './machines'

const machine = await machineOf([4, 4, 4])
const minute = 60_000
const day = 24 * 60 * minute
type Key = ReturnType<typeof cell>

const book = (project: Project, key: Key, at = 0) =>
  bookWeeks(piOf(project, later(at)), { project: project.slug, cells: [key] })
const join = (project: Project, key: Key, at = 0) =>
  joinWaitingList(piOf(project, later(at)), { project: project.slug, ...key })
const holdOf = (project: Project) => db().hold.findFirst({ where: { projectId: project.id }, orderBy: { id: 'desc' } })
const typesOf = async (id: string) =>
  (await db().event.findMany({ where: { stream: `waiting:${id}` }, orderBy: { seq: 'asc' } })).map(({ type }) =>
    type.replace('booking.', ''),
  )

test('a cancelled week goes to the first who can afford it; who cannot keeps the place; unclaimed it passes on', async () => {
  const key = cell(machine, 0, 5)
  const [holder, poor, first, second] = [
    await projectOf(),
    await projectOf({ budget: 3 }),
    await projectOf(),
    await projectOf(),
  ]
  const { id } = await book(holder, key)
  const places = [await join(poor, key, 1), await join(first, key, 2), await join(second, key, 3)]
  expect(places.map(({ ahead }) => ahead)).toEqual([0, 1, 2])
  await cancelWeeks(piOf(holder, later(day)), { booking: id })
  expect((await refusalOf(settleWeek(clock(later(day + minute - 1)), key))).code).toBe('booking.nothing-due')
  expect((await refusalOf(book(first, key, day + minute))).code).toBe('booking.waiting-first')
  expect((await settleWeek(clock(later(day + minute)), key)).holds).toHaveLength(1)
  const given = await holdOf(first)
  expect(given).toMatchObject({ state: 'open', until: later(2 * day + minute), madeAt: later(day + minute) })
  expect([await usedBy(first, later(2 * day)), await usedBy(first, later(2 * day + minute))]).toEqual([4, 0])
  expect(await db().waitingPlace.findUnique({ where: { id: places[0]?.id } })).toMatchObject({ state: 'waiting' })
  expect((await refusalOf(book(second, key, day + 2 * minute))).code).toBe('booking.held')
  const due = later(2 * day + minute)
  expect((await refusalOf(passHold(clock(later(2 * day)), { hold: given?.id }))).code).toBe('booking.nothing-due')
  await passHold(clock(due), { hold: given?.id })
  expect(await holdOf(first)).toMatchObject({ state: 'passed' })
  const next = await holdOf(second)
  expect(next).toMatchObject({ state: 'open' })
  const claimed = await claimHold(piOf(second, due), { hold: next?.id, note: 'At last' })
  expect(claimed).toMatchObject({ used: 4, weeks: [{ slot: key.slot, week: key.week }] })
  expect(await db().booking.findUniqueOrThrow({ where: { id: claimed.id } })).toMatchObject({ kind: 'claim' })
  expect((await refusalOf(claimHold(piOf(second, due), { hold: next?.id }))).code).toBe('booking.hold-over')
  expect((await refusalOf(claimHold(piOf(first, due), { hold: given?.id }))).code).toBe('booking.hold-over')
  expect(await typesOf(places[2]?.id ?? '')).toEqual(['place-taken', 'hold-given', 'hold-claimed'])
  expect(await typesOf(places[1]?.id ?? '')).toEqual(['place-taken', 'hold-given', 'hold-passed'])
})

test('a hold ends when the week begins, and counts as used until it ends', async () => {
  const key = cell(machine, 1, 1)
  const [holder, waiter] = [await projectOf(), await projectOf({ budget: 4 })]
  const { id } = await book(holder, key)
  await join(waiter, key)
  await cancelWeeks(piOf(holder, later(7 * day - 5 * 60 * minute)), { booking: id })
  const settled = later(7 * day - 5 * 60 * minute + minute)
  await settleWeek(clock(settled), key)
  expect((await holdOf(waiter))?.until).toEqual(new Date('2026-11-30T08:00:00Z'))
  const other = bookWeeks(piOf(waiter, settled), { project: waiter.slug, cells: [cell(machine, 1, 2)] })
  expect(await refusalOf(other)).toMatchObject({ code: 'booking.over-budget', details: { used: 4, left: 0 } })
  const both = { project: waiter.slug, cells: [key] }
  expect((await bookWeeks(piOf(waiter, settled), both)).used).toBe(4)
})

test('a hold is declined, and goes to the next at once', async () => {
  const key = cell(machine, 2, 5)
  const [holder, first, second] = [await projectOf(), await projectOf(), await projectOf()]
  const { id } = await book(holder, key)
  await join(first, key)
  await join(second, key, 1)
  await cancelWeeks(piOf(holder), { booking: id })
  await settleWeek(clock(later(minute)), key)
  const hold = (await holdOf(first))?.id
  expect((await refusalOf(declineHold(piOf(second, later(minute)), { hold }))).code).toBe('platform.not-found')
  expect((await refusalOf(claimHold(piOf(second, later(minute)), { hold }))).code).toBe('platform.not-found')
  const place = (await waiting(piOf(first, later(minute)), {})).items[0]
  expect(place).toMatchObject({ hold: { id: hold }, ahead: 0, name: '2026-W53' })
  expect((await refusalOf(leaveWaitingList(piOf(first), { place: place?.id }))).code).toBe('booking.is-held')
  await declineHold(piOf(first, later(2 * minute)), { hold })
  expect((await refusalOf(declineHold(piOf(first, later(2 * minute)), { hold }))).code).toBe('booking.hold-over')
  expect(await holdOf(second)).toMatchObject({ state: 'open', madeAt: later(2 * minute) })
  expect((await waiting(piOf(first, later(3 * minute)), {})).items).toEqual([])
})

test('a booking taken back goes to who joined meanwhile, with nobody in between', async () => {
  const key = cell(machine, 2, 6)
  const [holder, waiter] = [await projectOf(), await projectOf()]
  const { id } = await book(holder, key)
  await join(waiter, key, 10_000)
  await undoBooking(piOf(holder, later(20_000)), { booking: id })
  expect(await holdOf(waiter)).toMatchObject({ state: 'open', madeAt: later(20_000) })
  const seen = await sheet(piOf(waiter, later(20_000)), { machine: machine.slug, from: key.week, weeks: 1 })
  expect(seen.weeks[0]?.cells[2]).toMatchObject({ state: 'held-mine', until: later(20_000 + day).toISOString() })
  expect(seen.acting?.meter).toMatchObject({ used: 4, held: 4 })
})

test('one queues once, for what somebody else has, in a week to come; and leaves', async () => {
  const key = cell(machine, 0, 7)
  const [holder, waiter] = [await projectOf(), await projectOf()]
  expect((await refusalOf(join(waiter, key))).code).toBe('booking.is-free')
  const { id: booking } = await book(holder, key)
  expect((await refusalOf(join(holder, key))).code).toBe('booking.yours-already')
  await cancelWeeks(piOf(holder), { booking })
  expect((await refusalOf(join(holder, key))).code).toBe('booking.yours-already')
  await undoBooking(piOf(holder), { booking, of: 'ending' })
  const { id: place } = await join(waiter, key)
  expect((await refusalOf(join(waiter, key))).code).toBe('booking.waits-already')
  expect((await refusalOf(join(waiter, cell(machine, 0, 0)))).code).toBe('booking.week-begun')
  expect((await refusalOf(join(waiter, { ...key, slot: newId() }))).code).toBe('booking.no-such-week')
  const stranger_ = as(await somebody())
  expect((await refusalOf(joinWaitingList(stranger_, { project: waiter.slug, ...key }))).code).toBe(
    'platform.not-found',
  )
  expect((await refusalOf(leaveWaitingList(piOf(holder), { place }))).code).toBe('platform.not-found')
  expect((await refusalOf(leaveWaitingList(stranger(), { place }))).code).toBe('platform.not-signed-in')
  await leaveWaitingList(piOf(waiter), { place })
  expect((await refusalOf(leaveWaitingList(piOf(waiter), { place }))).code).toBe('booking.place-closed')
  expect(await typesOf(place)).toEqual(['place-taken', 'place-left'])
})

test('only the clock settles and passes on', async () => {
  const ctx = as(await somebody({ roles: ['compute-administrator'] }))
  const key = cell(machine, 0, 8)
  expect((await refusalOf(settleWeek(ctx, key))).code).toBe('platform.not-found')
  expect((await refusalOf(passHold(ctx, { hold: newId() }))).code).toBe('platform.not-found')
  expect((await refusalOf(settleWeek(clock(), key))).code).toBe('booking.nothing-due')
  expect((await refusalOf(settleWeek(clock(), { ...key, slot: newId() }))).code).toBe('platform.not-found')
})
