'use server'
import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { submit } from '@/app/submit'
import { addPasskey, removePasskey, renamePasskey, startPasskey } from '@/lib/identity/commands/passkeys'
import { cookieName, cookieOptions } from '@/lib/identity/session'
import { type FormState, fieldsOf } from '@/lib/platform/form'

export async function beginPasskey(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { ticket, options } = await startPasskey(ctx, {})
    const jar = await cookies()
    jar.set(cookieName('passkey'), ticket, cookieOptions(300))
    return { answer: options }
  })
}

export async function finishPasskey(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const ticket = (await cookies()).get(cookieName('passkey'))?.value ?? ''
    const { codes } = await addPasskey(ctx, { ...fieldsOf(form), ticket })
    revalidatePath('/account', 'layout')
    return { done: 'identity.account.saved', answer: codes }
  })
}

export async function savePasskeyName(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await renamePasskey(ctx, fieldsOf(form))
    revalidatePath('/account', 'layout')
    return { done: 'identity.account.saved' }
  })
}

export async function dropPasskey(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await removePasskey(ctx, fieldsOf(form))
    revalidatePath('/account', 'layout')
    return { done: 'identity.account.saved' }
  })
}
