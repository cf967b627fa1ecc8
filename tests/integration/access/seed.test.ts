import { expect, test } from 'vitest'
import { ownRequests } from '@/lib/access/queries/own-requests'
import { oneRequest } from '@/lib/access/queries/request'
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

test('one workflow asks with a form of its own, with which a request waits', async () => {
  const workflow = await db().accessWorkflow.findFirstOrThrow({
    where: { name: 'Technical collections' },
    include: { form: true },
  })
  expect(workflow.form?.slug).toBe('technical-collections')
  const items = await db().accessItem.findMany({ where: { workflowId: workflow.id }, include: { request: true } })
  expect(items.map(({ request }) => [request.state, request.title])).toEqual([
    ['submitted', 'Tissue and its diffusion (demonstration)'],
  ])
  const { formVersionId } = items[0]?.request ?? {}
  const version = await db().accessFormVersion.findUniqueOrThrow({
    where: { id: formVersionId ?? '' },
    include: { form: true },
  })
  expect([version.form.slug, version.number]).toEqual(['technical-collections', 1])
})

test('it says that it is made up', async () => {
  const titles = await db().accessRequest.findMany({ select: { title: true } })
  expect(titles.filter(({ title }) => !title.includes('demonstration'))).toEqual([])
})

test('at each later stage too: reopened, renewed, closed out with a certificate, handed over', async () => {
  const types = ['request-reopened', 'grant-extended', 'request-closed-out', 'request-handed-over', 'renewal-asked']
  for (const type of types)
    expect([type, await db().event.count({ where: { type: `access.${type}` } })]).toEqual([type, 1])
  expect(await db().accessCloseOut.count({ where: { certificateId: { not: null } } })).toBe(1)
  const ends = await db().accessGrant.groupBy({ by: ['endKind'], _count: true })
  expect(new Set(ends.map(({ endKind }) => endKind))).toEqual(new Set(['closed', 'handed-over', 'revoked', null]))
  const rounds = await db().accessRound.findMany({ where: { closedAt: null }, select: { tasks: true } })
  expect(rounds.map(({ tasks }) => tasks.map(({ state }) => state).toSorted())).toEqual([['answered', 'open', 'open']])
})

test('a researcher who signs in finds a draft of hers with much missing, one that she writes in, and why a grant has lapsed', async () => {
  const dana = acting('dana', now, 0)
  const drafts = (await ownRequests(dana, { state: 'draft' })).items
  expect(drafts.map(({ title }) => title).toSorted()).toEqual([
    'Follow-up of small nodules (demonstration)',
    'Margins of melanoma (demonstration)',
  ])
  const own = drafts.find(({ title }) => title.startsWith('Margins'))
  const { readiness } = await oneRequest(dana, { request: own?.id })
  expect(readiness?.checklist.filter(({ done }) => !done).length).toBeGreaterThan(2)
  const { verdict } = await accessVerdict(dana, { dataset: 'drsk' })
  expect(verdict.may ? [] : verdict.reasons.map(({ code }) => code)).toContain('ethics-not-valid')
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
