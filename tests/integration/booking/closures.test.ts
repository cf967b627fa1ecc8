import { expect, test } from 'vitest'
import { closeWeeks } from '@/lib/booking/commands/close-weeks'
import { openWeeks } from '@/lib/booking/commands/open-weeks'
import { closurePreview, closures } from '@/lib/booking/queries/closures'
import { endOf } from '@/lib/booking/rules/weeks'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { later, noon, refusalOf } from '../identity/people'
import { projectOf, usedBy } from './acting'
import { administrator, factsOf, machine, mondayIn, outsiders, weekIn } from './machines'
import { runningWeek } from './running'
import { booked } from './standing'

const reason = 'The cooling is renewed'
const span = (from: number, to = from) => ({ from: weekIn(from), to: weekIn(to) })
const slotWeek = (slotId: string, weeks: number) =>
  db().slotWeek.findUniqueOrThrow({
    where: { slotId_week: { slotId, week: new Date(`${mondayIn(weeks)}T00:00:00Z`) } },
  })
const weekOf = (id: string) => db().bookedWeek.findUniqueOrThrow({ where: { id } })

/** A machine with a booking three weeks ahead in A and one in B, of a project with a budget of 16. */
async function standing() {
  const [own, theirs] = [await machine(), await projectOf({ name: 'Displaced', budget: 16 })]
  const place = { projectId: theirs.id, machineId: own.id, week: mondayIn(3) }
  const a = await booked({ ...place, slotId: own.slot('A') })
  const b = await booked({ ...place, slotId: own.slot('B') })
  return { own, theirs, a, b, ctx: await administrator() }
}

test('what stands in weeks to be closed is shown before, with where each booking could go', async () => {
  const { own, a, b, ctx } = await standing()
  const shown = await closurePreview(ctx, { machine: own.slug, ...span(3, 4) })
  expect(shown.standing.map(({ kind, id, project, slot }) => [kind, id, project, slot])).toEqual([
    ['booking', a.id, 'Displaced', 'A'],
    ['booking', b.id, 'Displaced', 'B'],
  ])
  const [first] = shown.standing
  expect(first?.options).toHaveLength(40)
  expect(first?.options?.[0]).toMatchObject({ week: weekIn(2) })
  expect(first?.options?.some(({ week }) => [weekIn(0), weekIn(3), weekIn(4)].includes(week))).toBe(false)
  const onlyC = await closurePreview(ctx, { machine: own.slug, slots: own.slot('C'), ...span(3) })
  expect(onlyC.standing).toEqual([])
})

test('maintenance moves one booking and cancels the other; the budget has its weeks back at once', async () => {
  const { own, theirs, a, b, ctx } = await standing()
  const wanted = {
    machine: own.slug,
    ...span(3, 4),
    reason,
    displaced: [
      { bookedWeek: a.id, to: { slot: own.slot('D'), week: weekIn(6) } },
      { bookedWeek: b.id, to: null },
    ],
  }
  expect(await usedBy(theirs)).toBe(8)
  expect(await closeWeeks(ctx, wanted)).toMatchObject({ closed: 8, moved: 1, displaced: 1 })
  expect(await usedBy(theirs)).toBe(4)
  expect(await weekOf(a.id)).toMatchObject({ state: 'booked', slotId: own.slot('D'), countsUntil: endOf(mondayIn(6)) })
  expect((await slotWeek(own.slot('D'), 6)).bookedWeekId).toBe(a.id)
  expect(await weekOf(b.id)).toMatchObject({ state: 'displaced', endReason: reason, countsUntil: noon })
  for (const name of ['A', 'B', 'C', 'D'])
    expect(await slotWeek(own.slot(name), 3)).toMatchObject({ bookedWeekId: null, closureId: expect.any(String) })
  expect((await slotWeek(own.slot('A'), 5)).closureId).toBeNull()
  expect((await factsOf(own.id)).at(-1)).toMatchObject({
    type: 'booking.weeks-closed',
    data: { from: weekIn(3), to: weekIn(4), slots: 4, weeks: 2, moved: 1, displaced: 1 },
  })
  const types = await db().event.findMany({
    where: { subjectId: { in: [a.bookingId, b.bookingId] } },
    select: { type: true },
  })
  expect(types.map(({ type }) => type).toSorted()).toEqual(['booking.week-displaced', 'booking.week-relocated'])
  expect((await refusalOf(closeWeeks(ctx, { ...wanted, displaced: [] }))).code).toBe('booking.closed-already')
})

