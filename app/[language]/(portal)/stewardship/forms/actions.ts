'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { createForm, discardFormDraft, saveFormDraft } from '@/lib/access/commands/form-drafts'
import { publishForm, reinstateForm, retireForm } from '@/lib/access/commands/form-versions'
import { keptForm } from '@/lib/access/queries/forms-kept'
import { moveField } from '@/lib/access/rules/forms-edit'
import { readTitle } from '@/lib/access/rules/forms-field-form'
import { standardForm } from '@/lib/access/rules/forms-standard'
import type { FormContent } from '@/lib/access/schema/forms'
import type { Context } from '@/lib/platform/context'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { withControls } from './form-errors'

const typed = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
const page = (form: string, query: Record<string, string> = {}): string => {
  const words = new URLSearchParams(query).toString()
  return `/stewardship/forms/${form}${words === '' ? '' : `?${words}`}`
}

/** Saves the draft with a change made to what stands there; refused where the page was drawn from an older state. */
async function change(ctx: Context, form: FormData, edit: (content: FormContent) => unknown): Promise<void> {
  const slug = typed(form, 'form')
  const { content } = await keptForm(ctx, { form: slug })
  await saveFormDraft(ctx, { form: slug, expectedRevision: typed(form, 'expectedRevision'), content: edit(content) })
  revalidatePath('/stewardship/forms', 'layout')
}

/** Makes a form, empty or as the hub's standard form, and goes to it. */
export async function make(_: FormState, form: FormData): Promise<FormState> {
  const state = await submit(form, async (ctx) => {
    const words = readTitle(fieldsOf(form))
    const fields = typed(form, 'from') === 'standard' ? standardForm.fields : []
    const made = await createForm(ctx, { form: typed(form, 'form').trim(), content: { ...words, fields } })
    redirect(page(made.form))
  })
  return withControls(state)
}

/** Saves the title and the introduction. */
export async function retitle(_: FormState, form: FormData): Promise<FormState> {
  const state = await submit(form, async (ctx) => {
    await change(ctx, form, (content) => ({ ...content, ...readTitle(fieldsOf(form)) }))
    return { done: 'forms.saved' }
  })
  return withControls(state)
}

/** Moves a field: `move` is its key and its place, counted from 0. */
export async function move(_: FormState, form: FormData): Promise<FormState> {
  const state = await submit(form, async (ctx) => {
    const [key = '', place = ''] = typed(form, 'move').split(' ')
    await change(ctx, form, (content) => moveField(content, key, Number(place)))
    return { done: 'forms.field.moved' }
  })
  // What stands in the way is the whole answer: there is no control for it.
  const [[said] = []] = Object.values(state.errors ?? {})
  return state.refusal && said ? { refusal: { ...state.refusal, message: said } } : state
}

export async function publish(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const made = await publishForm(ctx, fieldsOf(form))
    redirect(page(made.form, { published: String(made.number) }))
  })
}

export async function discard(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { form: slug, removed } = await discardFormDraft(ctx, fieldsOf(form))
    redirect(removed ? '/stewardship/forms?done=discarded' : page(slug, { done: 'discarded' }))
  })
}

export async function retire(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { form: slug } = await retireForm(ctx, fieldsOf(form))
    redirect(page(slug, { done: 'retired' }))
  })
}

export async function reinstate(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { form: slug } = await reinstateForm(ctx, fieldsOf(form))
    redirect(page(slug, { done: 'reinstated' }))
  })
}
