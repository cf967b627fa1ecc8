import 'server-only'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { isRefusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/forms'
import { mayKeepForms } from '../policy/forms'
import { asksTheSame } from '../rules/forms-difference'
import { isAnswered } from '../schema/forms'
import { PublishForm, ReinstateForm, RetireForm } from '../schema/forms-inputs'
import { workflowsAsking } from '../store/asked-forms'
import { changeForm, insertFormVersion, lockForm } from '../store/forms'
import { formAt } from './form-at'

const authorize = ({ actor }: Context) => mayKeepForms(actor)

/**
 * Publishes the draft as the next version, with which new requests are made; those that were made keep theirs. Refuses:
 * access.form-moved-on, access.form-retired, access.form-no-draft, access.form-empty, access.form-nothing-new, access.form-no-note.
 */
export const publishForm = command({
  name: 'access.publish-form',
  input: PublishForm,
  load: lockForm,
  authorize,
  decide: (_, { form: found }, { expectedRevision, changeNote }) => {
    const form = formAt(found, expectedRevision, 'active')
    if (isRefusal(form)) return form
    const { id, slug, revision, draft, current } = form
    if (draft === null) return refuse('access.form-no-draft')
    if (!draft.fields.some(isAnswered)) return refuse('access.form-empty')
    if (current && asksTheSame(current.content, draft))
      return refuse('access.form-nothing-new', { version: current.number })
    if (current && changeNote === '') return refuse('access.form-no-note')
    const version = (current?.number ?? 0) + 1
    const fact = happened.formPublished(id, { slug, revision: revision + 1, version, versionId: newId() })
    return { ...fact, content: draft, changeNote }
  },
  apply: async (tx, { subjectId: formId, data, content, changeNote }, _, ctx) => {
    const { slug, revision, version: number, versionId: id } = data
    await insertFormVersion(tx, ctx, { id, formId, number, content, changeNote })
    await changeForm(tx, ctx, formId, { draft: null })
    return { form: slug, number, id, revision }
  },
})

/**
 * Takes a form out of use. Refuses: access.form-moved-on, access.form-retired, access.form-in-use (workflows ask with it). Whoever
 * chooses it for a workflow holds the form as this does.
 */
export const retireForm = command({
  name: 'access.retire-form',
  input: RetireForm,
  load: async (tx, input) => ({ ...(await lockForm(tx, input)), workflows: await workflowsAsking(tx, input.form) }),
  authorize,
  decide: (_, { form: found, workflows }, { expectedRevision }) => {
    const form = formAt(found, expectedRevision, 'active')
    if (isRefusal(form)) return form
    if (workflows.length > 0) return refuse('access.form-in-use', { form: form.slug, workflows })
    return happened.formRetired(form.id, { slug: form.slug, revision: form.revision + 1 })
  },
  apply: async (tx, { subjectId, data }, _, ctx) => {
    await changeForm(tx, ctx, subjectId, { state: 'retired' })
    return { form: data.slug, revision: data.revision }
  },
})

/** Takes a retired form into use again. Refuses: access.form-moved-on, access.form-active. */
export const reinstateForm = command({
  name: 'access.reinstate-form',
  input: ReinstateForm,
  load: lockForm,
  authorize,
  decide: (_, { form: found }, { expectedRevision }) => {
    const form = formAt(found, expectedRevision, 'retired')
    return isRefusal(form) ? form : happened.formReinstated(form.id, { slug: form.slug, revision: form.revision + 1 })
  },
  apply: async (tx, { subjectId, data }, _, ctx) => {
    await changeForm(tx, ctx, subjectId, { state: 'active' })
    return { form: data.slug, revision: data.revision }
  },
})
