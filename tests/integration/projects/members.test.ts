import { expect, test } from 'vitest'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { delegate } from '@/lib/projects/commands/delegations'
import { acceptInvitation, inviteMember, resendInvitation, revokeInvitation } from '@/lib/projects/commands/invitations'
import { confirmMembers, leaveProject, removeMember } from '@/lib/projects/commands/members'
import { endProject } from '@/lib/projects/commands/projects'
import { invitationTicket } from '@/lib/projects/store/invitations'
import { as, later, noon, refusalOf, somebody, stranger } from '../identity/people'
import { heldBy, join, journalOfStream, threesome } from './projects'

const day = 86_400_000
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code
const membersOf = async (projectId: string) =>
  (await db().projectMember.findMany({ where: { projectId } })).map(({ personId }) => personId)

/** Lets somebody manage the members in the PI's name. */
const asManager = (slug: string, petra: Person, person: Person) =>
  delegate(as(petra), { slug, person: person.id, authorities: ['manage-members', 'delegate'], until: '2027-06-30' })

test('a mailed link makes who follows it a member, once, whoever follows it at the same time', async () => {
  const { project, slug, petra } = await threesome()
  const { id } = await inviteMember(as(petra), { slug, email: 'New@Example.org ' })
  const ticket = invitationTicket(id)
  expect(await codeOf(acceptInvitation(stranger(), { ticket }))).toBe('platform.not-signed-in')
  expect(await codeOf(acceptInvitation(as(petra), { ticket }))).toBe('projects.already-member')
  const many = await Promise.all(Array.from({ length: 8 }, () => somebody()))
  const settled = await Promise.allSettled(many.map((one) => acceptInvitation(as(one), { ticket })))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await membersOf(project.id)).filter((one) => many.some((person) => person.id === one))).toHaveLength(1)
  expect(await codeOf(acceptInvitation(as(await somebody()), { ticket }))).toBe('projects.invitation-over')
  const [, invited, joined] = await journalOfStream(`project:${project.id}`)
  expect([invited?.type, joined?.type]).toEqual(['projects.member-invited', 'projects.member-joined'])
  expect(JSON.stringify([invited, joined])).not.toContain('example.org')
})

test('a link is good for seven days, and neither when it was revoked, nor when its secret is another', async () => {
  const { slug, petra } = await threesome()
  const guest = await somebody()
  const { id } = await inviteMember(as(petra), { slug, email: 'old@example.org' })
  const ticket = invitationTicket(id)
  for (const wrong of ['', 'x', ticket.slice(0, -1), ticket.replace(/^.{32}/, newId().replaceAll('-', ''))])
    expect(await codeOf(acceptInvitation(as(guest), { ticket: wrong }))).toBe('projects.invitation-over')
  expect(await codeOf(acceptInvitation(as(guest, later(7 * day)), { ticket }))).toBe('projects.invitation-over')
  expect(await codeOf(inviteMember(as(petra), { slug, email: 'OLD@example.org' }))).toBe('projects.already-invited')
  await revokeInvitation(as(petra), { slug, invitationId: id })
  expect(await codeOf(revokeInvitation(as(petra), { slug, invitationId: id }))).toBe('projects.invitation-closed')
  expect(await codeOf(acceptInvitation(as(guest), { ticket }))).toBe('projects.invitation-over')
  const again = await inviteMember(as(petra), { slug, email: 'old@example.org' })
  expect(await acceptInvitation(as(guest), { ticket: invitationTicket(again.id) })).toEqual({ slug })
})

test('an open invitation is sent again, and its link is good for seven days from then', async () => {
  const { project, slug, petra, dana } = await threesome()
  const { id } = await inviteMember(as(petra), { slug, email: 'slow@example.org' })
  const again = { slug, invitationId: id }
  expect(await codeOf(resendInvitation(as(dana), again))).toBe('projects.no-authority')
  expect(await codeOf(resendInvitation(as(await somebody()), again))).toBe('platform.not-found')
  await resendInvitation(as(petra, later(6 * day)), again)
  const [, , sent] = await journalOfStream(`project:${project.id}`)
  expect(sent).toMatchObject({ type: 'projects.invitation-resent', data: { invitation: id } })
  const late = later(12 * day)
  expect(await acceptInvitation(as(await somebody(), late), { ticket: invitationTicket(id) })).toEqual({ slug })
  expect(await codeOf(resendInvitation(as(petra, late), again))).toBe('projects.invitation-closed')
  const other = await inviteMember(as(petra), { slug, email: 'much@example.org' })
  const tries = () => resendInvitation(as(petra), { slug, invitationId: other.id })
  for (let sent = 0; sent < 4; sent++) await tries()
  expect(await codeOf(tries())).toBe('platform.too-many')
})

