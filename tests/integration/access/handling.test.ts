import { expect, test } from 'vitest'
import { downloadCertificate } from '@/lib/access/commands/archive'
import { handOver } from '@/lib/access/commands/copies'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { approveDatasets, rejectDatasets } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { closeOutRequest } from '@/lib/access/commands/ending'
import { readEthicsDocument } from '@/lib/access/commands/ethics-documents'
import { requestReview } from '@/lib/access/commands/reviews'
import { revokeGrants, suspendGrant } from '@/lib/access/commands/revocations'
import { reopenRequest } from '@/lib/access/commands/submission'
import { setAway } from '@/lib/access/commands/workflows'
import { ownAssignments } from '@/lib/access/queries/assignments'
import { requestHistory } from '@/lib/access/queries/history'
import { oneRequest } from '@/lib/access/queries/request'
import { requestEthics } from '@/lib/access/queries/request-ethics'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { pdf } from '../agreements/files'
import { projectOf } from '../agreements/projects'
import { registered } from '../ethics/approvals'
import { mailsTo, react } from '../identity/mails'
import { as, noon, somebody } from '../identity/people'
import {
  approvalOf,
  approved,
  codeOf,
  documentOf,
  draft,
  factsOf,
  reason,
  rowOf,
  stateOf,
  submitted,
  until,
  world,
} from './requests'

test('who handles or was asked reads the ethics approval with its verification; its documents are journalled', async () => {
  const w = await world()
  const request = await submitted(w)
  const document = await documentOf(w.approval, w.petra.id)
  const { approvals } = await requestEthics(as(w.handler), { request })
  expect(approvals).toMatchObject([{ id: w.approval, isVerified: true, waiting: null }])
  expect(approvals[0]?.documents.map(({ id }) => id)).toEqual([document])
  const wanted = { request, approval: w.approval, document }
  expect((await readEthicsDocument(as(w.handler), wanted)).name).toBe('decision.pdf')
  await readEthicsDocument(as(w.reviewer), wanted)
  expect((await factsOf(request)).filter((fact) => fact === 'ethics-document-read')).toHaveLength(2)
  const told = async (who: Person) => JSON.stringify(await requestHistory(as(who), { request }))
  expect(await told(w.handler)).toContain('Rut Reviewer')
  expect(await told(w.petra)).not.toContain('Rut Reviewer')
  expect((await requestEthics(as(w.reviewer), { request })).approvals).toHaveLength(1)
  for (const who of [w.petra, w.emil, await somebody(), await somebody({ roles: ['request-handler'] })]) {
    expect(await codeOf(requestEthics(as(who), { request }))).toBe('platform.not-found')
    expect(await codeOf(readEthicsDocument(as(who), wanted))).toBe('platform.not-found')
  }
})

test('documents of other approvals, and those that the project still writes, are not there for a handler', async () => {
  const w = await world()
  const request = await submitted(w)
  const other = await registered({ title: 'Another' }, w.petra)
  const foreign = await documentOf(other.id, w.petra.id)
  const waiting = await documentOf(w.approval, w.petra.id)
  await db().ethicsDocument.update({ where: { id: waiting }, data: { since: 2 } })
  for (const wanted of [
    { request, approval: other.id, document: foreign },
    { request, approval: w.approval, document: foreign },
    { request, approval: w.approval, document: waiting },
  ])
    expect(await codeOf(readEthicsDocument(as(w.handler), wanted))).toBe('platform.not-found')
  expect((await requestEthics(as(w.handler), { request })).approvals[0]?.documents).toEqual([])
})

