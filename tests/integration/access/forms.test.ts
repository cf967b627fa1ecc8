import { expect, test } from 'vitest'
import { createForm, discardFormDraft, saveFormDraft } from '@/lib/access/commands/form-drafts'
import { publishForm, reinstateForm, retireForm } from '@/lib/access/commands/form-versions'
import { publishedForm, publishedForms, publishedFormVersion } from '@/lib/access/queries/forms'
import { keptForm, keptForms } from '@/lib/access/queries/forms-kept'
import { formOfRequests, standardForm } from '@/lib/access/rules/forms-standard'
import { formVersionById, newestFormVersion } from '@/lib/access/store/forms'
import { db } from '@/lib/platform/db'
import { outsiders, steward } from '../catalogue/stewards'
import { refusalOf, stranger } from '../identity/people'
import { contentOf, draftedForm, factsOfForm, publishedFormOf } from './forms'

const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).code

test('a form is drafted, published, changed and published again; each version stays as it was', async () => {
  const ctx = await steward()
  const form = await draftedForm(ctx)
  expect(await codeOf(publishedForm(stranger(), { form }))).toBe('platform.not-found')
  expect((await publishForm(ctx, { form, expectedRevision: 1 })).number).toBe(1)
  const saved = await saveFormDraft(ctx, { form, expectedRevision: 2, content: contentOf('Renamed') })
  expect(saved).toEqual({ form, revision: 3, drafted: true })
  expect((await publishedForm(stranger(), { form })).content.title.en).toBe('A small form')
  expect(await codeOf(publishForm(ctx, { form, expectedRevision: 3 }))).toBe('access.form-no-note')
  await publishForm(ctx, { form, expectedRevision: 3, changeNote: 'Another title' })
  const shown = await publishedForm(stranger(), { form })
  expect(shown).toMatchObject({
    number: 2,
    content: { title: { en: 'Renamed' } },
    versions: [{ number: 2 }, { number: 1 }],
  })
  const first = await publishedFormVersion(stranger(), { form, number: 1 })
  expect(first).toMatchObject({ newest: 2, before: null, content: { title: { en: 'A small form' } } })
  expect((await publishedFormVersion(stranger(), { form, number: 2 })).before?.number).toBe(1)
  expect(await codeOf(publishedFormVersion(stranger(), { form, number: 3 }))).toBe('platform.not-found')
  expect((await factsOfForm(form)).map(({ type }) => type.replace('access.form-', ''))).toEqual([
    'created',
    'published',
    'draft-saved',
    'published',
  ])
  expect(JSON.stringify(await factsOfForm(form))).not.toContain('Another title')
})

test('the database forbids changing or deleting a published version', async () => {
  const form = await publishedFormOf()
  const { id } = await db().accessFormVersion.findFirstOrThrow({ where: { form: { slug: form } } })
  await expect(
    db().$executeRaw`UPDATE access_form_version SET change_note = 'x' WHERE id = ${id}::uuid`,
  ).rejects.toThrow(/forbidden/)
  await expect(db().$executeRaw`DELETE FROM access_form_version WHERE id = ${id}::uuid`).rejects.toThrow(/forbidden/)
  await expect(db().$executeRaw`DELETE FROM access_form WHERE slug = ${form}`).rejects.toThrow()
})

test('a draft that asks what is published is none, and cannot be published', async () => {
  const ctx = await steward()
  const form = await publishedFormOf(ctx)
  const same = await saveFormDraft(ctx, { form, expectedRevision: 2, content: contentOf() })
  expect(same.drafted).toBe(false)
  expect(await codeOf(publishForm(ctx, { form, expectedRevision: 3, changeNote: 'Nothing' }))).toBe(
    'access.form-no-draft',
  )
  expect(await codeOf(discardFormDraft(ctx, { form, expectedRevision: 3 }))).toBe('access.form-no-draft')
})

test('a form that asks nothing is not published', async () => {
  const ctx = await steward()
  const form = `${await draftedForm(ctx)}-e`.slice(-30).replace(/^[^a-z]+/, 'e')
  await createForm(ctx, { form, content: { title: { en: 'E', sv: 'E' }, fields: [] } })
  expect(await codeOf(publishForm(ctx, { form, expectedRevision: 1 }))).toBe('access.form-empty')
})

