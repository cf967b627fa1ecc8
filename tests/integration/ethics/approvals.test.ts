import { expect, test } from 'vitest'
import { changeApproval, discardChange } from '@/lib/ethics/commands/change-approval'
import { returnApproval, verifyApproval } from '@/lib/ethics/commands/judge-approval'
import { registerApproval } from '@/lib/ethics/commands/register-approval'
import { submitApproval, takeBackSubmission, withdrawApproval } from '@/lib/ethics/commands/submit-approval'
import { oneApproval } from '@/lib/ethics/queries/one-approval'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { projectOf } from '../agreements/projects'
import { as, later, noon, refusalOf, somebody } from '../identity/people'
import { everything, type Made, newNumber, officer, registered, said, submitted, verified } from './approvals'

const reason = 'The second page of the decision is missing'
const code = async (promise: Promise<unknown>) => (await refusalOf(promise)).code
const fields = async (promise: Promise<unknown>) => (await refusalOf(promise)).details.fields
const told = async (projectId: string) =>
  (await db().event.findMany({ where: { stream: `project:${projectId}` }, orderBy: { seq: 'asc' } })).map(({ type }) =>
    type.replace('ethics.', ''),
  )
const read = ({ pi, id }: Made) => oneApproval(as(pi), { approval: id })

test('a project registers an approval, gets it back, mends it, and it counts once it is verified', async () => {
  const made = await submitted()
  const { pi, project, id, number, at } = made
  const eva = as(await officer())
  expect(await read(made)).toMatchObject({ status: 'unverified', may: ['take-back', 'withdraw'] })
  await returnApproval(eva, { ...at(3), missing: { legalForceOn: 'The stamp says 3 February' }, reason })
  expect(await read(made)).toMatchObject({
    status: 'unverified',
    latest: { state: 'returned', judgedNote: reason, checks: [{ field: 'legalForceOn', verdict: 'missing' }] },
    may: ['change', 'document', 'withdraw'],
  })
  await changeApproval(as(pi), { ...at(4), ...said, number, legalForceOn: '2026-02-03', note: 'As the stamp says' })
  await submitApproval(as(pi), at(5))
  const all = everything.filter((field) => !['conditions', 'endsOn', 'claimedDatasets'].includes(field))
  expect(await refusalOf(verifyApproval(eva, { ...at(6), confirmed: ['number', 'title'] }))).toEqual({
    code: 'ethics.unconfirmed',
    details: { field: all.filter((field) => !['number', 'title'].includes(field)), count: all.length - 2 },
  })
  const answer = await verifyApproval(eva, { ...at(6), confirmed: everything })
  expect(answer).toEqual({ id, version: 2, revision: 7 })
  expect(await read(made)).toMatchObject({
    status: 'valid',
    governing: { ordinal: 2, legalForceOn: '2026-02-03' },
    versions: [{ state: 'returned' }, { state: 'verified' }],
  })
  expect(await told(project.id)).toEqual([
    'approval-registered',
    'document-added',
    'approval-submitted',
    'approval-returned',
    'approval-changed',
    'approval-submitted',
    'approval-verified',
  ])
})

test('what was verified governs while a change waits, and the officer looks at what is new alone', async () => {
  const made = await verified({ startedOn: '' })
  const { pi, number, at } = made
  await changeApproval(as(pi), { ...at(4), ...said, number, startedOn: '2026-04-01' })
  await submitApproval(as(pi), at(5))
  expect(await read(made)).toMatchObject({
    status: 'valid',
    governing: { ordinal: 1, startedOn: null },
    latest: { ordinal: 2, state: 'submitted' },
    toCheck: ['startedOn'],
    deadlines: [{ kind: 'start', lastDay: '2028-02-01' }],
  })
  await verifyApproval(as(await officer()), { ...at(6), confirmed: 'startedOn' })
  expect(await read(made)).toMatchObject({ governing: { ordinal: 2, startedOn: '2026-04-01' }, deadlines: [] })
})

