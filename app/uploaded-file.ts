import 'server-only'
import { Refused, refuse } from '@/lib/platform/refusal'
import { readUpload } from '@/lib/platform/storage'
import { fileLimit, type Upload } from '@/lib/platform/upload'

/**
 * The files of a form's field as commands take them, in their order. Their bytes are read only where the size may be.
 * Throws platform.invalid at the field for what `readUpload` refuses of any of them.
 */
export async function uploadedFiles(form: FormData, field: string, types: readonly string[]): Promise<Upload[]> {
  const files = form.getAll(field).filter((file) => file instanceof File && file.size > 0) as File[]
  if (files.some(({ size }) => size > fileLimit))
    throw new Refused(refuse('platform.invalid', { fields: { [field]: ['platform.invalid.file-size'] } }))
  const uploads: Upload[] = []
  for (const file of files)
    uploads.push(await readUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, types, field))
  return uploads
}

/** The file of a field that takes one, or undefined where none was chosen. */
export const uploadedFile = async (
  form: FormData,
  field: string,
  types: readonly string[],
): Promise<Upload | undefined> => (await uploadedFiles(form, field, types))[0]
