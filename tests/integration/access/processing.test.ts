import { expect, test } from 'vitest'
import { entryWords } from '@/components/identity/journal-words'
import { text } from '@/components/messages'
import { actOnMany } from '@/lib/access/commands/bulk'
import { closeRequest } from '@/lib/access/commands/decisions'
import { changeProcessingState } from '@/lib/access/commands/processing'
import { assignToWorkflow } from '@/lib/access/commands/workflows'
import { requestHistory } from '@/lib/access/queries/history'
import { ownRequests } from '@/lib/access/queries/own-requests'
import { requestQueue } from '@/lib/access/queries/queue'
import { oneRequest } from '@/lib/access/queries/request'
import { workflows } from '@/lib/access/queries/workflows'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { mailsTo, react } from '../identity/mails'
import { as, later, somebody } from '../identity/people'
import { progress, statesOf, withOptions } from './options'
import { approvalOf, approved, codeOf, draft, factsOf, reason, rowOf, submitted, world } from './requests'

const textsTo = async ({ email }: { email: string }) => (await mailsTo(email)).map(({ text }) => text)

/** A world whose workflow has two processing states, by their ids. */
async function told() {
  const w = await world()
  await withOptions(w, { processing: progress })
  const [extracted, delivered] = (await statesOf(w.workflow)).map(({ id }) => id)
  return { w, extracted: extracted ?? '', delivered: delivered ?? '' }
}

test('a handler says how far the hub has come: it is shown, mailed, journalled, and the last one is kept', async () => {
  const { w, extracted, delivered } = await told()
  const request = await approved(w)
  expect((await oneRequest(as(w.handler), { request })).processingChoices.map(({ en }) => en)).toEqual([
    'Being extracted',
    'Delivered',
  ])
  expect((await oneRequest(as(w.petra), { request })).processingChoices).toEqual([])
  await changeProcessingState(as(w.handler, later(1000)), { request, state: extracted })
  await changeProcessingState(as(w.handler, later(2000)), { request, state: delivered })
  const shown = { id: delivered, en: 'Delivered', sv: 'Levererat' }
  expect((await oneRequest(as(w.petra), { request })).processing).toEqual({ ...shown, since: later(2000) })
  const own = await ownRequests(as(w.petra), {})
  expect(own.items.find(({ id }) => id === request)?.processing).toEqual(shown)
  const { entries } = await requestHistory(as(w.petra), { request })
  expect(entries.slice(0, 2).map(({ data }) => data.name)).toEqual([
    { en: 'Delivered', sv: 'Levererat' },
    { en: 'Being extracted', sv: 'Tas ut' },
  ])
  const said = (language: 'en' | 'sv') => entries.slice(0, 1).map((entry) => entryWords(text(language), entry))
  const { reference } = await rowOf(request)
  expect(said('en')).toEqual([`Told how far the hub has come with ${reference}: Delivered`])
  expect(said('sv')).toEqual([`Meddelade hur långt hubben har kommit med ${reference}: Levererat`])
  await react('access.processing-state-changed')
  expect((await textsTo(w.petra)).filter((text) => text.includes('Delivered'))).toHaveLength(1)
  await closeRequest(as(w.handler, later(3000)), { request, reason })
  expect((await oneRequest(as(w.petra), { request })).processing).toMatchObject(shown)
  expect((await factsOf(request)).filter((type) => type === 'processing-state-changed')).toHaveLength(2)
})

test('only who handles the workflow may, in a state where there is something to tell, and nothing is said twice', async () => {
  const { w, extracted } = await told()
  const other = await told()
  const request = await submitted(w)
  const wish = { request, state: extracted }
  expect(await codeOf(changeProcessingState(as(w.petra), wish))).toBe('platform.forbidden')
  expect(await codeOf(changeProcessingState(as(await somebody()), wish))).toBe('platform.not-found')
  expect(await codeOf(changeProcessingState(as(other.w.handler), wish))).toBe('platform.not-found')
  const strange = { request, state: other.extracted }
  expect(await codeOf(changeProcessingState(as(w.handler), strange))).toBe('access.no-such-processing-state')
  const never = { request, state: newId() }
  expect(await codeOf(changeProcessingState(as(w.handler), never))).toBe('access.no-such-processing-state')
  expect(await codeOf(changeProcessingState(as(w.handler), { request }))).toBe('access.processing-already')
  await changeProcessingState(as(w.handler), wish)
  expect(await codeOf(changeProcessingState(as(w.handler), wish))).toBe('access.processing-already')
  await changeProcessingState(as(w.handler), { request, state: '' })
  expect((await rowOf(request)).processingId).toBeNull()
  const unsent = await draft(w)
  expect(await codeOf(changeProcessingState(as(w.handler), { request: unsent, state: extracted }))).toBe(
    'platform.not-found',
  )
  await closeRequest(as(w.handler), { request, reason })
  expect(await codeOf(changeProcessingState(as(w.handler), wish))).toBe('access.not-in-this-state')
})

