import { expect, test } from 'vitest'
import { beginRequest } from '@/lib/access/commands/begin'
import { copyAsNew, handOver } from '@/lib/access/commands/copies'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { approveDatasets } from '@/lib/access/commands/decisions'
import { divideDraft } from '@/lib/access/commands/divide'
import { saveDraft } from '@/lib/access/commands/drafts'
import { saveFormDraft } from '@/lib/access/commands/form-drafts'
import { publishForm } from '@/lib/access/commands/form-versions'
import { submitRequest, withdrawRequest } from '@/lib/access/commands/submission'
import { takeForm } from '@/lib/access/commands/take-form'
import { formOfDataset } from '@/lib/access/queries/forms'
import { ownRequests } from '@/lib/access/queries/own-requests'
import { oneRequest } from '@/lib/access/queries/request'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { projectOf } from '../agreements/projects'
import { steward } from '../catalogue/stewards'
import { as, refusalOf, somebody, stranger } from '../identity/people'
import { publishedFormOf } from './forms'
import { withOptions } from './options'
import { codeOf, draft, factsOf, rowOf, workflowOf, world } from './requests'

const both = (text: string) => ({ en: text, sv: `${text} (sv)` })

/** The small form, and one that shares its name and the choice with it, and asks something more. */
const other = () => ({
  title: both('Another form'),
  fields: [
    { key: 'study', kind: 'description', label: both('Name of the study') },
    { key: 'share', kind: 'text', label: both('How will the data be shared?') },
    { key: 'why', kind: 'text', label: both('Why') },
  ],
})

/** A world of two datasets, each of a workflow of its own that asks with a form of its own. */
async function twoForms() {
  const ctx = await steward()
  const [small, large] = [await publishedFormOf(ctx), await publishedFormOf(ctx)]
  await saveFormDraft(ctx, { form: large, expectedRevision: 2, content: other() })
  await publishForm(ctx, { form: large, expectedRevision: 3, changeNote: 'Asks why' })
  const w = await world({ n: 2 })
  const [first = '', second = ''] = w.slugs
  await withOptions(w, { datasets: [first], form: small })
  const beside = { ...(await workflowOf([second])), slugs: [second] }
  await withOptions(beside, { form: large })
  return { ...w, slugs: [first], first, second, small, large, beside, ctx }
}

const seen = async (person: Parameters<typeof as>[0], request: string) => oneRequest(as(person), { request })

test('a request is made with the newest version of the form of its datasets; different forms are refused by name', async () => {
  const w = await twoForms()
  const request = await draft(w)
  expect(await seen(w.petra, request)).toMatchObject({ formAddress: w.small, formVersion: 1, formNow: null })
  const wish = { project: w.project.slug, datasets: [w.second] }
  const { id } = await beginRequest(as(w.petra), wish)
  expect(await seen(w.petra, id)).toMatchObject({ formAddress: w.large, formVersion: 2 })
  const before = await db().accessRequest.count()
  const refused = await refusalOf(beginRequest(as(w.petra), { ...wish, datasets: [w.first, w.second] }))
  expect(refused).toMatchObject({
    code: 'access.different-forms',
    details: {
      asked: expect.arrayContaining([
        { en: `“A small form” (${w.first})`, sv: `”A small form (sv)” (${w.first})` },
        { en: `“Another form” (${w.second})`, sv: `”Another form (sv)” (${w.second})` },
      ]),
    },
  })
  expect(await db().accessRequest.count()).toBe(before)
  expect(await formOfDataset(stranger(), { slug: w.second })).toEqual({
    form: w.large,
    title: both('Another form'),
    number: 2,
    asks: ['Name of the study', 'How will the data be shared?', 'Why'].map(both),
  })
  expect(await codeOf(formOfDataset(stranger(), { slug: 'never-was' }))).toBe('platform.not-found')
  const { items } = await ownRequests(as(w.petra), {})
  expect(items.find((one) => one.id === id)?.formAddress).toBe(w.large)
})

