import { type Refusal, refuse } from '@/lib/platform/refusal'

type Both = { readonly en: string; readonly sv: string }

/** A dataset, and the address of the form that requests for it are made with now. */
export type AskedWith = { readonly slug: string; readonly form: string }

/** A form with the datasets that are asked with it; `title`: of its newest version, null where none was published. */
export type FormGroup = { readonly form: string; readonly title: Both | null; readonly datasets: readonly string[] }

/** Datasets by the form that they are asked with, in the order in which the forms come first. */
export function byForm(datasets: readonly AskedWith[]): Pick<FormGroup, 'form' | 'datasets'>[] {
  const forms = [...new Set(datasets.map(({ form }) => form))]
  return forms.map((form) => ({
    form,
    datasets: datasets.filter((one) => one.form === form).map(({ slug }) => slug),
  }))
}

export type Adding = {
  /** The form that the request is made with; null: none was published then. */
  readonly own: string | null
  readonly isDraft: boolean
  /** The datasets that stay, and those that come to them. */
  readonly kept: readonly AskedWith[]
  readonly added: readonly AskedWith[]
}

/**
 * What adding datasets does to the form of a request. `apart`: they are asked with different forms. `other`: with one, which is not the
 * request's: in a draft it is to be taken up first, a request that was submitted keeps its own. `taken`: a draft that has no other
 * dataset takes it up by that. `kept`: nothing. Without that a question would be evaded by way of a dataset that lacks it.
 */
export function formOfAdding({ own, isDraft, kept, added }: Adding): 'apart' | 'other' | 'taken' | 'kept' {
  const [first, ...rest] = byForm([...kept, ...added])
  if (added.length === 0 || !first) return 'kept'
  if (rest.length > 0) return 'apart'
  if (own === null || own === first.form) return 'kept'
  if (kept.length === 0) return isDraft ? 'taken' : 'other'
  return isDraft ? 'other' : 'kept'
}

const named = ({ form, title, datasets }: FormGroup): Both => {
  const list = datasets.join(', ')
  return { en: `“${title?.en ?? form}” (${list})`, sv: `”${title?.sv ?? form}” (${list})` }
}

/** That one request cannot ask for these datasets, and which of them is asked with which form. */
export const refuseForms = (groups: readonly FormGroup[]): Refusal =>
  refuse('access.different-forms', {
    asked: groups.map(named),
    forms: groups.map(({ form, datasets }) => ({ form, datasets })),
  })

/** Null, or why one request cannot be begun for these datasets. */
export const judgeOneForm = (groups: readonly FormGroup[]): Refusal | null =>
  groups.length > 1 ? refuseForms(groups) : null
