import { expect, test } from 'vitest'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { states } from '@/lib/access/rules/states'
import { db } from '@/lib/platform/db'
import { seed } from '@/prisma/seed'
import { acting } from '@/prisma/seed/projects/leaders'

const now = new Date()
await seed(db(), now)

test('the demonstration tells of requests at every stage', async () => {
  const rows = await db().accessRequest.groupBy({ by: ['state'], _count: true })
  expect(rows.map(({ state }) => state).toSorted()).toEqual([...states].toSorted())
  const turns = await db().accessRequest.groupBy({ by: ['turn'], _count: true })
  expect(turns.map(({ turn }) => turn).toSorted()).toEqual(['applicant', 'deciders', 'handler', 'nobody', 'reviewers'])
  expect(await db().accessBar.count({ where: { kind: 'suspended', liftedAt: null } })).toBe(1)
  expect(await db().accessGrant.count({ where: { endedAt: null, endsAt: { gt: now } } })).toBeGreaterThan(2)
})

test('it says that it is made up', async () => {
  const titles = await db().accessRequest.findMany({ select: { title: true } })
  expect(titles.filter(({ title }) => !title.includes('demonstration'))).toEqual([])
})

test.each([
  ['ctpa', true],
  ['ctpel', true],
  ['brln', false],
  ['drsk', false],
])('whether its investigator may use %s now: %s', async (dataset, may) => {
  const { verdict } = await accessVerdict(acting('petra', now, 0), { dataset })
  expect(verdict.may).toBe(may)
})

test('seeding again changes nothing', async () => {
  const before = await db().event.count()
  await seed(db(), now)
  expect(await db().event.count()).toBe(before)
})
