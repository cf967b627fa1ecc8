import { expect, test } from 'vitest'
import { closeWeeks } from '@/lib/booking/commands/close-weeks'
import { reportReady } from '@/lib/booking/commands/report-ready'
import { figures } from '@/lib/booking/queries/figures'
import { startOf } from '@/lib/booking/rules/weeks'
import { db } from '@/lib/platform/db'
import { as, later, refusalOf, somebody, stranger } from '../identity/people'
import { projectOf } from './acting'
import { administrator, machine, mondayIn, weekIn } from './machines'
import { booked } from './standing'

const hour = 3_600_000
const week = 7 * 24 * hour
const shown = async (slug: string, now: Date) =>
  (await figures(as(await somebody(), now), { weeks: 4 })).machines.find((one) => one.machine === slug)

test('what could be lent, what was used, by week; maintenance and cancelled weeks left out', async () => {
  const [own, theirs] = [await machine(), await projectOf({ name: 'Users', budget: 100 })]
  const place = { projectId: theirs.id, machineId: own.id }
  for (const slot of ['A', 'B']) await booked({ ...place, slotId: own.slot(slot), week: mondayIn(0) })
  const given = await booked({ ...place, slotId: own.slot('C'), week: mondayIn(0) })
  await db().bookedWeek.update({
    where: { id: given.id },
    data: { state: 'released', stateAt: later(hour), countsUntil: later(hour) },
  })
  const never = await booked({ ...place, slotId: own.slot('A'), week: mondayIn(1) })
  await db().bookedWeek.update({ where: { id: never.id }, data: { state: 'cancelled', countsUntil: later(hour) } })
  const slots = [own.slot('C'), own.slot('D')]
  await closeWeeks(await administrator(later(2 * hour)), {
    machine: own.slug,
    slots,
    from: weekIn(1),
    to: weekIn(1),
    reason: 'The cooling is renewed',
  })
  const { weeks, utilisation } = (await shown(own.slug, later(week))) ?? {}
  expect(weeks).toEqual([
    { week: weekIn(0), lendable: 16, used: 12 },
    { week: weekIn(1), lendable: 8, used: 0 },
  ])
  expect(utilisation).toBe(0.5)
})

test('readiness before noon, lead times and drop-ins are told', async () => {
  const [own, theirs, ctx] = [await machine(), await projectOf({ budget: 100 }), await administrator()]
  const place = { projectId: theirs.id, machineId: own.id, week: mondayIn(1) }
  const monday = startOf(mondayIn(1))
  const before = await figures(as(await somebody(), later(2 * week)), { weeks: 4 })
  const [early, late] = [
    await booked({ ...place, slotId: own.slot('A') }),
    await booked({ ...place, slotId: own.slot('B') }),
  ]
  await booked({ ...place, slotId: own.slot('C'), at: new Date(monday.getTime() + hour) })
  const said = (bookedWeek: string, after: number) =>
    reportReady({ ...ctx, now: new Date(monday.getTime() + after) }, { bookedWeek, address: '10.1.2.3' })
  await said(early.id, 2 * hour)
  await said(late.id, 3 * hour)
  const after = await figures(as(await somebody(), later(2 * week)), { weeks: 4 })
  expect([
    after.readyBeforeNoon.ready - before.readyBeforeNoon.ready,
    after.readyBeforeNoon.of - before.readyBeforeNoon.of,
  ]).toEqual([1, 2])
  const count = ({ leadTimes }: typeof after, name: string) =>
    leadTimes.find(({ lead }) => lead === name)?.bookings ?? 0
  expect([
    count(after, 'drop-in') - count(before, 'drop-in'),
    count(after, 'under-1') - count(before, 'under-1'),
  ]).toEqual([1, 2])
  const dropIns = ({ dropIns }: typeof after) => dropIns.reduce((sum, one) => sum + one.dropIns, 0)
  expect(dropIns(after) - dropIns(before)).toBe(1)
})

test('groups are listed with budget and use; a hidden one to its own people and administrators alone', async () => {
  const hidden = await projectOf({ name: 'Not for everybody', hidden: true, budget: 4 })
  const open = await projectOf({ name: 'For everybody', budget: 16 })
  const names = async (ctx: Parameters<typeof figures>[0]) => (await figures(ctx, {})).groups.map(({ name }) => name)
  expect(await names(as(open.pi))).toContain('For everybody')
  expect(await names(as(open.pi))).not.toContain('Not for everybody')
  for (const ctx of [as(hidden.pi), await administrator()]) expect(await names(ctx)).toContain('Not for everybody')
  const group = (await figures(as(open.pi), {})).groups.find(({ slug }) => slug === open.slug)
  expect(group).toMatchObject({ pi: 'Petra PI', type: 'project', budget: 16, used: 0, quotaBytes: 0 })
  const piSeenBy = async (ctx: Parameters<typeof figures>[0]) =>
    (await figures(ctx, {})).groups.find(({ slug }) => slug === open.slug)?.pi
  const outsider = as(await somebody())
  expect(await piSeenBy(outsider)).toBeNull()
  await db().project.update({ where: { id: open.id }, data: { listed: true } })
  expect(await piSeenBy(outsider)).toBe('Petra PI')
  expect((await refusalOf(figures(stranger(), {}))).code).toBe('platform.not-signed-in')
  expect((await refusalOf(figures(as({ ...open.pi, scopes: ['compute'] }), {}))).code).toBe('platform.scope')
})