test('a workflow can keep its handlers from it, and what another handler said is theirs to take back', async () => {
  const [one, two] = [await told(), await told()]
  const slugs = [...one.w.slugs, ...two.w.slugs]
  const approval = await approvalOf(one.w.project, slugs)
  const request = await submitted({ ...one.w, slugs, approval })
  await changeProcessingState(as(one.w.handler), { request, state: one.extracted })
  expect(await codeOf(changeProcessingState(as(two.w.handler), { request, state: null }))).toBe(
    'access.not-your-datasets',
  )
  await changeProcessingState(as(two.w.handler), { request, state: two.extracted })
  const place = 'handler/submitted/change-processing-state'
  const kept = (await statesOf(one.w.workflow)).map(({ id, nameEn, nameSv }) => ({ id, en: nameEn, sv: nameSv }))
  await withOptions(one.w, { processing: kept, disabledVerbs: [place] })
  expect(await codeOf(changeProcessingState(as(one.w.handler), { request, state: one.delivered }))).toBe(
    'access.switched-off',
  )
  await assignToWorkflow(one.w.admin, { workflow: one.w.workflow, person: two.w.handler.id, role: 'handler' })
  expect(await codeOf(changeProcessingState(as(two.w.handler), { request, state: one.delivered }))).toBe(
    'access.switched-off',
  )
  const { processingChoices } = await oneRequest(as(two.w.handler), { request })
  expect(processingChoices.map(({ id }) => id)).toEqual([two.extracted, two.delivered])
})

test('the list of a workflow is ordered, renamed and shortened; a request keeps what it is in', async () => {
  const { w, extracted, delivered } = await told()
  const request = await approved(w)
  await changeProcessingState(as(w.handler), { request, state: extracted })
  const listed = async () =>
    (await workflows(w.admin, {})).find(({ id }) => id === w.workflow)?.processing.map(({ en }) => en)
  const rows = [
    { id: extracted, en: 'Drawn', sv: 'Uttaget', at: 2 },
    { id: delivered, en: 'Delivered', sv: 'Levererat', at: 1 },
    { en: '', sv: '' },
  ]
  await withOptions(w, { processing: rows })
  expect(await listed()).toEqual(['Delivered', 'Drawn'])
  expect((await oneRequest(as(w.petra), { request })).processing?.en).toBe('Drawn')
  await withOptions(w, { processing: rows.slice(1) })
  expect(await listed()).toEqual(['Delivered'])
  expect((await oneRequest(as(w.petra), { request })).processing?.en).toBe('Drawn')
  const retired = { request: await approved(w), state: extracted }
  expect(await codeOf(changeProcessingState(as(w.handler), retired))).toBe('access.no-such-processing-state')
  const { extracted: strange } = await told()
  for (const [processing, code] of [
    [[{ en: 'Only English' }], 'platform.invalid'],
    [
      [
        { en: 'One', sv: 'Ett' },
        { en: 'one', sv: 'Två' },
      ],
      'platform.invalid',
    ],
    [[{ en: '811218-9876', sv: 'Ett' }], 'platform.invalid'],
    [[{ id: extracted, en: 'Back', sv: 'Åter' }], 'access.no-such-processing-state'],
    [[{ id: strange, en: 'Theirs', sv: 'Deras' }], 'access.no-such-processing-state'],
  ] as const)
    expect(await codeOf(withOptions(w, { processing: processing as never }))).toBe(code)
})

test('the queue tells, counts and finds it, and many are told at a time', async () => {
  const { w, extracted, delivered } = await told()
  const [one, two, three] = [await submitted(w), await approved(w), await submitted(w, later(5000))]
  const requests = [one, two]
  const outcomes = await actOnMany(as(w.handler), { verb: 'change-processing-state', requests, state: extracted })
  expect(outcomes.every(({ done }) => done)).toBe(true)
  await changeProcessingState(as(w.handler), { request: three, state: delivered })
  const queue = await requestQueue(as(w.handler), { processing: extracted })
  expect(queue.items.map(({ id, processing }) => [id, processing?.sv])).toEqual([
    [one, 'Tas ut'],
    [two, 'Tas ut'],
  ])
  expect(queue.facets).toMatchObject({ total: 2, processing: { [extracted]: 2, [delivered]: 1 } })
  expect(queue.processing.map(({ en, open }) => [en, open])).toEqual([
    ['Being extracted', true],
    ['Delivered', true],
  ])
  const both = await requestQueue(as(w.handler), { processing: [extracted, delivered], state: 'submitted' })
  expect(both.items.map(({ id }) => id)).toEqual([one, three])
  expect((await requestQueue(as(await somebody()), {})).processing).toEqual([])
})

test('the database holds it to what was submitted', async () => {
  const { w, extracted } = await told()
  const request = await draft(w)
  const change = (data: object) => db().accessRequest.update({ where: { id: request }, data })
  const set = { processingId: extracted, processingAt: later(0) }
  await expect(change(set)).rejects.toThrow('access_request_processing')
  const sent = await submitted(w)
  const half = { processingId: extracted }
  await expect(db().accessRequest.update({ where: { id: sent }, data: half })).rejects.toThrow(
    'access_request_processing',
  )
})
