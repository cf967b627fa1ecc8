import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { delegate, revokeDelegation } from '@/lib/projects/commands/delegations'
import { acceptInvitation, inviteMember, revokeInvitation } from '@/lib/projects/commands/invitations'
import { leaveProject } from '@/lib/projects/commands/members'
import { editProject, setBudget } from '@/lib/projects/commands/projects'
import { proposeTransfer } from '@/lib/projects/commands/transfers'
import { projectRegister, projectsWaiting } from '@/lib/projects/queries/administration'
import { projectDelegations } from '@/lib/projects/queries/delegations'
import { directory, listedProject } from '@/lib/projects/queries/directory'
import { projectHistory } from '@/lib/projects/queries/history'
import { invitationLink } from '@/lib/projects/queries/invitation'
import { projectMembers } from '@/lib/projects/queries/members'
import { ownProjects } from '@/lib/projects/queries/own-projects'
import { oneProject } from '@/lib/projects/queries/project'
import { invitationTicket } from '@/lib/projects/store/invitations'
import { as, later, refusalOf, somebody, stranger } from '../identity/people'
import { administrator, threesome } from './projects'

const until = '2027-06-30'
const reason = 'Agreed at the weekly meeting'
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code

test('a project is seen by who takes part and by administrators; to others it is not there', async () => {
  const { slug, petra, dana } = await threesome()
  const outsiders = [as(await somebody()), as(await somebody({ roles: ['compute-administrator'] }))]
  for (const ask of [oneProject, projectMembers, projectDelegations, projectHistory]) {
    expect(await ask(as(dana), { slug })).toBeTruthy()
    expect(await ask(await administrator(), { slug })).toBeTruthy()
    expect(await codeOf(ask(stranger(), { slug }))).toBe('platform.not-signed-in')
    for (const ctx of outsiders) {
      expect(await codeOf(ask(ctx, { slug }))).toBe('platform.not-found')
      expect(await codeOf(ask(ctx, { slug: 'no-such-project' }))).toBe('platform.not-found')
    }
  }
  const abilities = async (ctx: Parameters<typeof oneProject>[0]) =>
    Object.entries((await oneProject(ctx, { slug })).may).flatMap(([verb, may]) => (may ? [verb] : []))
  expect(await abilities(as(petra))).toEqual(['edit', 'end', 'manageMembers', 'delegate', 'propose'])
  expect(await abilities(as(dana))).toEqual(['leave'])
  expect(await abilities(await administrator())).toEqual(['end', 'decide'])
})

test('the directory shows what its PI agreed to, and nothing else', async () => {
  const { slug, petra } = await threesome({ name: 'A shy project' })
  const names = async () => (await directory(stranger(), { q: 'shy' })).items.map(({ name }) => name)
  expect(await names()).toEqual([])
  expect(await codeOf(listedProject(stranger(), { slug }))).toBe('platform.not-found')
  const words = { name: 'A less shy project', description: 'Words for all', partners: ['Region Skåne'] }
  await editProject(as(petra), { slug, expectedRevision: 1, ...words, listed: true })
  expect(await names()).toEqual(['A less shy project'])
  const shown = await listedProject(stranger(), { slug })
  expect(shown).toMatchObject({ piName: 'Petra PI', description: 'Words for all', partners: ['Region Skåne'] })
  expect(Object.keys(shown)).not.toContain('gpuBudget')
})

