'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import type { Command } from '@/lib/platform/command'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { decideApplication } from '@/lib/projects/commands/applications'
import { appointPi } from '@/lib/projects/commands/appointments'
import { endProject, extendProject, setBudget, setQuota } from '@/lib/projects/commands/projects'
import { confirmTransfer, refuseTransfer } from '@/lib/projects/commands/transfers'

const act = (form: FormData, command: Command<unknown>): Promise<FormState> =>
  submit(form, async (ctx) => {
    await command(ctx, fieldsOf(form))
    revalidatePath('/administration', 'layout')
    return { done: 'project.desk.done' }
  })

export const decide = async (_: FormState, form: FormData): Promise<FormState> => act(form, decideApplication)
export const confirm = async (_: FormState, form: FormData): Promise<FormState> => act(form, confirmTransfer)
export const refuse = async (_: FormState, form: FormData): Promise<FormState> => act(form, refuseTransfer)
export const budget = async (_: FormState, form: FormData): Promise<FormState> => act(form, setBudget)
export const quota = async (_: FormState, form: FormData): Promise<FormState> => act(form, setQuota)
export const extend = async (_: FormState, form: FormData): Promise<FormState> => act(form, extendProject)
export const end = async (_: FormState, form: FormData): Promise<FormState> => act(form, endProject)
export const appoint = async (_: FormState, form: FormData): Promise<FormState> => act(form, appointPi)
