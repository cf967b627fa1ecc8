import { expect, test } from 'vitest'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, later, noon, refusalOf, somebody, stranger } from '../identity/people'
import { delegate, piOf, projectOf, textOf, usedBy } from './acting'
import { cell, machineOf } from './lent'

const machine = await machineOf()
const day = 86_400_000
const journalOf = (id: string) => db().event.findMany({ where: { stream: `booking:${id}` }, orderBy: { seq: 'asc' } })

test('several weeks are booked in one act, count, and are journalled', async () => {
  const project = await projectOf()
  const cells = [cell(machine, 1, 3), cell(machine, 0, 3), cell(machine, 0, 4)]
  const booked = await bookWeeks(piOf(project), { project: project.slug, cells, note: ' A note ' })
  expect(booked).toMatchObject({ used: 12, budget: 32, undoUntil: later(60_000).toISOString() })
  expect(booked.weeks.map(({ name }) => name).toSorted()).toEqual(['2026-W51', '2026-W51', '2026-W52'])
  expect(await usedBy(project)).toBe(12)
  const row = await db().booking.findUniqueOrThrow({ where: { id: booked.id }, include: { weeks: true } })
  expect(row).toMatchObject({ kind: 'ordinary', note: 'A note', onBehalfOf: null, overBudget: false, reason: null })
  expect(row.weeks.every(({ state, createdAt }) => state === 'booked' && createdAt.getTime() === noon.getTime())).toBe(
    true,
  )
  const [fact] = await journalOf(booked.id)
  expect(fact).toMatchObject({ type: 'booking.weeks-booked', actorId: project.pi.id, onBehalfOf: null })
  expect(fact?.data).toMatchObject({ projectId: project.id, gpus: 12, weeks: ['2026-W51', '2026-W52'] })
})

test('all or none: one slot week that is taken leaves the others free, and the refusal says which would fit', async () => {
  const [mine, theirs] = [await projectOf({ budget: 9 }), await projectOf()]
  const taken = cell(machine, 2, 5)
  await bookWeeks(piOf(theirs), { project: theirs.slug, cells: [taken] })
  const wanted = [taken, cell(machine, 2, 6), cell(machine, 2, 7), cell(machine, 2, 8)]
  const { code, details } = await refusalOf(bookWeeks(piOf(mine), { project: mine.slug, cells: wanted }))
  expect(code).toBe('booking.taken')
  expect(details).toMatchObject({
    left: 9,
    used: 0,
    budget: 9,
    taken: [{ ...taken, why: 'taken' }],
    fits: [wanted[1], wanted[2]],
  })
  expect(await usedBy(mine)).toBe(0)
})

test('never more than the budget, and equal is fine', async () => {
  const project = await projectOf({ budget: 8 })
  const three = [1, 2, 3].map((ahead) => cell(machine, 3, ahead))
  const { code, details } = await refusalOf(bookWeeks(piOf(project), { project: project.slug, cells: three }))
  expect(code).toBe('booking.over-budget')
  expect(details).toMatchObject({ left: 8, wants: 12, fits: three.slice(0, 2), fitting: '2026-W49, 2026-W50' })
  expect((await bookWeeks(piOf(project), { project: project.slug, cells: three.slice(0, 2) })).used).toBe(8)
})

test('a shrunk budget deletes nothing, and new bookings wait', async () => {
  const project = await projectOf()
  await bookWeeks(piOf(project), { project: project.slug, cells: [cell(machine, 0, 10), cell(machine, 0, 11)] })
  await db().project.update({ where: { id: project.id }, data: { gpuBudget: 4 } })
  expect(await usedBy(project)).toBe(8)
  const more = bookWeeks(piOf(project), { project: project.slug, cells: [cell(machine, 0, 12)] })
  expect(await refusalOf(more)).toMatchObject({ code: 'booking.over-budget', details: { left: 0, used: 8, fits: [] } })
})

test('an empty slot of the running week is a drop-in at full cost; a past one is over', async () => {
  const project = await projectOf()
  const booked = await bookWeeks(piOf(project), { project: project.slug, cells: [cell(machine, 0, 0)] })
  expect(booked.used).toBe(4)
  expect(await db().booking.findUniqueOrThrow({ where: { id: booked.id } })).toMatchObject({ kind: 'drop-in' })
  const past = bookWeeks(piOf(project), { project: project.slug, cells: [cell(machine, 0, -1)] })
  expect((await refusalOf(past)).code).toBe('booking.week-over')
})

test.each([
  ['is ended', { state: 'ended' as const }, 'booking.project-ended'],
  ['is over', { endsAt: later(-1) }, 'booking.project-ended'],
  ['ends during the week', { endsAt: later(3 * day) }, 'booking.outside-project'],
  ['has not confirmed its members for a year', { confirmedAt: later(-365 * day) }, 'booking.members-overdue'],
  ['has no DPA', { signed: ['service-agreement'] }, 'agreements.missing'],
])('a project that %s books nothing', async (_, wish, code) => {
  const project = await projectOf(wish)
  const wanted = { project: project.slug, cells: [cell(machine, 1, 0)] }
  expect((await refusalOf(bookWeeks(piOf(project), wanted))).code).toBe(code)
})

