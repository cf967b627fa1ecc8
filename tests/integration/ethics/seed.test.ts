import { expect, test } from 'vitest'
import { type EthicsStatus, statusOf } from '@/lib/ethics/rules/status'
import { approvalsOf } from '@/lib/ethics/store/records'
import { db } from '@/lib/platform/db'
import { contentOf, fileContent } from '@/lib/platform/storage'
import { seed } from '@/prisma/seed'

test('the demonstration has approvals at every stage, told once, with documents that say what they are', async () => {
  const now = new Date()
  await seed(db(), now)
  await seed(db(), now)
  const projects = await db().project.findMany({ select: { id: true } })
  const byProject = await approvalsOf(
    db(),
    projects.map(({ id }) => id),
  )
  const stages = [...byProject.values()].flatMap((all) =>
    all.map((one): [string, EthicsStatus] => [one.number, statusOf(one, all, now)]),
  )
  expect(Object.fromEntries(stages)).toEqual({
    '2025-01234-01': 'valid',
    '2026-00456-02': 'valid',
    '2026-03789-02': 'unverified',
    '2026-02222-01': 'unverified',
    '2026-00777-01': 'unverified',
    '2025-04141-01': 'valid-with-conditions',
    '2024-05050-01': 'valid',
    '2019-03131': 'expired',
    'REK 2026/118-B': 'valid',
    '2026-05566-01': 'unverified',
    // What the story's requests for data rest on.
    '2025-04711-01': 'valid',
    '2025-01877-01': 'valid',
    '2025-02266-01': 'valid',
    '2025-05123-01': 'expired',
  })
  const states = await db().ethicsVersion.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } })
  expect(states.map(({ state, _count }) => [state, _count])).toEqual([
    ['draft', 1],
    ['returned', 1],
    ['submitted', 2],
    ['verified', 10],
  ])
  for (const { fileId } of await db().ethicsDocument.findMany({ select: { fileId: true } })) {
    const file = await fileContent(db(), fileId)
    expect(file && new TextDecoder('latin1').decode(await contentOf(file))).toContain('DEMONSTRATION - synthetic')
  }
}, 120_000)
