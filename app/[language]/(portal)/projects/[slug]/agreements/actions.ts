'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { uploadedFile } from '@/app/uploaded-file'
import { withdrawDocument } from '@/lib/agreements/commands/decide-document'
import { submitDocument } from '@/lib/agreements/commands/submit-document'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** Hands in a signed document; `text` names its kind and version in one choice. */
export async function handIn(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const [kind, version] = String(form.get('text') ?? '').split(' ')
    const file = await uploadedFile(form, 'file', ['application/pdf'])
    await submitDocument(ctx, { project: form.get('project'), kind, version, file })
    revalidatePath('/projects', 'layout')
    return { done: 'agreements.submit.done' }
  })
}

/** Takes a document back while it waits. */
export async function takeBack(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await withdrawDocument(ctx, fieldsOf(form))
    revalidatePath('/projects', 'layout')
    return { done: 'agreements.withdraw.done' }
  })
}
