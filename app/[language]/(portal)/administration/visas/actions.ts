'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { replaceKey } from '@/lib/access/commands/visa-keys'
import { type FormState, fieldsOf } from '@/lib/platform/form'

export async function replace(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await replaceKey(ctx, fieldsOf(form))
    revalidatePath('/administration/visas')
    return { done: 'visas.done' }
  })
}
