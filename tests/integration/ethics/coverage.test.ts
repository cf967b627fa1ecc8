import { expect, test } from 'vitest'
import { verifyApproval } from '@/lib/ethics/commands/judge-approval'
import { judgeCoverage } from '@/lib/ethics/rules/coverage'
import { statusOf } from '@/lib/ethics/rules/status'
import { approvalsOf } from '@/lib/ethics/store/records'
import { db } from '@/lib/platform/db'
import { published, recordOf } from '../catalogue/stewards'
import { as, noon } from '../identity/people'
import { everything, newNumber, officer, registered, submitted, verified } from './approvals'

await published(recordOf('covered-nodes'))
await published(recordOf('covered-lungs'))
const idOf = async (slug: string) => (await db().dataset.findUniqueOrThrow({ where: { slug } })).id
const [nodes, lungs] = [await idOf('covered-nodes'), await idOf('covered-lungs')]
const recordsOf = async (projectId: string) => (await approvalsOf(db(), [projectId])).get(projectId) ?? []

test('what the rules are given is what the rows say, and the officer’s datasets count, not the claimed ones', async () => {
  const { project, id, number } = await verified({ datasets: ['covered-nodes', 'covered-lungs'] }, ['covered-nodes'])
  const records = await recordsOf(project.id)
  expect(records).toMatchObject([
    {
      ...{ id, number, country: 'SE', amendsId: null, withdrawnAt: null, supersededAt: null },
      governing: {
        ...{ decision: 'approved', conditions: '', decidedOn: '2026-01-10', legalForceOn: '2026-02-01' },
        ...{ startedOn: '2026-03-01', endsOn: null, datasetIds: [nodes] },
      },
      claimedDatasetIds: [nodes, lungs].toSorted(),
    },
  ])
  expect(judgeCoverage(records, nodes, noon)).toEqual({
    covered: true,
    approvalId: id,
    number,
    conditions: [],
    until: null,
  })
  expect(judgeCoverage(records, lungs, noon)).toEqual({
    covered: false,
    reasons: [{ reason: 'not-covered', approvalId: id, number }],
  })
})

test('an amendment adds to its original once it is verified, and ends with it', async () => {
  const { pi, project, id } = await verified({ endsOn: '2026-12-31' }, ['covered-nodes'])
  const wish = { amends: id, endsOn: '2028-12-31', startedOn: '', number: newNumber() }
  const amendment = await submitted(wish, pi, project)
  const after = new Date('2027-06-01T00:00:00Z')
  expect(judgeCoverage(await recordsOf(project.id), nodes, after).covered).toBe(false)
  const confirmed = { ...amendment.at(3), confirmed: everything, datasets: ['covered-lungs'] }
  await verifyApproval(as(await officer()), confirmed)
  const records = await recordsOf(project.id)
  expect(judgeCoverage(records, nodes, after)).toMatchObject({ covered: true, approvalId: id })
  expect(judgeCoverage(records, lungs, after)).toMatchObject({ covered: true, approvalId: id })
  expect(records.map((one) => statusOf(one, records, new Date('2029-01-01T00:00:00Z')))).toEqual(['expired', 'expired'])
})

test('one statement gives the records of several projects, and nothing of others', async () => {
  const [one, two, other] = [await verified(), await registered(), await registered()]
  const records = await approvalsOf(db(), [one.project.id, two.project.id])
  expect([...records.keys()].toSorted()).toEqual([one.project.id, two.project.id].toSorted())
  expect(records.get(two.project.id)).toMatchObject([{ id: two.id, governing: null, claimedDecision: 'approved' }])
  expect(records.has(other.project.id)).toBe(false)
})
