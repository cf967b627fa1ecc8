'use server'
import { cookies } from 'next/headers'
import { submit } from '@/app/submit'
import { askPasskey, signInWithPasskey } from '@/lib/identity/commands/passkey-sign-in'
import { cookieName, cookieOptions } from '@/lib/identity/session'
import type { FormState } from '@/lib/platform/form'
import { enter, visitor } from './enter'

const stepTicket = async (): Promise<string> => (await cookies()).get(cookieName('second-step'))?.value ?? 'none'

const ask = (form: FormData, step: string): Promise<FormState> =>
  submit(form, async (ctx) => {
    const { address } = await visitor()
    const { ticket, options } = await askPasskey(ctx, { step, address })
    const jar = await cookies()
    jar.set(cookieName('passkey'), ticket, cookieOptions(300))
    return { answer: options }
  })

const use = (form: FormData, step: string): Promise<FormState> =>
  submit(form, async (ctx) => {
    const ticket = (await cookies()).get(cookieName('passkey'))?.value ?? ''
    const input = { ...(await visitor()), ticket, step, response: form.get('response') }
    return enter(await signInWithPasskey(ctx, input), form.get('next'))
  })

export const askForSignIn = async (_: FormState, form: FormData): Promise<FormState> => ask(form, '')
export const signInByPasskey = async (_: FormState, form: FormData): Promise<FormState> => use(form, '')
export const askForStep = async (_: FormState, form: FormData): Promise<FormState> => ask(form, await stepTicket())
export const stepByPasskey = async (_: FormState, form: FormData): Promise<FormState> => use(form, await stepTicket())
