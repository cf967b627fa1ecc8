'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { uploadedFile } from '@/app/uploaded-file'
import { changeApproval, discardChange } from '@/lib/ethics/commands/change-approval'
import { returnApproval, verifyApproval } from '@/lib/ethics/commands/judge-approval'
import { addDocument, removeDocument } from '@/lib/ethics/commands/keep-documents'
import { registerApproval } from '@/lib/ethics/commands/register-approval'
import { submitApproval, takeBackSubmission, withdrawApproval } from '@/lib/ethics/commands/submit-approval'
import { checkedFields } from '@/lib/ethics/rules/fields'
import { type FormState, fieldsOf } from '@/lib/platform/form'

const fresh = () => revalidatePath('/ethics', 'layout')
const pageOf = (form: FormData) => `/ethics/${form.get('approval')}`

/** Registers an approval; `cites` says in one choice what it amends or takes the place of. */
export async function register(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const [how = '', id] = String(form.get('cites') ?? '').split(' ')
    const cited = how === 'amends' || how === 'replaces' ? { [how]: id } : {}
    const { id: made } = await registerApproval(ctx, { ...fieldsOf(form), ...cited })
    fresh()
    redirect(`/ethics/${made}`)
  })
}

export async function change(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await changeApproval(ctx, fieldsOf(form))
    fresh()
    redirect(pageOf(form))
  })
}

export async function discard(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await discardChange(ctx, fieldsOf(form))
    fresh()
    return { done: 'ethics.discard.done' }
  })
}

export async function handIn(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await submitApproval(ctx, fieldsOf(form))
    fresh()
    return { done: 'ethics.submit.done' }
  })
}

export async function takeBack(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await takeBackSubmission(ctx, fieldsOf(form))
    fresh()
    return { done: 'ethics.take-back.done' }
  })
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await withdrawApproval(ctx, fieldsOf(form))
    fresh()
    return { done: 'ethics.withdraw.done' }
  })
}

export async function upload(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const file = await uploadedFile(form, 'file', ['application/pdf'])
    await addDocument(ctx, { ...fieldsOf(form), file })
    fresh()
    return { done: 'ethics.document.added' }
  })
}

export async function takeOut(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await removeDocument(ctx, fieldsOf(form))
    fresh()
    return { done: 'ethics.document.removed' }
  })
}

/** What the officer found: the fields with a verdict, and what is missing in words. */
function verdictsOf(form: FormData) {
  const said = (field: string) => form.get(`verdict.${field}`)
  const missing = checkedFields.filter((field) => said(field) === 'missing')
  return {
    confirmed: checkedFields.filter((field) => said(field) === 'confirmed'),
    missing: Object.fromEntries(missing.map((field) => [field, form.get(`missing.${field}`) ?? ''])),
  }
}

/** Verifies or returns, by which of the two buttons was pressed. */
export async function judge(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { confirmed, missing } = verdictsOf(form)
    const on = { approval: form.get('approval'), expectedRevision: form.get('expectedRevision') }
    if (form.get('act') === 'return') await returnApproval(ctx, { ...on, missing, reason: form.get('note') })
    else {
      const datasets = [...form.getAll('datasets'), ...form.getAll('otherDatasets')]
      await verifyApproval(ctx, { ...on, confirmed, datasets, note: form.get('note') })
    }
    fresh()
    redirect(pageOf(form))
  })
}
