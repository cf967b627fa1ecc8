'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { publishTerms } from '@/lib/access/commands/terms'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** Publishes a version of terms: of those that the page is about, or of new ones by their kind and name. */
export async function publish(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { kind, subject, ...said } = fieldsOf(form)
    const named = kind === 'standard' ? 'standard' : kind ? `${kind}:${subject}` : subject
    await publishTerms(ctx, { ...said, subject: named })
    revalidatePath('/stewardship/terms')
    redirect('/stewardship/terms')
  })
}
