import { expect, test } from 'vitest'
import { extendSheet } from '@/lib/booking/commands/extend-sheet'
import { createMachine, editMachine } from '@/lib/booking/commands/keep-machines'
import { setLayout } from '@/lib/booking/commands/set-layout'
import { layoutPreview } from '@/lib/booking/queries/layout-preview'
import { machines, oneMachine } from '@/lib/booking/queries/machines'
import { addWeeks } from '@/lib/booking/rules/weeks'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, later, noon, refusalOf, somebody } from '../identity/people'
import { projectOf } from './acting'
import { about, administrator, clock, factsOf, four, machine, mondayIn, outsiders, weekIn } from './machines'
import { booked } from './standing'

const week = 7 * 86_400_000
/** How many rows the sheet of a machine has, from which week to which. */
const sheetOf = async (machineId: string) => {
  const rows = await db().slotWeek.findMany({ where: { machineId }, orderBy: { week: 'asc' }, select: { week: true } })
  const days = rows.map((row) => row.week.toISOString().slice(0, 10))
  return [rows.length, days[0], days.at(-1)]
}

test('a machine is made with its slots, and their weeks as far as the sheet reaches', async () => {
  const ctx = await administrator()
  const wanted = { slug: 'dgx-of-a-test', ...about, from: weekIn(0), slots: 'A 4\nB 4\n\nC 8' }
  const { id } = await createMachine(ctx, wanted)
  expect(await oneMachine(ctx, { machine: 'dgx-of-a-test' })).toMatchObject({
    id,
    name: about.name,
    personalData: true,
    layouts: [
      { from: '2026-W48', until: null, slots: [{ name: 'A', gpus: 4 }, { name: 'B' }, { name: 'C', gpus: 8 }] },
    ],
  })
  expect(await sheetOf(id)).toEqual([3 * 57, '2026-11-23', addWeeks('2026-11-23', 56)])
  const rows = await db().slotWeek.findMany({ where: { machineId: id, gpus: 8 }, orderBy: { week: 'asc' }, take: 1 })
  expect(rows[0]).toMatchObject({
    startsAt: new Date('2026-11-23T08:00:00Z'),
    endsAt: new Date('2026-11-30T08:00:00Z'),
  })
  expect((await refusalOf(createMachine(ctx, wanted))).code).toBe('booking.machine-taken')
  const early = { ...wanted, slug: 'another', from: weekIn(-1) }
  expect(await refusalOf(createMachine(ctx, early))).toMatchObject({ details: { earliest: '2026-W48' } })
  expect(await factsOf(id)).toMatchObject([
    { type: 'booking.machine-created', data: { slug: 'dgx-of-a-test', from: '2026-W48', slots: 3, gpus: 16 } },
  ])
})

