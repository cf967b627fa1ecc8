import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { delegate, revokeDelegation } from '@/lib/projects/commands/delegations'
import { authorities } from '@/lib/projects/rules/authority'
import { as, at, refusalOf, somebody, stranger } from '../identity/people'
import { heldBy, journalOfStream, projectOf, threesome } from './projects'

const until = '2027-06-30'
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code

test('a PI gives, a delegate gives onward; what is revoked above ends at once below', async () => {
  const { project, slug, petra, dana, emil } = await threesome()
  const first = await delegate(as(petra), { slug, person: dana.id, authorities, until })
  expect(await heldBy(slug, dana.id)).toEqual(authorities)
  const onward = { slug, person: emil.id, authorities: 'book-compute', from: '2026-12-01', until: '2026-12-31' }
  const second = await delegate(as(dana), onward)
  expect(await heldBy(slug, emil.id)).toEqual([])
  expect(await heldBy(slug, emil.id, at('2026-12-01T00:00:00Z'))).toEqual(['book-compute'])
  expect(await heldBy(slug, emil.id, at('2027-01-01T00:00:00Z'))).toEqual([])
  await revokeDelegation(as(petra), { slug, delegationId: first.id })
  expect(await heldBy(slug, emil.id, at('2026-12-02T00:00:00Z'))).toEqual([])
  expect(await codeOf(delegate(as(dana), onward))).toBe('projects.no-authority')
  const [, one, two, three] = await journalOfStream(`project:${project.id}`)
  expect([one, two, three]).toMatchObject([
    { type: 'projects.authority-delegated', actorId: petra.id, onBehalfOf: null, data: { person: dana.id } },
    { type: 'projects.authority-delegated', actorId: dana.id, onBehalfOf: petra.id, data: { delegation: second.id } },
    { type: 'projects.delegation-revoked', actorId: petra.id, onBehalfOf: null, data: { person: dana.id } },
  ])
})

test('never more, nor longer, than one’s own; only to who takes part', async () => {
  const { slug, petra, dana, emil } = await threesome()
  const give = { slug, person: dana.id, authorities: ['book-compute', 'delegate'], until }
  expect(await codeOf(delegate(as(petra), { ...give, until: '2028-01-01' }))).toBe('projects.longer-than-own')
  await delegate(as(petra), give)
  const onward = { ...give, person: emil.id }
  expect(await codeOf(delegate(as(dana), { ...onward, authorities: 'request-data' }))).toBe('projects.more-than-own')
  expect(await refusalOf(delegate(as(dana), { ...onward, until: '2027-07-01' }))).toMatchObject({
    code: 'projects.longer-than-own',
    details: { day: until },
  })
  expect(await codeOf(delegate(as(petra), { ...give, person: petra.id }))).toBe('projects.own-delegate')
  expect(await codeOf(delegate(as(dana), { ...onward, person: petra.id }))).toBe('projects.pi-has-all')
  expect(await codeOf(delegate(as(petra), { ...give, person: newId() }))).toBe('projects.not-a-member')
  expect(await codeOf(delegate(as(petra), { ...give, until: '2026-11-22' }))).toBe('projects.delegation-over')
  expect(await codeOf(delegate(as(petra), { ...give, authorities: [] }))).toBe('platform.invalid')
  expect(await codeOf(delegate(as(emil), { ...give }))).toBe('projects.no-authority')
  expect(await codeOf(delegate(as(await somebody()), give))).toBe('platform.not-found')
  expect(await codeOf(delegate(stranger(), give))).toBe('platform.not-signed-in')
  expect(await codeOf(delegate(as(petra, at('2028-01-01T00:00:00Z')), { ...give, until: '2028-02-01' }))).toBe(
    'projects.over',
  )
})

test('whoever gave it, stands above it or holds it ends it; nobody else', async () => {
  const { project, slug, petra, dana, emil } = await threesome()
  await delegate(as(petra), { slug, person: dana.id, authorities: ['book-compute', 'delegate'], until })
  const { id } = await delegate(as(dana), { slug, person: emil.id, authorities: 'book-compute', until })
  const other = await projectOf(petra)
  const revoke = { slug, delegationId: id }
  expect(await codeOf(revokeDelegation(as(petra), { ...revoke, slug: other.slug }))).toBe('projects.delegation-ended')
  const gus = await somebody()
  await db().projectMember.create({ data: { projectId: project.id, personId: gus.id, joinedAt: new Date() } })
  expect(await codeOf(revokeDelegation(as(gus), revoke))).toBe('projects.not-above')
  expect(await codeOf(revokeDelegation(as(await somebody()), revoke))).toBe('platform.not-found')
  await revokeDelegation(as(emil), revoke)
  expect(await codeOf(revokeDelegation(as(dana), revoke))).toBe('projects.delegation-ended')
  const laidDown = (await journalOfStream(`project:${project.id}`)).at(-1)
  expect(laidDown).toMatchObject({ actorId: emil.id, onBehalfOf: null, data: { person: emil.id } })
  const again = await delegate(as(dana), { slug, person: emil.id, authorities: 'book-compute', until })
  await revokeDelegation(as(dana), { slug, delegationId: again.id })
  expect((await journalOfStream(`project:${project.id}`)).at(-1)?.onBehalfOf).toBe(petra.id)
})
