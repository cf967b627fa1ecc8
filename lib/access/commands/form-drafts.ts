import 'server-only'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { isRefusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/forms'
import { mayKeepForms } from '../policy/forms'
import { asksTheSame } from '../rules/forms-difference'
import { CreateForm, DiscardFormDraft, SaveFormDraft } from '../schema/forms-inputs'
import { changeForm, insertForm, lockForm, removeForm } from '../store/forms'
import { formAt } from './form-at'

const authorize = ({ actor }: Context) => mayKeepForms(actor)

/** Makes a form, as a draft that only stewards see. Refuses: access.form-slug-taken. */
export const createForm = command({
  name: 'access.create-form',
  input: CreateForm,
  load: lockForm,
  authorize,
  decide: (_, { form }, { form: slug, content }) =>
    form === null
      ? { ...happened.formCreated(newId(), { slug, revision: 1 }), content }
      : refuse('access.form-slug-taken'),
  apply: async (tx, { subjectId, data, content }, _, ctx) => {
    await insertForm(tx, ctx, subjectId, data.slug, content)
    return { form: data.slug, revision: data.revision }
  },
})

/** Replaces the draft of a form; one that asks what is published already is none. Refuses: access.form-moved-on, access.form-retired. */
export const saveFormDraft = command({
  name: 'access.save-form-draft',
  input: SaveFormDraft,
  load: lockForm,
  authorize,
  decide: (_, { form: found }, { expectedRevision, content }) => {
    const form = formAt(found, expectedRevision, 'active')
    if (isRefusal(form)) return form
    const draft = form.current && asksTheSame(form.current.content, content) ? null : content
    return { ...happened.formDraftSaved(form.id, { slug: form.slug, revision: form.revision + 1 }), draft }
  },
  apply: async (tx, { subjectId, data, draft }, _, ctx) => {
    await changeForm(tx, ctx, subjectId, { draft })
    return { form: data.slug, revision: data.revision, drafted: draft !== null }
  },
})

/** Throws the draft away; a form that was never published goes with it. Refuses: access.form-moved-on, access.form-no-draft. */
export const discardFormDraft = command({
  name: 'access.discard-form-draft',
  input: DiscardFormDraft,
  load: lockForm,
  authorize,
  decide: (_, { form: found }, { expectedRevision }) => {
    const form = formAt(found, expectedRevision)
    if (isRefusal(form)) return form
    if (form.draft === null) return refuse('access.form-no-draft')
    const fact = happened.formDraftDiscarded(form.id, { slug: form.slug, revision: form.revision + 1 })
    return { ...fact, removed: form.current === null }
  },
  apply: async (tx, { subjectId, data, removed }, _, ctx) => {
    await (removed ? removeForm(tx, subjectId) : changeForm(tx, ctx, subjectId, { draft: null }))
    return { form: data.slug, removed }
  },
})
