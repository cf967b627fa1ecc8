import { expect, test } from 'vitest'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { cancelWeeks } from '@/lib/booking/commands/end-weeks'
import { bookings, oneBooking } from '@/lib/booking/queries/bookings'
import { sheet } from '@/lib/booking/queries/sheet'
import { sheets } from '@/lib/booking/queries/sheets'
import { pool } from '@/lib/platform/db'
import { as, later, noon, refusalOf, somebody, stranger } from '../identity/people'
import { delegate, piOf, projectOf } from './acting'
import { cell, machineOf, running, weekAfter } from './lent'

const machine = await machineOf([4, 4])
const [mine, theirs, shy] = [
  await projectOf({ name: 'Mine', budget: 12 }),
  await projectOf({ name: 'Theirs' }),
  await projectOf({ name: 'Shy', hidden: true }),
]
await bookWeeks(piOf(mine), { project: mine.slug, cells: [cell(machine, 0, 0), cell(machine, 0, 2)] })
await bookWeeks(piOf(theirs), { project: theirs.slug, cells: [cell(machine, 0, 1)] })
await bookWeeks(piOf(shy), { project: shy.slug, cells: [cell(machine, 1, 1)] })

test('shows who holds what, what is free, and what is left', async () => {
  const read = await sheet(piOf(mine), { machine: machine.slug, from: running, weeks: 4 })
  expect(read.weeks.map(({ name, isCurrent }) => [name, isCurrent])).toEqual([
    ['2026-W48', true],
    ['2026-W49', false],
    ['2026-W50', false],
    ['2026-W51', false],
  ])
  const states = read.weeks.map(({ cells }) => cells.map(({ state, project }) => project?.name ?? state))
  expect(states).toEqual([
    ['Mine', 'drop-in'],
    ['Theirs', 'hidden'],
    ['Mine', 'free'],
    ['free', 'free'],
  ])
  expect(read.weeks[0]?.cells[0]).toMatchObject({ state: 'mine', life: 'preparing', bookingId: expect.any(String) })
  expect(read.weeks[1]?.cells[0]).toMatchObject({ state: 'other', bookingId: null, bookedWeekId: null })
  expect(read.acting).toMatchObject({
    slug: mine.slug,
    why: null,
    onBehalfOf: null,
    meter: { budget: 12, used: 8, left: 4, held: 0, next: { at: read.weeks[0]?.endsAt, gpus: 4 } },
  })
  expect(JSON.stringify(read)).not.toContain('Shy')
  expect([read.earlier, read.later]).toEqual([weekAfter(-4), weekAfter(4)])
})

test('pages from the first week that there is to the last', async () => {
  const first = await sheet(piOf(mine), { machine: machine.slug, from: weekAfter(-4), weeks: 30 })
  expect([first.earlier, first.later]).toEqual([null, weekAfter(26)])
  expect((await sheet(piOf(mine), { machine: machine.slug, from: weekAfter(26) })).later).toBeNull()
  expect((await sheet(piOf(mine), { machine: machine.slug })).weeks[0]?.week).toBe(weekAfter(-2))
  expect(first.weeks[0]?.cells[0]).toMatchObject({ state: 'past', waiting: 0 })
})

test('a cancelled week is closing for its minute, and then free', async () => {
  const one = cell(machine, 1, 3)
  const { id } = await bookWeeks(piOf(theirs), { project: theirs.slug, cells: [one] })
  await cancelWeeks(piOf(theirs), { booking: id })
  const at = async (now: Date) =>
    (await sheet(piOf(mine, now), { machine: machine.slug, from: one.week, weeks: 1 })).weeks[0]?.cells[1]
  expect(await at(later(59_999))).toMatchObject({ state: 'closing', until: later(60_000).toISOString() })
  expect(await at(later(60_000))).toMatchObject({ state: 'free', until: null })
})

test('a hidden project is hidden from outsiders only, and unknown to who has no part in it', async () => {
  const read = { machine: machine.slug, from: weekAfter(1), weeks: 1 }
  const seen = async (ctx: Parameters<typeof sheet>[0]) =>
    (await sheet(ctx, read)).weeks[0]?.cells[1]?.project?.name ?? null
  const carl = as(await somebody({ roles: ['compute-administrator'] }))
  expect([await seen(piOf(theirs)), await seen(piOf(shy)), await seen(carl)]).toEqual([null, 'Shy', 'Shy'])
  expect((await refusalOf(sheet(piOf(mine), { ...read, project: shy.slug }))).code).toBe('platform.not-found')
  expect((await refusalOf(sheet(piOf(mine), { ...read, machine: 'nothing' }))).code).toBe('platform.not-found')
  expect((await refusalOf(sheet(stranger(), read))).code).toBe('platform.not-signed-in')
})

