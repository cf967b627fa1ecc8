import { expect, test } from 'vitest'
import { addMember } from '@/lib/access/commands/adding'
import { inviteMember } from '@/lib/access/commands/invitations'
import { leaveWithProject } from '@/lib/access/commands/leaving-projects'
import { acceptAccessInvitation, removeMember } from '@/lib/access/commands/members'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { accessTicket } from '@/lib/access/store/invitations'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { leaveProject, removeMember as removeFromProject } from '@/lib/projects/commands/members'
import { mailsTo, react } from '../identity/mails'
import { as, later, noon, somebody } from '../identity/people'
import { system } from '../projects/projects'
import { approved, codeOf, factsOf, rowOf, type World, world } from './requests'

const membersOf = async (request: string) => (await rowOf(request)).members.map(({ personId }) => personId)

/** Follows a link of those who ask, or of the hub. */
async function joining(request: string, by: Person, who: Person, at = 0) {
  const answer = await inviteMember(as(by, later(at)), { request, email: `${newId()}@example.org` })
  const ticket = accessTicket((answer as unknown as { invitation: string }).invitation)
  return () => acceptAccessInvitation(as(who, later(at)), { ticket })
}

async function used() {
  const w = await world()
  const request = await approved(w)
  await (await joining(request, w.petra, w.emil))()
  const guest = await somebody({ name: 'Gun Guest' })
  await (await joining(request, w.petra, guest))()
  return { ...w, request, guest }
}

const reasons = async ({ slugs }: World, who: Person) => {
  const { verdict } = await accessVerdict(as(who), { dataset: slugs[0] })
  return verdict.may ? [] : verdict.reasons.map(({ code }) => code)
}

test('whoever is removed from a project goes out of its requests; who came by a link and never was of it stays', async () => {
  const w = await used()
  expect(await reasons(w, w.emil)).not.toContain('not-a-member')
  await removeFromProject(as(w.petra, later(1000)), { slug: w.project.slug, person: w.emil.id })
  await react('projects.member-removed')
  expect(await membersOf(w.request)).toEqual([w.petra.id, w.guest.id])
  expect(await reasons(w, w.emil)).toContain('no-request')
  expect(await reasons(w, w.guest)).not.toContain('not-a-member')
  expect(await factsOf(w.request)).toContain('member-removed')
  await react('access.member-removed')
  const { email } = await db().person.findUniqueOrThrow({ where: { id: w.handler.id } })
  expect((await mailsTo(email)).map(({ text }) => text).join()).toContain('Emil Example')
})

test('so does who leaves it, but not who comes to the request by a link since, and none but the clock says so', async () => {
  const w = await used()
  await leaveProject(as(w.emil, later(1000)), { slug: w.project.slug })
  const wish = { request: w.request, person: w.emil.id, outAt: later(1000) }
  expect(await codeOf(leaveWithProject(as(w.handler), wish))).toBe('platform.not-found')
  await react('projects.member-left')
  expect(await membersOf(w.request)).toEqual([w.petra.id, w.guest.id])
  expect(await codeOf(leaveWithProject(system(later(2000)), wish))).toBe('access.nothing-due')
  await (await joining(w.request, w.petra, w.emil, 3000))()
  expect(await codeOf(leaveWithProject(system(later(4000)), wish))).toBe('access.nothing-due')
  expect(await membersOf(w.request)).toContain(w.emil.id)
})

test('who leads a request and is of its project no more uses nothing by it', async () => {
  const w = await used()
  await db().accessRequest.update({ where: { id: w.request }, data: { applicantId: w.emil.id } })
  expect(await reasons(w, w.emil)).not.toContain('not-a-member')
  await removeFromProject(as(w.petra), { slug: w.project.slug, person: w.emil.id })
  await react('projects.member-removed')
  expect(await membersOf(w.request)).toContain(w.emil.id)
  expect(await reasons(w, w.emil)).toContain('not-a-member')
  await db().projectMember.create({ data: { projectId: w.project.id, personId: w.emil.id, joinedAt: noon } })
  expect(await reasons(w, w.emil)).not.toContain('not-a-member')
})

test('whom a handler took out those who ask do not let in again; the hub does', async () => {
  const w = await used()
  const theirs = await joining(w.request, w.petra, w.guest)
  await removeMember(as(w.handler), { request: w.request, person: w.guest.id })
  expect(await codeOf(theirs())).toBe('access.taken-out')
  const { email } = await db().person.findUniqueOrThrow({ where: { id: w.guest.id } })
  await addMember(as(w.handler), { request: w.request, email })
  await removeMember(as(w.petra), { request: w.request, person: w.guest.id })
  await theirs()
  expect(await membersOf(w.request)).toContain(w.guest.id)
  await removeMember(as(w.handler), { request: w.request, person: w.guest.id })
  await (await joining(w.request, w.handler, w.guest))()
  expect(await db().accessExclusion.count({ where: { requestId: w.request } })).toBe(0)
})
