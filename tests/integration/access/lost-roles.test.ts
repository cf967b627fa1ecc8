import { expect, test } from 'vitest'
import { returnRequest } from '@/lib/access/commands/decisions'
import { inviteReviewer } from '@/lib/access/commands/invitations'
import { acceptAccessInvitation } from '@/lib/access/commands/members'
import { replaceTask, requestReview, review } from '@/lib/access/commands/reviews'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { assignToWorkflow, setAway } from '@/lib/access/commands/workflows'
import { requestToTell } from '@/lib/access/queries/for-reactions'
import { requestQueue } from '@/lib/access/queries/queue'
import { oneRequest } from '@/lib/access/queries/request'
import { workflows } from '@/lib/access/queries/workflows'
import { accessTicket } from '@/lib/access/store/invitations'
import { takeRole } from '@/lib/identity/commands/roles'
import type { Person } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { as, noon, refusalOf, somebody } from '../identity/people'
import { administrator, join } from '../projects/projects'
import { codeOf, reason, rowOf, submitted, type World, world } from './requests'

/** Takes a hub role, and gives the person as they act from then on. */
async function stripped(person: Person, role: string): Promise<Person> {
  await takeRole(await administrator(), { person: person.id, role, reason: 'Left the hub' })
  return { ...person, roles: person.roles.filter((one) => one !== role) }
}

const deciders = ({ deciders: [dan, disa, dag] }: World) => [dan, disa, dag] as [Person, Person, Person]
const taskOf = async (request: string, person: Person) =>
  (await rowOf(request)).tasks.find(({ personId, state }) => personId === person.id && state === 'open')?.id ?? ''

test('whoever lost the hub role answers nothing that they were asked, sees the request no more, and is asked no more', async () => {
  const w = await world({ flow: { decidedBy: 'deciders', rule: 'majority', quorum: 2 } })
  const [dan, disa, dag] = deciders(w)
  const request = await submitted(w)
  await requestReview(as(w.handler), { request })
  await requestDecision(as(w.handler), { request })
  const [task, asked] = [await taskOf(request, dan), await taskOf(request, w.reviewer)]
  expect((await oneRequest(as(dan), { request })).may).toContain('decide')
  const [gone, rut] = [await stripped(dan, 'decider'), await stripped(w.reviewer, 'reviewer')]
  expect(await codeOf(decide(as(gone), { request, task, answer: 'approve' }))).toBe('platform.not-found')
  expect(await codeOf(review(as(rut), { request, task: asked, answer: 'approve' }))).toBe('platform.not-found')
  for (const one of [gone, rut]) {
    expect(await codeOf(oneRequest(as(one), { request }))).toBe('platform.not-found')
    expect((await requestQueue(as(one), {})).items.map(({ id }) => id)).not.toContain(request)
  }
  const flow = (await workflows(w.admin, {})).find(({ id }) => id === w.workflow)
  expect(
    flow?.assignments
      .filter(({ holdsRole }) => !holdsRole)
      .map(({ personId }) => personId)
      .toSorted(),
  ).toEqual([gone.id, rut.id].toSorted())
  const seen = await oneRequest(as(w.handler), { request })
  expect(seen.tasks.filter(({ lapsed }) => lapsed).map(({ person }) => person)).toEqual([rut.name, gone.name])
  expect((await requestToTell(request, noon))?.tasks.map(({ personId }) => personId).toSorted()).toEqual(
    [disa.id, dag.id].toSorted(),
  )
  // Somebody else is asked in their place, and a new round asks them no more.
  const stand = await somebody({ name: 'Stina Stand-in', roles: ['decider'] })
  expect(await codeOf(replaceTask(as(w.handler), { request, task, person: stand.id }))).toBe('access.not-assigned')
  await assignToWorkflow(w.admin, { workflow: w.workflow, person: stand.id, role: 'decider' })
  await replaceTask(as(w.handler), { request, task, person: stand.id })
  await decide(as(stand), { request, task: await taskOf(request, stand), answer: 'reject' })
  await decide(as(disa), { request, task: await taskOf(request, disa), answer: 'reject' })
  await requestDecision(as(w.handler), { request })
  const now = (await rowOf(request)).tasks.filter(({ kind, state }) => kind === 'decision' && state === 'open')
  expect(now.map(({ personId }) => personId).toSorted()).toEqual([disa.id, dag.id, stand.id].toSorted())
})

test('a deputy who lost the role stands in for nobody, and a handler who did handles nothing and hears nothing', async () => {
  const w = await world()
  const deputy = await somebody({ name: 'Didrik Deputy', roles: ['reviewer'] })
  await setAway(as(w.reviewer), { workflow: w.workflow, role: 'reviewer', until: '2026-12-24', deputy: deputy.id })
  const request = await submitted(w)
  const offered = async () => (await oneRequest(as(w.handler), { request })).handling?.reviewers.map(({ id }) => id)
  expect(await offered()).toEqual([deputy.id])
  await stripped(deputy, 'reviewer')
  expect(await offered()).toEqual([])
  expect(await codeOf(requestReview(as(w.handler), { request }))).toBe('access.nobody-to-ask')
  expect((await requestToTell(request, noon))?.handlers).toEqual([w.handler.id])
  const gone = await stripped(w.handler, 'request-handler')
  expect((await requestToTell(request, noon))?.handlers).toEqual([])
  expect(await codeOf(returnRequest(as(gone), { request, reason }))).toBe('platform.not-found')
})

test('no mail about a request goes to a handler who takes part in its project', async () => {
  const w = await world()
  const request = await submitted(w)
  await join(w.project, w.handler)
  expect((await requestToTell(request, noon))?.handlers).toEqual([])
})

test('who came by a mailed link needs no role', async () => {
  const w = await world()
  const request = await submitted(w)
  const guest = await somebody({ name: 'Greta Guest' })
  const email = `${newId()}@example.org`
  const { invitation } = (await inviteReviewer(as(w.handler), { request, email })) as { invitation?: string }
  await acceptAccessInvitation(as(guest), { ticket: accessTicket(invitation ?? '') })
  expect((await requestToTell(request, noon))?.tasks.map(({ personId }) => personId)).toEqual([guest.id])
  expect((await requestQueue(as(guest), {})).items.map(({ id }) => id)).toContain(request)
  await review(as(guest), { request, task: await taskOf(request, guest), answer: 'abstain', text: null })
  expect((await oneRequest(as(guest), { request })).side).toBe('asked')
})

test('a quorum is never lowered: with too few who can be asked nobody is, and the page says so', async () => {
  const w = await world({ flow: { decidedBy: 'deciders', rule: 'majority', quorum: 3 } })
  const [dan] = deciders(w)
  const request = await submitted(w)
  await join(w.project, dan)
  expect(await refusalOf(requestDecision(as(w.handler), { request }))).toMatchObject({
    code: 'access.no-quorum',
    details: { needed: 3, asked: 2 },
  })
  expect((await rowOf(request)).rounds).toEqual([])
  const { handling } = await oneRequest(as(w.handler), { request })
  expect(handling?.panels).toMatchObject([{ id: w.workflow, quorum: 3, deciders: 2 }])
  const stand = await somebody({ roles: ['decider'] })
  await assignToWorkflow(w.admin, { workflow: w.workflow, person: stand.id, role: 'decider' })
  await requestDecision(as(w.handler), { request })
  const { rounds, tasks } = await rowOf(request)
  expect([rounds.map(({ quorum }) => quorum), tasks.length]).toEqual([[3], 3])
})
