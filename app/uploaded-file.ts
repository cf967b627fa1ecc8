import 'server-only'
import { Refused, refuse } from '@/lib/platform/refusal'
import { readUpload } from '@/lib/platform/storage'
import { fileLimit, type Upload } from '@/lib/platform/upload'

/**
 * The file of a form's field as commands take it, or undefined where none was chosen. Its bytes are read only where its size may be.
 * Throws platform.invalid at the field for what `readUpload` refuses.
 */
export async function uploadedFile(
  form: FormData,
  field: string,
  types: readonly string[],
): Promise<Upload | undefined> {
  const file = form.get(field)
  if (!(file instanceof File) || file.size === 0) return undefined
  if (file.size > fileLimit)
    throw new Refused(refuse('platform.invalid', { fields: { [field]: ['platform.invalid.file-size'] } }))
  return readUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, types, field)
}
