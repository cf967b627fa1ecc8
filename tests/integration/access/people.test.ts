import { expect, test } from 'vitest'
import { attachFile, detachFile, downloadAttachment, redactFile } from '@/lib/access/commands/attachments'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { saveDraft } from '@/lib/access/commands/drafts'
import { addTerms } from '@/lib/access/commands/handling'
import { inviteDecider, inviteMember, inviteReviewer, revokeInvitation } from '@/lib/access/commands/invitations'
import { acceptAccessInvitation, changeApplicant, leaveRequest, removeMember } from '@/lib/access/commands/members'
import { requestReview, review } from '@/lib/access/commands/reviews'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { submitRequest } from '@/lib/access/commands/submission'
import { acceptAccessTerms, publishTerms } from '@/lib/access/commands/terms'
import { assignToWorkflow, editWorkflow, endAssignment, makeWorkflow, setAway } from '@/lib/access/commands/workflows'
import { requestHistory } from '@/lib/access/queries/history'
import { requestQueue } from '@/lib/access/queries/queue'
import { oneRequest } from '@/lib/access/queries/request'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { accessTicket } from '@/lib/access/store/invitations'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { delegate } from '@/lib/projects/commands/delegations'
import { pdf } from '../agreements/files'
import { steward } from '../catalogue/stewards'
import { as, later, somebody } from '../identity/people'
import { join } from '../projects/projects'
import { approved, codeOf, datasets, draft, rowOf, submitted, until, world } from './requests'

const day = 86_400_000
const invitationOf = (answer: object): string => String((answer as { invitation: string }).invitation)
const idOf = (answer: object, key: string): string => String((answer as Record<string, unknown>)[key])

test('a co-applicant comes by mail, writes in the draft, and goes; another member leads', async () => {
  const w = await world()
  const request = await draft(w)
  const wish = { request, email: `${newId()}@example.org` }
  const invitation = invitationOf(await inviteMember(as(w.petra), wish))
  expect(await codeOf(inviteMember(as(w.petra), wish))).toBe('access.already-invited')
  expect(await codeOf(inviteMember(as(w.emil), { ...wish, email: 'x@example.org' }))).toBe('projects.no-authority')
  const nora = await somebody({ name: 'Nora Nära' })
  expect(await codeOf(saveDraft(as(nora), { request, title: 'Mine' }))).toBe('platform.not-found')
  await acceptAccessInvitation(as(nora), { ticket: accessTicket(invitation) })
  expect(await codeOf(acceptAccessInvitation(as(nora), { ticket: accessTicket(invitation) }))).toBe(
    'access.invitation-over',
  )
  await saveDraft(as(nora), { request, title: 'Nodes, graded' })
  expect(await codeOf(submitRequest(as(nora), { request }))).toBe('projects.no-authority')
  const seen = await oneRequest(as(w.petra), { request })
  expect(seen.edits[0]).toMatchObject({ by: 'Nora Nära', changes: [{ field: 'title', after: 'Nodes, graded' }] })
  expect(await codeOf(changeApplicant(as(w.petra), { request, person: nora.id }))).toBe('access.not-authorised')
  await join(w.project, nora)
  const gift = { slug: w.project.slug, person: nora.id, authorities: ['request-data'], until: '2027-12-31' }
  await delegate(as(w.petra), gift)
  await changeApplicant(as(w.petra), { request, person: nora.id })
  expect(await codeOf(changeApplicant(as(w.petra), { request, person: nora.id }))).toBe('access.applicant-already')
  expect(await codeOf(leaveRequest(as(nora), { request }))).toBe('access.applicant-stays')
  expect(await codeOf(removeMember(as(nora), { request, person: w.emil.id }))).toBe('access.not-a-member')
  await removeMember(as(nora), { request, person: w.petra.id })
  const more = invitationOf(await inviteMember(as(nora), { request, email: `${newId()}@example.org` }))
  await revokeInvitation(as(nora), { request, invitation: more })
  expect(await codeOf(revokeInvitation(as(nora), { request, invitation: more }))).toBe('access.invitation-over')
  const last = invitationOf(await inviteMember(as(nora), { request, email: `${newId()}@example.org` }))
  await acceptAccessInvitation(as(w.emil), { ticket: accessTicket(last) })
  await leaveRequest(as(w.emil), { request })
  expect((await rowOf(request)).members.map(({ personId }) => personId)).toEqual([nora.id])
})

