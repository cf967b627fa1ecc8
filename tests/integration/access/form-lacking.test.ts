import { expect, test } from 'vitest'
import { attachFile } from '@/lib/access/commands/attachments'
import { approveDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { createForm } from '@/lib/access/commands/form-drafts'
import { publishForm } from '@/lib/access/commands/form-versions'
import { requestReview } from '@/lib/access/commands/reviews'
import { submitRequest } from '@/lib/access/commands/submission'
import { takeForm } from '@/lib/access/commands/take-form'
import { requestQueue } from '@/lib/access/queries/queue'
import { oneRequest } from '@/lib/access/queries/request'
import { requestStatistics } from '@/lib/access/queries/statistics'
import { missingOf } from '@/lib/access/rules/checklist'
import { stateDataUse } from '@/lib/catalogue/commands/state-data-use'
import { newId } from '@/lib/platform/id'
import { pdf } from '../agreements/files'
import { steward } from '../catalogue/stewards'
import { as, refusalOf } from '../identity/people'
import { taken } from './archives'
import { withOptions } from './options'
import { codeOf, draft, rowOf, until, world } from './requests'

const both = (text: string) => ({ en: text, sv: `${text} (sv)` })

async function formOf(fields: object[]): Promise<string> {
  const ctx = await steward()
  const form = `f${newId()}`
  await createForm(ctx, { form, content: { title: both('Short request'), fields } })
  await publishForm(ctx, { form, expectedRevision: 1 })
  return form
}

const why = { key: 'why', kind: 'long-text', label: both('What they are for') }

/** A world whose workflow asks with a form of one question: no name, no purpose, no record, no file, no table. */
async function asksLittle() {
  const w = await world()
  await withOptions(w, { form: await formOf([why]) })
  return w
}

test('what the portal itself needs is demanded whatever the form leaves out', async () => {
  const w = await asksLittle()
  const request = await draft(w)
  const ctx = as(w.petra)
  await saveDraft(ctx, { request, ethicsApproval: '', wantedUntil: '' })
  const { details } = await refusalOf(submitRequest(ctx, { request }))
  expect(details.missing).toEqual(['until', 'ethics', 'answers'])
  await saveDraft(ctx, { request, ethicsApproval: w.approval, wantedUntil: until, answers: { why: 'To see' } })
  const { readiness } = await oneRequest(ctx, { request })
  expect(missingOf(readiness?.checklist ?? [])).toEqual([])
  await submitRequest(ctx, { request })
})

test('a form that asks for no name, purpose or record leaves these to the request itself', async () => {
  const w = await asksLittle()
  const request = await draft(w)
  const ctx = as(w.petra)
  await saveDraft(ctx, { request, title: 'Named by its field', optedOut: true, answers: { why: 'To see' } })
  expect(await rowOf(request)).toMatchObject({ title: 'Named by its field', optedOut: true, purposes: [] })
  // Answers to fields that it does not have come nowhere.
  await saveDraft(ctx, { request, answers: { 'public-record': 'named', purpose: { aim: 'DUO:0000006' } } })
  expect(await rowOf(request)).toMatchObject({ optedOut: true, purposes: [], answers: { why: 'To see' } })
})

test('without a purpose a dataset with conditions needs a person, and never fits by itself', async () => {
  const w = await asksLittle()
  const [slug = ''] = w.slugs
  await stateDataUse(await steward(), {
    slug,
    expectedOrdinal: 0,
    conditions: [{ term: 'DUO:0000006' }],
    basis: 'Its licence',
  })
  const request = await draft(w)
  await saveDraft(as(w.petra), { request, answers: { why: 'To see' } })
  await submitRequest(as(w.petra), { request })
  const { items } = await oneRequest(as(w.handler), { request })
  expect(items[0]?.use?.verdict).toBe('needs-a-person')
  await approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
})

test('it is worked like any other: read by all, kept as a document, queued, counted, returned by its own fields', async () => {
  const w = await asksLittle()
  const request = await draft(w)
  await saveDraft(as(w.petra), { request, title: 'Of the short form', answers: { why: 'To see what can be seen' } })
  await submitRequest(as(w.petra), { request })
  await requestReview(as(w.handler), { request })
  for (const who of [w.petra, w.handler, w.reviewer]) {
    const { form, answers } = await oneRequest(as(who), { request })
    expect([form?.title.en, answers]).toEqual(['Short request', { why: 'To see what can be seen' }])
  }
  const { words } = await taken(w.handler, request)
  for (const said of ['Of the short form', 'What they are for', 'To see what can be seen', 'Short request'])
    expect(words).toContain(said)
  const { items } = await requestQueue(as(w.handler), { q: 'short form' })
  expect(items.map(({ id }) => id)).toEqual([request])
  const { months } = await requestStatistics(as(w.handler), { months: 6, workflow: w.workflow })
  expect(months.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(1)
  const back = { request, reason: 'Say more' }
  expect(await codeOf(returnRequest(as(w.handler), { ...back, fields: ['signatory'] }))).toBe('access.no-such-field')
  await returnRequest(as(w.handler), { ...back, fields: ['why'] })
})

test('files of a private field stay so when another form is taken up that lacks it', async () => {
  const w = await world()
  const contract = { key: 'contract', kind: 'attachment', label: both('Contract'), privateFromReviewers: true }
  await withOptions(w, { form: await formOf([why, contract]) })
  const request = await draft(w)
  const ctx = as(w.petra)
  const handedIn = async (name: string, fieldKey?: string) =>
    String((await attachFile(ctx, { request, file: await pdf(name, `${name}.pdf`), fieldKey })).attachment)
  const [said, unsaid] = [await handedIn('said', 'contract'), await handedIn('unsaid')]
  await saveDraft(ctx, { request, answers: { why: 'To see', contract: [said, unsaid] } })
  await withOptions(w, { form: await formOf([why]) })
  await takeForm(ctx, { request })
  await submitRequest(ctx, { request })
  await requestReview(as(w.handler), { request })
  const files = async (who: typeof w.handler) => (await oneRequest(as(who), { request })).attachments.length
  expect([await files(w.handler), await files(w.petra), await files(w.reviewer)]).toEqual([2, 2, 0])
})
