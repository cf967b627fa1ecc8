import { expect, test } from 'vitest'
import { publishForm, reinstateForm, retireForm } from '@/lib/access/commands/form-versions'
import { editWorkflow, makeWorkflow } from '@/lib/access/commands/workflows'
import { keptForm } from '@/lib/access/queries/forms-kept'
import { workflows } from '@/lib/access/queries/workflows'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { outsiders, steward } from '../catalogue/stewards'
import { refusalOf } from '../identity/people'
import { administrator } from '../projects/projects'
import { draftedForm, publishedFormOf } from './forms'
import { codeOf } from './requests'

const flow = () => ({
  name: `Flow ${newId()}`,
  decidedBy: 'handler',
  rule: 'one',
  quorum: 1,
  decisionDays: 5,
  reviewDays: 5,
  onDeadline: 'remind',
})

async function made(form?: string) {
  const admin = await administrator()
  const wish = flow()
  const { id: workflow } = await makeWorkflow(admin, { ...wish, ...(form && { form }) })
  const edit = (expectedRevision: number, other?: string) =>
    editWorkflow(admin, { ...wish, workflow, expectedRevision, ...(other && { form: other }) })
  return { admin, workflow, name: wish.name, edit }
}

const chosenIn = async (admin: Awaited<ReturnType<typeof administrator>>, workflow: string) =>
  (await workflows(admin, {})).find(({ id }) => id === workflow)?.form

const factsOf = async (workflow: string) => {
  const rows = await db().event.findMany({ where: { stream: `access-workflow:${workflow}` }, orderBy: { seq: 'asc' } })
  return rows.map(({ type, data }) => [type.replace('access.', ''), data])
}

test('a workflow says with which form its requests are made; without a word with the standard one', async () => {
  const [first, second] = [await publishedFormOf(), await publishedFormOf()]
  const { admin, workflow, edit } = await made(first)
  expect(await chosenIn(admin, workflow)).toBe(first)
  await edit(1, second)
  expect(await chosenIn(admin, workflow)).toBe(second)
  await edit(2, second)
  await edit(3)
  expect(await chosenIn(admin, workflow)).toBe('standard')
  expect(await factsOf(workflow)).toEqual([
    ['workflow-made', {}],
    ['workflow-form-chosen', { form: first, was: 'standard' }],
    ['workflow-edited', { revision: 2 }],
    ['workflow-form-chosen', { form: second, was: first }],
    ['workflow-edited', { revision: 3 }],
    ['workflow-edited', { revision: 4 }],
    ['workflow-form-chosen', { form: 'standard', was: second }],
  ])
})

test('a form that is retired, was never published or never was is not chosen', async () => {
  const ctx = await steward()
  const [unpublished, retired] = [await draftedForm(ctx), await publishedFormOf(ctx)]
  await retireForm(ctx, { form: retired, expectedRevision: 2 })
  const { edit } = await made()
  for (const form of [unpublished, retired, 'never-was']) {
    expect(await codeOf(edit(1, form))).toBe('access.form-not-in-use')
    expect(await codeOf(makeWorkflow(await administrator(), { ...flow(), form }))).toBe('access.form-not-in-use')
  }
  expect(await codeOf(edit(1, 'Not a slug'))).toBe('platform.invalid')
  await publishForm(ctx, { form: unpublished, expectedRevision: 1 })
  await edit(1, unpublished)
  await reinstateForm(ctx, { form: retired, expectedRevision: 3 })
  await edit(2, retired)
})

test('nobody but administrators chooses', async () => {
  const form = await publishedFormOf()
  const { workflow } = await made()
  for (const { ctx, who } of await outsiders()) {
    const wish = { ...flow(), workflow, expectedRevision: 1, form }
    expect(await codeOf(editWorkflow(ctx, wish)), who).toMatch(/^platform\.(not-found|not-signed-in|forbidden|scope)$/)
  }
})

test('a form that workflows ask with is not retired; the refusal and its page name them', async () => {
  const ctx = await steward()
  const form = await publishedFormOf(ctx)
  const [one, two] = [await made(form), await made(form)]
  const refused = await refusalOf(retireForm(ctx, { form, expectedRevision: 2 }))
  const names = [one.name, two.name].toSorted()
  expect(refused).toMatchObject({ code: 'access.form-in-use', details: { form, workflows: names } })
  expect((await keptForm(ctx, { form })).workflows).toEqual(names)
  await one.edit(1)
  expect(await codeOf(retireForm(ctx, { form, expectedRevision: 2 }))).toBe('access.form-in-use')
  await two.edit(1)
  await retireForm(ctx, { form, expectedRevision: 2 })
  expect((await keptForm(ctx, { form })).workflows).toEqual([])
})

test('the database holds the same whoever writes', async () => {
  const ctx = await steward()
  const [form, unused, unpublished] = [await publishedFormOf(ctx), await publishedFormOf(ctx), await draftedForm(ctx)]
  const { workflow } = await made(form)
  const retired = (slug: string) => db().$executeRaw`UPDATE access_form SET state = 'retired' WHERE slug = ${slug}`
  const chosen = (slug: string) =>
    db().$executeRaw`UPDATE access_workflow SET form_id = (SELECT id FROM access_form WHERE slug = ${slug})
      WHERE id = ${workflow}::uuid`
  await expect(retired(form)).rejects.toThrow(/requests are made with the form/)
  await retired(unused)
  await expect(chosen(unused)).rejects.toThrow(/cannot ask with this form/)
  await expect(chosen(unpublished)).rejects.toThrow(/cannot ask with this form/)
  await expect(db().$executeRaw`DELETE FROM access_form WHERE slug = ${form}`).rejects.toThrow()
})

test('of retiring a form and choosing it at once exactly one is done, however many try', async () => {
  const ctx = await steward()
  const rivals = await Promise.all(
    Array.from({ length: 6 }, async () => ({ form: await publishedFormOf(ctx), flows: [await made(), await made()] })),
  )
  const attempts = rivals.map(async ({ form, flows }) => {
    const acts = [
      () => flows[0]?.edit(1, form),
      () => retireForm(ctx, { form, expectedRevision: 2 }),
      () => flows[1]?.edit(1, form),
    ]
    const ends = await Promise.allSettled(acts.map((act) => act()))
    const { state, workflows: asking } = await keptForm(ctx, { form })
    const codes = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.refusal.code] : []))
    expect(state === 'retired' ? asking : asking.length).toEqual(state === 'retired' ? [] : 2)
    expect(codes).toEqual(
      state === 'retired' ? ['access.form-not-in-use', 'access.form-not-in-use'] : ['access.form-in-use'],
    )
  })
  await Promise.all(attempts)
})
