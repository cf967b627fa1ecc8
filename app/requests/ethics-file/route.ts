import { answerFile } from '@/app/file-answer'
import { readEthicsDocument } from '@/lib/access/commands/ethics-documents'
import { contentOf } from '@/lib/platform/storage'

/** A document of the ethics approval that a request rests on, to save or to be drawn by the viewer of the page. */
export const POST = (request: Request): Promise<Response> =>
  answerFile(request, async (ctx, fields) => {
    const file = await readEthicsDocument(ctx, fields)
    return { ...file, content: await contentOf(file) }
  })
