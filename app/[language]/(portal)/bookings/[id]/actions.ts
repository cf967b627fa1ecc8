'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { cancelWeeks, releaseWeeks } from '@/lib/booking/commands/end-weeks'
import { undoBooking } from '@/lib/booking/commands/undo'
import type { Command } from '@/lib/platform/command'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** Runs the command with the form's fields and draws the booking anew. */
const run = (form: FormData, command: Command<unknown>, done: string): Promise<FormState> =>
  submit(form, async (ctx) => {
    const weeks = form.getAll('weeks')
    await command(ctx, { ...fieldsOf(form), ...(weeks.length > 0 && { weeks }) })
    revalidatePath('/bookings', 'layout')
    return { done }
  })

export const cancel = async (_: FormState, form: FormData): Promise<FormState> => run(form, cancelWeeks, 'booking.done')
export const release = async (_: FormState, form: FormData): Promise<FormState> =>
  run(form, releaseWeeks, 'booking.done')
export const undo = async (_: FormState, form: FormData): Promise<FormState> => run(form, undoBooking, 'booking.done')
