import { expect, test } from 'vitest'
import { hideDataset } from '@/lib/catalogue/commands/change-visibility'
import { changeApproval } from '@/lib/ethics/commands/change-approval'
import { withdrawApproval } from '@/lib/ethics/commands/submit-approval'
import { approvals, ethicsQueue, ownApprovals } from '@/lib/ethics/queries/approvals'
import { approvalChoices } from '@/lib/ethics/queries/choices'
import { oneApproval } from '@/lib/ethics/queries/one-approval'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { projectOf } from '../agreements/projects'
import { published, recordOf } from '../catalogue/stewards'
import { as, later, noon, refusalOf, somebody } from '../identity/people'
import { officer, registered, said, submitted, verified } from './approvals'

const code = async (promise: Promise<unknown>) => (await refusalOf(promise)).code
const numbers = (lines: readonly { number: string }[]) => lines.map(({ number }) => number)

test('a stranger, a member of another project and somebody whose part has ended find no approval', async () => {
  const member = await somebody()
  const pi = await somebody()
  const project = await projectOf(pi.id, { members: [member.id] })
  const made = await submitted({}, pi, project)
  const wanted = { approval: made.id }
  const elsewhere = (await registered()).pi
  await db().projectMember.deleteMany({ where: { projectId: project.id, personId: member.id } })
  for (const nobody of [await somebody(), elsewhere, member, await somebody({ roles: ['request-handler'] })]) {
    const theirs = await refusalOf(oneApproval(as(nobody), wanted))
    expect(theirs).toEqual(await refusalOf(oneApproval(as(nobody), { approval: newId() })))
    expect(theirs.code).toBe('platform.not-found')
    expect(numbers((await approvals(as(nobody), { project: project.slug })).items)).toEqual([])
    expect(numbers(await ownApprovals(as(nobody), {}))).not.toContain(made.number)
    expect(await code(ethicsQueue(as(nobody), {}))).toBe('platform.not-found')
  }
  expect(numbers((await approvals(as(pi), { project: project.slug })).items)).toEqual([made.number])
})

test('a list is paged by its last id, the latest first, and officers list all', async () => {
  const pi = await somebody()
  const project = await projectOf(pi.id)
  const made: string[] = []
  for (let i = 0; i < 52; i++) made.push((await registered({}, pi, project)).number)
  const first = await approvals(as(pi), {})
  expect(first.items).toHaveLength(50)
  const second = await approvals(as(pi), { cursor: first.next })
  expect(second.next).toBeNull()
  expect([...numbers(first.items), ...numbers(second.items)]).toEqual(made.toReversed())
  const all = await approvals(as(await officer()), { project: project.slug })
  expect(numbers(all.items)).toEqual(numbers(first.items))
})

test('the queue holds what waits, the longest first, without what was withdrawn; an officer’s own are marked', async () => {
  const eva = await officer()
  const one = await submitted({}, undefined, undefined, later(-3_600_000))
  const own = await submitted({}, eva)
  const gone = await submitted()
  await withdrawApproval(as(gone.pi), { ...gone.at(3), reason: 'The study was given up' })
  const { waiting, verifies } = await ethicsQueue(as(eva), {})
  const at = (number: string) => waiting.findIndex((line) => line.number === number)
  expect(verifies).toBe(true)
  expect(at(one.number)).toBeLessThan(at(own.number))
  expect(at(gone.number)).toBe(-1)
  expect(waiting[at(own.number)]).toMatchObject({ own: true })
  expect(waiting[at(one.number)]).toMatchObject({ own: false, status: 'unverified' })
  expect((await ethicsQueue(as(await somebody({ roles: ['hub-administrator'] })), {})).verifies).toBe(false)
})

test('a form offers the projects that one keeps approvals for, with their living originals', async () => {
  const made = await verified()
  const { projects } = await approvalChoices(as(made.pi), {})
  expect(projects).toMatchObject([{ slug: made.project.slug, originals: [{ id: made.id, number: made.number }] }])
  const member = await somebody()
  await db().projectMember.create({ data: { projectId: made.project.id, personId: member.id, joinedAt: noon } })
  expect((await approvalChoices(as(member), {})).projects).toEqual([])
  await withdrawApproval(as(made.pi), { ...made.at(4), reason: 'The study was given up' })
  expect((await approvalChoices(as(made.pi), {})).projects).toMatchObject([{ originals: [] }])
})

test('the history of an approval tells what was done with it alone', async () => {
  const one = await verified()
  await registered({}, one.pi, one.project)
  const { history } = await oneApproval(as(one.pi), { approval: one.id })
  expect(history.map(({ type }) => type.replace('ethics.', ''))).toEqual([
    'approval-verified',
    'approval-submitted',
    'document-added',
    'approval-registered',
  ])
})

test('of a dataset that was hidden since nothing is told, and it goes on being covered', async () => {
  await published(recordOf('hidden-nodes'))
  const steward = as(await somebody({ roles: ['data-steward'] }))
  const made = await verified({ datasets: ['hidden-nodes'] }, ['hidden-nodes'])
  const seen = async () => (await oneApproval(as(made.pi), { approval: made.id })).datasets
  expect(await seen()).toMatchObject([{ slug: 'hidden-nodes', title: recordOf('hidden-nodes').title }])
  await hideDataset(steward, { slug: 'hidden-nodes', expectedRevision: 2, reason: 'A form was scanned along' })
  const [{ id, slug, title } = { id: '', slug: '', title: '' }] = await seen()
  expect([slug, title]).toEqual([id, null])
  const change = { ...made.at(4), ...said, number: made.number, title: 'Another', datasets: [slug] }
  await changeApproval(as(made.pi), change)
  expect((await oneApproval(as(made.pi), { approval: made.id })).changed).toEqual(['title'])
})
