'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { closeWeeks } from '@/lib/booking/commands/close-weeks'
import { createMachine, editMachine } from '@/lib/booking/commands/keep-machines'
import { openWeeks } from '@/lib/booking/commands/open-weeks'
import { reportReady } from '@/lib/booking/commands/report-ready'
import { setLayout } from '@/lib/booking/commands/set-layout'
import { type FormState, fieldsOf } from '@/lib/platform/form'

const root = '/administration/compute'
const pageOf = (form: FormData): string => `${root}/machines/${encodeURIComponent(String(form.get('machine')))}`

export async function report(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await reportReady(ctx, fieldsOf(form))
    revalidatePath(root, 'layout')
    return { done: 'compute.ready.done' }
  })
}

export async function makeMachine(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await createMachine(ctx, fieldsOf(form))
    revalidatePath(root, 'layout')
    return { done: 'compute.machine.made' }
  })
}

export async function changeMachine(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await editMachine(ctx, fieldsOf(form))
    revalidatePath(root, 'layout')
    return { done: 'compute.machine.saved' }
  })
}

export async function divide(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await setLayout(ctx, fieldsOf(form))
    redirect(`${pageOf(form)}?done=layout`)
  })
}

/** What was decided of each booking that stands there: a field `displace.<booked week>` holds "cancel", or a slot and a week. */
function displacedOf(form: FormData) {
  return [...form.entries()].flatMap(([name, value]) => {
    const [, bookedWeek] = /^displace\.(.+)$/.exec(name) ?? []
    if (!bookedWeek || typeof value !== 'string' || value === '') return []
    const [slot, week] = value.split(' ')
    return [{ bookedWeek, to: value === 'cancel' ? null : { slot, week } }]
  })
}

export async function close(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await closeWeeks(ctx, { ...fieldsOf(form), displaced: displacedOf(form) })
    redirect(`${pageOf(form)}/maintenance?done=closed`)
  })
}

export async function open(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await openWeeks(ctx, fieldsOf(form))
    redirect(`${pageOf(form)}/maintenance?done=opened`)
  })
}