test('nothing is closed while a booking is undecided, decided amiss, or sent where it cannot go', async () => {
  const { own, theirs, a, b, ctx } = await standing()
  const close = (displaced: object[], more = {}) =>
    closeWeeks(ctx, { machine: own.slug, ...span(3), reason, displaced, ...more })
  const cancelB = { bookedWeek: b.id, to: null }
  const to = (slot: string, weeks: number) => ({ bookedWeek: a.id, to: { slot: own.slot(slot), week: weekIn(weeks) } })
  const taken = await booked({ projectId: theirs.id, machineId: own.id, slotId: own.slot('C'), week: mondayIn(7) })
  const elsewhere = await machine()
  const cases: [object[], string][] = [
    [[cancelB], 'booking.displacement-missing'],
    [[cancelB, { bookedWeek: a.id, to: null }, { bookedWeek: taken.id, to: null }], 'booking.displacement-stale'],
    [[cancelB, to('C', 7)], 'booking.displacement-taken'],
    [[cancelB, to('C', 3)], 'booking.displacement-taken'],
    [[cancelB, to('C', 0)], 'booking.displacement-taken'],
    [[cancelB, to('C', 99)], 'booking.displacement-taken'],
    [[cancelB, { bookedWeek: a.id, to: { slot: elsewhere.slot('A'), week: weekIn(6) } }], 'booking.displacement-taken'],
    [[to('D', 6), { bookedWeek: b.id, to: to('D', 6).to }], 'booking.displacement-taken'],
  ]
  for (const [displaced, code] of cases) expect((await refusalOf(close(displaced))).code).toBe(code)
  expect((await refusalOf(close([], span(-1, 0)))).code).toBe('booking.closure-too-early')
  expect((await refusalOf(close([], span(4, 3)))).code).toBe('booking.closure-length')
  expect((await refusalOf(close([], { slots: [newId()] }))).code).toBe('booking.no-slot-weeks')
  expect(await db().closure.count({ where: { machineId: own.id } })).toBe(0)
  expect(await usedBy(theirs)).toBe(12)
})

test('the running week can be closed: what ran is over at once, and its machine is nobody’s', async () => {
  const { id, machine: own, project } = await runningWeek()
  const ctx = await administrator()
  await closeWeeks(ctx, {
    machine: own.slug,
    slots: [own.slot('A')],
    ...span(0),
    reason,
    displaced: [{ bookedWeek: id, to: null }],
  })
  expect(await weekOf(id)).toMatchObject({ state: 'displaced', countsUntil: noon })
  expect(await usedBy(project)).toBe(0)
  expect((await slotWeek(own.slot('B'), 0)).closureId).toBeNull()
})

test('a hold is taken back and its place kept; when the weeks open again it goes to who waited', async () => {
  const [own, theirs, ctx] = [await machine(), await projectOf(), await administrator()]
  const [placeId, holdId] = [newId(), newId()]
  const key = { projectId: theirs.id, slotId: own.slot('A'), week: new Date(`${mondayIn(5)}T00:00:00Z`) }
  await db().waitingPlace.create({
    data: { id: placeId, ...key, personId: theirs.pi.id, state: 'held', createdAt: noon },
  })
  const hold = { id: holdId, placeId, ...key, gpus: 4, madeAt: noon, until: later(86_400_000), state: 'open' }
  await db().$transaction([
    db().hold.create({ data: hold }),
    db().slotWeek.update({ where: { slotId_week: { slotId: key.slotId, week: key.week } }, data: { holdId } }),
  ])
  const { id } = await closeWeeks(ctx, { machine: own.slug, ...span(5), reason })
  expect(await db().hold.findUniqueOrThrow({ where: { id: holdId } })).toMatchObject({ state: 'passed' })
  expect(await db().waitingPlace.findUniqueOrThrow({ where: { id: placeId } })).toMatchObject({ state: 'waiting' })
  expect(await usedBy(theirs)).toBe(0)
  expect(await closures(ctx, { machine: own.slug })).toMatchObject([
    { id, reason, from: weekIn(5), to: weekIn(5), slots: ['A', 'B', 'C', 'D'], cells: 4, by: 'Carl Compute' },
  ])
  expect(await openWeeks(ctx, { closure: id })).toEqual({ id, opened: 4, held: 1 })
  expect(await db().waitingPlace.findUniqueOrThrow({ where: { id: placeId } })).toMatchObject({ state: 'held' })
  expect((await slotWeek(own.slot('A'), 5)).holdId).not.toBeNull()
  expect(await slotWeek(own.slot('B'), 5)).toMatchObject({ closureId: null, holdId: null })
  expect((await refusalOf(openWeeks(ctx, { closure: id }))).code).toBe('booking.opened-already')
  expect(await closures(ctx, { machine: own.slug })).toEqual([])
})

test('of many who close the same weeks at once, one does, and every booking ends in one place', async () => {
  const { own, a, b, ctx } = await standing()
  const displaced = [
    { bookedWeek: a.id, to: { slot: own.slot('C'), week: weekIn(8) } },
    { bookedWeek: b.id, to: { slot: own.slot('D'), week: weekIn(8) } },
  ]
  const close = () => closeWeeks(ctx, { machine: own.slug, ...span(3), reason, displaced })
  const settled = await Promise.allSettled(Array.from({ length: 6 }, close))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const rows = await db().slotWeek.findMany({ where: { machineId: own.id, bookedWeekId: { not: null } } })
  expect(rows.map(({ bookedWeekId }) => bookedWeekId).toSorted()).toEqual([a.id, b.id].toSorted())
})

test('nobody but compute administrators closes or opens weeks', async () => {
  const { own, ctx } = await standing()
  const { id: closure } = await closeWeeks(ctx, { machine: own.slug, ...span(9), reason })
  for (const { ctx: outsider, code } of await outsiders()) {
    expect((await refusalOf(closeWeeks(outsider, { machine: own.slug, ...span(10), reason }))).code).toBe(code)
    expect((await refusalOf(openWeeks(outsider, { closure }))).code).toBe(code)
    expect((await refusalOf(closurePreview(outsider, { machine: own.slug, ...span(10) }))).code).toBe(code)
    expect((await refusalOf(closures(outsider, { machine: own.slug }))).code).toBe(code)
  }
})