test('whoever drew an older state is refused, and of many at once exactly one is taken', async () => {
  const ctx = await steward()
  const form = await publishedFormOf(ctx)
  const wishes = ['A', 'B', 'C', 'D', 'E', 'F'].map((title) =>
    saveFormDraft(ctx, { form, expectedRevision: 2, content: contentOf(title) }),
  )
  const ends = await Promise.allSettled(wishes)
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await codeOf(saveFormDraft(ctx, { form, expectedRevision: 2, content: contentOf('G') }))).toBe(
    'access.form-moved-on',
  )
  const publishing = ['x', 'y', 'z'].map((changeNote) => publishForm(ctx, { form, expectedRevision: 3, changeNote }))
  expect((await Promise.allSettled(publishing)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await publishedForm(stranger(), { form })).number).toBe(2)
  const slug = `${form.slice(0, 30)}-x`
  const making = [1, 2, 3, 4].map(() => createForm(ctx, { form: slug, content: contentOf() }))
  expect((await Promise.allSettled(making)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await codeOf(createForm(ctx, { form: slug, content: contentOf() }))).toBe('access.form-slug-taken')
})

test('a draft is discarded; a form that was never published goes with it', async () => {
  const ctx = await steward()
  const form = await draftedForm(ctx)
  expect(await discardFormDraft(ctx, { form, expectedRevision: 1 })).toEqual({ form, removed: true })
  expect(await db().accessForm.count({ where: { slug: form } })).toBe(0)
  const other = await publishedFormOf(ctx)
  await saveFormDraft(ctx, { form: other, expectedRevision: 2, content: contentOf('Other') })
  expect(await discardFormDraft(ctx, { form: other, expectedRevision: 3 })).toEqual({ form: other, removed: false })
  expect((await keptForm(ctx, { form: other })).draft).toBeNull()
})

test('the form of workflows that have chosen none is not retired', async () => {
  const ctx = await steward()
  await createForm(ctx, { form: formOfRequests, content: contentOf() })
  const { code, details } = await refusalOf(retireForm(ctx, { form: formOfRequests, expectedRevision: 1 }))
  expect([code, details.workflows]).toEqual(['access.form-in-use', expect.arrayContaining(['Standard'])])
})

test('a retired form takes no new requests, keeps its versions, and can be taken into use again', async () => {
  const ctx = await steward()
  const form = await publishedFormOf(ctx)
  const { id } = (await newestFormVersion(db(), form)) ?? { id: '' }
  await retireForm(ctx, { form, expectedRevision: 2 })
  expect(await newestFormVersion(db(), form)).toBeNull()
  expect((await formVersionById(db(), id))?.number).toBe(1)
  expect(await codeOf(retireForm(ctx, { form, expectedRevision: 3 }))).toBe('access.form-retired')
  expect(await codeOf(saveFormDraft(ctx, { form, expectedRevision: 3, content: contentOf('X') }))).toBe(
    'access.form-retired',
  )
  expect((await publishedForms(stranger(), {})).find((one) => one.form === form)?.state).toBe('retired')
  await reinstateForm(ctx, { form, expectedRevision: 3 })
  expect(await codeOf(reinstateForm(ctx, { form, expectedRevision: 4 }))).toBe('access.form-active')
  expect((await newestFormVersion(db(), form))?.id).toBe(id)
})

test('nobody but stewards keeps forms', async () => {
  const form = await publishedFormOf()
  const at = { form, expectedRevision: 2 }
  for (const { ctx, code, who } of await outsiders()) {
    expect(await codeOf(createForm(ctx, { form: 'theirs', content: contentOf() })), who).toBe(code)
    expect(await codeOf(saveFormDraft(ctx, { ...at, content: contentOf('X') })), who).toBe(code)
    expect(await codeOf(discardFormDraft(ctx, at)), who).toBe(code)
    expect(await codeOf(publishForm(ctx, { ...at, changeNote: 'X' })), who).toBe(code)
    expect(await codeOf(retireForm(ctx, at)), who).toBe(code)
    expect(await codeOf(reinstateForm(ctx, at)), who).toBe(code)
    // The form that there is and one that never was read alike.
    expect(await codeOf(retireForm(ctx, { form: 'never-was', expectedRevision: 1 })), who).toBe(code)
  }
})

test('the standard form can be kept and read', async () => {
  const ctx = await steward()
  const form = `s${(await draftedForm(ctx)).slice(1, 30)}`.replace(/-$/, '')
  await createForm(ctx, { form, content: standardForm })
  await publishForm(ctx, { form, expectedRevision: 1 })
  const { forms } = await keptForms(ctx, {})
  expect(forms.find((one) => one.form === form)).toMatchObject({ number: 1, draftAt: null, state: 'active' })
})
