'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { acceptInvitation } from '@/lib/projects/commands/invitations'

/** Joins the project that the link leads into, and goes there. */
export async function join(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { slug } = await acceptInvitation(ctx, fieldsOf(form))
    revalidatePath('/projects', 'layout')
    redirect(`/projects/${slug}`)
  })
}
