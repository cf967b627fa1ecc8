'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import type { FormState } from '@/lib/platform/form'
import { actOnForm } from './acts'

/** Does what the pressed button of the sheet says, and draws the sheet anew. */
export async function actOnSheet(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const answer = await actOnForm(ctx, form)
    revalidatePath('/bookings', 'layout')
    if (answer?.moved) redirect(`/bookings/${answer.moved}?done=moved`)
    return answer ? { answer } : {}
  })
}
