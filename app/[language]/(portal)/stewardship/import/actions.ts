'use server'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { applyImport, stageImport } from '@/lib/catalogue/commands/import-datasets'
import { decodeUpload, formatOf } from '@/lib/catalogue/rules/import/upload'
import { importLimit } from '@/lib/catalogue/schema/inputs'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { Refused, refuse } from '@/lib/platform/refusal'

const invalid = (message: string) => new Refused(refuse('platform.invalid', { fields: { file: [message] } }))

/** Reads the uploaded file and tries it out; nothing of the catalogue changes. */
export async function tryOut(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0 || file.size > importLimit) {
      throw invalid('catalogue.invalid.import-size')
    }
    const decoded = decodeUpload(new Uint8Array(await file.arrayBuffer()))
    if ('problem' in decoded) {
      throw new Refused(refuse('catalogue.not-utf8', { status: 422, problem: decoded.problem }))
    }
    const upload = { fileName: file.name, format: formatOf(file.name, decoded.text), content: decoded.text }
    const { id } = await stageImport(ctx, { ...upload, publish: form.get('publish') })
    redirect(`/stewardship/import/${id}`)
  })
}

/** Applies what was tried out, all of it or nothing. */
export async function applyAll(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { id } = await applyImport(ctx, fieldsOf(form))
    redirect(`/stewardship/import/${id}`)
  })
}
