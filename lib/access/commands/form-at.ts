import 'server-only'
import { notFound, type Refusal, refuse } from '@/lib/platform/refusal'
import type { FormState, LockedForm } from '../store/forms'

/** The form that the page or program showed, in the state that the act needs; or why not. */
export function formAt(form: LockedForm | null, expected: number, state?: FormState): LockedForm | Refusal {
  if (form === null) return notFound()
  if (form.revision !== expected) return refuse('access.form-moved-on', { expected, revision: form.revision })
  if (state === undefined || form.state === state) return form
  return refuse(state === 'active' ? 'access.form-retired' : 'access.form-active')
}
