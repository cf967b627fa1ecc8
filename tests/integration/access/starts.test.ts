import { expect, test } from 'vitest'
import { approveDatasets } from '@/lib/access/commands/decisions'
import { settleUse } from '@/lib/access/commands/settle-use'
import { entitlements } from '@/lib/access/queries/entitlements'
import { oneRequest } from '@/lib/access/queries/request'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { db } from '@/lib/platform/db'
import { mailsTo, react } from '../identity/mails'
import { as, noon, refusalOf } from '../identity/people'
import { system as clock } from '../projects/projects'
import { approvalOf, codeOf, rowOf, submitted, until, world } from './requests'
import { connected, deliveriesTo, listener } from './systems'

const first = '2026-12-10'
const begins = new Date(`${first}T00:00:00Z`)

test('a grant from a later day is to come until then, for people and for other systems, and begins by itself', async () => {
  const { id: system } = await connected((await listener()).url)
  const w = await world()
  const request = await submitted(w)
  await approveDatasets(as(w.handler), { request, datasets: w.slugs, from: first, until })
  const [grant] = (await rowOf(request)).grants
  expect(grant?.startsAt).toEqual(begins)
  const asked = { dataset: w.slugs[0] }
  const told = async () => (await deliveriesTo(system)).filter(({ grantId }) => grantId === grant?.id)
  await settleUse(clock(noon), { request })
  expect((await accessVerdict(as(w.petra), asked)).verdict).toMatchObject({
    may: false,
    reasons: [{ code: 'to-come' }],
  })
  expect((await oneRequest(as(w.petra), { request })).grants).toMatchObject([{ life: 'to-come' }])
  expect(await entitlements(as(w.petra), {})).toEqual([])
  expect(await told()).toEqual([])
  await react('access.datasets-approved')
  expect((await mailsTo(w.petra.email)).map(({ text }) => text).join()).toContain(`from ${first} on`)
  // The clock looks at it when the day comes.
  const [{ at } = { at: null }] = await db().$queryRaw<{ at: Date }[]>`
    SELECT run_at AS at FROM graphile_worker.jobs WHERE key = ${`access-use:${request}`}`
  expect(at).toEqual(begins)
  await settleUse(clock(begins), { request })
  expect((await accessVerdict(as(w.petra, begins), asked)).verdict.may).toBe(true)
  expect(await entitlements(as(w.petra, begins), {})).toHaveLength(1)
  expect((await told()).map(({ kind }) => kind)).toEqual(['grant.given'])
  await react('access.use-began')
  expect((await mailsTo(w.petra.email)).map(({ text }) => text).join()).toContain('from today')
})

test('the first day is today or later and no later than the last', async () => {
  const w = await world()
  const request = await submitted(w)
  const give = (from: string) => approveDatasets(as(w.handler), { request, datasets: w.slugs, from, until })
  for (const [from, message] of [
    ['2026-11-22', 'access.invalid.past'],
    ['2027-07-01', 'access.invalid.after-end'],
  ] as const)
    expect((await refusalOf(give(from))).details).toMatchObject({ fields: { from: [message] } })
  await give('2026-11-23')
  expect((await rowOf(request)).grants).toMatchObject([{ startsAt: noon }])
})

test('the ethics approval has to cover the first day: one that gains legal force before it is enough', async () => {
  const w = await world()
  const approval = await approvalOf(w.project, w.slugs, { legalForceOn: '2026-12-01' })
  const request = await submitted({ ...w, approval })
  const give = (from?: string) => approveDatasets(as(w.handler), { request, datasets: w.slugs, from, until })
  expect(await codeOf(give())).toBe('access.not-covered')
  expect(await codeOf(give('2026-11-30'))).toBe('access.not-covered')
  await give(first)
  expect((await rowOf(request)).grants).toHaveLength(1)
})
