import { expect, test } from 'vitest'
import { agreementsOwed } from '@/lib/agreements/queries/owed'
import { projectAgreements } from '@/lib/agreements/queries/project-agreements'
import { as, refusalOf, somebody, stranger } from '../identity/people'
import { projectOf } from './projects'

test('who takes part and who administers the hub see what a project lacks; to others there is no project', async () => {
  const [pi, member, outsider] = await Promise.all([somebody(), somebody(), somebody()])
  const admin = await somebody({ roles: ['hub-administrator'] })
  const { slug } = await projectOf(pi.id, { members: [member.id] })
  for (const one of [pi, member, admin]) {
    const { missing } = await projectAgreements(as(one), { project: slug })
    expect(missing).toEqual(['service-agreement', 'dpa'])
  }
  expect(await agreementsOwed(as(member), {})).toEqual([{ slug, missing: ['service-agreement', 'dpa'] }])
  expect(await agreementsOwed(as(outsider), {})).toEqual([])
  const [hidden, absent] = await Promise.all([
    refusalOf(projectAgreements(as(outsider), { project: slug })),
    refusalOf(projectAgreements(as(outsider), { project: 'no-such-project' })),
  ])
  expect(hidden.code).toBe('platform.not-found')
  expect(hidden).toEqual(absent)
  const byRoleOnly = as({ ...admin, secondFactor: false })
  expect((await refusalOf(projectAgreements(byRoleOnly, { project: slug }))).code).toBe('platform.not-found')
  expect((await refusalOf(projectAgreements(stranger(), { project: slug }))).code).toBe('platform.not-signed-in')
})
