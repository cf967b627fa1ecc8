'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { confirmSecondFactor } from '@/lib/identity/commands/second-factor-step'
import { signInAsPersona, signInWithPassword } from '@/lib/identity/commands/sign-in'
import { localAddress } from '@/lib/identity/rules/local-address'
import { cookieName, keepSession } from '@/lib/identity/session'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { enter, visitor } from './enter'

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) =>
    enter(await signInWithPassword(ctx, { ...fieldsOf(form), ...(await visitor()) }), form.get('next')),
  )
}

export async function confirmStep(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const ticket = (await cookies()).get(cookieName('second-step'))?.value ?? ''
    await enter(await confirmSecondFactor(ctx, { ...fieldsOf(form), ...(await visitor()), ticket }), form.get('next'))
  })
}

export async function enterAsPersona(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { userAgent } = await visitor()
    await keepSession(await signInAsPersona(ctx, { personId: form.get('persona'), userAgent }))
    redirect(localAddress(form.get('next')))
  })
}
