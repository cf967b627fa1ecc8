import { readUpload } from '@/lib/platform/storage'
import type { Upload } from '@/lib/platform/upload'
import { pdfSaying } from '@/prisma/seed/agreements/pdf'

/** A PDF as it is after it was uploaded. */
export const pdf = (words = 'Signed', name = 'signed.pdf'): Promise<Upload> =>
  readUpload({ name, bytes: pdfSaying(words) }, ['application/pdf'])
