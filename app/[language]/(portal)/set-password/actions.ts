'use server'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { requestRegistration, requestReset } from '@/lib/identity/commands/links'
import { setPassword } from '@/lib/identity/commands/set-password'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { rememberDevice, visitor } from '../sign-in/enter'

export async function askRegistration(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await requestRegistration(ctx, { ...fieldsOf(form), ...(await visitor()), language: ctx.language })
    return { done: 'identity.register.done' }
  })
}

export async function askReset(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await requestReset(ctx, { ...fieldsOf(form), ...(await visitor()), language: ctx.language })
    return { done: 'identity.reset.done' }
  })
}

export async function choosePassword(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { device, occasion } = await setPassword(ctx, fieldsOf(form))
    await rememberDevice(device)
    redirect(`/sign-in?done=${occasion === 'reset' ? 'password-reset' : 'password-set'}`)
  })
}
