'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { assignToWorkflow, editWorkflow, endAssignment, makeWorkflow } from '@/lib/access/commands/workflows'
import { type FormState, fieldsOf } from '@/lib/platform/form'

const here = '/administration/workflows'

/** What a form says of a workflow; its processing states come row by row, as `processing.<row>.<field>`. */
function workflowIn(form: FormData) {
  const rows: Record<string, unknown>[] = []
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fieldsOf(form))) {
    const [, row, field] = /^processing\.(\d{1,2})\.(id|at|en|sv)$/.exec(name) ?? []
    if (row === undefined || field === undefined) rest[name] = value
    else rows[Number(row)] = { ...rows[Number(row)], [field]: value }
  }
  return { ...rest, processing: Array.from(rows, (row) => row ?? {}) }
}

export async function make(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await makeWorkflow(ctx, workflowIn(form))
    revalidatePath(here)
    return { done: 'requests.done' }
  })
}

export async function edit(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await editWorkflow(ctx, workflowIn(form))
    revalidatePath(here)
    return { done: 'requests.done' }
  })
}

/** `who` names a person and a role in one choice. */
export async function assign(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const [person, role] = String(form.get('who') ?? '').split(' ')
    await assignToWorkflow(ctx, { workflow: form.get('workflow'), person, role })
    revalidatePath(here)
    return { done: 'requests.done' }
  })
}

export async function unassign(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await endAssignment(ctx, fieldsOf(form))
    revalidatePath(here)
    return { done: 'requests.done' }
  })
}
