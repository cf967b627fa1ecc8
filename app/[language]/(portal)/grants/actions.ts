'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { recordHandover } from '@/lib/delivery/commands/sharing'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** Records that the data of a grant were handed over. */
export async function record(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await recordHandover(ctx, fieldsOf(form))
    revalidatePath('/grants', 'layout')
    return {}
  })
}
