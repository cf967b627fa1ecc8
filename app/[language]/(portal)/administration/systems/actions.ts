'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { replayDelivery } from '@/lib/access/commands/deliveries'
import { editSystem, registerSystem, removeSystem, renewSecret } from '@/lib/access/commands/systems'
import { type FormState, fieldsOf } from '@/lib/platform/form'

const here = '/administration/systems'

/** Connects a system and shows its secret this once. */
export async function register(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { token } = await registerSystem(ctx, fieldsOf(form))
    revalidatePath(here, 'layout')
    return { answer: { token } }
  })
}

export async function edit(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await editSystem(ctx, fieldsOf(form))
    revalidatePath(here, 'layout')
    return { done: 'systems.done' }
  })
}

export async function renew(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { token } = await renewSecret(ctx, fieldsOf(form))
    revalidatePath(here, 'layout')
    return { answer: { token } }
  })
}

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await removeSystem(ctx, fieldsOf(form))
    revalidatePath(here, 'layout')
    redirect(here)
  })
}

export async function replay(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await replayDelivery(ctx, fieldsOf(form))
    revalidatePath(here, 'layout')
    return { done: 'systems.done' }
  })
}
