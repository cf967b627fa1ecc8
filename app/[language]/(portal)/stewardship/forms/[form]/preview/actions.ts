'use server'
import { submit } from '@/app/submit'
import { keptForm } from '@/lib/access/queries/forms-kept'
import { fieldsOfFindings } from '@/lib/access/rules/forms-finding'
import { judgeAnswers } from '@/lib/access/rules/forms-judge'
import { readAnswers } from '@/lib/access/rules/forms-read'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { Refused, refuse } from '@/lib/platform/refusal'

/** Judges what was typed into the preview as a request's would be; nothing is stored. */
export async function tryOut(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { content } = await keptForm(ctx, { form: form.get('form') })
    const { findings } = judgeAnswers(content, readAnswers(content, fieldsOf(form)), { attachments: new Set() })
    if (findings.length > 0) throw new Refused(refuse('platform.invalid', { fields: fieldsOfFindings(findings) }))
    return { done: 'forms.preview.right' }
  })
}
