import { expect, test } from 'vitest'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { moveWeek } from '@/lib/booking/commands/move-week'
import { joinWaitingList } from '@/lib/booking/commands/wait'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, later, refusalOf, somebody } from '../identity/people'
import { type Project, piOf, projectOf, usedBy } from './acting'
import { cell, machineOf } from './lent'

const machine = await machineOf([4, 4, 8])

async function booked(project: Project, ...cells: ReturnType<typeof cell>[]) {
  const { id, weeks } = await bookWeeks(piOf(project), { project: project.slug, cells })
  return { booking: id, bookedWeek: weeks[0]?.id }
}

test('a week is moved in one act, on its net, and what it leaves goes to who waits', async () => {
  const [project, waiter] = [await projectOf({ budget: 4 }), await projectOf()]
  const [from, to] = [cell(machine, 0, 2), cell(machine, 1, 3)]
  const which = await booked(project, from)
  await joinWaitingList(piOf(waiter), { project: waiter.slug, ...from })
  const moved = await moveWeek(piOf(project, later(1)), { ...which, ...to })
  expect(moved).toMatchObject({ id: which.booking, week: { ...to, gpus: 4, name: '2026-W51' }, used: 4, budget: 4 })
  const rows = await db().slotWeek.findMany({ where: { machineId: machine.id, bookedWeekId: { not: null } } })
  expect(rows.map(({ slotId, bookedWeekId }) => [slotId, bookedWeekId])).toEqual([[to.slot, which.bookedWeek]])
  expect(await db().hold.findFirst({ where: { projectId: waiter.id } })).toMatchObject({ state: 'open' })
  const fact = await db().event.findFirstOrThrow({ where: { type: 'booking.week-moved' } })
  expect(fact.data).toMatchObject({ from: '2026-W50', fromSlot: from.slot, to: '2026-W51', toSlot: to.slot })
})

test('a larger slot asks for what it adds; a smaller or equal one always may', async () => {
  const project = await projectOf({ budget: 4 })
  const which = await booked(project, cell(machine, 0, 5))
  const larger = { ...which, ...cell(machine, 2, 5) }
  expect(await refusalOf(moveWeek(piOf(project), larger))).toMatchObject({
    code: 'booking.over-budget',
    details: { used: 4, left: 0, wants: 4 },
  })
  await db().project.update({ where: { id: project.id }, data: { gpuBudget: 1 } })
  expect((await moveWeek(piOf(project), { ...which, ...cell(machine, 1, 6) })).used).toBe(4)
  const carl = as(await somebody({ roles: ['compute-administrator'] }))
  expect((await refusalOf(moveWeek(carl, larger))).code).toBe('platform.invalid')
  const lifted = { ...larger, override: { reason: 'They need the larger one' } }
  expect((await refusalOf(moveWeek(piOf(project), lifted))).code).toBe('booking.override-forbidden')
  expect((await moveWeek(carl, lifted)).used).toBe(8)
  expect(await usedBy(project)).toBe(8)
})

test('what is taken, over, begun or another project’s is not moved to or from', async () => {
  const [project, other] = [await projectOf(), await projectOf()]
  const which = await booked(project, cell(machine, 0, 8))
  const theirs = cell(machine, 0, 9)
  await booked(other, theirs)
  const to = cell(machine, 0, 10)
  expect(await refusalOf(moveWeek(piOf(project), { ...which, ...theirs }))).toMatchObject({
    code: 'booking.taken',
    details: { taken: [{ ...theirs, why: 'taken' }] },
  })
  expect((await refusalOf(moveWeek(piOf(project), { ...which, ...cell(machine, 0, -1) }))).code).toBe(
    'booking.week-over',
  )
  expect((await refusalOf(moveWeek(piOf(other), { ...which, ...to }))).code).toBe('platform.not-found')
  expect((await refusalOf(moveWeek(piOf(project), { ...which, ...to, bookedWeek: newId() }))).code).toBe(
    'booking.not-its-week',
  )
  const elsewhere = await machineOf([4])
  const away = moveWeek(piOf(project), { ...which, ...cell(elsewhere, 0, 3) })
  expect((await refusalOf(away)).code).toBe('booking.one-machine')
  const begun = await booked(project, cell(machine, 1, 0))
  expect((await refusalOf(moveWeek(piOf(project), { ...begun, ...to }))).code).toBe('booking.nothing-to-move')
})
