'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import {
  addPriorityItem,
  closePriorityItem,
  editPriorityItem,
  markPriorityItem,
  movePriorityItem,
} from '@/lib/catalogue/commands/keep-priorities'
import type { Command } from '@/lib/platform/command'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** Runs the command with the form's fields and draws the list anew. */
const run = (form: FormData, command: Command<unknown>): Promise<FormState> =>
  submit(form, async (ctx) => {
    await command(ctx, fieldsOf(form))
    revalidatePath('/stewardship', 'layout')
    return {}
  })

export async function add(_: FormState, form: FormData): Promise<FormState> {
  return run(form, addPriorityItem)
}

export async function edit(_: FormState, form: FormData): Promise<FormState> {
  return run(form, editPriorityItem)
}

export async function move(_: FormState, form: FormData): Promise<FormState> {
  return run(form, movePriorityItem)
}

export async function mark(_: FormState, form: FormData): Promise<FormState> {
  return run(form, markPriorityItem)
}

export async function close(_: FormState, form: FormData): Promise<FormState> {
  return run(form, closePriorityItem)
}
