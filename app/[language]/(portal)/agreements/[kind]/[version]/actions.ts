'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { acceptText } from '@/lib/agreements/commands/accept-text'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** Accepts a version for oneself. */
export async function accept(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await acceptText(ctx, fieldsOf(form))
    revalidatePath('/agreements', 'layout')
    return { done: 'agreements.accept.done' }
  })
}
