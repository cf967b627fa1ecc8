'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { stateDataUse } from '@/lib/catalogue/commands/state-data-use'
import { controlOfUse, readDataUse } from '@/lib/catalogue/rules/data-use-form'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** States for what a dataset may be used, from now on. */
export async function stateUse(_: FormState, form: FormData): Promise<FormState> {
  const typed = fieldsOf(form)
  const conditions = readDataUse(typed)
  const state = await submit(form, async (ctx) => {
    const { slug, expectedOrdinal, basis } = typed
    await stateDataUse(ctx, { slug, expectedOrdinal, basis, conditions })
    revalidatePath('/stewardship/datasets', 'layout')
    return { done: 'stewardship.use.done' }
  })
  if (!state.errors) return state
  const errors: Record<string, string[]> = {}
  for (const [path, said] of Object.entries(state.errors)) {
    const control = controlOfUse(path, conditions)
    errors[control] = [...new Set([...(errors[control] ?? []), ...said])]
  }
  return { ...state, errors }
}
