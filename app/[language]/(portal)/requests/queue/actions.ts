'use server'
import { revalidatePath } from 'next/cache'
import { sentenceOf } from '@/app/refusal-text'
import { submit } from '@/app/submit'
import type { ToldOutcome } from '@/components/access/queue/bulk-outcomes'
import { wordFor } from '@/components/access/request/words'
import { text } from '@/components/messages'
import { actOnMany, type BulkOutcome } from '@/lib/access/commands/bulk'
import { removeFilter, saveFilter } from '@/lib/access/commands/keep-filters'
import type { Context } from '@/lib/platform/context'
import { type FormState, fieldsOf } from '@/lib/platform/form'

function told(ctx: Context, outcome: BulkOutcome): ToldOutcome {
  const { request: id, done } = outcome
  if (!outcome.done) return { id, reference: null, done, words: sentenceOf(outcome.refusal, ctx) }
  const t = text(ctx.language)
  const words = t('queue.outcome.done', { state: wordFor(t, 'state', outcome.state) })
  return { id, reference: outcome.reference, done, words }
}

/** Does one verb with the selected requests and tells what came of each. */
export async function bulk(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const outcomes = await actOnMany(ctx, fieldsOf(form))
    revalidatePath('/requests', 'layout')
    return { answer: outcomes.map((one) => told(ctx, one)) }
  })
}

export async function keep(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await saveFilter(ctx, fieldsOf(form))
    revalidatePath('/requests/queue')
    return { done: 'queue.saved.done' }
  })
}

export async function forget(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await removeFilter(ctx, fieldsOf(form))
    revalidatePath('/requests/queue')
    return {}
  })
}
