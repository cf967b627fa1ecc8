import { expect, test } from 'vitest'
import { beginRequest } from '@/lib/access/commands/begin'
import { copyAsNew, deleteDraft } from '@/lib/access/commands/copies'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { approveDatasets, rejectDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { addTerms, assignExternalId, resolveUse } from '@/lib/access/commands/handling'
import { remark } from '@/lib/access/commands/remarks'
import { replaceTask, requestReview, review } from '@/lib/access/commands/reviews'
import { decide, missDeadline, requestDecision } from '@/lib/access/commands/rounds'
import { reopenRequest, resumeRequest, submitRequest, withdrawRequest } from '@/lib/access/commands/submission'
import { accessVerdict } from '@/lib/access/queries/verdict'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { as, later, noon, somebody } from '../identity/people'
import { system } from '../projects/projects'
import {
  approvalOf,
  approved,
  codeOf,
  datasets,
  draft,
  factsOf,
  reason,
  rowOf,
  stateOf,
  submitted,
  until,
  world,
} from './requests'

const day = 86_400_000
const verdictOf = async (person: Person, dataset = '', now = noon) =>
  (await accessVerdict(as(person, now), { dataset })).verdict
const reasonsOf = async (person: Person, dataset = '', now = noon) => {
  const verdict = await verdictOf(person, dataset, now)
  return verdict.may ? [] : verdict.reasons.map(({ code }) => code)
}

test('a request goes from draft through review and decision to a grant, and whoever is a member may use the data', async () => {
  const w = await world({ flow: { decidedBy: 'deciders' } })
  const request = await draft(w)
  expect(await rowOf(request)).toMatchObject({ state: 'draft', turn: 'applicant', title: 'Grading of nodes' })
  await submitRequest(as(w.petra), { request })
  expect(await rowOf(request)).toMatchObject({ state: 'submitted', turn: 'handler' })
  await requestReview(as(w.handler), { request, people: [w.reviewer.id], question: 'Is the purpose clear?' })
  expect((await rowOf(request)).turn).toBe('reviewers')
  const [task] = (await rowOf(request)).tasks
  await review(as(w.reviewer, later(1000)), { request, task: task?.id, answer: 'approve', text: 'Clear' })
  const wish = { request, datasets: w.slugs, until }
  expect(await codeOf(approveDatasets(as(w.handler), wish))).toBe('access.not-decided')
  await requestDecision(as(w.handler, later(2000)), { request })
  expect((await rowOf(request)).turn).toBe('deciders')
  const asked = (await rowOf(request)).tasks.filter(({ kind }) => kind === 'decision')
  expect(asked).toHaveLength(3)
  for (const decider of w.deciders.slice(0, 2)) {
    const own = asked.find(({ personId }) => personId === decider.id)
    await decide(as(decider, later(3000)), { request, task: own?.id, answer: 'approve' })
  }
  expect(await rowOf(request)).toMatchObject({ turn: 'handler', rounds: [{ outcome: 'approve' }] })
  await approveDatasets(as(w.handler, later(4000)), { ...wish, conditions: 'Report once a year' })
  expect(await rowOf(request)).toMatchObject({ state: 'approved', turn: 'nobody', items: [{ state: 'approved' }] })
  expect(await verdictOf(w.petra, w.slugs[0], later(5000))).toMatchObject({
    may: true,
    until: new Date('2027-07-01T00:00:00Z'),
  })
  expect(await reasonsOf(w.emil, w.slugs[0], later(5000))).toEqual(['not-a-member'])
  expect(await reasonsOf(await somebody(), w.slugs[0], later(5000))).toEqual(['no-request'])
  expect(await factsOf(request)).toEqual([
    'request-begun',
    'draft-saved',
    'request-submitted',
    'review-requested',
    'review-given',
    'decision-requested',
    'decision-given',
    'decision-given',
    'round-closed',
    'datasets-approved',
    'grant-given',
  ])
})

test('the verdict acts by itself: with the approval, the grant and the project it ends', async () => {
  const w = await world()
  const withdrawn = { withdrawnAt: later(100 * day), withdrawnById: w.petra.id, withdrawnReason: reason }
  await db().ethicsApproval.update({ where: { id: w.approval }, data: withdrawn })
  await approved(w)
  const [slug] = w.slugs
  expect((await verdictOf(w.petra, slug, later(99 * day))).may).toBe(true)
  expect(await reasonsOf(w.petra, slug, later(101 * day))).toEqual(['ethics-not-valid'])
  expect(await reasonsOf(w.petra, slug, new Date('2027-07-01T00:00:00Z'))).toContain('ended')
  await db().project.update({ where: { id: w.project.id }, data: { state: 'ended' } })
  expect(await reasonsOf(w.petra, slug, later(day))).toEqual(['project-over'])
})

test('some datasets are approved and some rejected; a rejected request is reopened with a reason', async () => {
  const w = await world({ n: 2 })
  const [first, second] = w.slugs
  const request = await submitted(w)
  await approveDatasets(as(w.handler), { request, datasets: [first], until })
  expect(await stateOf(request)).toBe('submitted')
  expect((await verdictOf(w.petra, first)).may).toBe(true)
  expect(await codeOf(withdrawRequest(as(w.petra), { request }))).toBe('access.grants-run')
  await rejectDatasets(as(w.handler), { request, ground: 'unlawful', reason: 'It would not be lawful' })
  expect(await stateOf(request)).toBe('approved')
  const whole = await submitted(w)
  await rejectDatasets(as(w.handler), { request: whole, ground: 'no-scientist', reason: 'Nobody competent' })
  expect(await rowOf(whole)).toMatchObject({ state: 'rejected', turn: 'nobody', reason: 'Nobody competent' })
  expect(await codeOf(rejectDatasets(as(w.handler), { request: whole, ground: 'other', reason: 'x' }))).toBe(
    'access.not-in-this-state',
  )
  await reopenRequest(as(w.handler), { request: whole, reason })
  expect(await rowOf(whole)).toMatchObject({ state: 'submitted', turn: 'handler' })
  expect(await codeOf(reopenRequest(as(w.handler), { request: whole, reason }))).toBe('access.not-in-this-state')
  expect((await verdictOf(w.petra, second)).may).toBe(false)
})

test('what was returned is mended and approved without another round', async () => {
  const w = await world({ flow: { decidedBy: 'deciders', rule: 'one', quorum: 1 } })
  const request = await submitted(w)
  await requestDecision(as(w.handler), { request })
  const { tasks } = await rowOf(request)
  const own = tasks.find(({ personId }) => personId === w.deciders[0]?.id)
  await decide(as(w.deciders[0] as Person), { request, task: own?.id, answer: 'approve' })
  await returnRequest(as(w.handler), { request, reason: 'Name the signatory' })
  expect(await rowOf(request)).toMatchObject({ state: 'returned', turn: 'applicant', reason: 'Name the signatory' })
  expect(await codeOf(returnRequest(as(w.handler), { request, reason: 'Again' }))).toBe('access.not-in-this-state')
  await saveDraft(as(w.petra), { request, title: 'Grading of nodes, once more' })
  await submitRequest(as(w.petra), { request })
  await approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
  expect(await stateOf(request)).toBe('approved')
})

test('a missed deadline never approves; somebody who is silent is replaced', async () => {
  const w = await world({ flow: { decidedBy: 'deciders' } })
  const request = await submitted(w)
  await requestDecision(as(w.handler), { request })
  const [round] = (await rowOf(request)).rounds
  const first = (await rowOf(request)).tasks[0]
  const stand = await somebody({ roles: ['decider'] })
  const replace = { request, task: first?.id, person: stand.id }
  expect(await codeOf(replaceTask(as(w.handler), replace))).toBe('access.not-assigned')
  const { assignToWorkflow } = await import('@/lib/access/commands/workflows')
  await assignToWorkflow(w.admin, { workflow: w.workflow, person: stand.id, role: 'decider' })
  await replaceTask(as(w.handler), replace)
  expect(await codeOf(missDeadline(system(later(6 * day)), { round: round?.id }))).toBe('access.nothing-due')
  expect(await codeOf(missDeadline(as(w.handler), { round: round?.id }))).toBe('platform.not-found')
  await missDeadline(system(later(8 * day)), { round: round?.id })
  expect(await rowOf(request)).toMatchObject({ turn: 'handler', rounds: [{ outcome: 'undecided' }] })
  expect(await codeOf(approveDatasets(as(w.handler), { request, datasets: w.slugs, until }))).toBe('access.not-decided')
  const task = (await rowOf(request)).tasks.find(({ personId }) => personId === stand.id)
  expect(await codeOf(decide(as(stand), { request, task: task?.id, answer: 'approve' }))).toBe('platform.forbidden')
})

test('nothing is approved that no verified ethics approval covers, nor against the conditions of use', async () => {
  const w = await world()
  const other = await approvalOf(w.project, await datasets())
  const request = await draft(w)
  await saveDraft(as(w.petra), { request, ethicsApproval: other })
  await submitRequest(as(w.petra), { request })
  const wish = { request, datasets: w.slugs, until }
  expect(await codeOf(approveDatasets(as(w.handler), wish))).toBe('access.not-covered')
  const right = await submitted(w)
  await db().accessItem.updateMany({ where: { requestId: right }, data: { useFit: 'conflicts' } })
  expect(await codeOf(approveDatasets(as(w.handler), { ...wish, request: right }))).toBe('access.use-conflict')
  const pass = { request: right, dataset: w.slugs[0], reason }
  await resolveUse(as(w.handler), pass)
  expect(await codeOf(resolveUse(as(w.handler), pass))).toBe('access.no-conflict')
  await approveDatasets(as(w.handler), { ...wish, request: right })
  const past = { request: await submitted(w), datasets: w.slugs, until: '2026-01-01' }
  expect(await codeOf(approveDatasets(as(w.handler), past))).toBe('platform.invalid')
})

test('drafts are taken back, taken up again, copied and thrown away', async () => {
  const w = await world()
  const request = await submitted(w)
  await withdrawRequest(as(w.petra), { request })
  await resumeRequest(as(w.petra), { request })
  expect(await codeOf(resumeRequest(as(w.petra), { request }))).toBe('access.not-in-this-state')
  expect(await codeOf(deleteDraft(as(w.petra), { request }))).toBe('access.not-in-this-state')
  const copy = await copyAsNew(as(w.petra), { request })
  expect(await rowOf(copy.id)).toMatchObject({ state: 'draft', copiedFromId: request, title: 'Grading of nodes' })
  await deleteDraft(as(w.petra), { request: copy.id })
  expect(await db().accessRequest.count({ where: { id: copy.id } })).toBe(0)
  await db().project.update({ where: { id: w.project.id }, data: { state: 'ended' } })
  expect(await codeOf(copyAsNew(as(w.petra), { request }))).toBe('projects.over')
})

test('the handler keeps what another system calls it, demands further terms and takes a dataset out; remarks go where they are meant', async () => {
  const w = await world({ n: 2 })
  const [first, second] = w.slugs
  const request = await submitted(w)
  await assignExternalId(as(w.handler), { request, externalId: 'LiU-2026-1' })
  expect(await codeOf(addTerms(as(w.handler), { request, subject: 'extra:nobody' }))).toBe('access.no-such-terms')
  await remark(as(w.handler), { request, text: 'Ask the lawyer', isPublic: false })
  await remark(as(w.petra), { request, text: 'Thank you' })
  const remarks = await db().accessRemark.findMany({ where: { requestId: request }, orderBy: { id: 'asc' } })
  expect(remarks.map(({ isPublic }) => isPublic)).toEqual([false, true])
  await approveDatasets(as(w.handler), { request, datasets: [first], until })
  await changeDatasets(as(w.handler), { request, remove: [second] })
  expect(await stateOf(request)).toBe('approved')
  expect(await codeOf(changeDatasets(as(w.handler), { request, remove: [first] }))).toBe('access.no-datasets')
  await changeDatasets(as(w.handler), { request, add: [second] })
  expect(await stateOf(request)).toBe('submitted')
  const [foreign] = await datasets()
  expect(await codeOf(changeDatasets(as(w.handler), { request, add: [foreign] }))).toBe('access.not-your-datasets')
})

test('who has no project is given one for data access only with their first request', async () => {
  const [slug] = await datasets()
  const nils = await somebody({ name: 'Nils Ny' })
  const wish = { datasets: [slug], title: 'Knees' }
  expect(await codeOf(beginRequest(as(nils), wish))).toBe('platform.invalid')
  const first = await beginRequest(as(nils), { ...wish, institution: 'Lund University' })
  const second = await beginRequest(as(nils), wish)
  const projects = await db().project.findMany({ where: { piId: nils.id } })
  expect(projects).toMatchObject([{ type: 'data-access', gpuBudget: 0, institutionName: 'Lund University' }])
  expect([(await rowOf(first.id)).projectId, (await rowOf(second.id)).projectId]).toEqual([
    projects[0]?.id,
    projects[0]?.id,
  ])
  expect(await codeOf(beginRequest(as(nils), { datasets: ['no-such-dataset'] }))).toBe('access.no-such-dataset')
  const w = await world()
  expect(await codeOf(beginRequest(as(w.emil), { project: w.project.slug }))).toBe('projects.no-authority')
  expect(await codeOf(beginRequest(as(nils), { project: w.project.slug }))).toBe('platform.not-found')
})

test('what is missing is told, and a personal number is refused where it stands', async () => {
  const w = await world()
  const { id: request } = await beginRequest(as(w.petra), { project: w.project.slug })
  const { refusalOf } = await import('../identity/people')
  expect(await refusalOf(submitRequest(as(w.petra), { request }))).toMatchObject({
    code: 'access.incomplete',
    details: { missing: ['title', 'datasets', 'until', 'ethics'] },
  })
  expect(await codeOf(saveDraft(as(w.petra), { request, title: 'About 19121212-1212' }))).toBe('platform.invalid')
  expect(await codeOf(saveDraft(as(w.petra), { request, ethicsApproval: w.project.id }))).toBe('platform.invalid')
  const saved = await saveDraft(as(w.petra), { request, title: 'Knees' })
  expect(saved).toMatchObject({ revision: 2, saved: ['title'] })
  expect(await saveDraft(as(w.petra), { request, title: 'Knees' })).toMatchObject({ revision: 2, saved: [] })
  await changeDatasets(as(w.petra), { request, add: w.slugs })
  const stale = { request, add: w.slugs, expectedRevision: 1 }
  expect(await codeOf(changeDatasets(as(w.petra), stale))).toBe('access.moved-on')
  const edits = await db().accessEdit.findMany({ where: { requestId: request } })
  expect(edits).toMatchObject([{ personId: w.petra.id, changes: [{ field: 'title', before: '', after: 'Knees' }] }])
})
