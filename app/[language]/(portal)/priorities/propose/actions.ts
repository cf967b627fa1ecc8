'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { proposeCollection } from '@/lib/catalogue/commands/propose-collection'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** Sends a proposal to the stewards. */
export async function propose(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await proposeCollection(ctx, fieldsOf(form))
    revalidatePath('/priorities/propose')
    return { done: 'priorities.propose.sent' }
  })
}
