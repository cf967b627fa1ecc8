import { expect, test } from 'vitest'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { cancelWeeks } from '@/lib/booking/commands/end-weeks'
import { refusalOfConstraint } from '@/lib/booking/commands/in-words'
import { moveWeek } from '@/lib/booking/commands/move-week'
import { settleWeek } from '@/lib/booking/commands/settle'
import { undoBooking } from '@/lib/booking/commands/undo'
import { joinWaitingList } from '@/lib/booking/commands/wait'
import { endOf, startOf } from '@/lib/booking/rules/weeks'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { Refused } from '@/lib/platform/refusal'
import { later, noon } from '../identity/people'
import { type Project, piOf, projectOf, usedBy } from './acting'
import { cell, machineOf } from './lent'
import { clock } from './machines'

const machine = await machineOf([4, 4, 4, 4])
const callers = 32
const many = <T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)))

/** How each of some calls ended: accepted, or by which code. Anything but a refusal fails the test. */
const endings = (calls: Promise<unknown>[]): Promise<string[]> =>
  Promise.all(
    calls.map((call) =>
      call.then(
        () => 'accepted',
        (error: unknown) => (error instanceof Refused ? error.refusal.code : Promise.reject(error)),
      ),
    ),
  )

function tally(ended: string[]): Record<string, number> {
  const all: Record<string, number> = {}
  for (const one of ended) all[one] = (all[one] ?? 0) + 1
  return all
}

test('of 32 who click on one slot week at once exactly one has it', async () => {
  const projects = await many(callers, () => projectOf())
  const wanted = cell(machine, 0, 1)
  const ended = await endings(projects.map((one) => bookWeeks(piOf(one), { project: one.slug, cells: [wanted] })))
  expect(tally(ended)).toEqual({ accepted: 1, 'booking.taken': callers - 1 })
  const used = await Promise.all(projects.map((one) => usedBy(one)))
  expect(used.reduce((sum, one) => sum + one, 0)).toBe(4)
})

test('of 32 bookings for one budget no more come through than it holds', async () => {
  const project = await projectOf({ budget: 18 })
  const calls = Array.from({ length: callers }, (_, n) =>
    bookWeeks(piOf(project), { project: project.slug, cells: [cell(machine, n % 4, 2 + Math.floor(n / 4))] }),
  )
  expect(tally(await endings(calls))).toEqual({ accepted: 4, 'booking.over-budget': callers - 4 })
  expect(await usedBy(project)).toBe(16)
})

test('overlapping bookings of several weeks, named in any order, end in no deadlock: all or none of each', async () => {
  const projects = await many(callers, () => projectOf())
  const pool = Array.from({ length: 8 }, (_, n) => cell(machine, n % 4, 12 + Math.floor(n / 4)))
  const drawn = projects.map((_, n) =>
    Array.from({ length: 4 }, (__, k) => pool[(n * 5 + k * 3) % 8] as (typeof pool)[number]),
  )
  const wishes = drawn.map((cells, n) => (n % 2 ? cells : cells.toReversed()))
  const ended = await endings(projects.map((one, n) => bookWeeks(piOf(one), { project: one.slug, cells: wishes[n] })))
  expect(Object.keys(tally(ended)).toSorted()).toEqual(['accepted', 'booking.taken'])
  const used = await Promise.all(projects.map((one) => usedBy(one)))
  expect(used).toEqual(ended.map((one) => (one === 'accepted' ? 16 : 0)))
})

