import 'server-only'
import { attachFile } from '@/lib/access/commands/attachments'
import { saveDraft } from '@/lib/access/commands/drafts'
import { oneRequest } from '@/lib/access/queries/request'
import { readAnswers } from '@/lib/access/rules/forms-read'
import type { FormContent } from '@/lib/access/schema/forms'
import type { Context } from '@/lib/platform/context'
import { fieldsOf } from '@/lib/platform/form'
import { uploadedFile } from './uploaded-file'

const types = ['application/pdf']

/** Hands in the files that were chosen for fields of the form; gives their ids by the key of the field. */
async function handIn(ctx: Context, request: string, form: FormContent, data: FormData): Promise<Map<string, string>> {
  const added = new Map<string, string>()
  for (const { key, kind } of form.fields) {
    if (kind !== 'attachment') continue
    const file = await uploadedFile(data, `files.${key}`, types)
    if (!file) continue
    const { attachment } = await attachFile(ctx, { request, fieldKey: key, file })
    added.set(key, String(attachment))
  }
  return added
}

/** Saves a draft from the fields of its page: what it says of itself and the answers of its form; files where `withFiles` says so. */
export async function saveTyped(ctx: Context, data: FormData, withFiles: boolean) {
  const { request: id, basis, title, wantedUntil, ethicsApproval, optedOut, ...typed } = fieldsOf(data)
  const { form } = await oneRequest(ctx, { request: id })
  const own = { request: id, basis, wantedUntil, ethicsApproval, ...(title ? { title } : {}) }
  if (!form) return saveDraft(ctx, { ...own, optedOut: optedOut ?? false })
  const added = withFiles ? await handIn(ctx, String(id), form, data) : new Map<string, string>()
  const answers: Record<string, unknown> = { ...readAnswers(form, typed) }
  for (const [key, file] of added) answers[key] = [...[answers[key] ?? []].flat(), file]
  return saveDraft(ctx, { ...own, answers })
}
