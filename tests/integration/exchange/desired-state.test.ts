import { expect, test } from 'vitest'
import { beginRequest } from '@/lib/access/commands/begin'
import { approveDatasets } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { revokeGrants } from '@/lib/access/commands/revocations'
import { submitRequest } from '@/lib/access/commands/submission'
import { desiredState } from '@/lib/exchange/queries/desired-state'
import { db } from '@/lib/platform/db'
import { approvalOf, datasets, reason, until, workflowOf } from '../access/requests'
import { administrator, outsiders, weekIn } from '../booking/machines'
import { keyOf, runningWeek, takesPart } from '../booking/running'
import { as, later, noon, refusalOf, somebody } from '../identity/people'
import { programOf } from '../rest/program'

const now = new Date()

test('who has each slot, from when until when, with the keys of everybody who takes part', async () => {
  const { machine, project, bookingId } = await runningWeek({ weeks: 2 })
  const member = await somebody({ name: 'Mia Member' })
  await takesPart(project.id, member.id)
  const [first, second] = [await keyOf(project.pi.id), await keyOf(member.id)]
  await db().project.update({ where: { id: project.id }, data: { quotaBytes: 2_000_000_000_000n } })
  const state = await desiredState(await administrator(), { machine: machine.slug, week: weekIn(0) })
  expect(state).toMatchObject({ week: '2026-W48', from: '2026-11-23T08:00:00.000Z', until: '2026-11-30T08:00:00.000Z' })
  expect(state.slots.map(({ slot, gpus, state: is }) => [slot, gpus, is])).toEqual([
    ['A', 4, 'booked'],
    ['B', 4, 'free'],
    ['C', 4, 'free'],
    ['D', 4, 'free'],
  ])
  expect(state.slots[0]?.booked).toMatchObject({
    booking: bookingId,
    project: { slug: project.slug },
    pi: { name: 'Petra PI' },
    from: '2026-11-23T08:00:00.000Z',
    until: '2026-11-30T08:00:00.000Z',
    continues: false,
    goesOn: true,
    missing: [],
    keys: [
      { person: { name: 'Petra PI' }, publicKey: first.publicKey },
      { person: { name: 'Mia Member' }, publicKey: second.publicKey },
    ],
    datasets: [],
    withheld: [],
    projQuotaBytes: 2_000_000_000_000,
  })
})

test('no key enters without the agreements that the machine asks for, nor after an account is closed', async () => {
  const { machine, project } = await runningWeek()
  await keyOf(project.pi.id)
  const ctx = await administrator()
  const booked = async () => (await desiredState(ctx, { machine: machine.slug, week: weekIn(0) })).slots[0]?.booked
  expect((await booked())?.keys).toHaveLength(1)
  await db().signedDocument.updateMany({ where: { projectId: project.id, kind: 'dpa' }, data: { validUntil: noon } })
  expect(await booked()).toMatchObject({ missing: ['dpa'], keys: [] })
  await db().machine.update({ where: { slug: machine.slug }, data: { personalData: false } })
  expect(await booked()).toMatchObject({ missing: [], keys: [{}] })
  await db().person.update({ where: { id: project.pi.id }, data: { deactivatedAt: noon } })
  expect((await booked())?.keys).toEqual([])
})

test('a dataset is mounted where everybody who enters may use it, else it is said because of whom not', async () => {
  const { machine, project } = await runningWeek()
  await keyOf(project.pi.id)
  const [slug = ''] = await datasets(1)
  const hub = await workflowOf([slug])
  const [petra, emil] = [as(project.pi), await somebody({ name: 'Emil Example' })]
  const approval = await approvalOf({ id: project.id, piId: project.pi.id }, [slug])
  const { id: request } = await beginRequest(petra, { project: project.slug, datasets: [slug], title: 'Nodes' })
  await saveDraft(petra, { request, wantedUntil: until, ethicsApproval: approval })
  await submitRequest(petra, { request })
  const state = async () =>
    (await desiredState(await administrator(), { machine: machine.slug, week: weekIn(0) })).slots[0]?.booked
  expect(await state()).toMatchObject({ datasets: [], withheld: [] })
  await approveDatasets(as(hub.handler), { request, datasets: [slug], until })
  expect(await state()).toMatchObject({ datasets: [{ slug, version: '1.0.0' }], withheld: [] })
  await takesPart(project.id, emil.id)
  // Without a key Emil does not enter, so that nothing is withheld because of him.
  expect(await state()).toMatchObject({ datasets: [{ slug }], withheld: [] })
  await keyOf(emil.id)
  expect(await state()).toMatchObject({
    datasets: [],
    withheld: [{ slug, people: [{ id: emil.id, name: 'Emil Example' }] }],
  })
  await db().accessMember.create({ data: { requestId: request, personId: emil.id, joinedAt: noon } })
  expect(await state()).toMatchObject({ datasets: [{ slug }], withheld: [] })
  await revokeGrants(as(hub.handler), { request, reach: 'grant', reason })
  expect(await state()).toMatchObject({ datasets: [], withheld: [] })
})

test('what was released is still desired in its minute of undo, and not after it', async () => {
  const { id, machine } = await runningWeek()
  const ctx = await administrator()
  const undo = { state: 'released', stateAt: noon, countsUntil: later(60_000) }
  await db().bookedWeek.update({ where: { id }, data: undo })
  const state = async (at: Date) =>
    (await desiredState({ ...ctx, now: at }, { machine: machine.slug, week: weekIn(0) })).slots[0]?.state
  expect([await state(later(59_999)), await state(later(60_000))]).toEqual(['booked', 'free'])
})

test('a program reads it with a token of scope compute, and hears 304 until something changes', async () => {
  const { machine, project } = await runningWeek({}, now)
  const carl = await somebody({ roles: ['compute-administrator'] })
  const program = await programOf(carl, ['compute'])
  const address = `/api/v1/machines/${machine.slug}/weeks/${weekIn(0, now)}/desired-state`
  const first = await program('GET', address)
  const etag = first.headers.get('etag') ?? ''
  expect([first.status, etag]).toEqual([200, expect.stringMatching(/^"[\w-]{43}"$/)])
  const unchanged = await program('GET', address, { headers: { 'if-none-match': etag } })
  expect([unchanged.status, unchanged.said, unchanged.headers.get('etag')]).toEqual([304, null, etag])
  await keyOf(project.pi.id)
  const changed = await program('GET', address, { headers: { 'if-none-match': etag } })
  expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false])
  expect(await program('GET', address.replace(/W\d+/, 'W99'))).toMatchObject({ status: 422 })
})

test('nobody but compute administrators reads it', async () => {
  const { machine } = await runningWeek()
  for (const { ctx, code } of await outsiders())
    expect((await refusalOf(desiredState(ctx, { machine: machine.slug, week: weekIn(0) }))).code).toBe(code)
})