test('a draft takes no dataset that is asked with another form, unless it has no other', async () => {
  const w = await twoForms()
  const request = await draft(w)
  const ctx = as(w.petra)
  await saveDraft(ctx, { request, answers: { study: 'Nodes', share: 'yes', with: 'KTH' } })
  expect(await codeOf(changeDatasets(ctx, { request, add: [w.second] }))).toBe('access.different-forms')
  expect((await rowOf(request)).items).toHaveLength(1)
  await changeDatasets(ctx, { request, remove: [w.first] })
  await changeDatasets(ctx, { request, add: [w.second] })
  const taken = await seen(w.petra, request)
  expect(taken).toMatchObject({ formAddress: w.large, formVersion: 2, answers: { study: 'Nodes', share: 'yes' } })
  expect(taken.edits[0]?.changes).toEqual([{ field: 'answers.with', before: 'KTH', after: null }])
  expect((await factsOf(request)).slice(-2)).toEqual(['datasets-changed', 'form-taken'])
  // What it is asked with now it is asked with whatever it is swapped for.
  await changeDatasets(ctx, { request, add: [w.first], remove: [w.second] })
  expect(await seen(w.petra, request)).toMatchObject({ formAddress: w.small, formVersion: 1 })
})

test('what was submitted keeps its form whatever its workflow asks since, and comes to no dataset of another', async () => {
  const w = await twoForms()
  const request = await draft(w)
  await saveDraft(as(w.petra), { request, answers: { study: 'Nodes', share: 'no' } })
  await submitRequest(as(w.petra), { request })
  await withOptions(w, { datasets: [w.first], form: w.large })
  expect(await seen(w.handler, request)).toMatchObject({
    formAddress: w.small,
    formVersion: 1,
    formNow: null,
    formsAsked: [],
  })
  expect(await codeOf(takeForm(as(w.petra), { request }))).toBe('access.not-in-this-state')
  await withOptions(w, { datasets: [w.first], form: w.small })
  const { workflow: workflowId } = w.beside
  const assigned = { id: newId(), workflowId, personId: w.handler.id, role: 'handler', createdAt: new Date() }
  await db().accessAssignment.create({ data: assigned })
  // Not even instead of its own: that would leave out what the other form asks.
  for (const remove of [[], [w.first]])
    expect(await codeOf(changeDatasets(as(w.handler), { request, add: [w.second], remove }))).toBe(
      'access.different-forms',
    )
})

test('a draft shows that another form is asked by now, and takes it up with the answers that fit it', async () => {
  const w = await twoForms()
  const request = await draft(w)
  const ctx = as(w.petra)
  await saveDraft(ctx, { request, answers: { study: 'Nodes', share: 'yes', with: 'KTH' } })
  expect(await codeOf(takeForm(ctx, { request }))).toBe('access.form-is-newest')
  await withOptions(w, { datasets: [w.first], form: w.large })
  const shown = await seen(w.petra, request)
  expect(shown).toMatchObject({ formAddress: w.small, formNow: { form: w.large, number: 2, isOther: true } })
  // One that asks the same as the rest by now comes in once the draft has taken that form up.
  expect(await codeOf(changeDatasets(ctx, { request, add: [w.second] }))).toBe('access.different-forms')
  expect(await codeOf(takeForm(as(w.emil), { request }))).toBe('projects.no-authority')
  expect(await codeOf(takeForm(as(await somebody()), { request }))).toBe('platform.not-found')
  expect(await codeOf(takeForm(ctx, { request, expectedRevision: 1 }))).toBe('access.moved-on')
  await takeForm(ctx, { request })
  const taken = await seen(w.petra, request)
  expect(taken).toMatchObject({
    formAddress: w.large,
    formVersion: 2,
    formNow: null,
    answers: { study: 'Nodes', share: 'yes' },
  })
  expect(taken.readiness?.findings.map(({ field }) => field)).toEqual(['why'])
  expect((await factsOf(request)).at(-1)).toBe('form-taken')
  await changeDatasets(ctx, { request, add: [w.second] })
  // A newer version of the same form is taken up in the same way.
  const content = { ...other(), title: both('Renamed') }
  await saveFormDraft(w.ctx, { form: w.large, expectedRevision: 4, content })
  await publishForm(w.ctx, { form: w.large, expectedRevision: 5, changeNote: 'Another title' })
  expect(await seen(w.petra, request)).toMatchObject({ formNow: { form: w.large, number: 3, isOther: false } })
  await takeForm(ctx, { request })
  expect(await seen(w.petra, request)).toMatchObject({ formVersion: 3, formNow: null })
})

