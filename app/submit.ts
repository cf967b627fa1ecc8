import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { requestContext } from '@/lib/identity/session'
import type { Context } from '@/lib/platform/context'
import { type FormState, typedValues } from '@/lib/platform/form'
import { limitWrites } from '@/lib/platform/rate-limit'
import { Refused } from '@/lib/platform/refusal'
import { fieldSentences, sentenceOf } from './refusal-text'

/** What an action did: a message key for the reader, and whatever is to be shown once. Nothing: it redirects or speaks for itself. */
type Done = { done?: string; answer?: unknown }

/** A part of a field (`slots.0.gpus`) is told at the field of the form that holds it, each sentence once. */
function byFormField(sentences: Record<string, string[]>, form: FormData): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const [path, said] of Object.entries(sentences)) {
    const [whole = path] = path.split('.')
    const name = !form.has(path) && form.has(whole) ? whole : path
    errors[name] = [...new Set([...(errors[name] ?? []), ...said])]
  }
  return errors
}

/**
 * Runs a form's action and maps its refusal once: the sentence, the field errors, and what was typed.
 * Next refuses an action whose Origin is not this host before it gets here.
 */
export async function submit(form: FormData, act: (ctx: Context) => Promise<Done | undefined>): Promise<FormState> {
  const ctx = await requestContext()
  try {
    await limitWrites(ctx.actor)
    return (await act(ctx)) ?? {}
  } catch (error) {
    unstable_rethrow(error)
    if (!(error instanceof Refused)) throw error
    const { refusal } = error
    return {
      refusal: {
        code: refusal.code,
        message: sentenceOf(refusal, ctx),
        requestId: ctx.requestId,
        details: { ...refusal.details },
      },
      errors: byFormField(fieldSentences(refusal, ctx), form),
      values: typedValues(form),
    }
  }
}
