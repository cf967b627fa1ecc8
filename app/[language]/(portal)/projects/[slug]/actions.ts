'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import type { Command } from '@/lib/platform/command'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { delegate, revokeDelegation } from '@/lib/projects/commands/delegations'
import { inviteMember, resendInvitation, revokeInvitation } from '@/lib/projects/commands/invitations'
import { confirmMembers, leaveProject, removeMember } from '@/lib/projects/commands/members'
import { editProject, endProject } from '@/lib/projects/commands/projects'
import { acceptTransfer, cancelTransfer, declineTransfer, proposeTransfer } from '@/lib/projects/commands/transfers'
import { projectDelegations } from '@/lib/projects/queries/delegations'

const act = (form: FormData, command: Command<unknown>, done: string): Promise<FormState> =>
  submit(form, async (ctx) => {
    await command(ctx, fieldsOf(form))
    revalidatePath('/projects', 'layout')
    return { done }
  })

export const invite = async (_: FormState, form: FormData): Promise<FormState> =>
  act(form, inviteMember, 'project.invite.done')
export const resend = async (_: FormState, form: FormData): Promise<FormState> =>
  act(form, resendInvitation, 'project.resend.done')
export const revoke = async (_: FormState, form: FormData): Promise<FormState> =>
  act(form, revokeInvitation, 'project.done')
export const remove = async (_: FormState, form: FormData): Promise<FormState> =>
  act(form, removeMember, 'project.done')
export const confirm = async (_: FormState, form: FormData): Promise<FormState> =>
  act(form, confirmMembers, 'project.confirm.done')
export const endDelegation = async (_: FormState, form: FormData): Promise<FormState> =>
  act(form, revokeDelegation, 'project.done')
export const propose = async (_: FormState, form: FormData): Promise<FormState> =>
  act(form, proposeTransfer, 'project.done')
export const accept = async (_: FormState, form: FormData): Promise<FormState> =>
  act(form, acceptTransfer, 'project.done')
export const decline = async (_: FormState, form: FormData): Promise<FormState> =>
  act(form, declineTransfer, 'project.done')
export const cancel = async (_: FormState, form: FormData): Promise<FormState> =>
  act(form, cancelTransfer, 'project.done')
export const edit = async (_: FormState, form: FormData): Promise<FormState> => act(form, editProject, 'project.saved')

/** Gives authorities: those that were ticked, or everything that the giver holds. */
export async function give(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const said = fieldsOf(form)
    const all = form.has('everything') ? (await projectDelegations(ctx, { slug: said.slug })).own : undefined
    await delegate(ctx, { ...said, ...(all && { authorities: all }) })
    revalidatePath('/projects', 'layout')
    return { done: 'project.grant.given' }
  })
}

/** Leaves the project, whose pages are then closed to who left. */
export async function leave(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await leaveProject(ctx, fieldsOf(form))
    revalidatePath('/projects', 'layout')
    redirect('/projects')
  })
}

/** Ends the project before its last day. */
export async function end(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { slug } = await endProject(ctx, fieldsOf(form))
    revalidatePath('/projects', 'layout')
    redirect(`/projects/${slug}`)
  })
}