test('a draft whose datasets are asked with different forms by now is divided, and loses nothing', async () => {
  const w = await twoForms()
  await withOptions(w.beside, { form: w.small })
  const request = await draft({ ...w, slugs: [w.first, w.second] })
  const ctx = as(w.petra)
  const answers = { study: 'Nodes', share: 'no' }
  await saveDraft(ctx, { request, answers })
  await withOptions(w.beside, { form: w.large })
  const shown = await seen(w.petra, request)
  const groups = shown.formsAsked.map(({ form, datasets }) => ({ form, datasets }))
  expect(groups).toHaveLength(2)
  expect(groups).toEqual(
    expect.arrayContaining([
      { form: w.small, datasets: [w.first] },
      { form: w.large, datasets: [w.second] },
    ]),
  )
  expect(await codeOf(takeForm(ctx, { request }))).toBe('access.different-forms')
  expect(await codeOf(copyAsNew(ctx, { request }))).toBe('access.different-forms')
  expect(await codeOf(divideDraft(ctx, { request, datasets: [w.first, w.second] }))).toBe('access.different-forms')
  expect(await codeOf(divideDraft(ctx, { request, datasets: ['never-was'] }))).toBe('access.no-such-dataset')
  expect(await codeOf(divideDraft(ctx, { request }))).toBe('access.no-such-dataset')
  expect(await codeOf(divideDraft(as(w.emil), { request, datasets: [w.second] }))).toBe('projects.no-authority')
  const { to } = (await divideDraft(ctx, { request, datasets: [w.second] })) as unknown as { to: { id: string } }
  const [left, made] = [await seen(w.petra, request), await seen(w.petra, to.id)]
  expect(left.items.map(({ slug }) => slug)).toEqual([w.first])
  expect(left).toMatchObject({ formAddress: w.small, formNow: null, answers, title: 'Nodes' })
  expect(made.items.map(({ slug }) => slug)).toEqual([w.second])
  expect(made).toMatchObject({ formAddress: w.large, answers, copiedFromId: request, ethicsApprovalId: w.approval })
  expect(await factsOf(to.id)).toEqual(['request-begun'])
  expect((await factsOf(request)).at(-1)).toBe('datasets-changed')
  expect(made.wantedUntil).toEqual(left.wantedUntil)
  await saveDraft(ctx, { request: to.id, answers: { why: 'To see' } })
  await submitRequest(ctx, { request: to.id })
  expect(await codeOf(divideDraft(ctx, { request: to.id, datasets: [w.second] }))).toBe('access.not-in-this-state')
})

test('a copy is made with the form that its datasets ask now; a hand-over too, unless they ask different ones', async () => {
  const w = await twoForms()
  const request = await draft(w)
  await saveDraft(as(w.petra), { request, answers: { study: 'Nodes', share: 'yes', with: 'KTH' } })
  await submitRequest(as(w.petra), { request })
  await withOptions(w, { datasets: [w.first], form: w.large })
  const copy = await copyAsNew(as(w.petra), { request })
  expect(await seen(w.petra, copy.id)).toMatchObject({
    formAddress: w.large,
    formVersion: 2,
    answers: { study: 'Nodes', share: 'yes' },
  })
  await withdrawRequest(as(w.petra), { request })
  const again = await world({ n: 2 })
  const [one = '', two = ''] = again.slugs
  await withOptions(again, { form: w.small })
  const granted = await draft(again)
  await saveDraft(as(again.petra), { request: granted, answers: { study: 'Nodes', share: 'no' } })
  await submitRequest(as(again.petra), { request: granted })
  await approveDatasets(as(again.handler), { request: granted, datasets: again.slugs, until: '2027-06-30' })
  await withOptions(again, { datasets: [one], form: w.large })
  const receiving = await projectOf(again.petra.id, { type: 'data-access' })
  const moved = await handOver(as(again.petra), { request: granted, project: receiving.slug })
  const { to } = moved as unknown as { to: { id: string } }
  expect(await seen(again.petra, to.id)).toMatchObject({ formAddress: w.small, formVersion: 1 })
  expect((await seen(again.petra, to.id)).formsAsked.flatMap(({ datasets }) => datasets).toSorted()).toEqual(
    [one, two].toSorted(),
  )
})

test('a request that was made while no form was published goes on without one, and can take up what is asked since', async () => {
  const w = await world()
  const request = await draft(w)
  expect(await seen(w.petra, request)).toMatchObject({ form: null, formAddress: null })
  const form = await publishedFormOf()
  await withOptions(w, { form })
  expect(await seen(w.petra, request)).toMatchObject({ form: null, formNow: { form, number: 1, isOther: true } })
  await takeForm(as(w.petra), { request })
  expect(await seen(w.petra, request)).toMatchObject({ formAddress: form, formVersion: 1 })
})
