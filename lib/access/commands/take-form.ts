import 'server-only'
import { isRefusal, refuse } from '@/lib/platform/refusal'
import { judgeOneForm } from '../rules/asked-forms'
import { OneRequest } from '../schema/requests'
import { askedForms } from '../store/asked-forms'
import { keepLeftBehind, takingOf } from '../store/taking-form'
import { onRequest } from './on-request'

/**
 * Makes a draft with the newest version of the form that its datasets are asked with, where it was begun with an older one or with
 * another form: answers go along by the key of the field. What was submitted keeps its version. Refuses: access.not-in-this-state,
 * access.different-forms, access.form-is-newest.
 */
export const takeForm = onRequest({
  verb: 'save-draft',
  name: 'access.take-form',
  input: OneRequest,
  load: async (tx, { request, actor }) => {
    const asked = request.items.filter(({ state }) => state !== 'removed').map(({ datasetId }) => datasetId)
    const forms = await askedForms(tx, asked)
    const refused = judgeOneForm(forms)
    const version = forms[0]?.version ?? null
    if (refused || version === null || version.id === request.formVersionId)
      return { refused, taking: null, by: actor.id }
    return { refused, taking: await takingOf(tx, request, version), by: actor.id }
  },
  decide: (_, { request: { state }, more: { refused, taking } }) => {
    if (state !== 'draft') return refuse('access.not-in-this-state', { state, verb: 'save-draft' })
    if (isRefusal(refused)) return refused
    return taking ? { facts: [taking.fact], change: taking.change, taking } : refuse('access.form-is-newest')
  },
  apply: async (tx, { taking }, { request, more: { by } }, { now }) => {
    await keepLeftBehind(tx, taking, request, by, now)
    return undefined
  },
})
