import { expect, test } from 'vitest'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { delegate } from '@/lib/projects/commands/delegations'
import { leaveProject, removeMember } from '@/lib/projects/commands/members'
import {
  acceptTransfer,
  cancelTransfer,
  confirmTransfer,
  declineTransfer,
  proposeTransfer,
  refuseTransfer,
} from '@/lib/projects/commands/transfers'
import { as, at, refusalOf, somebody } from '../identity/people'
import { administrator, heldBy, join, journalOfStream, threesome } from './projects'

const reason = 'Both sides agree'
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code
const stateOf = async (id: string) => (await db().piTransfer.findUniqueOrThrow({ where: { id } })).state

/** A transfer from Petra to Dana as far as proposed. */
async function proposed() {
  const all = await threesome()
  const institution = 'Karolinska Institutet'
  const { id } = await proposeTransfer(as(all.petra), { slug: all.slug, person: all.dana.id, institution })
  return { ...all, on: { slug: all.slug, transferId: id }, id }
}

test('the role goes over when both sides agreed and an administrator confirmed; the old chains end for good', async () => {
  const { project, slug, petra, dana, emil, on } = await proposed()
  await delegate(as(petra), { slug, person: emil.id, authorities: 'book-compute', until: '2027-06-30' })
  const admin = await administrator()
  expect(await codeOf(confirmTransfer(admin, { ...on, reason }))).toBe('projects.transfer-closed')
  expect(await codeOf(acceptTransfer(as(petra), on))).toBe('platform.not-found')
  expect(await codeOf(acceptTransfer(as(emil), on))).toBe('platform.not-found')
  await acceptTransfer(as(dana), on)
  expect(await heldBy(slug, emil.id)).toEqual(['book-compute'])
  const settled = await Promise.allSettled(Array.from({ length: 5 }, () => confirmTransfer(admin, { ...on, reason })))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await heldBy(slug, emil.id)).toEqual([])
  const after = await db().project.findUniqueOrThrow({ where: { slug }, include: { members: true } })
  expect(after).toMatchObject({ piId: dana.id, institutionName: 'Karolinska Institutet' })
  expect(after.members.map(({ personId }) => personId).toSorted()).toEqual([petra.id, emil.id].toSorted())
  expect(await codeOf(proposeTransfer(as(petra), { slug, person: emil.id }))).toBe('projects.pi-only')
  const back = await proposeTransfer(as(dana), { slug, person: petra.id })
  await acceptTransfer(as(petra), { slug, transferId: back.id })
  await confirmTransfer(admin, { slug, transferId: back.id, reason })
  expect(await heldBy(slug, emil.id)).toEqual([])
  expect(await heldBy(slug, petra.id)).toHaveLength(6)
  const types = (await journalOfStream(`project:${project.id}`)).map(({ type }) => type.replace('projects.', ''))
  expect(types.filter((type) => type.startsWith('transfer'))).toEqual([
    ...['transfer-proposed', 'transfer-accepted', 'transfer-confirmed'],
    ...['transfer-proposed', 'transfer-accepted', 'transfer-confirmed'],
  ])
})

test('it is declined, cancelled and refused by whose part it is', async () => {
  const { slug, petra, dana, on } = await proposed()
  expect(await codeOf(proposeTransfer(as(petra), { slug, person: dana.id }))).toBe('projects.transfer-open')
  expect(await codeOf(declineTransfer(as(petra), on))).toBe('platform.not-found')
  expect(await codeOf(cancelTransfer(as(dana), on))).toBe('platform.not-found')
  await declineTransfer(as(dana), on)
  expect(await codeOf(declineTransfer(as(dana), on))).toBe('projects.transfer-closed')
  const second = { slug, transferId: (await proposeTransfer(as(petra), { slug, person: dana.id })).id }
  await acceptTransfer(as(dana), second)
  expect(await codeOf(acceptTransfer(as(dana), second))).toBe('projects.transfer-closed')
  await cancelTransfer(as(petra), second)
  expect(await codeOf(cancelTransfer(as(petra), second))).toBe('projects.transfer-closed')
  const third = { slug, transferId: (await proposeTransfer(as(petra), { slug, person: dana.id })).id }
  await acceptTransfer(as(dana), third)
  await refuseTransfer(await administrator(), { ...third, reason })
  expect(await codeOf(refuseTransfer(await administrator(), { ...third, reason }))).toBe('projects.transfer-closed')
  const states = await Promise.all([on, second, third].map(({ transferId }) => stateOf(transferId)))
  expect(states).toEqual(['declined', 'cancelled', 'refused'])
  const { piId } = await db().project.findUniqueOrThrow({ where: { slug } })
  expect(piId).toBe(petra.id)
})

test('nobody confirms for a project of their own, nor who is no administrator', async () => {
  const { project, slug, petra, dana, emil, on } = await proposed()
  await acceptTransfer(as(dana), on)
  const inside = await somebody({ roles: ['hub-administrator'] })
  await join(project, inside)
  for (const decide of [confirmTransfer, refuseTransfer]) {
    expect(await codeOf(decide(as(inside), { ...on, reason }))).toBe('projects.own-project')
    for (const who of [petra, dana, emil, await somebody()])
      expect(await codeOf(decide(as(who), { ...on, reason }))).toBe('platform.not-found')
  }
  const unknown = { slug, transferId: newId() }
  expect(await codeOf(confirmTransfer(await administrator(), { ...unknown, reason }))).toBe('platform.not-found')
  await db().person.update({ where: { id: dana.id }, data: { deactivatedAt: at('2026-11-23T12:00:00Z') } })
  expect(await codeOf(confirmTransfer(await administrator(), { ...on, reason }))).toBe('projects.account-closed')
})

test.each([
  ['leaves', (slug: string, _: Person, dana: Person) => leaveProject(as(dana), { slug })],
  ['is removed', (slug: string, petra: Person, dana: Person) => removeMember(as(petra), { slug, person: dana.id })],
])('it ends when who was to lead %s', async (_, go) => {
  const { project, slug, petra, dana, on } = await proposed()
  await acceptTransfer(as(dana), on)
  await go(slug, petra, dana)
  expect(await stateOf(on.transferId)).toBe('cancelled')
  expect(await codeOf(confirmTransfer(await administrator(), { ...on, reason }))).toBe('projects.transfer-closed')
  expect((await journalOfStream(`project:${project.id}`)).at(-1)?.type).toBe('projects.transfer-cancelled')
  expect(await codeOf(proposeTransfer(as(petra), { slug, person: dana.id }))).toBe('projects.not-a-member')
})
