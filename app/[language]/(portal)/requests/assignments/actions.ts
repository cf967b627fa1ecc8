'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { setAway } from '@/lib/access/commands/workflows'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** Says that one is away and who stands in; without a day, that one is back. */
export async function away(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await setAway(ctx, fieldsOf(form))
    revalidatePath('/requests/assignments')
    return { done: 'requests.done' }
  })
}
