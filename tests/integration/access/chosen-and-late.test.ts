import { expect, test } from 'vitest'
import { copyAsNew } from '@/lib/access/commands/copies'
import { approveDatasets, rejectDatasets } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { extendGrants } from '@/lib/access/commands/grants'
import { revokeGrants } from '@/lib/access/commands/revocations'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { oneRequest } from '@/lib/access/queries/request'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, later, noon, refusalOf } from '../identity/people'
import { formed } from './formed'
import { approved, codeOf, draft, factsOf, reason, rowOf, submitted, until, world } from './requests'

const minute = 60_000
const week = 7 * 86_400_000

const wrongAt = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).details.fields

test('a list of no datasets is refused at its field; left out, it is every one that waits', async () => {
  const w = await world({ n: 2 })
  const request = await submitted(w)
  const none = { datasets: ['access.invalid.none-chosen'] }
  for (const datasets of [[], '', ['']]) {
    expect(await wrongAt(approveDatasets(as(w.handler), { request, datasets, until }))).toEqual(none)
    const ground = 'no-signatory'
    expect(await wrongAt(rejectDatasets(as(w.handler), { request, datasets, ground, reason }))).toMatchObject(none)
  }
  expect((await rowOf(request)).items.map(({ state }) => state)).toEqual(['requested', 'requested'])
  await approveDatasets(as(w.handler), { request, datasets: ['', w.slugs[0] ?? ''], until })
  expect((await rowOf(request)).grants).toHaveLength(1)
  await approveDatasets(as(w.handler), { request, until })
  expect((await rowOf(request)).grants).toHaveLength(2)
})

test('a list of no grants is refused at its field; left out, it is every one that runs', async () => {
  const w = await world({ n: 2 })
  const request = await approved(w)
  const none = { grants: ['access.invalid.none-chosen'] }
  expect(await wrongAt(extendGrants(as(w.handler), { request, grants: [], until: '2028-01-31' }))).toEqual(none)
  expect(await wrongAt(revokeGrants(as(w.handler), { request, reach: 'grant', grants: [], reason }))).toEqual(none)
  await extendGrants(as(w.handler), { request, until: '2028-01-31' })
  await revokeGrants(as(w.handler), { request, reach: 'grant', reason })
  expect((await rowOf(request)).grants.map(({ endKind }) => endKind)).toEqual(['revoked', 'revoked'])
})

async function asked(onDeadline: string) {
  const w = await world({ flow: { decidedBy: 'deciders', rule: 'one', quorum: 1, onDeadline } })
  const request = await submitted(w)
  await requestDecision(as(w.handler), { request })
  const tasks = (await rowOf(request)).tasks
  const answer = (who: Person | undefined, at: number) => {
    const task = tasks.find(({ personId }) => personId === who?.id)?.id
    return decide(as(who as Person, later(at)), { request, task, answer: 'approve' })
  }
  return { ...w, request, answer }
}

test('an answer after the deadline of a round that is handed back is refused and closes it, though no clock has come by', async () => {
  const { request, deciders, answer, handler, slugs } = await asked('hand-back')
  expect(await codeOf(answer(deciders[0], week + minute))).toBe('access.round-missed')
  const row = await rowOf(request)
  expect(row).toMatchObject({ turn: 'handler', rounds: [{ outcome: 'undecided' }] })
  expect(row.tasks.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  expect((await factsOf(request)).slice(-2)).toEqual(['deadline-missed', 'round-closed'])
  const entry = await db().event.findFirstOrThrow({
    where: { stream: `request:${request}`, type: 'access.round-closed' },
  })
  expect(entry.actorKind).toBe('system')
  const approve = approveDatasets(as(handler, later(week + minute)), { request, datasets: slugs, until })
  expect(await codeOf(approve)).toBe('access.not-decided')
})

test('of many late answers none is taken, and the round is closed once', async () => {
  const { request, deciders, answer } = await asked('hand-back')
  const codes = await Promise.all(deciders.map((one) => codeOf(answer(one, week))))
  expect(codes).toContain('access.round-missed')
  expect(codes.every((code) => ['access.round-missed', 'access.task-over', 'platform.forbidden'].includes(code))).toBe(
    true,
  )
  expect((await factsOf(request)).filter((type) => type === 'round-closed')).toHaveLength(1)
})

test('where a workflow reminds, a late answer counts', async () => {
  const { request, deciders, answer } = await asked('remind')
  await answer(deciders[0], week + minute)
  expect(await rowOf(request)).toMatchObject({ rounds: [{ outcome: 'approve' }] })
})

test('a copy says which files it did not get, and can be written on', async () => {
  const w = await world()
  const request = await draft(w)
  await formed(request)
  const plan = newId()
  const file = { id: newId(), name: 'plan.pdf', type: 'application/pdf', sha256: '0'.repeat(64), size: 1 }
  await db().storedFile.create({ data: { ...file, content: new Uint8Array([1]), byId: w.petra.id, createdAt: noon } })
  const about = { requestId: request, fileId: file.id, name: file.name, size: 1, fieldKey: 'plan' }
  await db().accessAttachment.create({ data: { ...about, id: plan, byId: w.petra.id, at: noon } })
  await saveDraft(as(w.petra), { request, answers: { plan: [plan] } })
  const { formVersionId } = await rowOf(request)
  const copy = await copyAsNew(as(w.petra), { request })
  const said = { formVersionId, answers: { aim: 'To grade nodes' } }
  await db().accessRequest.update({ where: { id: copy.id }, data: said })
  expect(await oneRequest(as(w.petra), { request: copy.id })).toMatchObject({ filesLeft: ['plan'] })
  await saveDraft(as(w.petra), { request: copy.id, answers: { aim: 'To grade nodes in nine ways' } })
})
