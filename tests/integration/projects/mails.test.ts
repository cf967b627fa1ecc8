import { expect, test } from 'vitest'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { applyForProject, decideApplication } from '@/lib/projects/commands/applications'
import { delegate, revokeDelegation } from '@/lib/projects/commands/delegations'
import { acceptInvitation, inviteMember, revokeInvitation } from '@/lib/projects/commands/invitations'
import { removeMember } from '@/lib/projects/commands/members'
import { endProject, setBudget } from '@/lib/projects/commands/projects'
import { remindConfirmation } from '@/lib/projects/commands/reminders'
import { acceptTransfer, confirmTransfer, proposeTransfer } from '@/lib/projects/commands/transfers'
import { doWhatIsDue } from '@/lib/reactions/tasks/projects'
import { mailsTo, react, ticketIn } from '../identity/mails'
import { as, at, refusalOf, somebody } from '../identity/people'
import { administrator, projectOf, system, threesome, wish } from './projects'

const reason = 'Agreed at the weekly meeting'
const textsTo = async ({ email }: { email: string }) => (await mailsTo(email)).map(({ text }) => text)

test('who is invited gets a link, in their own language where they have one; who came is told', async () => {
  const { slug, petra, dana } = await threesome()
  const invited = await somebody({ name: 'Nils Ny' })
  await db().person.update({ where: { id: invited.id }, data: { language: 'sv' } })
  // The link is for the clock of the worker: the invitation is made now.
  const now = new Date()
  await inviteMember(as(petra, now), { slug, email: invited.email })
  const { id } = await inviteMember(as(petra, now), { slug, email: 'taken-back@example.org' })
  await revokeInvitation(as(petra, now), { slug, invitationId: id })
  await react('projects.member-invited')
  await react('projects.member-invited')
  const [mail, ...more] = await mailsTo(invited.email)
  expect(more).toEqual([])
  expect(mail).toMatchObject({ topic: 'project-invitation', subject: expect.stringContaining('Inbjudan') })
  expect(await mailsTo('taken-back@example.org')).toEqual([])
  const private_ = await somebody({ name: 'Nils Privat', email: 'nils@home.example' })
  await acceptInvitation(as(private_, now), { ticket: ticketIn(mail?.text) })
  await react('projects.member-joined')
  const [told] = await textsTo(petra)
  expect(told).toContain('Nils Privat (nils@home.example)')
  expect(told).toContain(invited.email)
  expect(await textsTo(dana)).toEqual([])
})

test('the hub is told of an application and of a transfer that wait, but not whom they concern', async () => {
  const ada = await somebody({ name: 'Ada Admin', roles: ['hub-administrator'] })
  const both = await somebody({ name: 'Bo Both', roles: ['hub-administrator'] })
  const { id } = await applyForProject(as(both), wish({ name: 'Feet of the hub' }))
  await applyForProject(as(await somebody()), wish({ name: 'Hands of others' }))
  const taken = await applyForProject(as(await somebody()), wish({ name: 'Thought better of' }))
  await db().projectApplication.update({ where: { id: taken.id }, data: { state: 'withdrawn' } })
  await react('projects.application-submitted')
  await react('projects.application-submitted')
  const told = async (reader: { email: string }) => (await textsTo(reader)).join('\n')
  for (const words of ['Bo Both', 'Feet of the hub', 'Fellowship', 'Hands of others', '/administration/projects'])
    expect(await told(ada)).toContain(words)
  expect(await told(ada)).not.toContain('Thought better of')
  expect(await told(both)).toContain('Hands of others')
  expect(await told(both)).not.toContain('Feet of the hub')
  expect((await textsTo(ada)).filter((text) => text.includes('Feet of the hub'))).toHaveLength(1)
  expect((await db().projectApplication.findUniqueOrThrow({ where: { id } })).state).toBe('submitted')
  const { slug, petra, dana } = await threesome({ name: 'Hips of the hub' })
  const transferId = (await proposeTransfer(as(petra), { slug, person: dana.id })).id
  await acceptTransfer(as(dana), { slug, transferId })
  await react('projects.transfer-accepted')
  expect(await told(ada)).toContain('Hips of the hub')
})