test('a member is told why they cannot book, a delegate for whom they do', async () => {
  const dora = await somebody({ name: 'Dora' })
  const project = await projectOf({ name: 'Of Petra' }, undefined, [dora])
  const late = await projectOf({ name: 'Late', confirmedAt: later(-400 * 86_400_000) }, dora)
  const read = () => sheet(as(dora), { machine: machine.slug })
  const offered = async () => (await read()).projects.map(({ name, why, onBehalfOf }) => [name, why, onBehalfOf])
  expect(await offered()).toEqual([
    ['Late', 'booking.members-overdue', null],
    ['Of Petra', 'projects.no-authority', 'Petra PI'],
  ])
  await delegate(project, dora)
  expect((await offered()).at(1)).toEqual(['Of Petra', null, 'Petra PI'])
  expect((await read()).acting?.slug).toBe(project.slug)
  expect((await sheet(as(dora), { machine: machine.slug, project: late.slug })).acting?.slug).toBe(late.slug)
})

test('is read in one statement', async () => {
  const { query } = pool()
  const asked: unknown[] = []
  Object.assign(pool(), {
    query: (...args: unknown[]) => {
      asked.push(args[0])
      return Reflect.apply(query, pool(), args)
    },
  })
  await sheet(piOf(mine), { machine: machine.slug })
  Object.assign(pool(), { query })
  expect(asked).toHaveLength(1)
})

test('bookings are listed to who takes part, and to administrators', async () => {
  const carl = as(await somebody({ roles: ['compute-administrator'] }))
  const { items } = await bookings(piOf(mine), {})
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ project: { name: 'Mine' }, machine: { slug: machine.slug }, bookedBy: 'Petra PI' })
  expect(items[0]?.weeks.map(({ name, slotName, life }) => [name, slotName, life])).toEqual([
    ['2026-W48', 'A', 'preparing'],
    ['2026-W50', 'A', 'booked'],
  ])
  const count = async (ctx: Parameters<typeof bookings>[0], raw: object) => (await bookings(ctx, raw)).items.length
  expect(await count(piOf(mine), { project: theirs.slug })).toBe(0)
  expect(await count(carl, { machine: machine.slug })).toBe(4)
  expect(await count(carl, { machine: machine.slug, state: 'running' })).toBe(1)
  expect(await count(carl, { machine: machine.slug, state: 'over' })).toBe(1)
  const id = items[0]?.id
  expect((await oneBooking(piOf(mine, noon), { booking: id })).abilities).toEqual(['cancel', 'release', 'undo', 'move'])
  expect((await oneBooking(piOf(mine, later(60_000)), { booking: id })).abilities).toEqual([
    'cancel',
    'release',
    'move',
  ])
  expect((await refusalOf(oneBooking(piOf(theirs), { booking: id }))).code).toBe('platform.not-found')
})

test('the sheets of several machines at once are those of each of them', async () => {
  const open = await machineOf([8], 20, false)
  const at = { from: running, weeks: 6 }
  const read = await sheets(piOf(mine), { ...at, machines: `${machine.slug},${open.slug}` })
  for (const one of [machine, open]) {
    const alone = await sheet(piOf(mine), { ...at, machine: one.slug })
    const found = read.sheets.find(({ machine: { slug } }) => slug === one.slug)
    expect(found).toEqual({ machine: alone.machine, why: alone.acting?.why ?? null, weeks: alone.weeks })
    expect(read.acting?.meter).toEqual(alone.acting?.meter)
  }
  expect(read.sheets).toHaveLength(2)
  expect(JSON.stringify(read)).not.toContain('Shy')
  expect((await sheets(piOf(mine), at)).sheets.length).toBeGreaterThanOrEqual(2)
  expect((await refusalOf(sheets(piOf(mine), { ...at, machines: [machine.slug, 'nowhere'] }))).code).toBe(
    'platform.not-found',
  )
  expect((await refusalOf(sheets(piOf(mine), { ...at, project: shy.slug }))).code).toBe('platform.not-found')
})

test('on each machine it is told whether the project acted for can book there', async () => {
  const open = await machineOf([4], 20, false)
  const bare = await projectOf({ name: 'Without a DPA', signed: ['service-agreement'] })
  const read = await sheets(piOf(bare), { from: running, weeks: 1, machines: [machine.slug, open.slug] })
  const whyOn = (slug: string) => read.sheets.find((one) => one.machine.slug === slug)?.why
  expect([whyOn(machine.slug), whyOn(open.slug)]).toEqual(['agreements.missing', null])
})
