import 'server-only'
import { attachFile } from '@/lib/access/commands/attachments'
import { saveDraft } from '@/lib/access/commands/drafts'
import { oneRequest } from '@/lib/access/queries/request'
import { readAnswers } from '@/lib/access/rules/forms-read'
import type { FormContent } from '@/lib/access/schema/forms'
import { attachedTypes } from '@/lib/access/schema/requests'
import type { Context } from '@/lib/platform/context'
import { fieldsOf } from '@/lib/platform/form'
import type { Upload } from '@/lib/platform/upload'
import { uploadedFiles } from './uploaded-file'

type Chosen = { readonly key: string; readonly file: Upload }

/** The files that were chosen for fields of the form; each is judged before any is kept. */
async function chosenFor(form: FormContent, data: FormData): Promise<Chosen[]> {
  const chosen: Chosen[] = []
  for (const { key, kind } of form.fields) {
    if (kind !== 'attachment') continue
    const files = await uploadedFiles(data, `files.${key}`, attachedTypes)
    chosen.push(...files.map((file) => ({ key, file })))
  }
  return chosen
}

/**
 * Saves a draft from the fields of its page: what it says of itself and the answers of its form; files where `withFiles` says so, which are
 * kept once everything else is, so that none is left behind by a draft that was refused.
 */
export async function saveTyped(ctx: Context, data: FormData, withFiles: boolean) {
  const { request: id, basis, title, wantedUntil, ethicsApproval, optedOut, ...typed } = fieldsOf(data)
  const { form } = await oneRequest(ctx, { request: id })
  const own = { request: id, basis, wantedUntil, ethicsApproval, ...(title ? { title } : {}) }
  if (!form) return saveDraft(ctx, { ...own, optedOut: optedOut ?? false })
  const chosen = withFiles ? await chosenFor(form, data) : []
  const answers: Record<string, unknown> = { ...readAnswers(form, typed) }
  const saved = await saveDraft(ctx, { ...own, answers })
  if (chosen.length === 0) return saved
  const attached: Record<string, unknown[]> = {}
  for (const { key, file } of chosen) {
    const { attachment } = await attachFile(ctx, { request: id, fieldKey: key, file })
    attached[key] = [...(attached[key] ?? [answers[key] ?? []].flat()), String(attachment)]
  }
  return saveDraft(ctx, { request: id, answers: attached })
}