test('an applicant is told what became of it; who turned such mails off is not', async () => {
  const [pia, quiet] = [await somebody(), await somebody()]
  await db().notificationSetting.create({ data: { personId: quiet.id, topic: 'project', enabled: false } })
  for (const person of [pia, quiet]) {
    const { id } = await applyForProject(as(person), wish())
    await decideApplication(await administrator(), {
      applicationId: id,
      expectedRevision: 1,
      decision: 'decline',
      reason,
    })
  }
  await react('projects.application-declined')
  expect(await textsTo(pia)).toEqual([expect.stringContaining(reason)])
  expect(await textsTo(quiet)).toEqual([])
})

test('delegations, removals, transfers and budgets are told to whom they concern', async () => {
  const { project, slug, petra, dana, emil } = await threesome()
  const give = { slug, person: dana.id, authorities: 'book-compute', until: '2027-06-30' }
  const { id } = await delegate(as(petra), give)
  await revokeDelegation(as(petra), { slug, delegationId: id })
  await removeMember(as(petra), { slug, person: emil.id })
  const transferId = (await proposeTransfer(as(petra), { slug, person: dana.id })).id
  await acceptTransfer(as(dana), { slug, transferId })
  await confirmTransfer(await administrator(), { slug, transferId, reason })
  await setBudget(await administrator(), { slug, gpuWeeks: 5, reason })
  for (const what of ['authority-delegated', 'delegation-revoked', 'member-removed', 'budget-set'])
    await react(`projects.${what}`)
  for (const what of ['proposed', 'accepted', 'confirmed']) await react(`projects.transfer-${what}`)
  const toDana = (await textsTo(dana)).join('\n')
  for (const words of ['Book compute', '2027-06-30', 'has ended', 'proposes', 'leads the project', '5 GPU weeks'])
    expect(toDana).toContain(words)
  expect(await textsTo(emil)).toEqual([expect.stringContaining('no longer take part')])
  expect((await textsTo(petra)).join('\n')).toContain('leads the project')
  expect(project.piId).toBe(petra.id)
})

const remind = async (now: string) => {
  await doWhatIsDue(system(at(now)))
  await doWhatIsDue(system(at(now)))
  await react('projects.confirmation-reminded')
}
const subjectsTo = async ({ email }: Person & { email: string }) => (await mailsTo(email)).map(({ topic }) => topic)

test('the PI is reminded of the yearly confirmation thirty and seven days before and when it is overdue, each once', async () => {
  const petra = await somebody({ name: 'Petra PI' })
  const project = await projectOf(petra)
  const ended = await projectOf(await somebody())
  await endProject(await administrator(), { slug: ended.slug, reason })
  // Confirmed at the tests' noon of 2026-11-23.
  const told = async (now: string) => {
    await remind(now)
    return (await subjectsTo(petra)).length
  }
  expect(await told('2027-10-24T11:59:00Z')).toBe(0)
  expect(await told('2027-10-24T12:00:00Z')).toBe(1)
  expect(await told('2027-11-15T12:00:00Z')).toBe(1)
  expect(await told('2027-11-16T12:00:00Z')).toBe(2)
  expect(await told('2027-11-23T12:00:00Z')).toBe(3)
  expect(await told('2027-12-20T12:00:00Z')).toBe(3)
  expect((await mailsTo(petra.email)).at(-1)?.text).toContain('by 2027-11-23')
  const rows = await db().confirmationReminder.findMany({
    where: { projectId: { in: [project.id, ended.id] } },
    orderBy: { remindedAt: 'asc' },
  })
  expect(rows.map(({ projectId, stage }) => [projectId, stage])).toEqual([
    [project.id, 'thirty-days'],
    [project.id, 'seven-days'],
    [project.id, 'overdue'],
  ])
  const again = remindConfirmation(system(at('2027-12-21T12:00:00Z')), { projectId: project.id })
  expect((await refusalOf(again)).code).toBe('projects.nothing-due')
  const byPi = remindConfirmation(as(petra), { projectId: project.id })
  expect((await refusalOf(byPi)).code).toBe('platform.not-found')
})

test('many clocks at once remind once; a project whose last day has passed is ended', async () => {
  const project = await projectOf(await somebody())
  const now = at('2027-11-01T12:00:00Z')
  await Promise.all(Array.from({ length: 6 }, () => doWhatIsDue(system(now))))
  expect(await db().confirmationReminder.count({ where: { projectId: project.id } })).toBe(1)
  await doWhatIsDue(system(at('2028-01-01T00:00:00Z')))
  expect((await db().project.findUniqueOrThrow({ where: { id: project.id } })).state).toBe('ended')
})
