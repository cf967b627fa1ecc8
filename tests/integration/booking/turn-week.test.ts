import { expect, test } from 'vitest'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { cancelWeeks } from '@/lib/booking/commands/end-weeks'
import { settleWeek } from '@/lib/booking/commands/settle'
import { turnWeek } from '@/lib/booking/commands/turn-week'
import { joinWaitingList } from '@/lib/booking/commands/wait'
import { db } from '@/lib/platform/db'
import { as, at, refusalOf, somebody } from '../identity/people'
import { piOf, projectOf, usedBy } from './acting'
import { cell, machineOf } from './lent'
import { clock } from './machines'

const machine = await machineOf([4, 4])
const monday = at('2026-11-30T08:00:00.000Z')
const before = at('2026-11-30T07:59:59.999Z')
const nextMonday = at('2026-12-07T08:00:00.000Z')
const typesOf = async (stream: string) =>
  (await db().event.findMany({ where: { stream }, orderBy: { seq: 'asc' } })).map(({ type, at }) => [type, at])

test('the turn of the week is journalled once, whoever turns at the same time', async () => {
  const project = await projectOf()
  const { id } = await bookWeeks(piOf(project), { project: project.slug, cells: [cell(machine, 0, 1)] })
  expect((await refusalOf(turnWeek(clock(before), {}))).code).toBe('booking.nothing-due')
  await Promise.allSettled(Array.from({ length: 8 }, () => turnWeek(clock(monday), {})))
  await turnWeek(clock(nextMonday), {})
  expect((await refusalOf(turnWeek(clock(nextMonday), {}))).code).toBe('booking.nothing-due')
  expect((await typesOf(`booking:${id}`)).slice(1)).toEqual([
    ['booking.week-started', monday],
    ['booking.week-ended', nextMonday],
  ])
  expect([await usedBy(project, at('2026-12-07T07:59:59.999Z')), await usedBy(project, nextMonday)]).toEqual([4, 0])
})

test('after downtime it catches up: begun and ended are both told', async () => {
  const project = await projectOf()
  const cells = [2, 3, 4].map((ahead) => cell(machine, 1, ahead))
  const { id } = await bookWeeks(piOf(project), { project: project.slug, cells })
  await turnWeek(clock(at('2026-12-28T09:00:00Z')), {})
  const types = (await typesOf(`booking:${id}`)).map(([type]) => type)
  expect(types.filter((type) => type === 'booking.week-started')).toHaveLength(3)
  expect(types.filter((type) => type === 'booking.week-ended')).toHaveLength(3)
})

test('who waited in vain is told, and a hold that is still open passes', async () => {
  const [holder, first, second] = [await projectOf(), await projectOf(), await projectOf()]
  const key = cell(machine, 0, 8)
  const { id } = await bookWeeks(piOf(holder), { project: holder.slug, cells: [key] })
  const one = await joinWaitingList(piOf(first), { project: first.slug, ...key })
  const two = await joinWaitingList(piOf(second), { project: second.slug, ...key })
  const sunday = at('2027-01-17T12:00:00Z')
  await cancelWeeks(piOf(holder, sunday), { booking: id })
  await settleWeek(clock(at('2027-01-17T12:01:00Z')), key)
  await turnWeek(clock(at('2027-01-18T08:00:00Z')), {})
  const rows = await db().waitingPlace.findMany({ where: { id: { in: [one.id, two.id] } } })
  expect(rows.map(({ state }) => state)).toEqual(['over', 'over'])
  expect(await db().hold.findFirst({ where: { placeId: one.id } })).toMatchObject({ state: 'passed' })
  expect(await db().slotWeek.findFirst({ where: { slotId: key.slot, holdId: { not: null } } })).toBeNull()
  expect((await typesOf(`waiting:${two.id}`)).map(([type]) => type)).toEqual([
    'booking.place-taken',
    'booking.place-over',
  ])
})

test('nobody but the clock turns the week', async () => {
  const ctx = as(await somebody({ roles: ['compute-administrator'] }))
  expect((await refusalOf(turnWeek(ctx, {}))).code).toBe('platform.not-found')
})
