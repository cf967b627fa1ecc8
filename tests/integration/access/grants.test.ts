import { expect, test } from 'vitest'
import { handOver } from '@/lib/access/commands/copies'
import { approveDatasets, closeRequest } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { closeOutRequest } from '@/lib/access/commands/ending'
import { askRenewal, declineRenewal, extendGrants } from '@/lib/access/commands/grants'
import { liftSuspension, revokeGrants, suspendGrant } from '@/lib/access/commands/revocations'
import { reopenRequest, submitRequest } from '@/lib/access/commands/submission'
import { accessVerdict } from '@/lib/access/queries/verdict'
import type { Person } from '@/lib/platform/context'
import { projectOf } from '../agreements/projects'
import { as, noon } from '../identity/people'
import { approvalOf, approved, codeOf, factsOf, reason, rowOf, stateOf, until, world } from './requests'

const _day = 86_400_000
const verdictOf = async (person: Person, dataset = '', now = noon) =>
  (await accessVerdict(as(person, now), { dataset })).verdict
const reasonsOf = async (person: Person, dataset = '', now = noon) => {
  const verdict = await verdictOf(person, dataset, now)
  return verdict.may ? [] : verdict.reasons.map(({ code }) => code)
}

test('grants are extended in place, also after they ran out; a wish for more time is answered', async () => {
  const w = await world()
  const request = await approved(w)
  const [slug] = w.slugs
  await askRenewal(as(w.petra), { request, until: '2028-06-30', reason })
  expect((await rowOf(request)).turn).toBe('handler')
  expect(await codeOf(askRenewal(as(w.petra), { request, until: '2028-06-30', reason }))).toBe('access.renewal-open')
  await declineRenewal(as(w.handler), { request, reason })
  expect(await codeOf(declineRenewal(as(w.handler), { request, reason }))).toBe('access.no-renewal')
  expect((await rowOf(request)).turn).toBe('nobody')
  expect(await codeOf(extendGrants(as(w.handler), { request, until }))).toBe('access.not-later')
  const over = new Date('2027-08-01T12:00:00Z')
  expect(await reasonsOf(w.petra, slug, over)).toEqual(['ended'])
  await extendGrants(as(w.handler, over), { request, until: '2028-06-30' })
  expect(await verdictOf(w.petra, slug, over)).toMatchObject({ may: true })
  expect(await codeOf(extendGrants(as(w.petra), { request, until: '2029-06-30' }))).toBe('platform.forbidden')
})

test('a grant is suspended and lifted, taken from one person, and revoked as far as the project reaches', async () => {
  const w = await world()
  const [one, two] = [await approved(w), await approved(w)]
  const [slug] = w.slugs
  const grant = (await rowOf(one)).grants[0]?.id
  await suspendGrant(as(w.handler), { request: one, grant, reason })
  expect(await codeOf(suspendGrant(as(w.handler), { request: one, grant, reason }))).toBe('access.suspended-already')
  expect((await verdictOf(w.petra, slug)).may).toBe(true)
  await suspendGrant(as(w.handler), { request: two, grant: (await rowOf(two)).grants[0]?.id, reason })
  expect(await reasonsOf(w.petra, slug)).toEqual(['suspended'])
  await liftSuspension(as(w.handler), { request: one, grant })
  expect(await codeOf(liftSuspension(as(w.handler), { request: one, grant }))).toBe('access.not-suspended')
  const person = w.petra.id
  const wrong = { request: one, reach: 'person', person: w.emil.id, reason }
  expect(await codeOf(revokeGrants(as(w.handler), wrong))).toBe('access.not-a-member')
  await revokeGrants(as(w.handler), { request: one, reach: 'person', person, reason })
  expect(await reasonsOf(w.petra, slug)).toContain('taken-from-you')
  expect(await stateOf(one)).toBe('approved')
  await revokeGrants(as(w.handler), { request: one, reach: 'project', reason })
  expect([await stateOf(one), await stateOf(two)]).toEqual(['revoked', 'revoked'])
  expect(await factsOf(two)).toContain('grant-ended')
  expect(await codeOf(revokeGrants(as(w.handler), { request: one, reason }))).toBe('access.not-in-this-state')
})

test('a request is closed, or closed out by those who asked; what it granted ends', async () => {
  const w = await world()
  const request = await approved(w)
  await closeRequest(as(w.handler), { request, reason })
  expect(await codeOf(closeRequest(as(w.handler), { request, reason }))).toBe('access.not-in-this-state')
  expect(await reasonsOf(w.petra, w.slugs[0])).toEqual(['not-approved', 'ended'])
  const other = await approved(w)
  const told = { outcome: 'completed', report: 'It worked', publications: 'doi:10.1/x', copies: 'None' }
  await closeOutRequest(as(w.petra), { request: other, ...told })
  expect(await rowOf(other)).toMatchObject({ state: 'closed', grants: [{ endKind: 'closed' }] })
  await reopenRequest(as(w.handler), { request: other, reason })
  await approveDatasets(as(w.handler), { request: other, datasets: w.slugs, until })
  expect((await verdictOf(w.petra, w.slugs[0])).may).toBe(true)
})

test('a request is handed over to another institution: its grants end when the other one is approved', async () => {
  const w = await world()
  const request = await approved(w)
  const project = await projectOf(w.petra.id, { type: 'data-access', institutionName: 'Lund University' })
  const to = { request, project: project.slug }
  expect(await codeOf(handOver(as(w.petra), { request, project: w.project.slug }))).toBe('access.same-project')
  expect(await codeOf(handOver(as(w.petra), { request, project: 'nowhere' }))).toBe('access.no-receiving-project')
  const answer = (await handOver(as(w.petra), to)) as unknown as { to: { id: string } }
  const next = answer.to.id
  const approval = await approvalOf(project, w.slugs)
  await saveDraft(as(w.petra), { request: next, wantedUntil: until, ethicsApproval: approval })
  await submitRequest(as(w.petra), { request: next })
  expect(await stateOf(request)).toBe('approved')
  await approveDatasets(as(w.handler), { request: next, datasets: w.slugs, until })
  expect(await rowOf(request)).toMatchObject({ state: 'closed', grants: [{ endKind: 'handed-over' }] })
  expect((await verdictOf(w.petra, w.slugs[0])).may).toBe(true)
})
