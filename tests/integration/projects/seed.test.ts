import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { isConfirmationOverdue } from '@/lib/projects/rules/confirmation'
import { seed } from '@/prisma/seed'
import { personId } from '@/prisma/seed/projects/leaders'
import { wishes } from '@/prisma/seed/projects/wishes'
import { heldBy } from './projects'

test('the demonstration has a dozen projects of all kinds, told once, with something for everybody to do', async () => {
  const now = new Date()
  await seed(db(), now)
  const projects = await db().project.findMany({ orderBy: { createdAt: 'asc' } })
  expect(projects).toHaveLength(wishes.length)
  expect(new Set(projects.map(({ type }) => type)).size).toBe(4)
  expect(projects[0]).toMatchObject({ slug: 'demo-lung-nodules', piId: personId('petra') })
  expect(projects.filter(({ state }) => state === 'ended').map(({ slug }) => slug)).toEqual([
    'fellowship-retina-grading',
  ])
  expect(projects.filter(({ hiddenOnSheet }) => hiddenOnSheet)).toHaveLength(1)
  const overdue = projects.filter(
    ({ state, membersConfirmedAt }) => state === 'active' && isConfirmationOverdue(membersConfirmedAt, now),
  )
  expect(overdue.map(({ slug }) => slug)).toEqual(['clinical-evaluation-stroke-on-call'])
  const fractures = 'fellowship-bone-fractures'
  expect(await heldBy(fractures, personId('dana'), now)).toEqual(['book-compute', 'manage-members', 'delegate'])
  expect(await heldBy(fractures, personId('emil'), now)).toEqual(['book-compute'])
  expect(await db().piTransfer.findMany({ select: { state: true } })).toEqual([{ state: 'accepted' }])
  const states = await db().projectApplication.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } })
  expect(states.map(({ state, _count }) => [state, _count])).toEqual([
    ['approved', wishes.length],
    ['declined', 1],
    ['submitted', 2],
    ['withdrawn', 1],
  ])
  const weeks = await db().$queryRaw<{ weeks: number; holders: number; over: number }[]>`
    SELECT count(DISTINCT week)::int AS weeks, count(DISTINCT project_id)::int AS holders,
      (SELECT count(*)::int FROM project WHERE gpu_weeks_used(id, ${now}) > gpu_budget) AS over FROM booked_week`
  expect(weeks[0]?.holders).toBeGreaterThan(5)
  expect(weeks[0]?.weeks).toBeGreaterThan(20)
  expect(weeks[0]?.over).toBe(1)
  const events = await db().event.count()
  await seed(db(), now)
  expect(await db().event.count()).toBe(events)
}, 180_000)
