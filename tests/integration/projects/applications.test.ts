import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { applyForProject, decideApplication, withdrawApplication } from '@/lib/projects/commands/applications'
import { ownApplications } from '@/lib/projects/queries/own'
import { ownProjects } from '@/lib/projects/queries/own-projects'
import { as, refusalOf, somebody, stranger } from '../identity/people'
import { administrator, journalOfStream, projectOf, wish } from './projects'

const decide = (applicationId: string, changes: object = {}) => ({
  applicationId,
  expectedRevision: 1,
  decision: 'approve',
  reason: 'The board agreed',
  ...changes,
})

test('an application is approved: a project with the budget of its kind, led by who applied', async () => {
  const petra = await somebody({ name: 'Petra PI' })
  const { id } = await applyForProject(as(petra), wish())
  const { slug } = await decideApplication(await administrator(), decide(id))
  expect(slug).toBe('fellowship-bone-fractures')
  const project = await db().project.findUniqueOrThrow({
    where: { slug: slug ?? '' },
    include: { partners: { orderBy: { name: 'asc' } }, budgets: true, members: true },
  })
  expect(project).toMatchObject({
    type: 'fellowship',
    piId: petra.id,
    gpuBudget: 16,
    institution: 'https://ror.org/05ynxx418',
    institutionName: 'Linköping University',
    listed: false,
    endsAt: new Date('2028-01-01T00:00:00Z'),
    members: [],
    budgets: [],
  })
  expect(project.partners).toMatchObject([
    { name: 'Karolinska Institutet', ror: 'https://ror.org/056d84691' },
    { name: 'Region Östergötland', ror: null },
  ])
  expect(await ownApplications(as(petra), {})).toMatchObject([{ id, state: 'approved', reason: 'The board agreed' }])
  expect(await ownProjects(as(petra), {})).toMatchObject([{ slug, piName: 'Petra PI', standing: { role: 'pi' } }])
  expect((await journalOfStream(`project:${project.id}`)).map(({ type }) => type)).toEqual(['projects.started'])
  expect(JSON.stringify(await db().event.findMany({}))).not.toContain('board agreed')
})

test('who agrees to the directory when applying is in it from the start', async () => {
  const petra = await somebody()
  expect(await projectOf(petra, { listed: 'on' })).toMatchObject({ listed: true })
  expect(await projectOf(petra)).toMatchObject({ listed: false })
})

test('two projects of one name have addresses of their own, however fast they come', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => somebody()))
  const projects = await Promise.all(people.map((pi) => projectOf(pi, { name: 'Knees & hips' })))
  const slugs = projects.map(({ slug }) => slug).toSorted()
  expect(slugs).toEqual(['knees-hips', ...[2, 3, 4, 5, 6].map((n) => `knees-hips-${n}`)])
})

test('clinical evaluation needs a budget stated, which is kept with its reason', async () => {
  const { id } = await applyForProject(as(await somebody()), wish({ type: 'clinical-evaluation' }))
  const admin = await administrator()
  const missing = await refusalOf(decideApplication(admin, decide(id)))
  expect(missing).toMatchObject({ code: 'platform.invalid', details: { fields: { gpuWeeks: expect.anything() } } })
  const { slug } = await decideApplication(admin, decide(id, { gpuWeeks: '12' }))
  const project = await db().project.findUniqueOrThrow({ where: { slug: slug ?? '' }, include: { budgets: true } })
  expect(project).toMatchObject({ gpuBudget: 12, budgets: [{ gpuWeeks: 12, reason: 'The board agreed' }] })
})

test('an application is declined with a reason; exactly one of many answers counts', async () => {
  const pi = await somebody()
  const { id } = await applyForProject(as(pi), wish())
  const admin = await administrator()
  const decline = decide(id, { decision: 'decline' })
  expect((await refusalOf(decideApplication(admin, { ...decline, reason: '' }))).code).toBe('platform.invalid')
  const answers = [decline, decide(id), decline, decide(id), decline]
  const settled = await Promise.allSettled(answers.map((answer) => decideApplication(admin, answer)))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await refusalOf(decideApplication(admin, decline))).code).toBe('projects.application-closed')
  const [told] = await ownApplications(as(pi), {})
  expect(await db().project.count({ where: { piId: pi.id } })).toBe(told?.state === 'approved' ? 1 : 0)
})

test('an application is withdrawn by who made it and by nobody else', async () => {
  const pi = await somebody()
  const { id } = await applyForProject(as(pi), wish())
  const choice = { applicationId: id, expectedRevision: 1 }
  expect((await refusalOf(withdrawApplication(as(await somebody()), choice))).code).toBe('platform.not-found')
  expect((await refusalOf(withdrawApplication(stranger(), choice))).code).toBe('platform.not-signed-in')
  expect((await refusalOf(withdrawApplication(as(pi), { ...choice, expectedRevision: 7 }))).code).toBe(
    'projects.moved-on',
  )
  expect(await withdrawApplication(as(pi), choice)).toMatchObject({ state: 'withdrawn' })
  expect((await refusalOf(withdrawApplication(as(pi), choice))).code).toBe('projects.application-closed')
  const types = (await journalOfStream(`application:${id}`)).map(({ type }) => type)
  expect(types).toEqual(['projects.application-submitted', 'projects.application-withdrawn'])
})

test('nobody decides on their own application; who is no administrator finds none', async () => {
  const both = await somebody({ roles: ['hub-administrator'] })
  const { id } = await applyForProject(as(both), wish())
  expect(await refusalOf(decideApplication(as(both), decide(id)))).toMatchObject({
    code: 'projects.own-application',
    details: { status: 403 },
  })
  for (const roles of [[], ['data-steward'], ['compute-administrator']]) {
    const ctx = as(await somebody({ roles }))
    expect((await refusalOf(decideApplication(ctx, decide(id)))).code).toBe('platform.not-found')
    expect((await refusalOf(decideApplication(ctx, decide(newId())))).code).toBe('platform.not-found')
  }
  const unproven = as(await somebody({ roles: ['hub-administrator'], secondFactor: false }))
  expect((await refusalOf(decideApplication(unproven, decide(id)))).code).toBe('platform.second-factor')
})

test('what is written is looked at: days, organisations, personal numbers; a person has at most five waiting', async () => {
  const pi = await somebody()
  const wrong = async (changes: object) =>
    Object.keys((await refusalOf(applyForProject(as(pi), wish(changes)))).details.fields as object)
  expect(await wrong({ endsOn: '2025-12-31' })).toEqual(['endsOn'])
  expect(await wrong({ endsOn: '2026-02-30' })).toEqual(['endsOn'])
  expect(await wrong({ institution: 'X · https://ror.org/05ynxx419' })).toEqual(['institution'])
  expect(await wrong({ partners: 'Region Skåne\nregion skåne' })).toEqual(['partners'])
  expect(await wrong({ description: 'Patient 19121212-1212' })).toEqual(['description'])
  expect(await wrong({ type: 'data-access' })).toEqual(['type'])
  const past = await refusalOf(applyForProject(as(pi), wish({ startsOn: '2025-01-01', endsOn: '2025-12-31' })))
  expect(past.code).toBe('projects.period-over')
  const settled = await Promise.allSettled(Array.from({ length: 9 }, () => applyForProject(as(pi), wish())))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  expect((await refusalOf(applyForProject(as(pi), wish()))).code).toBe('projects.too-many-applications')
})