test('of many who make a machine of one name at once, one does', async () => {
  const ctx = await administrator()
  const wanted = { slug: 'wanted-by-many', ...about, from: weekIn(0), slots: four }
  const settled = await Promise.allSettled(Array.from({ length: 6 }, () => createMachine(ctx, wanted)))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test.each([
  ['a slot without GPUs', { slots: 'A' }],
  ['two slots of one name', { slots: 'A 4\nA 4' }],
  ['a slot of no GPUs', { slots: [{ name: 'A', gpus: 0 }] }],
  ['a week that is none', { from: '2025-W53' }],
  ['a day that is no Monday', { from: '2026-11-24' }],
  ['a personal number in the description', { description: 'Bought by 19900101-0017' }],
  ['a login name that no machine has', { loginName: 'root user' }],
])('%s is refused as input', async (_, wrong) => {
  const wanted = { slug: 'never-made', ...about, from: weekIn(0), slots: four, ...wrong }
  expect((await refusalOf(createMachine(await administrator(), wanted))).code).toBe('platform.invalid')
})

test('what is said of a machine changes; for whom it is safe, only while nobody has a week on it', async () => {
  const [ctx, { id, slug, slot }, { id: projectId }] = [await administrator(), await machine(), await projectOf()]
  const change = { machine: slug, expectedRevision: 1, ...about, name: 'Renamed', loginName: 'aida' }
  expect(await editMachine(ctx, change)).toEqual({ revision: 2 })
  expect((await refusalOf(editMachine(ctx, change))).code).toBe('booking.machine-moved-on')
  const open = { ...change, expectedRevision: 2, personalData: false }
  await booked({ projectId, machineId: id, slotId: slot('B'), week: mondayIn(3) })
  expect((await refusalOf(editMachine(ctx, open))).code).toBe('booking.machine-in-use')
  await editMachine({ ...ctx, now: later(5 * week) }, open)
  expect(await oneMachine(ctx, { machine: slug })).toMatchObject({ name: 'Renamed', personalData: false, revision: 3 })
  expect((await factsOf(id)).map(({ data }) => data)).toMatchObject([
    {},
    { fields: ['name', 'loginName'] },
    { fields: ['personalData'] },
  ])
})

test('a machine is divided anew from a week on; the weeks before stay as they were', async () => {
  const [ctx, { id, slug }] = [await administrator(), await machine()]
  const two = 'E 8\nF 8'
  expect(await refusalOf(setLayout(ctx, { machine: slug, from: weekIn(0), slots: two }))).toMatchObject({
    code: 'booking.layout-too-early',
    details: { earliest: weekIn(1) },
  })
  await setLayout(ctx, { machine: slug, from: weekIn(10), slots: two })
  await setLayout(ctx, { machine: slug, from: weekIn(5), slots: 'G 16' })
  await setLayout(ctx, { machine: slug, from: weekIn(20), slots: '' })
  const { layouts } = await oneMachine(ctx, { machine: slug })
  expect(layouts.map(({ from, until, slots }) => [from, until, slots.map(({ name }) => name).join('')])).toEqual([
    [weekIn(0), weekIn(5), 'ABCD'],
    [weekIn(5), weekIn(10), 'G'],
    [weekIn(10), weekIn(20), 'EF'],
    [weekIn(20), null, ''],
  ])
  expect(await sheetOf(id)).toEqual([5 * 4 + 5 + 10 * 2, mondayIn(0), mondayIn(19)])
  // The same week once more: what nobody ever booked is replaced.
  await setLayout(ctx, { machine: slug, from: weekIn(10), slots: 'H 4' })
  expect(await sheetOf(id)).toEqual([5 * 4 + 5 + 10, mondayIn(0), mondayIn(19)])
  await extendSheet(clock(later(10 * week)), {})
  expect(await sheetOf(id)).toEqual([5 * 4 + 5 + 10, mondayIn(0), mondayIn(19)])
})

test('a layout that would take away what stands is shown before and refused; nothing changes', async () => {
  const [ctx, { id, slug, slot }] = [await administrator(), await machine()]
  const { id: projectId } = await projectOf({ name: 'Hidden even here', hidden: true })
  const place = { projectId, machineId: id, slotId: slot('C'), week: mondayIn(9) }
  await booked(place)
  await db().waitingPlace.create({
    data: {
      id: newId(),
      projectId,
      personId: newId(),
      slotId: slot('D'),
      week: new Date(`${mondayIn(8)}T00:00:00Z`),
      state: 'waiting',
      createdAt: noon,
    },
  })
  const before = await sheetOf(id)
  const shown = await layoutPreview(ctx, { machine: slug, from: weekIn(8) })
  expect(shown.standing).toMatchObject([
    { kind: 'place', slot: 'D', week: weekIn(8), project: 'Hidden even here' },
    { kind: 'booking', slot: 'C', week: weekIn(9), state: 'booked' },
  ])
  expect((await layoutPreview(ctx, { machine: slug, from: weekIn(10) })).standing).toEqual([])
  const refused = await refusalOf(setLayout(ctx, { machine: slug, from: weekIn(8), slots: 'E 16' }))
  expect(refused).toMatchObject({ code: 'booking.layout-conflicts', details: { count: 2 } })
  expect(await sheetOf(id)).toEqual(before)
  await setLayout(ctx, { machine: slug, from: weekIn(10), slots: 'E 16' })
})

test('a layout whose slots were booked once stays, though nothing stands there any more', async () => {
  const [ctx, { id, slug }, { id: projectId }] = [await administrator(), await machine(), await projectOf()]
  await setLayout(ctx, { machine: slug, from: weekIn(4), slots: 'E 4' })
  const slot = await db().slot.findFirstOrThrow({ where: { machineId: id, name: 'E' } })
  const { id: gone } = await booked({ projectId, machineId: id, slotId: slot.id, week: mondayIn(5) })
  await db().bookedWeek.update({ where: { id: gone }, data: { state: 'cancelled', countsUntil: noon } })
  const again = setLayout({ ...ctx, now: later(60_000) }, { machine: slug, from: weekIn(4), slots: 'F 4' })
  expect((await refusalOf(again)).code).toBe('booking.layout-has-history')
})

test('each day the sheet is extended by the weeks that came within its reach, once', async () => {
  const { id } = await machine()
  const other = await machine()
  const next = clock(later(2 * week))
  await Promise.all([extendSheet(next, {}), extendSheet(next, {}), extendSheet(next, {})])
  expect(await sheetOf(id)).toEqual([4 * 59, mondayIn(0), mondayIn(58)])
  expect((await factsOf(id)).map(({ type }) => type)).toEqual(['booking.machine-created', 'booking.sheet-extended'])
  expect((await factsOf(other.id)).at(-1)).toMatchObject({
    data: { from: weekIn(57), to: weekIn(59) },
    actorId: 'clock',
  })
  expect((await refusalOf(extendSheet(await administrator(), {}))).code).toBe('platform.not-found')
})

test('nobody but compute administrators keeps machines; everybody signed in sees them', async () => {
  const { slug, id } = await machine()
  const facts = await factsOf(id)
  for (const { ctx, code } of await outsiders()) {
    const make = createMachine(ctx, { slug: 'mine', ...about, from: weekIn(0), slots: four })
    expect((await refusalOf(make)).code).toBe(code)
    expect((await refusalOf(editMachine(ctx, { machine: slug, expectedRevision: 1, ...about }))).code).toBe(code)
    expect((await refusalOf(setLayout(ctx, { machine: slug, from: weekIn(2), slots: four }))).code).toBe(code)
    expect((await refusalOf(layoutPreview(ctx, { machine: slug, from: weekIn(2) }))).code).toBe(code)
  }
  expect(await factsOf(id)).toEqual(facts)
  const seen = await machines(as(await somebody()), {})
  expect([seen.administers, seen.items.some((item) => item.slug === slug)]).toEqual([false, true])
  expect((await machines(await administrator(), {})).administers).toBe(true)
})