test('reviewers and deciders come by mail, act by what they were asked, and never in a matter of their own', async () => {
  const w = await world({ flow: { rule: 'all' } })
  const request = await submitted(w)
  const guest = await somebody({ name: 'Greta Guest' })
  const toReview = invitationOf(await inviteReviewer(as(w.handler), { request, email: 'guest@example.org' }))
  expect(await codeOf(inviteReviewer(as(w.handler), { request, email: 'guest@example.org' }))).toBe(
    'access.already-invited',
  )
  expect(await codeOf(acceptAccessInvitation(as(w.emil), { ticket: accessTicket(toReview) }))).toBe('access.conflict')
  await acceptAccessInvitation(as(guest), { ticket: accessTicket(toReview) })
  const task = (await rowOf(request)).tasks[0]?.id
  const weak = as({ ...guest, secondFactor: false })
  const answer = { request, task, answer: 'abstain', text: 'Ask somebody else' }
  expect(await codeOf(review(weak, answer))).toBe('platform.second-factor')
  await review(as(guest), answer)
  expect(await codeOf(review(as(guest), answer))).toBe('platform.forbidden')
  expect((await oneRequest(as(guest), { request })).side).toBe('asked')
  await requestReview(as(w.handler), { request })
  expect(await codeOf(requestReview(as(w.handler), { request }))).toBe('access.already-asked')
  expect(await codeOf(requestReview(as(w.handler), { request, people: [guest.id] }))).toBe('access.not-assigned')
  expect(await codeOf(review(as(w.reviewer), answer))).toBe('access.task-over')
  const noRound = { request, email: 'decides@example.org', round: newId() }
  expect(await codeOf(inviteDecider(as(w.handler), noRound))).toBe('access.round-over')
  await requestDecision(as(w.handler), { request })
  expect(await codeOf(requestDecision(as(w.handler), { request }))).toBe('access.round-open')
  const round = (await rowOf(request)).rounds[0]?.id
  const toDecide = invitationOf(await inviteDecider(as(w.handler), { ...noRound, round }))
  await acceptAccessInvitation(as(guest), { ticket: accessTicket(toDecide) })
  // Another is asked by mistake: its link can be made worthless by the handler, and by nobody on the side of those who ask.
  const wrong = invitationOf(await inviteDecider(as(w.handler), { ...noRound, round, email: 'wrong@example.org' }))
  const seen = (who: Person) =>
    oneRequest(as(who), { request }).then((one) => one.invitations.map(({ email }) => email))
  expect([await seen(w.handler), await seen(w.petra)]).toEqual([['wrong@example.org'], []])
  expect(await codeOf(revokeInvitation(as(w.petra), { request, invitation: wrong }))).toBe('access.invitation-over')
  await revokeInvitation(as(w.handler), { request, invitation: wrong })
  expect(await codeOf(acceptAccessInvitation(as(await somebody()), { ticket: accessTicket(wrong) }))).toBe(
    'access.invitation-over',
  )
  const tasks = (await rowOf(request)).tasks.filter(({ kind }) => kind === 'decision')
  expect(tasks).toHaveLength(4)
  const own = (who: Person) => tasks.find(({ personId }) => personId === who.id)?.id
  const [dan] = w.deciders
  expect(await codeOf(decide(as(guest), { request, task: own(dan as Person), answer: 'approve' }))).toBe(
    'access.task-over',
  )
  for (const who of [guest, ...w.deciders]) await decide(as(who), { request, task: own(who), answer: 'approve' })
  expect((await rowOf(request)).rounds[0]?.outcome).toBe('approve')
  const hidden = JSON.stringify(await requestHistory(as(w.petra), { request }))
  expect(hidden).not.toContain('Greta Guest')
  expect(JSON.stringify(await requestHistory(as(w.handler), { request }))).toContain('Greta Guest')
})

test('a handler of their own request acts as an applicant, and sees none of it in their queue', async () => {
  const w = await world()
  const request = await submitted(w)
  await join(w.project, w.handler)
  expect(await codeOf(requestDecision(as(w.handler), { request }))).toBe('platform.forbidden')
  const queue = await requestQueue(as(w.handler), {})
  expect(queue.items.map(({ id }) => id)).not.toContain(request)
})

