'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import {
  changeSavedSearch,
  closeFeed,
  removeSavedSearch,
  renewFeed,
  saveSearch,
} from '@/lib/catalogue/commands/keep-searches'
import { env } from '@/lib/platform/env'
import { type FormState, fieldsOf } from '@/lib/platform/form'

const page = '/saved-searches'

/** Keeps the search that the form carries. */
export async function save(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await saveSearch(ctx, fieldsOf(form))
    redirect(`${page}?done=saved`)
  })
}

export async function change(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await changeSavedSearch(ctx, fieldsOf(form))
    revalidatePath(page)
    return { done: 'saved.changed' }
  })
}

/** Makes a new feed address and shows it this once. */
export async function makeFeed(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { secret } = await renewFeed(ctx, fieldsOf(form))
    revalidatePath(page)
    return { done: 'saved.changed', answer: [`${env().PORTAL_ORIGIN}/feeds/${secret}`] }
  })
}

export async function endFeed(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await closeFeed(ctx, fieldsOf(form))
    revalidatePath(page)
    return { done: 'saved.feed.closed' }
  })
}

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await removeSavedSearch(ctx, fieldsOf(form))
    revalidatePath(page)
    return {}
  })
}
