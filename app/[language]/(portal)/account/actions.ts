'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { confirmOwnership, requestConfirmation } from '@/lib/identity/commands/confirmation'
import { requestEmailChange } from '@/lib/identity/commands/email'
import { changePassword } from '@/lib/identity/commands/password'
import { setNotifications, updateProfile } from '@/lib/identity/commands/profile'
import { unlinkIdentity } from '@/lib/identity/commands/provider'
import { endOtherSessions, endSession } from '@/lib/identity/commands/sessions'
import { addSshKey, removeSshKey } from '@/lib/identity/commands/ssh-keys'
import { createToken, revokeToken } from '@/lib/identity/commands/tokens'
import { confirmTotp, removeTotp, renewCodes, startTotp } from '@/lib/identity/commands/totp'
import type { Command } from '@/lib/platform/command'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** Runs the command with the form's fields and draws the account anew. */
const run = (form: FormData, command: Command<unknown>, done = 'identity.account.saved'): Promise<FormState> =>
  submit(form, async (ctx) => {
    await command(ctx, fieldsOf(form))
    revalidatePath('/account', 'layout')
    return { done }
  })

/** The same for what makes something that is shown once. */
const runAndShow = (form: FormData, command: Command<unknown>): Promise<FormState> =>
  submit(form, async (ctx) => {
    const answer = await command(ctx, fieldsOf(form))
    revalidatePath('/account', 'layout')
    return { done: 'identity.account.saved', answer }
  })

export const saveProfile = async (_: FormState, form: FormData): Promise<FormState> => run(form, updateProfile)
export const saveNotifications = async (_: FormState, form: FormData): Promise<FormState> => run(form, setNotifications)
export const savePassword = async (_: FormState, form: FormData): Promise<FormState> => run(form, changePassword)
export const askConfirmation = async (_: FormState, form: FormData): Promise<FormState> =>
  run(form, requestConfirmation)
export const confirmOwner = async (_: FormState, form: FormData): Promise<FormState> =>
  submit(form, async (ctx) => {
    await confirmOwnership(ctx, fieldsOf(form))
    redirect('/account/security?done=confirmed')
  })
export const askEmailChange = async (_: FormState, form: FormData): Promise<FormState> => run(form, requestEmailChange)
export const beginTotp = async (_: FormState, form: FormData): Promise<FormState> => run(form, startTotp)
export const finishTotp = async (_: FormState, form: FormData): Promise<FormState> => runAndShow(form, confirmTotp)
export const dropTotp = async (_: FormState, form: FormData): Promise<FormState> => run(form, removeTotp)
export const makeCodes = async (_: FormState, form: FormData): Promise<FormState> => runAndShow(form, renewCodes)
export const closeSession = async (_: FormState, form: FormData): Promise<FormState> => run(form, endSession)
export const closeOtherSessions = async (_: FormState, form: FormData): Promise<FormState> =>
  run(form, endOtherSessions)
export const saveKey = async (_: FormState, form: FormData): Promise<FormState> => run(form, addSshKey)
export const dropKey = async (_: FormState, form: FormData): Promise<FormState> => run(form, removeSshKey)
export const makeToken = async (_: FormState, form: FormData): Promise<FormState> => runAndShow(form, createToken)
export const dropToken = async (_: FormState, form: FormData): Promise<FormState> => run(form, revokeToken)
export const dropIdentity = async (_: FormState, form: FormData): Promise<FormState> => run(form, unlinkIdentity)
