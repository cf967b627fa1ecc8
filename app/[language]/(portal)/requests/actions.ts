'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { saveTyped } from '@/app/draft-answers'
import { submit } from '@/app/submit'
import { uploadedFile } from '@/app/uploaded-file'
import { beginRequest } from '@/lib/access/commands/begin'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { divideDraft } from '@/lib/access/commands/divide'
import { acceptAccessInvitation } from '@/lib/access/commands/members'
import { takeForm } from '@/lib/access/commands/take-form'
import { acceptAccessTerms } from '@/lib/access/commands/terms'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { Refused, refuse } from '@/lib/platform/refusal'
import { verbs } from './verbs'

/** Does one verb of the table with a request, and shows what it made where it makes another. */
export async function act(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { verb, certificate: _, file: __, ...typed } = fieldsOf(form)
    const certificate = await uploadedFile(form, 'certificate', ['application/pdf'])
    const file = await uploadedFile(form, 'file', ['application/pdf'])
    const fields = { ...typed, ...(certificate && { certificate }), ...(file && { file }) }
    const command = typeof verb === 'string' && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (!command) throw new Refused(refuse('platform.not-found'))
    const answer = (await command(ctx, fields)) as { id: string; to?: { id: string } }
    revalidatePath('/requests', 'layout')
    if (verb === 'copy-as-new') redirect(`/requests/${answer.id}`)
    if (verb === 'hand-over' && answer.to) redirect(`/requests/${answer.to.id}`)
    if (verb === 'delete-draft' || verb === 'leave') redirect('/requests')
    return { done: 'requests.done' }
  })
}

/** Begins a request, with the dataset from whose page one comes. */
export async function begin(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { id } = await beginRequest(ctx, fieldsOf(form))
    revalidatePath('/requests', 'layout')
    redirect(`/requests/${id}`)
  })
}

/** Puts a dataset into a draft that one has. */
export async function addToDraft(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { id } = await changeDatasets(ctx, fieldsOf(form))
    revalidatePath('/requests', 'layout')
    redirect(`/requests/${id}`)
  })
}

/** Takes a dataset out of a request, or puts one in. */
export async function changeCart(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await changeDatasets(ctx, fieldsOf(form))
    revalidatePath('/requests', 'layout')
    return { done: 'requests.done' }
  })
}

/** Begins a request of its own for some datasets of a draft, and shows it. */
export async function divide(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { to } = (await divideDraft(ctx, fieldsOf(form))) as unknown as { to: { id: string } }
    revalidatePath('/requests', 'layout')
    redirect(`/requests/${to.id}`)
  })
}

/** Makes a draft with the form that its datasets are asked with now. */
export async function takeUp(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await takeForm(ctx, fieldsOf(form))
    revalidatePath('/requests', 'layout')
    return { done: 'requests.done' }
  })
}

export async function save(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await saveTyped(ctx, form, true)
    revalidatePath('/requests', 'layout')
    return { done: 'requests.draft.saved' }
  })
}

export async function acceptTerms(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await acceptAccessTerms(ctx, fieldsOf(form))
    revalidatePath('/requests', 'layout')
    return { done: 'requests.done' }
  })
}

/** Follows a mailed link. */
export async function join(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { id } = await acceptAccessInvitation(ctx, { ticket: form.get('secret') })
    redirect(`/requests/${id}`)
  })
}