test('a certificate of deletion is handed in with the close-out, and had by who asks and who handles', async () => {
  const w = await world()
  const request = await approved(w)
  expect(await codeOf(downloadCertificate(as(w.handler), { request }))).toBe('platform.not-found')
  const certificate = await pdf('Deleted', 'certificate.pdf')
  const words = { outcome: 'completed', report: 'Done', publications: '10.1000/x', copies: 'One, in the vault' }
  await closeOutRequest(as(w.petra), { request, ...words, certificate })
  expect((await oneRequest(as(w.handler), { request })).closeOut).toMatchObject({ ...words, by: w.petra.name })
  for (const who of [w.petra, w.handler])
    expect((await downloadCertificate(as(who), { request })).name).toBe('certificate.pdf')
  for (const who of [w.reviewer, await somebody()])
    expect(await codeOf(downloadCertificate(as(who), { request }))).toBe('platform.not-found')
  expect(await factsOf(request)).toContain('certificate-downloaded')
})

test('what was told of the end of a request stays when it is reopened and closed out again', async () => {
  const w = await world()
  const request = await approved(w)
  const [first, second] = [await pdf('Deleted', 'first.pdf'), await pdf('Deleted again', 'second.pdf')]
  const told = { request, outcome: 'completed' }
  await closeOutRequest(as(w.petra), { ...told, report: 'Done', certificate: first })
  await reopenRequest(as(w.handler), { request, reason })
  await approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
  await closeOutRequest(as(w.petra), { ...told, report: 'Done once more', certificate: second })
  const { closeOut, earlierCloseOuts } = await oneRequest(as(w.petra), { request })
  expect([closeOut, earlierCloseOuts]).toMatchObject([
    { ordinal: 2, report: 'Done once more' },
    [{ ordinal: 1, report: 'Done', by: w.petra.name }],
  ])
  const taken = async (ordinal?: number) => (await downloadCertificate(as(w.handler), { request, ordinal })).name
  expect([await taken(), await taken(2), await taken(1)]).toEqual(['second.pdf', 'second.pdf', 'first.pdf'])
  expect(await codeOf(downloadCertificate(as(w.handler), { request, ordinal: 3 }))).toBe('platform.not-found')
  await expect(
    db().accessCloseOut.updateMany({ where: { requestId: request }, data: { report: 'Nothing' } }),
  ).rejects.toThrow()
})

test('single grants of a request are revoked, and the others run on', async () => {
  const w = await world({ n: 2 })
  const request = await approved(w)
  const [first, second] = (await rowOf(request)).grants
  const handling = (await oneRequest(as(w.handler), { request })).handling
  expect(handling?.reach.grants.map(({ id }) => id).toSorted()).toEqual([first?.id, second?.id].toSorted())
  expect(handling?.reach.people).toMatchObject([{ id: w.petra.id }])
  const foreign = (await rowOf(await approved(w))).grants[0]?.id
  expect(await codeOf(revokeGrants(as(w.handler), { request, grants: [foreign], reason }))).toBe('access.no-such-grant')
  await revokeGrants(as(w.handler), { request, grants: [first?.id], reason })
  expect((await rowOf(request)).grants.map(({ endedAt }) => endedAt !== null).toSorted()).toEqual([false, true])
  expect(await stateOf(request)).toBe('approved')
  expect(await factsOf(request)).not.toContain('request-revoked')
  await revokeGrants(as(w.handler), { request, grants: [second?.id], reason })
  expect(await stateOf(request)).toBe('revoked')
})

test('taking datasets out never rejects what was not rejected, and ends what was asked once the rest is judged', async () => {
  const w = await world({ n: 2 })
  const [first, second] = w.slugs
  const request = await submitted(w)
  await rejectDatasets(as(w.handler), { request, datasets: [first], ground: 'other', reason })
  expect(await codeOf(changeDatasets(as(w.handler), { request, remove: [second] }))).toBe('access.no-datasets')
  const other = await submitted(w)
  await requestReview(as(w.handler), { request: other })
  await approveDatasets(as(w.handler), { request: other, datasets: [first], until })
  await changeDatasets(as(w.handler), { request: other, remove: [second] })
  const { state, turn, tasks } = await rowOf(other)
  expect([state, turn, tasks.map((task) => task.state)]).toEqual(['approved', 'nobody', ['withdrawn']])
})

