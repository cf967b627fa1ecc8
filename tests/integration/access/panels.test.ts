import { expect, test } from 'vitest'
import { inviteDecider } from '@/lib/access/commands/invitations'
import { acceptAccessInvitation } from '@/lib/access/commands/members'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { assignToWorkflow } from '@/lib/access/commands/workflows'
import { accessTicket } from '@/lib/access/store/invitations'
import type { Person } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { mailsTo, react } from '../identity/mails'
import { as, somebody } from '../identity/people'
import { codeOf, datasets, rowOf, submitted, type World, workflowOf, world } from './requests'

const invitationOf = (answer: object): string => String((answer as { invitation: string }).invitation)

const textsTo = async (who: { email: string }) => (await mailsTo(who.email)).map(({ text }) => text).join('\n')

/** A running round over datasets of two workflows, and how somebody is invited into it. */
async function running(rule = 'all') {
  const first = await world({ flow: { rule, quorum: 1 } })
  const others = await datasets(1)
  const { handler: hugo } = await workflowOf(others)
  const w: World = { ...first, slugs: [...first.slugs] }
  const request = await submitted(w)
  await requestDecision(as(w.handler), { request })
  const round = (await rowOf(request)).rounds[0]?.id ?? ''
  const invite = async (email = `${newId()}@example.org`) =>
    invitationOf(await inviteDecider(as(w.handler), { request, round, email, name: 'Greta' }))
  const follow = (who: Person, invitation: string) =>
    acceptAccessInvitation(as(who), { ticket: accessTicket(invitation) })
  const taskOf = async (who: Person) =>
    (await rowOf(request)).tasks.find(({ personId, roundId }) => personId === who.id && roundId === round)?.id
  const answer = async (who: Person, what = 'approve') =>
    decide(as(who), { request, task: await taskOf(who), answer: what, text: 'So it is' })
  return { ...w, hugo, request, round, invite, follow, taskOf, answer }
}

test('a handler does not decide by a link of their own, whoever of them follows it', async () => {
  const w = await running('one')
  const link = await w.invite()
  expect(await codeOf(w.follow(w.handler, link))).toBe('access.handles-it')
  const colleague = await somebody({ roles: ['request-handler'] })
  await assignToWorkflow(w.admin, { workflow: w.workflow, person: colleague.id, role: 'handler' })
  expect(await codeOf(w.follow(colleague, link))).toBe('access.handles-it')
  expect(await w.taskOf(w.handler)).toBeUndefined()
  // Of datasets that the request is not for they handle nothing.
  await w.follow(w.hugo, link)
  expect(await w.taskOf(w.hugo)).toBeDefined()
})

test('who came by a link and handles the request since answers no more', async () => {
  const w = await running()
  const guest = await somebody({ roles: ['request-handler'] })
  await w.follow(guest, await w.invite())
  await assignToWorkflow(w.admin, { workflow: w.workflow, person: guest.id, role: 'handler' })
  expect(await codeOf(w.answer(guest))).toBe('access.handles-it')
  expect((await rowOf(w.request)).rounds[0]?.outcome).toBeNull()
})

test('of a round that has an answer the panel grows no more, and those of it were told of whom it grew by', async () => {
  const w = await running()
  const [dan, disa] = w.deciders
  if (!dan || !disa) throw new Error('nobody decides')
  const email = `${newId()}@example.org`
  await w.invite(email)
  await react('access.decider-invited')
  for (const one of [dan, disa]) expect(await textsTo(one)).toContain(`Greta (${email}) was invited by mail to decide`)
  for (const one of [w.petra, w.emil]) expect(await textsTo(one)).not.toContain(email)
  await w.answer(dan, 'approve')
  expect(await codeOf(w.invite())).toBe('access.round-answered')
})