test('booking, cancelling, undoing, moving, waiting and settling at once leave every budget and slot week whole', async () => {
  const projects = await many(8, () => projectOf({ budget: 12 }))
  const key = (n: number) => cell(machine, n % 4, 16 + (Math.floor(n / 4) % 2))
  const of = (n: number): Project => projects[n % projects.length] as Project
  for (let round = 0; round < 8; round++) {
    const now = later(round * 20_000)
    const standing = await db().bookedWeek.findMany({
      where: { projectId: { in: projects.map(({ id }) => id) }, state: { in: ['booked', 'cancelled'] } },
      select: { id: true, bookingId: true, projectId: true },
    })
    const owner = (projectId: string) => projects.find(({ id }) => id === projectId) as Project
    await endings([
      ...Array.from({ length: 16 }, (_, n) =>
        bookWeeks(piOf(of(n + round), now), {
          project: of(n + round).slug,
          cells: [key(n), key(n + 5)].slice(0, 1 + (n % 2)),
        }),
      ),
      ...standing.map(({ id, bookingId, projectId }, n) => {
        const ctx = piOf(owner(projectId), now)
        if (n % 3 === 0) return cancelWeeks(ctx, { booking: bookingId })
        if (n % 3 === 1) return undoBooking(ctx, { booking: bookingId })
        return moveWeek(ctx, { booking: bookingId, bookedWeek: id, ...key(n + round) })
      }),
      ...Array.from({ length: 8 }, (_, n) => joinWaitingList(piOf(of(n), now), { project: of(n).slug, ...key(n) })),
      ...Array.from({ length: 8 }, (_, n) => settleWeek(clock(now), key(n))),
    ])
    for (const one of projects) expect(await usedBy(one, now)).toBeLessThanOrEqual(12)
  }
  const broken = await db().$queryRaw<unknown[]>`
    SELECT b.id FROM booked_week b LEFT JOIN slot_week s ON s.booked_week_id = b.id AND s.slot_id = b.slot_id AND s.week = b.week
    WHERE b.state = 'booked' AND s.slot_id IS NULL
    UNION ALL SELECT h.id FROM hold h LEFT JOIN slot_week s ON s.hold_id = h.id WHERE h.state = 'open' AND s.slot_id IS NULL`
  expect(broken).toEqual([])
  expect(await db().$queryRaw`SELECT * FROM journal_breaks()`).toEqual([])
  // A deadlock would have been tried again by the command, unseen: the one order of locks leaves none to try again.
  await db().$queryRaw`SELECT pg_stat_force_next_flush()::text`
  const [seen] = await db().$queryRaw<{ deadlocks: number }[]>`
    SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`
  expect(seen?.deadlocks).toBe(0)
})

/** Writes a booked week as no command does: past every rule. */
async function smuggle(project: Project, key: ReturnType<typeof cell>): Promise<unknown> {
  const bookingId = newId()
  const about = { projectId: project.id, machineId: machine.id }
  const period = { startsAt: startOf(key.week), endsAt: endOf(key.week), countsUntil: endOf(key.week) }
  const place = { slotId: key.slot, week: new Date(`${key.week}T00:00:00Z`), gpus: 4 }
  return db().$transaction([
    db().booking.create({
      data: { id: bookingId, ...about, bookedById: project.pi.id, kind: 'ordinary', createdAt: noon },
    }),
    db().bookedWeek.create({
      data: { id: newId(), bookingId, ...about, ...place, ...period, state: 'booked', stateAt: noon, createdAt: noon },
    }),
  ])
}
const wordsOf = async (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    (error: unknown) => refusalOfConstraint(error)?.code ?? Promise.reject(error),
  )

test('what passes the rules by is refused by the database, and told in the same words', async () => {
  const [project, small] = [await projectOf(), await projectOf({ budget: 3 })]
  const key = cell(machine, 3, 25)
  expect(await wordsOf(smuggle(project, key))).toBe('accepted')
  expect(await wordsOf(smuggle(project, key))).toBe('booking.taken-after-all')
  expect(await wordsOf(smuggle(small, cell(machine, 3, 26)))).toBe('booking.over-budget-after-all')
  expect(await usedBy(small)).toBe(0)
  const row = { slotId_week: { slotId: key.slot, week: new Date(`${key.week}T00:00:00Z`) } }
  const nowhere = db().slotWeek.update({ where: row, data: { bookedWeekId: newId() } })
  await expect(nowhere).rejects.toThrow()
  await expect(db().$executeRaw`UPDATE slot_week SET booked_week_id = ${newId()}::uuid, hold_id = ${newId()}::uuid
    WHERE slot_id = ${key.slot}::uuid`).rejects.toThrow(/slot_week_one_use/)
})