test('a change can be taken back and thrown away, a first draft cannot', async () => {
  const made = await verified()
  const { pi, number, at } = made
  await changeApproval(as(pi), { ...at(4), ...said, number, title: 'Another name' })
  await submitApproval(as(pi), at(5))
  expect(await code(discardChange(as(pi), at(6)))).toBe('ethics.not-in-this-state')
  await takeBackSubmission(as(pi), at(6))
  expect(await code(takeBackSubmission(as(pi), at(7)))).toBe('ethics.not-in-this-state')
  await discardChange(as(pi), at(7))
  expect(await read(made)).toMatchObject({ latest: { ordinal: 1, title: said.title }, status: 'valid' })
  const first = await registered()
  expect(await code(discardChange(as(first.pi), first.at(1)))).toBe('ethics.first-draft')
})

test('nobody verifies or returns for a project of their own, nor without the role', async () => {
  const eva = await officer()
  const own = await submitted({}, eva)
  for (const act of [verifyApproval, returnApproval])
    expect(await code(act(as(eva), { ...own.at(3), confirmed: everything, reason }))).toBe('ethics.own-project')
  const { pi, at } = await submitted()
  for (const act of [verifyApproval, returnApproval]) {
    expect(await code(act(as(pi), { ...at(3), reason }))).toBe('platform.forbidden')
    expect(await code(act(as(await somebody()), { ...at(3), reason }))).toBe('platform.not-found')
    const weak = await somebody({ roles: ['ethics-officer'], secondFactor: false })
    expect(await code(act(as(weak), { ...at(3), reason }))).toBe('platform.second-factor')
  }
})

test('the PI and who holds the authority keep approvals; a member, an officer and an expired delegate do not', async () => {
  const [pi, delegate, booker, late] = await Promise.all([somebody(), somebody(), somebody(), somebody()])
  const project = await projectOf(pi.id, { members: [delegate.id, booker.id, late.id] })
  const grant = (holderId: string, authority: string, until = later(90 * 86_400_000)) => {
    const who = { id: newId(), projectId: project.id, rootId: pi.id, grantorId: pi.id, holderId }
    const from = later(-86_400_000 * 9)
    return db().delegation.create({ data: { ...who, authorities: [authority], from, until, createdAt: noon } })
  }
  await grant(delegate.id, 'manage-ethics')
  await grant(booker.id, 'book-compute')
  await grant(late.id, 'manage-ethics', later(-1))
  const wanted = { project: project.slug, ...said, number: newNumber() }
  for (const member of [booker, late])
    expect(await refusalOf(registerApproval(as(member), wanted))).toMatchObject({
      code: 'projects.no-authority',
      details: { authority: 'manage-ethics' },
    })
  expect(await code(registerApproval(as(await officer()), wanted))).toBe('platform.forbidden')
  expect(await code(registerApproval(as(await somebody()), wanted))).toBe('platform.not-found')
  const { id } = await registerApproval(as(delegate), wanted)
  const entry = await db().event.findFirstOrThrow({ where: { subjectId: id } })
  expect([entry.actorId, entry.onBehalfOf]).toEqual([delegate.id, pi.id])
  const at = { approval: id, expectedRevision: 1 }
  for (const act of [changeApproval, submitApproval, takeBackSubmission, discardChange, withdrawApproval]) {
    expect(await code(act(as(booker), { ...at, ...wanted, reason }))).toBe('projects.no-authority')
    expect(await code(act(as(await somebody()), { ...at, ...wanted, reason }))).toBe('platform.not-found')
  }
})

test('a number is kept in its one form, once in a project, and is fixed once verified', async () => {
  const made = await verified({ number: 'Dnr 2019–77777' })
  const { pi, project, at } = made
  expect((await read(made)).latest.number).toBe('2019-77777')
  const again = { project: project.slug, ...said, number: '2019/77777' }
  expect(await code(registerApproval(as(pi), again))).toBe('ethics.registered-already')
  expect(await code(changeApproval(as(pi), { ...at(4), ...said, number: newNumber() }))).toBe('ethics.number-fixed')
  const other = await registered({}, pi, project)
  expect(await code(changeApproval(as(pi), { ...other.at(1), ...said, number: '2019-77777' }))).toBe(
    'ethics.registered-already',
  )
  await withdrawApproval(as(pi), { ...at(4), reason })
  await registerApproval(as(pi), again)
})

