'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { requestRegistration, requestReset } from '@/lib/identity/commands/links'
import { setPassword } from '@/lib/identity/commands/set-password'
import { localAddress } from '@/lib/identity/rules/local-address'
import { cookieName, cookieOptions } from '@/lib/identity/session'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { rememberDevice, visitor } from '../sign-in/enter'

const twoDays = 2 * 24 * 60 * 60

/**
 * Asks for an account. Where it was to lead (`next`, as an invitation to join a project) waits in this browser's cookie, not in the
 * mail: whoever has the address may be somebody else.
 */
export async function askRegistration(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const jar = await cookies()
    jar.set(cookieName('registered-for'), localAddress(form.get('next')), cookieOptions(twoDays))
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
    const jar = await cookies()
    const next = localAddress(jar.get(cookieName('registered-for'))?.value)
    jar.set(cookieName('registered-for'), '', cookieOptions(0))
    redirect(
      `/sign-in?${new URLSearchParams({ done: occasion === 'reset' ? 'password-reset' : 'password-set', next })}`,
    )
  })
}
