import { answerKeptFile } from '@/app/kept-file'
import { downloadDocument } from '@/lib/agreements/commands/download-document'

/** A copy of a signed document. */
export const POST = (request: Request) => answerKeptFile(request, downloadDocument)
