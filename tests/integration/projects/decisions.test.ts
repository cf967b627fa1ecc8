import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { delegate } from '@/lib/projects/commands/delegations'
import {
  editProject,
  endDueProject,
  endProject,
  extendProject,
  setBudget,
  setQuota,
} from '@/lib/projects/commands/projects'
import { ownEndedProjects } from '@/lib/projects/queries/own-projects'
import { authorities } from '@/lib/projects/rules/authority'
import { as, at, later, refusalOf, somebody, stranger } from '../identity/people'
import { administrator, join, journalOfStream, system, threesome } from './projects'

const reason = 'Agreed at the weekly meeting'
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code
const row = (slug: string) => db().project.findUniqueOrThrow({ where: { slug }, include: { partners: true } })

test('a project says of itself what its PI, or who was given everything, writes', async () => {
  const { project, slug, petra, dana, emil } = await threesome()
  const words = { name: 'Fractures', description: 'New words', partners: ['Lund University'], listed: 'on' }
  const edit = { slug, expectedRevision: 1, ...words }
  await editProject(as(petra), edit)
  expect(await row(slug)).toMatchObject({
    name: 'Fractures',
    listed: true,
    hiddenOnSheet: false,
    department: '',
    revision: 2,
    partners: [{ name: 'Lund University', ror: 'https://ror.org/012a77v79' }],
  })
  expect(await codeOf(editProject(as(petra), edit))).toBe('projects.moved-on')
  expect(await codeOf(editProject(as(dana), edit))).toBe('projects.full-authority')
  const some = { slug, person: dana.id, until: '2027-06-30' }
  await delegate(as(petra), { ...some, authorities: authorities.slice(1) })
  expect(await codeOf(editProject(as(dana), edit))).toBe('projects.full-authority')
  await delegate(as(petra), { ...some, authorities })
  await editProject(as(dana), { ...edit, expectedRevision: 2, hiddenOnSheet: true })
  const last = (await journalOfStream(`project:${project.id}`)).at(-1)
  expect(last).toMatchObject({ type: 'projects.edited', actorId: dana.id, onBehalfOf: petra.id })
  expect(await codeOf(editProject(as(await somebody()), edit))).toBe('platform.not-found')
  expect(await codeOf(editProject(as(emil), { ...edit, description: '19121212-1212' }))).toBe('platform.invalid')
})

test('budget and quota are set by an administrator who takes no part, with a reason', async () => {
  const { project, slug, petra } = await threesome()
  const admin = await administrator()
  await setBudget(admin, { slug, gpuWeeks: 4, reason })
  expect(await codeOf(setBudget(admin, { slug, gpuWeeks: 4, reason }))).toBe('projects.unchanged')
  expect(await codeOf(setBudget(admin, { slug, gpuWeeks: -1, reason }))).toBe('platform.invalid')
  await setQuota(admin, { slug, gigabytes: 20_000, reason })
  expect(await codeOf(setQuota(admin, { slug, gigabytes: 20_000, reason }))).toBe('projects.unchanged')
  expect(await row(slug)).toMatchObject({ gpuBudget: 4, quotaBytes: 20_000_000_000_000n })
  expect(await db().budgetChange.findMany({ where: { projectId: project.id } })).toMatchObject([
    { gpuWeeks: 4, reason },
  ])
  const inside = await somebody({ roles: ['hub-administrator'] })
  await join(project, inside)
  for (const set of [
    (who: Parameters<typeof as>[0]) => setBudget(as(who), { slug, gpuWeeks: 99, reason }),
    (who: Parameters<typeof as>[0]) => setQuota(as(who), { slug, gigabytes: 1, reason }),
  ]) {
    expect(await codeOf(set(inside))).toBe('projects.own-project')
    expect(await codeOf(set(petra))).toBe('platform.not-found')
    expect(await codeOf(set(await somebody({ roles: ['compute-administrator'] })))).toBe('platform.not-found')
  }
  const journal = JSON.stringify(await journalOfStream(`project:${project.id}`))
  expect(journal).not.toContain(reason)
  expect(journal).toContain('"before":16')
})

test('a project is ended by its PI or an administrator, and goes on when it is extended', async () => {
  const { slug, petra, dana } = await threesome()
  const admin = await administrator()
  expect(await codeOf(endProject(as(dana), { slug, reason }))).toBe('projects.full-authority')
  await endProject(as(petra, later(1000)), { slug, reason })
  for (const who of [petra, dana]) expect(await ownEndedProjects(as(who), {})).toMatchObject([{ slug }])
  expect(await ownEndedProjects(as(await somebody()), {})).toEqual([])
  expect(await row(slug)).toMatchObject({ state: 'ended', endsAt: later(1000) })
  expect(await codeOf(endProject(as(petra, later(2000)), { slug, reason }))).toBe('projects.over')
  const extend = { slug, endsOn: '2028-06-30', reason }
  const past = { ...extend, endsOn: '2026-11-22' }
  expect(await codeOf(extendProject(admin, past))).toBe('projects.period-over')
  expect(await codeOf(extendProject(as(petra), extend))).toBe('platform.not-found')
  expect(await codeOf(extendProject(admin, { ...extend, endsOn: '2040-01-01' }))).toBe('platform.invalid')
  await extendProject(admin, extend)
  expect(await row(slug)).toMatchObject({ state: 'active', endsAt: at('2028-07-01T00:00:00Z') })
  expect(await codeOf(extendProject(admin, extend))).toBe('projects.not-later')
  await endProject(admin, { slug, reason })
  expect((await row(slug)).state).toBe('ended')
  const decisions = await db().projectDecision.findMany({ orderBy: { id: 'asc' }, where: { project: { slug } } })
  expect(decisions.map(({ kind }) => kind)).toEqual(['ended', 'extended', 'ended'])
})

test('an administrator who takes part ends it only as a member could', async () => {
  const { project, slug } = await threesome()
  const inside = await somebody({ roles: ['hub-administrator'] })
  await join(project, inside)
  expect(await codeOf(endProject(as(inside), { slug, reason }))).toBe('projects.full-authority')
  expect(await codeOf(extendProject(as(inside), { slug, endsOn: '2029-01-01', reason }))).toBe('projects.own-project')
})

test('the clock ends a project whose last day has passed, once', async () => {
  const { project, slug, petra } = await threesome()
  const projectId = project.id
  const over = at('2028-01-01T00:00:00Z')
  expect(await codeOf(endDueProject(system(at('2027-12-31T23:59:59Z')), { projectId }))).toBe('projects.not-over')
  expect(await codeOf(endDueProject(as(petra, over), { projectId }))).toBe('platform.not-found')
  expect(await codeOf(endDueProject(stranger(over), { projectId }))).toBe('platform.not-found')
  await endDueProject(system(over), { projectId })
  expect(await row(slug)).toMatchObject({ state: 'ended', endsAt: over })
  expect(await codeOf(endDueProject(system(over), { projectId }))).toBe('projects.not-over')
  expect((await journalOfStream(`project:${projectId}`)).at(-1)?.type).toBe('projects.ran-out')
})