test('an institution’s own people are kept from its requests where the workflow says so', async () => {
  const w = await world({ flow: { barsOwnInstitute: true } })
  const institution = 'https://ror.org/05ynxx418'
  await db().project.update({ where: { id: w.project.id }, data: { institution } })
  const [dan, disa, dag] = w.deciders
  for (const one of [dan, disa, dag, w.handler])
    await db().person.update({ where: { id: one?.id ?? '' }, data: { organisation: institution } })
  const request = await submitted(w)
  expect(await codeOf(requestDecision(as(w.handler), { request }))).toBe('access.conflict')
  const both = { request, remove: w.slugs }
  expect(await codeOf(changeDatasets(as(w.handler), both))).toBe('access.conflict')
  expect(await codeOf(removeMember(as(w.handler), { request, person: w.petra.id }))).toBe('access.conflict')
  expect((await oneRequest(as(w.handler), { request })).may).toEqual([])
  await db().person.update({ where: { id: w.handler.id }, data: { organisation: null } })
  expect(await codeOf(requestDecision(as(w.handler), { request }))).toBe('access.nobody-to-ask')
  const [slug] = await datasets()
  expect(await codeOf(requestDecision(as(w.handler), { request, workflow: newId() }))).toBe('access.nothing-waits')
  expect(slug).toBeDefined()
})

test('files are handed in, taken out, handed out to who may see the request, and redacted', async () => {
  const w = await world()
  const request = await draft(w)
  const file = await pdf('A plan', 'plan.pdf')
  const first = idOf(await attachFile(as(w.petra), { request, file }), 'attachment')
  const second = idOf(await attachFile(as(w.petra), { request, file }), 'attachment')
  await detachFile(as(w.petra), { request, attachment: first })
  expect(await codeOf(detachFile(as(w.petra), { request, attachment: first }))).toBe('access.no-such-file')
  await submitRequest(as(w.petra), { request })
  expect(await codeOf(attachFile(as(w.petra), { request, file }))).toBe('access.not-in-this-state')
  const wanted = { request, attachment: second }
  expect((await downloadAttachment(as(w.handler), wanted)).name).toBe('plan.pdf')
  expect(await codeOf(downloadAttachment(as(await somebody()), wanted))).toBe('platform.not-found')
  await redactFile(as(w.handler), wanted)
  expect(await codeOf(redactFile(as(w.handler), wanted))).toBe('access.no-such-file')
  expect(await codeOf(downloadAttachment(as(w.petra), wanted))).toBe('platform.not-found')
  expect((await oneRequest(as(w.petra), { request })).attachments).toMatchObject([{ name: 'plan.pdf' }])
})

test('terms bind each member, personally and by version; a new version after its notice', async () => {
  const w = await world()
  const [slug] = w.slugs
  const words = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: 'Keep it safe', bodySv: 'Förvara säkert' }
  const wish = { subject: `dataset:${slug}`, ...words, noticeDays: 0 }
  const sten = await steward()
  const first = idOf(await publishTerms(sten, wish), 'id')
  expect(await codeOf(publishTerms(sten, wish))).toBe('platform.invalid')
  expect(await codeOf(publishTerms(sten, { ...wish, subject: 'dataset:nowhere' }))).toBe('access.no-such-dataset')
  expect(await codeOf(publishTerms(as(w.petra), wish))).toBe('platform.not-found')
  const request = await draft(w)
  expect(await codeOf(submitRequest(as(w.petra), { request }))).toBe('access.incomplete')
  expect((await oneRequest(as(w.petra), { request })).owedTerms.map(({ id }) => id)).toEqual([first])
  await acceptAccessTerms(as(w.petra), { terms: first })
  expect(await codeOf(acceptAccessTerms(as(w.petra), { terms: first }))).toBe('access.terms-accepted')
  await submitRequest(as(w.petra), { request })
  const { approveDatasets } = await import('@/lib/access/commands/decisions')
  await approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
  const may = async (now = later(0)) => (await accessVerdict(as(w.petra, now), { dataset: slug })).verdict
  expect((await may()).may).toBe(true)
  const next = { ...wish, noticeDays: 30, changeNote: 'Safer' }
  const second = idOf(await publishTerms(sten, next), 'id')
  expect((await may(later(29 * day))).may).toBe(true)
  expect(await may(later(31 * day))).toMatchObject({ may: false, reasons: [{ code: 'terms', version: 2 }] })
  expect(await codeOf(acceptAccessTerms(as(w.emil, later(31 * day)), { terms: first }))).toBe('access.terms-superseded')
  const offered = async (at: Date) => (await oneRequest(as(w.petra, at), { request })).owedTerms
  expect(await offered(later(29 * day))).toMatchObject([{ id: second, binds: false }])
  expect(await offered(later(31 * day))).toMatchObject([{ id: second, binds: true }])
  await acceptAccessTerms(as(w.petra, later(29 * day)), { terms: second })
  expect(await offered(later(29 * day))).toEqual([])
  expect((await may(later(31 * day))).may).toBe(true)
  const extra = { subject: `extra:${newId().slice(-8)}`, ...words, noticeDays: 0 }
  await publishTerms(sten, extra)
  await addTerms(as(w.handler), { request, subject: extra.subject })
  expect(await codeOf(addTerms(as(w.handler), { request, subject: extra.subject }))).toBe('access.terms-already')
  expect((await may(later(31 * day))).may).toBe(false)
})

