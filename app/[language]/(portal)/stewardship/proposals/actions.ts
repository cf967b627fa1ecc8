'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { decideProposal } from '@/lib/catalogue/commands/propose-collection'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** Takes a proposal up or declines it. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await decideProposal(ctx, fieldsOf(form))
    revalidatePath('/stewardship', 'layout')
    return {}
  })
}