test('a suspension of one person is told to them alone', async () => {
  const w = await world()
  const request = await approved(w, new Date())
  await db().accessMember.create({ data: { requestId: request, personId: w.emil.id, joinedAt: noon } })
  const grant = (await rowOf(request)).grants[0]?.id
  await suspendGrant(as(w.handler, new Date()), { request, grant, reach: 'person', person: w.emil.id, reason })
  await react('access.grant-suspended')
  const told = async ({ email }: { email: string }) =>
    (await mailsTo(email)).filter(({ text }) => text.includes('is suspended until further notice')).length
  expect([await told(w.emil), await told(w.petra)]).toEqual([1, 0])
})

test('requests that are handed over crosswise at once do not wait for each other for ever', async () => {
  const [a, b] = [await world(), await world()]
  const both = await somebody({ name: 'Both Sides' })
  const [left, right] = [
    await projectOf(both.id, { type: 'data-access' }),
    await projectOf(both.id, { type: 'data-access' }),
  ]
  const of = (w: typeof a, project: typeof left) => ({ ...w, petra: both, project })
  const [one, two] = [
    await approved({ ...of(a, left), approval: await approvalOf(left, a.slugs) }),
    await approved({ ...of(b, right), approval: await approvalOf(right, b.slugs) }),
  ]
  const handed = await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      at % 2 === 0
        ? handOver(as(both), { request: one, project: right.slug })
        : handOver(as(both), { request: two, project: left.slug }),
    ),
  )
  expect(handed).toHaveLength(6)
  expect(await codeOf(handOver(as(both), { request: one, project: left.slug }))).toBe('access.same-project')
})

test('what one is assigned to, whether one is away, and who stands in', async () => {
  const w = await world()
  const deputy = await somebody({ name: 'Didrik Deputy', roles: ['reviewer'] })
  await setAway(as(w.reviewer), { workflow: w.workflow, role: 'reviewer', until: '2026-12-24', deputy: deputy.id })
  const { own } = await ownAssignments(as(w.reviewer), {})
  expect(own).toMatchObject([{ role: 'reviewer', isAway: true, deputy: { name: 'Didrik Deputy' } }])
  expect((await ownAssignments(as(deputy), {})).standingIn).toMatchObject([{ role: 'reviewer', for: 'Rut Reviewer' }])
  const request = await submitted(w)
  const { handling } = await oneRequest(as(w.handler), { request })
  expect(handling?.reviewers).toEqual([{ id: deputy.id, name: 'Didrik Deputy' }])
  await requestReview(as(w.handler), { request })
  expect((await rowOf(request)).tasks.map(({ personId }) => personId)).toEqual([deputy.id])
  await setAway(as(w.reviewer), { workflow: w.workflow, role: 'reviewer' })
  expect((await ownAssignments(as(deputy), {})).standingIn).toEqual([])
  expect((await oneRequest(as(w.petra), { request })).handling).toBeNull()
})

test('of two who write at once neither takes back what the other wrote in another field', async () => {
  const w = await world()
  const request = await draft(w)
  await db().accessMember.create({ data: { requestId: request, personId: w.emil.id, joinedAt: noon } })
  const { revision: basis, title } = await rowOf(request)
  await saveDraft(as(w.emil), { request, basis, title: 'Nodes, graded by Emil' })
  // Petra's page was drawn before that, and sends the old name along with her day.
  await saveDraft(as(w.petra), { request, basis, title, wantedUntil: '2027-05-31' })
  expect(await rowOf(request)).toMatchObject({ title: 'Nodes, graded by Emil' })
  expect((await rowOf(request)).wantedUntil?.toISOString().slice(0, 10)).toBe('2027-06-01')
  await saveDraft(as(w.petra), { request, basis, title: 'Nodes, graded by Petra' })
  expect((await rowOf(request)).title).toBe('Nodes, graded by Petra')
})
