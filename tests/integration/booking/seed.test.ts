import { expect, test } from 'vitest'
import { addWeeks, weekOf } from '@/lib/booking/rules/weeks'
import { db } from '@/lib/platform/db'
import { seedBookings } from '@/prisma/seed/booking/story'
import { seedMachines } from '@/prisma/seed/machines'
import { noon } from '../identity/people'
import { projectOf } from './acting'

const dateOf = (ahead: number) => new Date(`${addWeeks(weekOf(noon), ahead)}T00:00:00Z`)

test('the demonstration tells of a nearly full half year, a full month and an empty one, a queue and a hold', async () => {
  await seedMachines(noon)
  for (const budget of [32, 32, 32, 16, 16, 8]) await projectOf({ budget })
  await projectOf({ signed: [] })
  await seedBookings(db(), noon)
  const { id: machineId } = await db().machine.findUniqueOrThrow({ where: { slug: 'dgx-2' } })
  const held = (from: number, to: number) =>
    db().slotWeek.count({
      where: {
        machineId,
        week: { gte: dateOf(from), lt: dateOf(to) },
        OR: [{ bookedWeekId: { not: null } }, { holdId: { not: null } }],
      },
    })
  expect(await held(-26, 0)).toBe(100)
  expect(await held(0, 1)).toBe(3)
  expect(await held(1, 5)).toBe(16)
  expect(await held(9, 13)).toBe(0)
  expect(await db().waitingPlace.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } })).toEqual([
    { state: 'held', _count: 1 },
    { state: 'waiting', _count: 1 },
  ])
  const untold = await db().bookedWeek.count({ where: { state: 'booked', startsAt: { lte: noon }, startedAt: null } })
  expect(untold).toBe(0)
  expect(await db().booking.count({ where: { kind: 'drop-in' } })).toBeGreaterThan(0)
}, 120_000)
