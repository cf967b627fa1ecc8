'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { deactivatePerson, invitePerson, reactivatePerson, resetSecondFactors } from '@/lib/identity/commands/accounts'
import { giveRole, takeRole } from '@/lib/identity/commands/roles'
import type { Command } from '@/lib/platform/command'
import { type FormState, fieldsOf } from '@/lib/platform/form'

const decide = (form: FormData, command: Command<unknown>): Promise<FormState> =>
  submit(form, async (ctx) => {
    await command(ctx, fieldsOf(form))
    revalidatePath('/administration', 'layout')
    return { done: 'identity.account.saved' }
  })

export const give = async (_: FormState, form: FormData): Promise<FormState> => decide(form, giveRole)
export const take = async (_: FormState, form: FormData): Promise<FormState> => decide(form, takeRole)
export const close = async (_: FormState, form: FormData): Promise<FormState> => decide(form, deactivatePerson)
export const reopen = async (_: FormState, form: FormData): Promise<FormState> => decide(form, reactivatePerson)
export const free = async (_: FormState, form: FormData): Promise<FormState> => decide(form, resetSecondFactors)

export async function invite(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    // The link goes by mail to the person alone; the administrator does not see it.
    const { id } = await invitePerson(ctx, { ...fieldsOf(form) })
    redirect(`/administration/people/${id}`)
  })
}