test('what is wrong in a form is told at its field', async () => {
  const pi = as(await somebody())
  const { slug } = await projectOf((pi.actor as { id: string }).id)
  const wrong = (wish: object) => fields(registerApproval(pi, { project: slug, ...said, number: newNumber(), ...wish }))
  expect(await wrong({ number: '21-1' })).toEqual({ number: ['ethics.invalid.number'] })
  expect(await wrong({ decision: 'approved-with-conditions' })).toEqual({
    conditions: ['ethics.invalid.conditions-missing'],
  })
  expect(await wrong({ conditions: 'No minors.' })).toEqual({ conditions: ['ethics.invalid.conditions-without'] })
  expect(await wrong({ decidedOn: '2026-12-24' })).toMatchObject({ decidedOn: ['ethics.invalid.future'] })
  expect(await wrong({ legalForceOn: '2025-02-01', endsOn: '2025-01-01' })).toEqual({
    legalForceOn: ['ethics.invalid.before-decision'],
    endsOn: ['ethics.invalid.before-decision'],
  })
  expect(await wrong({ country: 'XX' })).toEqual({ country: ['ethics.invalid.country'] })
  expect(await wrong({ datasets: ['no-such-dataset'] })).toEqual({ datasets: ['ethics.invalid.dataset'] })
  expect(await wrong({ purposes: 'The patient 19121212-1212' })).toEqual({
    purposes: ['identity.invalid.personal-number'],
  })
  const { id } = await registerApproval(pi, {
    project: slug,
    ...said,
    country: 'no',
    number: 'REK 2026/117 B',
    legalForceOn: '',
  })
  expect((await oneApproval(pi, { approval: id })).latest).toMatchObject({ country: 'NO', number: 'REK 2026/117 B' })
})

test('an approval cites a living original of its own project, and takes the place of one once it is verified', async () => {
  const made = await verified()
  const { pi, project, id } = made
  const other = await verified()
  const wanted = () => ({ project: project.slug, ...said, number: newNumber() })
  expect(await code(registerApproval(as(pi), { ...wanted(), amends: other.id }))).toBe('ethics.cited-unknown')
  expect(await code(registerApproval(as(pi), { ...wanted(), amends: id, replaces: id }))).toBe('ethics.cites-both')
  const newer = await verified({ replaces: id }, [], pi, project)
  expect(await read(made)).toMatchObject({ status: 'superseded', supersededBy: { id: newer.id } })
  expect(await read(newer)).toMatchObject({ status: 'valid', replaces: { id } })
  expect(await code(registerApproval(as(pi), { ...wanted(), amends: id }))).toBe('ethics.cited-unknown')
})

test('a rejected application covers nothing, and a withdrawn approval stands still', async () => {
  const rejected = await submitted({ decision: 'rejected' })
  const eva = as(await officer())
  const judged = { ...rejected.at(3), confirmed: everything }
  expect(await code(verifyApproval(eva, { ...judged, datasets: ['covered-nodes'] }))).toBe('platform.invalid')
  await verifyApproval(eva, judged)
  expect((await read(rejected)).status).toBe('rejected')
  const { pi, project, at, number } = await submitted()
  await withdrawApproval(as(pi), { ...at(3), reason })
  expect(await code(withdrawApproval(as(pi), { ...at(4), reason }))).toBe('ethics.withdrawn')
  expect(await code(changeApproval(as(pi), { ...at(4), ...said, number }))).toBe('ethics.withdrawn')
  expect(await code(verifyApproval(eva, { ...at(4), confirmed: everything }))).toBe('ethics.withdrawn')
  expect((await told(project.id)).at(-1)).toBe('approval-withdrawn')
})

test('nothing is registered for a project that is over, and a stale form is refused', async () => {
  const pi = await somebody()
  const { slug, id } = await projectOf(pi.id)
  const made = await registered()
  expect(await code(submitApproval(as(made.pi), made.at(9)))).toBe('platform.conflict')
  expect(await code(submitApproval(as(made.pi), made.at(1)))).toBe('ethics.no-decision-document')
  await db().project.update({ where: { id }, data: { state: 'ended' } })
  expect(await code(registerApproval(as(pi), { project: slug, ...said, number: newNumber() }))).toBe(
    'ethics.project-over',
  )
  const whole = await verified()
  await changeApproval(as(whole.pi), { ...whole.at(4), ...said, number: whole.number })
  expect(await code(submitApproval(as(whole.pi), whole.at(5)))).toBe('ethics.nothing-changed')
})
