'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { uploadedFile } from '@/app/uploaded-file'
import { countersignDocument, returnDocument, terminateDocument } from '@/lib/agreements/commands/decide-document'
import { discardDraft, draftText, editText, publishText } from '@/lib/agreements/commands/keep-texts'
import type { Command } from '@/lib/platform/command'
import { type FormState, fieldsOf } from '@/lib/platform/form'

const decide = (form: FormData, command: Command<unknown>): Promise<FormState> =>
  submit(form, async (ctx) => {
    await command(ctx, fieldsOf(form))
    revalidatePath('/administration', 'layout')
    return { done: 'agreements.decided' }
  })

export const giveBack = async (_: FormState, form: FormData): Promise<FormState> => decide(form, returnDocument)
export const end = async (_: FormState, form: FormData): Promise<FormState> => decide(form, terminateDocument)
export const save = async (_: FormState, form: FormData): Promise<FormState> => decide(form, editText)

/** Countersigns, with the copy that both have signed where one was chosen. */
export async function countersign(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const file = await uploadedFile(form, 'file', ['application/pdf'])
    await countersignDocument(ctx, { ...fieldsOf(form), file })
    revalidatePath('/administration', 'layout')
    return { done: 'agreements.decided' }
  })
}

const leadTo = (form: FormData, command: Command<unknown>, to: string): Promise<FormState> =>
  submit(form, async (ctx) => {
    await command(ctx, fieldsOf(form))
    revalidatePath('/administration', 'layout')
    redirect(to)
  })

/** Begins the next version of a text and goes to its page. */
export const begin = async (_: FormState, form: FormData): Promise<FormState> =>
  leadTo(form, draftText, `/administration/agreements/${form.get('kind')}`)
export const publish = async (_: FormState, form: FormData): Promise<FormState> =>
  leadTo(form, publishText, '/administration/agreements')
export const discard = async (_: FormState, form: FormData): Promise<FormState> =>
  leadTo(form, discardDraft, '/administration/agreements')