test('a machine without personal data asks for no DPA; no machine knows weeks that are not made', async () => {
  const open = await machineOf([2], 4, false)
  const project = await projectOf({ signed: ['service-agreement'] })
  await bookWeeks(piOf(project), { project: project.slug, cells: [cell(open, 0, 1)] })
  const cells = [cell(open, 0, 2), cell(open, 0, 40), { slot: newId(), week: '2026-12-07' }]
  const refused = await refusalOf(bookWeeks(piOf(project), { project: project.slug, cells }))
  expect(refused).toMatchObject({ code: 'booking.no-such-week', details: { fits: [cells[0]] } })
})

test('who has not accepted the terms is told so', async () => {
  const project = await projectOf()
  await textOf('user-terms', 1)
  const wanted = { project: project.slug, cells: [cell(machine, 1, 13)] }
  expect((await refusalOf(bookWeeks(piOf(project), wanted))).code).toBe('agreements.missing')
  await db().acceptance.create({
    data: { textId: await textOf('user-terms', 1), personId: project.pi.id, acceptedAt: noon },
  })
  await bookWeeks(piOf(project), wanted)
  await db().$executeRaw`SET session_replication_role = replica`
  await db().$executeRaw`DELETE FROM acceptance`
  await db().$executeRaw`DELETE FROM agreement_text WHERE kind = 'user-terms'`
  await db().$executeRaw`SET session_replication_role = DEFAULT`
})

test('a delegate books on behalf of the PI, until the delegation is over', async () => {
  const dora = await somebody({ name: 'Dora Delegate' })
  const project = await projectOf({}, undefined, [dora])
  const wanted = { project: project.slug, cells: [cell(machine, 2, 14)] }
  expect((await refusalOf(bookWeeks(as(dora), wanted))).code).toBe('projects.no-authority')
  await delegate(project, dora, ['book-compute'], later(2 * day))
  const { id } = await bookWeeks(as(dora), wanted)
  expect(await journalOf(id)).toMatchObject([{ actorId: dora.id, onBehalfOf: project.pi.id }])
  expect(await db().booking.findUniqueOrThrow({ where: { id } })).toMatchObject({ onBehalfOf: project.pi.id })
  const late = { project: project.slug, cells: [cell(machine, 2, 15)] }
  expect((await refusalOf(bookWeeks(as(dora, later(2 * day)), late))).code).toBe('projects.no-authority')
})

test('to who takes no part there is no such project', async () => {
  const project = await projectOf()
  const wanted = { project: project.slug, cells: [cell(machine, 2, 16)] }
  const other = await projectOf()
  expect((await refusalOf(bookWeeks(piOf(other), wanted))).code).toBe('platform.not-found')
  expect((await refusalOf(bookWeeks(piOf(other), { ...wanted, project: 'nowhere' }))).code).toBe('platform.not-found')
  expect((await refusalOf(bookWeeks(stranger(), wanted))).code).toBe('platform.not-signed-in')
  const token = as({ ...project.pi, scopes: ['bookings:read'], sessionId: null })
  expect((await refusalOf(bookWeeks(token, wanted))).code).toBe('platform.scope')
})

test('a compute administrator books for others with a reason, and lifts the budget, never occupancy', async () => {
  const carl = await somebody({ name: 'Carl Compute', roles: ['compute-administrator'] })
  const project = await projectOf({ budget: 4 })
  const cells = [cell(machine, 3, 17), cell(machine, 3, 18)]
  const wanted = { project: project.slug, cells }
  expect((await refusalOf(bookWeeks(as(carl), wanted))).details).toMatchObject({
    fields: { reason: [expect.any(String)] },
  })
  const reason = 'Asked for by telephone'
  expect((await refusalOf(bookWeeks(as(carl), { ...wanted, reason }))).code).toBe('booking.over-budget')
  const { id, used } = await bookWeeks(as(carl), { ...wanted, override: { reason } })
  expect(used).toBe(8)
  const row = await db().booking.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ kind: 'administrator', reason, overBudget: true, onBehalfOf: project.pi.id })
  expect(JSON.stringify(await journalOf(id))).not.toContain(reason)
  expect((await refusalOf(bookWeeks(as(carl), { ...wanted, override: { reason } }))).code).toBe('booking.yours-already')
  const own = await projectOf({ budget: 0 }, carl)
  const selfish = { project: own.slug, cells: [cell(machine, 3, 19)], override: { reason } }
  expect((await refusalOf(bookWeeks(as(carl), selfish))).code).toBe('booking.own-project')
  const lifted = bookWeeks(piOf(project), { ...wanted, cells: [cell(machine, 3, 19)], override: { reason } })
  expect((await refusalOf(lifted)).code).toBe('booking.override-forbidden')
})

test('the same request sent again gets its answer, and books once', async () => {
  const project = await projectOf()
  const ctx = { ...piOf(project), idempotencyKey: newId() }
  const wanted = { project: project.slug, cells: [cell(machine, 1, 20)] }
  const answers = await Promise.all([bookWeeks(ctx, wanted), bookWeeks(ctx, wanted), bookWeeks(ctx, wanted)])
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await usedBy(project)).toBe(4)
})
