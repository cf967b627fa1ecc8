import { answerKeptFile } from '@/app/kept-file'
import { downloadCertificate } from '@/lib/access/commands/archive'

/** A copy of the certificate of deletion of a request. */
export const POST = (request: Request) => answerKeptFile(request, downloadCertificate)