test('inviting answers alike whether the address has an account, takes part, or is nobody’s', async () => {
  const { slug, petra, dana } = await threesome()
  const answers = await Promise.all(
    [dana.email, (await somebody()).email, 'nobody@example.org'].map((email) =>
      inviteMember(as(petra), { slug, email }),
    ),
  )
  expect(answers.map((answer) => Object.keys(answer))).toEqual([['id'], ['id'], ['id']])
})

test('a delegate manages members in the PI’s name; a plain member does not, to others there is no project', async () => {
  const { project, slug, petra, dana, emil } = await threesome()
  await asManager(slug, petra, dana)
  const { id: invitationId } = await inviteMember(as(dana), { slug, email: 'by-dana@example.org' })
  await revokeInvitation(as(dana), { slug, invitationId })
  await removeMember(as(dana), { slug, person: emil.id })
  const { revision } = await db().project.findUniqueOrThrow({ where: { id: project.id } })
  await confirmMembers(as(dana), { slug, expectedRevision: revision })
  const acts = (await journalOfStream(`project:${project.id}`)).slice(-4)
  expect(acts.map(({ actorId, onBehalfOf }) => [actorId, onBehalfOf])).toEqual(Array(4).fill([dana.id, petra.id]))
  const gus = await somebody()
  await join(project, gus)
  const tries = [
    (who: Person) => inviteMember(as(who), { slug, email: 'x@example.org' }),
    (who: Person) => revokeInvitation(as(who), { slug, invitationId }),
    (who: Person) => removeMember(as(who), { slug, person: dana.id }),
    (who: Person) => confirmMembers(as(who), { slug, expectedRevision: revision }),
  ]
  for (const attempt of tries) {
    expect(await codeOf(attempt(gus))).toBe('projects.no-authority')
    expect(await codeOf(attempt(emil))).toBe('platform.not-found')
    expect(await codeOf(attempt(await somebody({ roles: ['hub-administrator'] })))).toBe('platform.not-found')
  }
})

test('who leaves or is removed loses what they held, also if they come back', async () => {
  const { project, slug, petra, dana, emil } = await threesome()
  await asManager(slug, petra, dana)
  await delegate(as(dana), { slug, person: emil.id, authorities: ['manage-members'], until: '2027-06-30' })
  expect(await heldBy(slug, emil.id)).toEqual(['manage-members'])
  expect(await codeOf(leaveProject(as(petra), { slug }))).toBe('projects.pi-stays')
  expect(await codeOf(leaveProject(as(await somebody()), { slug }))).toBe('platform.not-found')
  expect(await codeOf(removeMember(as(emil), { slug, person: dana.id }))).toBe('projects.above-you')
  expect(await codeOf(removeMember(as(emil), { slug, person: emil.id }))).toBe('projects.leave-instead')
  expect(await codeOf(removeMember(as(emil), { slug, person: petra.id }))).toBe('projects.pi-stays')
  expect(await codeOf(removeMember(as(petra), { slug, person: newId() }))).toBe('projects.not-a-member')
  await leaveProject(as(dana), { slug })
  expect(await heldBy(slug, dana.id)).toEqual([])
  expect(await heldBy(slug, emil.id)).toEqual([])
  await join(project, dana)
  expect([await heldBy(slug, dana.id), await heldBy(slug, emil.id)]).toEqual([[], []])
  const left = (await journalOfStream(`project:${project.id}`)).at(-1)
  expect(left).toMatchObject({ type: 'projects.member-left', actorId: dana.id, onBehalfOf: null })
})

test('the yearly confirmation is of the list that was read', async () => {
  const { project, slug, petra, dana } = await threesome()
  const { revision } = await db().project.findUniqueOrThrow({ where: { id: project.id } })
  await leaveProject(as(dana), { slug })
  const now = later(300 * day)
  const stale = confirmMembers(as(petra, now), { slug, expectedRevision: revision })
  expect(await codeOf(stale)).toBe('projects.moved-on')
  await confirmMembers(as(petra, now), { slug, expectedRevision: revision + 1 })
  const { membersConfirmedAt } = await db().project.findUniqueOrThrow({ where: { id: project.id } })
  expect(membersConfirmedAt).toEqual(now)
  expect((await journalOfStream(`project:${project.id}`)).at(-1)?.data).toMatchObject({ members: 2 })
})

test('into a project that is over nobody is invited and nobody comes', async () => {
  const { slug, petra } = await threesome()
  const { id } = await inviteMember(as(petra), { slug, email: 'late@example.org' })
  await endProject(as(petra, later(1000)), { slug, reason: 'The study is done' })
  const now = later(2000, noon)
  expect(await codeOf(inviteMember(as(petra, now), { slug, email: 'later@example.org' }))).toBe('projects.over')
  const join = acceptInvitation(as(await somebody(), now), { ticket: invitationTicket(id) })
  expect(await codeOf(join)).toBe('projects.over')
})