test('administrators keep workflows; who is assigned says who stands in', async () => {
  const w = await world()
  const more = await datasets()
  const wish = { name: `Flow ${newId()}`, decidedBy: 'handler', rule: 'one', quorum: 1, decisionDays: 5, reviewDays: 5 }
  const flow = { ...wish, onDeadline: 'remind', datasets: more }
  expect(await codeOf(makeWorkflow(w.admin, { ...flow, datasets: w.slugs }))).toBe('access.in-another-group')
  expect(await codeOf(makeWorkflow(as(w.petra), flow))).toBe('platform.not-found')
  const { id: workflow } = await makeWorkflow(w.admin, flow)
  expect(await codeOf(makeWorkflow(w.admin, { ...flow, datasets: [] }))).toBe('access.name-taken')
  await editWorkflow(w.admin, { ...flow, workflow, expectedRevision: 1, rule: 'all' })
  expect(await codeOf(editWorkflow(w.admin, { ...flow, workflow, expectedRevision: 1 }))).toBe('access.moved-on')
  const one = { workflow: w.workflow, person: w.petra.id, role: 'handler' }
  expect(await codeOf(assignToWorkflow(w.admin, one))).toBe('access.lacks-role')
  const hugo = await somebody({ name: 'Hugo Handler', roles: ['request-handler'] })
  const request = await submitted(w)
  expect(await codeOf(oneRequest(as(hugo), { request }))).toBe('platform.not-found')
  const away = { workflow: w.workflow, role: 'handler', until: '2026-12-24', deputy: hugo.id }
  expect(await codeOf(setAway(as(w.handler), { ...away, deputy: w.handler.id }))).toBe('access.own-deputy')
  expect(await codeOf(setAway(as(hugo), away))).toBe('platform.not-found')
  await setAway(as(w.handler), away)
  expect((await oneRequest(as(hugo), { request })).may).toContain('approve')
  await setAway(as(w.handler), { ...away, until: '', deputy: '' })
  expect(await codeOf(oneRequest(as(hugo), { request }))).toBe('platform.not-found')
  const gone = { workflow: w.workflow, person: w.handler.id, role: 'handler' }
  expect(await codeOf(assignToWorkflow(w.admin, gone))).toBe('access.assigned-already')
  await endAssignment(w.admin, gone)
  expect(await codeOf(endAssignment(w.admin, gone))).toBe('access.not-assigned')
  expect(await codeOf(oneRequest(as(w.handler), { request }))).toBe('platform.not-found')
})

test('the queue has the longest waiting first, and says what is whose', async () => {
  const w = await world()
  const [one, two] = [await submitted(w), await submitted(w, later(1000))]
  const done = await approved(w, later(2000))
  const queue = await requestQueue(as(w.handler), { turn: 'handler' })
  expect(queue.items.map(({ id }) => id)).toEqual([one, two])
  expect(queue.items[0]).toMatchObject({ mine: true, turn: 'handler', applicant: 'Petra PI' })
  const all = await requestQueue(as(w.handler), { show: 'all' })
  expect(all.items.map(({ id }) => id)).toContain(done)
  expect((await requestQueue(as(w.reviewer), { mine: true })).items).toEqual([])
  expect((await requestQueue(as(await somebody()), {})).items).toEqual([])
})