test('the tree says who may do what, from whom, until when; what has ended stands apart', async () => {
  const { slug, petra, dana, emil } = await threesome()
  const authorities = ['book-compute', 'delegate']
  const { id } = await delegate(as(petra), { slug, person: dana.id, authorities, until })
  await delegate(as(dana), { slug, person: emil.id, authorities: 'book-compute', until: '2026-12-31' })
  const seen = await projectDelegations(as(emil), { slug })
  expect(seen.tree).toMatchObject([
    {
      giver: 'Petra PI',
      holder: 'Dana Demo',
      authorities,
      until,
      mayRevoke: false,
      branches: [{ giver: 'Dana Demo', holder: 'Emil Example', state: 'running', mayRevoke: true, branches: [] }],
    },
  ])
  const { people } = await projectMembers(as(dana), { slug })
  expect(people.map(({ name, isPi, authorities: held }) => [name, isPi, held.length])).toEqual([
    ['Petra PI', true, 6],
    ['Dana Demo', false, 2],
    ['Emil Example', false, 1],
  ])
  await revokeDelegation(as(petra, later(1000)), { slug, delegationId: id })
  const after = await projectDelegations(as(emil, later(2000)), { slug })
  expect(after.tree).toEqual([])
  expect(after.ended.map(({ holder, state, endedBy }) => [holder, state, endedBy])).toEqual([
    ['Emil Example', 'void', null],
    ['Dana Demo', 'revoked', 'Petra PI'],
  ])
})

test('the history names who did it, in whose name, whom it concerned, and why', async () => {
  const { slug, petra, dana, emil } = await threesome()
  await delegate(as(petra), { slug, person: dana.id, authorities: ['delegate', 'book-compute'], until })
  await delegate(as(dana), { slug, person: emil.id, authorities: 'book-compute', until })
  await setBudget(await administrator(), { slug, gpuWeeks: 3, reason })
  await leaveProject(as(emil), { slug })
  const { entries } = await projectHistory(as(dana), { slug })
  expect(entries.map(({ type, actor, behalf, person, reason: why }) => [type, actor, behalf, person, why])).toEqual([
    ['projects.member-left', 'Emil Example', null, null, null],
    ['projects.budget-set', 'Ada Admin', null, null, reason],
    ['projects.authority-delegated', 'Dana Demo', 'Petra PI', 'Emil Example', null],
    ['projects.authority-delegated', 'Petra PI', null, 'Dana Demo', null],
    ['projects.started', 'Ada Admin', null, 'Petra PI', null],
  ])
})

test('invitations are known to whoever manages members; a link says where it leads while it is good', async () => {
  const { slug, petra, dana } = await threesome()
  const { id } = await inviteMember(as(petra), { slug, email: 'new@example.org' })
  expect((await projectMembers(as(petra), { slug })).invitations).toMatchObject([{ id, email: 'new@example.org' }])
  expect((await projectMembers(as(dana), { slug })).invitations).toEqual([])
  const ticket = invitationTicket(id)
  expect(await invitationLink(stranger(), { ticket })).toMatchObject({ offer: { inviter: 'Petra PI' } })
  const overBy = async (ctx: Parameters<typeof invitationLink>[0], secret = ticket) =>
    (await invitationLink(ctx, { ticket: secret })).over
  expect(await overBy(stranger())).toBeNull()
  expect(await overBy(stranger(later(7 * 86_400_000)))).toBe('expired')
  expect(await overBy(stranger(), `${ticket}x`)).toBe('unknown')
  await revokeInvitation(as(petra), { slug, invitationId: id })
  expect(await overBy(stranger(later(7 * 86_400_000)))).toBe('revoked')
  const again = invitationTicket((await inviteMember(as(petra), { slug, email: 'new@example.org' })).id)
  await acceptInvitation(as(await somebody()), { ticket: again })
  expect(await invitationLink(stranger(), { ticket: again })).toEqual({ offer: null, over: 'used' })
})

test('administrators see what waits and every project, with what is used and overdue', async () => {
  const { slug, petra, dana } = await threesome({ name: 'Of the register' })
  await proposeTransfer(as(petra), { slug, person: dana.id })
  const admin = await administrator()
  expect((await projectsWaiting(admin, {})).transfers).toEqual([])
  await db().piTransfer.updateMany({ data: { state: 'accepted' } })
  expect((await projectsWaiting(admin, {})).transfers).toMatchObject([{ from: 'Petra PI', to: 'Dana Demo' }])
  const { items } = await projectRegister({ ...admin, now: later(366 * 86_400_000) }, { q: 'of the REGISTER' })
  expect(items).toMatchObject([{ slug, gpuBudget: 16, gpuUsed: 0, confirmationOverdue: true, life: 'running' }])
  expect((await ownProjects(as(dana), {})).map((one) => one.slug)).toEqual([slug])
})
