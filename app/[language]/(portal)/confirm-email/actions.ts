'use server'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { changeEmail } from '@/lib/identity/commands/email'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { rememberDevice } from '../sign-in/enter'

export async function takeAddress(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { device } = await changeEmail(ctx, fieldsOf(form))
    await rememberDevice(device)
    redirect('/confirm-email?done=changed')
  })
}
