'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { applyForProject, withdrawApplication } from '@/lib/projects/commands/applications'

/** Sends an application to the hub. */
export async function apply(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await applyForProject(ctx, fieldsOf(form))
    revalidatePath('/projects', 'layout')
    return { done: 'project.apply.sent' }
  })
}

/** Takes one's own application back. */
export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await withdrawApplication(ctx, fieldsOf(form))
    revalidatePath('/projects', 'layout')
    return { done: 'project.application.withdrawn' }
  })
}
