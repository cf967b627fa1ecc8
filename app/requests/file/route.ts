import { answerKeptFile } from '@/app/kept-file'
import { downloadAttachment } from '@/lib/access/commands/attachments'

/** A file of a request. */
export const POST = (request: Request) => answerKeptFile(request, downloadAttachment)
