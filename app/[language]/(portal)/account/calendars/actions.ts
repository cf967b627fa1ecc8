'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { closeCalendarFeed, renewCalendarFeed } from '@/lib/booking/commands/keep-calendar-feeds'
import { env } from '@/lib/platform/env'
import { type FormState, fieldsOf } from '@/lib/platform/form'

const page = '/account/calendars'

/** Makes a new address and shows it this once. */
export async function makeFeed(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { path } = await renewCalendarFeed(ctx, fieldsOf(form))
    revalidatePath(page)
    return { done: 'compute.calendars.shown', answer: [env().PORTAL_ORIGIN + path] }
  })
}

export async function endFeed(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await closeCalendarFeed(ctx, fieldsOf(form))
    revalidatePath(page)
    return { done: 'compute.calendars.closed' }
  })
}
