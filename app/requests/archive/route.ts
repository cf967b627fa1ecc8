import { answerKeptFile } from '@/app/kept-file'
import { archiveOf } from '@/app/request-archive'
import { takeArchive } from '@/lib/access/commands/archive'

/** A request as a PDF with its files, in one archive. */
export const POST = (request: Request) =>
  answerKeptFile(request, async (ctx, fields) => archiveOf(ctx, await takeArchive(ctx, fields)))
