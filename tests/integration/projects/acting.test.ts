import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { demandAuthority } from '@/lib/projects/policy'
import { actingProjectsOf } from '@/lib/projects/store/acting'
import { lockProjects, standingIn } from '@/lib/projects/store/standing'
import { later, noon, somebody } from '../identity/people'
import { projectOf } from './projects'

test('the projects that somebody acts in are told in one statement, as the rules read them one by one', async () => {
  const [petra, dana, emil] = await Promise.all([somebody({ name: 'Petra PI' }), somebody(), somebody()])
  const one = await projectOf(petra, { name: 'A project' })
  const two = await projectOf(petra, { name: 'B project' })
  const gone = await projectOf(petra, { name: 'C project' })
  await db().project.update({ where: { id: gone.id }, data: { state: 'ended' } })
  await db().projectMember.createMany({
    data: [one, two, gone].map(({ id }) => ({ projectId: id, personId: dana.id, joinedAt: noon })),
  })
  const grant = { projectId: one.id, rootId: petra.id, grantorId: petra.id, createdAt: noon }
  const lasting = { from: noon, until: later(86_400_000) }
  const authorities = ['book-compute', 'delegate']
  await db().delegation.create({ data: { ...grant, ...lasting, id: newId(), holderId: dana.id, authorities } })
  const acting = await actingProjectsOf(db(), dana.id, noon)
  expect(acting.map(({ name, piName, standing }) => [name, piName, standing])).toEqual([
    ['A project', 'Petra PI', { role: 'member', authorities }],
    ['B project', 'Petra PI', { role: 'member', authorities: [] }],
  ])
  expect((await actingProjectsOf(db(), dana.id, lasting.until))[0]?.standing.authorities).toEqual([])
  expect(await actingProjectsOf(db(), emil.id, noon)).toEqual([])
  await db().$transaction(async (tx) => {
    const locked = await lockProjects(tx, [two.id, one.id, newId()])
    expect(locked.map(({ id }) => id)).toEqual([one.id, two.id].toSorted())
    for (const project of locked) {
      const standing = await standingIn(tx, project, dana.id, noon)
      expect(standing).toEqual(acting.find(({ id }) => id === project.id)?.standing)
      expect(demandAuthority(dana, standing, 'book-compute', 'bookings:write') === true).toBe(project.id === one.id)
    }
    expect((await standingIn(tx, one, null, noon)).role).toBe('outsider')
  })
})
