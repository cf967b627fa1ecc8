import { expect, test } from 'vitest'
import { approveDatasets, closeRequest } from '@/lib/access/commands/decisions'
import { submitRequest, withdrawRequest } from '@/lib/access/commands/submission'
import { as, later } from '../identity/people'
import { approvalOf, codeOf, datasets, draft, reason, rowOf, until, workflowOf, world } from './requests'

const years = 2 * 365 * 86_400_000

/** A request for two datasets of two owners: of the first a grant runs until a day, the second waits. */
async function half() {
  const w = await world()
  const others = await datasets(1)
  const other = await workflowOf(others)
  const slugs = [...w.slugs, ...others]
  const approval = await approvalOf(w.project, slugs)
  const request = await draft({ ...w, slugs, approval })
  await submitRequest(as(w.petra), { request })
  await approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
  return { ...w, hugo: other.handler, request }
}

test('a request whose only grant ran out is taken back, and the grant is renewed no more', async () => {
  const w = await half()
  expect(await codeOf(withdrawRequest(as(w.petra), { request: w.request }))).toBe('access.grants-run')
  await withdrawRequest(as(w.petra, later(years)), { request: w.request })
  expect(await rowOf(w.request)).toMatchObject({ state: 'withdrawn', grants: [{ endKind: 'closed' }] })
})

test('the handler of what waits closes a request in which another’s grant ran out, and none in which it runs', async () => {
  const w = await half()
  const close = (at: number) => closeRequest(as(w.hugo, later(at)), { request: w.request, reason })
  expect(await codeOf(close(0))).toBe('access.others-datasets')
  await close(years)
  expect(await rowOf(w.request)).toMatchObject({ state: 'closed', grants: [{ endKind: 'closed' }] })
})
