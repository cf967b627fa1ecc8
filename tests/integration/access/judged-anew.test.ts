import { expect, test } from 'vitest'
import { approveDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { resolveUse } from '@/lib/access/commands/handling'
import { revokeGrants } from '@/lib/access/commands/revocations'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { reopenRequest, resumeRequest, submitRequest, withdrawRequest } from '@/lib/access/commands/submission'
import { oneRequest } from '@/lib/access/queries/request'
import { stateDataUse } from '@/lib/catalogue/commands/state-data-use'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { steward } from '../catalogue/stewards'
import { as, noon } from '../identity/people'
import { codeOf, reason, rowOf, stateOf, submitted, until, type World, world } from './requests'

const byOne = { decidedBy: 'deciders', rule: 'one', quorum: 1 }

/** Asks the deciders, of whom the first approves. */
async function round({ handler, deciders }: World, request: string): Promise<void> {
  await requestDecision(as(handler), { request })
  const dan = deciders[0] as Person
  const { tasks } = await rowOf(request)
  const task = tasks.find(({ personId, state }) => personId === dan.id && state === 'open')?.id
  await decide(as(dan), { request, task, answer: 'approve', text: null })
}

test('what deciders approved before a request was withdrawn and rewritten approves nothing of it', async () => {
  const w = await world({ flow: byOne })
  const request = await submitted(w)
  const approve = () => approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
  await round(w, request)
  await withdrawRequest(as(w.petra), { request })
  await resumeRequest(as(w.petra), { request })
  await saveDraft(as(w.petra), { request, title: 'Something else altogether' })
  await submitRequest(as(w.petra), { request })
  expect(await codeOf(approve())).toBe('access.not-decided')
  expect((await oneRequest(as(w.handler), { request })).rounds).toMatchObject([
    { outcome: 'approve', setAsideAt: noon },
  ])
  await round(w, request)
  await approve()
  expect(await stateOf(request)).toBe('approved')
  await revokeGrants(as(w.handler), { request, reason })
  await reopenRequest(as(w.handler), { request, reason })
  expect(await codeOf(approve())).toBe('access.not-decided')
  await round(w, request)
  await approve()
})

/** Gives a request a form with a purpose and a question that has to be answered, and answers to them. */
async function stateForm(request: string): Promise<void> {
  const words = (text: string) => ({ en: text, sv: text })
  const fields = [
    { key: 'purpose', kind: 'data-use', label: words('Purpose') },
    { key: 'why', kind: 'text', label: words('Why') },
  ]
  const [id, formId] = [newId(), newId()]
  await db().accessForm.create({ data: { id: formId, slug: `f${formId}`, state: 'active', createdAt: noon } })
  const version = { id, formId, number: 1, content: { title: words('Purpose'), fields }, publishedAt: noon }
  await db().accessFormVersion.create({ data: version })
  const answers = { purpose: { aim: 'DUO:0000006', countries: ['US'] }, why: 'Because' }
  await db().accessRequest.update({ where: { id: request }, data: { formVersionId: id, answers } })
}

test('a conflict that was let pass is one again once the purpose or the conditions are others, and a returned request is approved whole', async () => {
  const w = await world()
  const [dataset = ''] = w.slugs
  const request = await submitted(w)
  await stateForm(request)
  const sten = await steward()
  const say = (expectedOrdinal: number, place: string) =>
    stateDataUse(sten, {
      slug: dataset,
      expectedOrdinal,
      conditions: [
        { term: 'DUO:0000006', values: [] },
        { term: 'DUO:0000022', values: [place] },
      ],
      basis: 'Ethics approval 2024-01234-01',
    })
  const approve = () => approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
  const passed = async () => (await oneRequest(as(w.handler), { request })).items[0]?.useResolved
  await say(0, 'EEA')
  await resolveUse(as(w.handler), { request, dataset, reason })
  expect(await passed()).toBe(reason)
  // A steward states it anew.
  await say(1, 'SE')
  expect([await passed(), await codeOf(approve())]).toEqual([null, 'access.use-conflict'])
  await resolveUse(as(w.handler), { request, dataset, reason })
  // Those who ask return with another purpose, and with an answer less for a while.
  await returnRequest(as(w.handler), { request, reason })
  const purpose = { aim: 'DUO:0000006', countries: ['CA'] }
  await saveDraft(as(w.petra), { request, answers: { purpose, why: '' } })
  expect([await passed(), await codeOf(approve())]).toEqual([null, 'access.answers-open'])
  await saveDraft(as(w.petra), { request, answers: { purpose, why: 'Because of this' } })
  await submitRequest(as(w.petra), { request })
  expect((await rowOf(request)).items).toMatchObject([{ useFit: 'conflicts', useResolved: null }])
  expect(await codeOf(approve())).toBe('access.use-conflict')
  await resolveUse(as(w.handler), { request, dataset, reason })
  // Returned and sent again unchanged it stays as it was let pass.
  await returnRequest(as(w.handler), { request, reason })
  await submitRequest(as(w.petra), { request })
  expect(await passed()).toBe(reason)
  await approve()
  expect(await stateOf(request)).toBe('approved')
})
