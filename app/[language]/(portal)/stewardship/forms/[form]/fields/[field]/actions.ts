'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { text } from '@/components/messages'
import { saveFormDraft } from '@/lib/access/commands/form-drafts'
import { keptForm } from '@/lib/access/queries/forms-kept'
import { addField, changeField, removeField } from '@/lib/access/rules/forms-edit'
import { controlOf, lineOf, readField } from '@/lib/access/rules/forms-field-form'
import type { FieldWritten } from '@/lib/access/rules/forms-written'
import { type FieldKind, type FormContent, type FormField, fieldKinds } from '@/lib/access/schema/forms'
import { requestContext } from '@/lib/identity/session'
import type { Context } from '@/lib/platform/context'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import type { Language } from '@/lib/platform/messages'
import { notFound, Refused } from '@/lib/platform/refusal'

const typed = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const isKind = (kind: string): kind is FieldKind => fieldKinds.some((one) => one === kind)

async function save(ctx: Context, form: FormData, content: unknown): Promise<never> {
  const slug = typed(form, 'form')
  await saveFormDraft(ctx, { form: slug, expectedRevision: typed(form, 'expectedRevision'), content })
  revalidatePath('/stewardship/forms', 'layout')
  redirect(`/stewardship/forms/${slug}?saved=field`)
}

/** Errors of the whole form at the controls of this field's form, with the line of a list that they are about. */
function atControls(state: FormState, place: number, language: Language): FormState {
  const errors: Record<string, string[]> = {}
  for (const [path, said] of Object.entries(state.errors ?? {})) {
    const [name, line] = [controlOf(path, place), lineOf(path)]
    const words = said.map((message) =>
      line === null ? message : text(language)('stewardship.line', { line, message }),
    )
    errors[name] = [...new Set([...(errors[name] ?? []), ...words])]
  }
  return state.errors ? { ...state, errors } : state
}

type Edited = { place: number; content: FormContent }

/** With the field as it was typed, new or changed; the schema judges the whole. */
function edited(content: FormContent, form: FormData): Edited {
  const key = typed(form, 'field')
  const kind = typed(form, 'kind')
  const old = content.fields.findIndex((one) => one.key === key)
  if (key !== '' && old < 0) throw new Refused(notFound())
  const kept = content.fields[old]?.kind ?? (isKind(kind) ? kind : 'text')
  const place = key === '' ? Math.min(Number(typed(form, 'place')) || 0, content.fields.length) : old
  const written: FieldWritten = readField(content, kept, key === '' ? null : key, fieldsOf(form))
  const field = written as FormField
  return { place, content: key === '' ? addField(content, field, place) : changeField(content, key, field) }
}

/** Saves a field into the draft: a new one at its place, or what was changed of one. */
export async function saveField(_: FormState, form: FormData): Promise<FormState> {
  const { language } = await requestContext()
  let place = 0
  const state = await submit(form, async (ctx) => {
    const { content } = await keptForm(ctx, { form: typed(form, 'form') })
    const next = edited(content, form)
    place = next.place
    return save(ctx, form, next.content)
  })
  return atControls(state, place, language)
}

/** Takes a field out of the draft; refused while another one depends on it. */
export async function dropField(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { content } = await keptForm(ctx, { form: typed(form, 'form') })
    return save(ctx, form, removeField(content, typed(form, 'field')))
  })
}
